// Forms → their fields, in order.

import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";

/** A field is a text; of a file only its name is read. */
export type FormField = { readonly name: string } & ({ readonly text: string } | { readonly file: string });

/**
 * application/x-www-form-urlencoded.
 *
 * What is escaped is UTF-8 (https://url.spec.whatwg.org/#urlencoded-parsing). Other
 * bytes would be replaced there without a word; here they are refused.
 */
export function readForm(text: string): Result<readonly FormField[], IngestError> {
  try {
    const fields = text
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [name = "", ...rest] = pair.split("=");
        return { name: unescaped(name), text: unescaped(rest.join("=")) };
      });
    return ok(fields);
  } catch {
    return fail({ kind: "charset_mismatch", charset: "utf-8" }); // a URIError
  }
}

// A "%" that begins no escape is a "%": scripts forget to escape it.
const unescaped = (text: string): string =>
  text
    .trim()
    .replaceAll("+", " ")
    .replace(/(?:%[\da-f]{2})+/gi, decodeURIComponent);

/** multipart/form-data, by the platform's own parser. */
export async function readMultipart(
  body: Uint8Array,
  contentType: string,
): Promise<Result<readonly FormField[], IngestError>> {
  try {
    const form = await new Response(body, { headers: { "Content-Type": contentType } }).formData();
    const fields = [...form.entries()].map(
      ([name, value]): FormField =>
        typeof value === "string" ? { name, text: value } : { name, file: value.name },
    );
    return ok(fields);
  } catch {
    // A TypeError: no boundary, or not the one that parts it.
    return fail(fieldInvalid("", "must be whole multipart/form-data, parted by the header's boundary"));
  }
}

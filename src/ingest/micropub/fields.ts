// The fields of a form → what it asks for.
//
// Source: https://www.w3.org/TR/micropub/#form-encoded-and-multipart-requests
//
// "category[]" and "category" are one property. "content[html]" is in no
// specification, but clients that have only a form write HTML so.

import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { FormField } from "./forms.ts";
import type { MicropubBody, MicropubRequest } from "./request.ts";

export function readFields(fields: readonly FormField[]): MicropubBody {
  const values = new Map<string, unknown[]>();
  const files: string[] = [];
  for (const field of fields) {
    const name = field.name.replace(/\[\]$/, "");
    // A browser's form sends a file without a name where nobody chose one.
    if ("file" in field) files.push(...(field.file === "" ? [] : [`${name}: ${field.file}`]));
    else if (name === "content[html]") push(values, "content", { html: field.text });
    else push(values, name, field.text);
  }
  const tokens = textsIn(values.get("access_token"));
  values.delete("access_token");
  return { tokens, request: requestOf(values, files) };
}

function push(values: Map<string, unknown[]>, name: string, value: unknown): void {
  const known = values.get(name);
  if (known === undefined) values.set(name, [value]);
  else known.push(value);
}

const textsIn = (values: readonly unknown[] | undefined): readonly string[] =>
  (values ?? []).flatMap((value) => (typeof value === "string" ? [value] : []));

function requestOf(
  values: ReadonlyMap<string, readonly unknown[]>,
  files: readonly string[],
): Result<MicropubRequest, IngestError> {
  const { action, h, ...rest } = commandsIn(values);
  if (action === undefined) {
    if (h !== undefined && h !== "entry") return fail(fieldInvalid("/h", 'must be "entry"'));
    const properties = new Map([...values].filter(([name]) => name !== "h"));
    return properties.size === 0 && files.length === 0
      ? fail(fieldInvalid("", "must have properties, such as content"))
      : ok({ kind: "create", properties, files });
  }
  if (action === "update")
    return fail(fieldInvalid("/action", 'must not be "update" in a form: an update is JSON'));
  if (action !== "delete" && action !== "undelete")
    return fail(fieldInvalid("/action", 'must be "delete" or "undelete"'));
  return rest.url === undefined
    ? fail(fieldInvalid("/url", "must be the article's address"))
    : ok({ kind: action, url: rest.url });
}

const commandsIn = (values: ReadonlyMap<string, readonly unknown[]>) => ({
  action: textsIn(values.get("action"))[0],
  h: textsIn(values.get("h"))[0],
  url: textsIn(values.get("url"))[0],
});

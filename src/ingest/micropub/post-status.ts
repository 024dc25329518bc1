// Who is to see a post: everybody, or nobody yet. What is for few must not be
// published for all because nobody understood a property.

import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { Properties } from "./request.ts";
import { textIn } from "./values.ts";

/** @returns null where nothing is said of it */
export function statusOf(properties: Properties): Result<"draft" | "published" | null, IngestError> {
  const visibility = saidIn(properties, "visibility");
  if (!visibility.every((one) => one === "public"))
    return fail(fieldInvalid("/visibility", 'must be "public": what is taken is published for everybody'));
  const [status = null, ...more] = saidIn(properties, "post-status");
  if (status === null && !properties.get("post-status")?.length) return ok(null);
  return more.length === 0 && (status === "draft" || status === "published")
    ? ok(status)
    : fail(fieldInvalid("/post-status", 'must be "published" or "draft"'));
}

const saidIn = (properties: Properties, name: string): readonly (string | null)[] =>
  (properties.get(name) ?? []).map(textIn);

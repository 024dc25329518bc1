// Who is to see a post: everybody, or it isn't taken. What is for few must not be
// published for all because nobody understood a property.

import { fieldInvalid, type IngestError } from "../error.ts";
import type { Properties } from "./request.ts";
import { textIn } from "./values.ts";

/** @returns why a post can't be taken with this post-status and visibility, or null */
export function refusalOf(properties: Properties): IngestError | null {
  const status = saidIn(properties, "post-status");
  if (!status.every((one) => one === "published"))
    return fieldInvalid("/post-status", 'must be "published": drafts are not kept');
  const visibility = saidIn(properties, "visibility");
  if (!visibility.every((one) => one === "public"))
    return fieldInvalid("/visibility", 'must be "public": what is taken is published for everybody');
  return null;
}

const saidIn = (properties: Properties, name: string): readonly (string | null)[] =>
  (properties.get(name) ?? []).map(textIn);

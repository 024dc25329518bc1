// JSON text → a value whose depth is known to be sane.

import { MAX_JSON_DEPTH } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { IngestError } from "./error.ts";

/** Parse JSON, refusing what is nested deeper than any article: 100,000 brackets parse, and then overflow who walks them. */
export function parseJson(text: string): Result<unknown, IngestError> {
  if (depthOf(text) > MAX_JSON_DEPTH) return fail({ kind: "json_too_deep", maxDepth: MAX_JSON_DEPTH });
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail({ kind: "json_invalid", reason: error instanceof Error ? error.message : String(error) });
  }
}

// One pass, before parsing; brackets inside strings don't count.
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}

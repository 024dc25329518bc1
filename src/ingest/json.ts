// JSON text → a value whose depth is known to be sane, and the articles in it.

import { MAX_BATCH_ARTICLES, MAX_JSON_DEPTH } from "../model/limits.ts";
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

/** What a JSON body holds: one article, or a batch of them. */
export type JsonBody =
  | { readonly kind: "article"; readonly item: unknown }
  | { readonly kind: "batch"; readonly items: readonly unknown[] };

/** Tell an article from a batch: a list of articles, or an object with such a list as `items`, as a JSON Feed has. */
export function readJsonBody(json: string): Result<JsonBody, IngestError> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const items = Array.isArray(value) ? value : itemsIn(value);
  if (items === null) return ok({ kind: "article", item: value });
  return items.length > 0 && items.length <= MAX_BATCH_ARTICLES
    ? ok({ kind: "batch", items })
    : fail({
        kind: "batch_size_invalid",
        pointer: Array.isArray(value) ? "" : "/items",
        articles: items.length,
        maxArticles: MAX_BATCH_ARTICLES,
      });
}

/** The items of what is no article itself; the feed's language and authors are those of items that name none. */
function itemsIn(value: unknown): readonly unknown[] | null {
  if (!isObject(value) || !Array.isArray(value["items"])) return null;
  if (["content_html", "content_text", "content_markdown"].some((name) => name in value)) return null;
  const shared = ["language", "authors"].filter((name) => value[name] !== undefined);
  return value["items"].map((item) =>
    isObject(item)
      ? {
          ...Object.fromEntries(
            shared
              .filter((name) => item[name] == null && !(name === "authors" && item["author"]))
              .map((name) => [name, value[name]]),
          ),
          ...item,
        }
      : item,
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// What a Micropub client asks: GET /feeds/{feed}/micropub?q=…
//
// Source: https://www.w3.org/TR/micropub/#querying, and for q=category
// https://indieweb.org/Micropub-extensions

import { openBundle } from "../formats/bundle.ts";
import { propertiesOf } from "../ingest/micropub/article-properties.ts";
import { keyOfArticleUrl } from "../model/address.ts";
import { foldLabel } from "../model/label.ts";
import { may } from "../model/scope.ts";
import type { Deps } from "../ports.ts";
import { badRequest, micropubError, micropubJson, NO_SUCH_ARTICLE } from "./micropub-answers.ts";
import { insufficientScope, type Sender } from "./sender.ts";

type Needs = Pick<Deps, "publicOrigin" | "journalOf" | "loadFeedRecord">;

const POST_TYPES = [
  { type: "note", name: "Note" },
  { type: "article", name: "Article" },
  { type: "photo", name: "Photo" },
  { type: "audio", name: "Audio" },
  { type: "video", name: "Video" },
  { type: "bookmark", name: "Bookmark" },
];

export async function answerQuery(deps: Needs, sender: Sender, query: URLSearchParams): Promise<Response> {
  switch (query.get("q")) {
    // Without a question it is asked whether the token is good.
    case null:
    case "config":
      return micropubJson(200, {
        q: ["config", "source", "syndicate-to", "category"],
        "syndicate-to": [],
        categories: await categoriesOf(deps, sender, ""),
        "post-types": POST_TYPES,
        visibility: ["public"],
      });
    case "syndicate-to":
      return micropubJson(200, { "syndicate-to": [] });
    case "category": {
      const sought = query.get("search") ?? query.get("filter") ?? "";
      return micropubJson(200, { categories: await categoriesOf(deps, sender, sought) });
    }
    case "source":
      return answerSource(deps, sender, query);
    default:
      return micropubError(badRequest("q must be config, source, syndicate-to or category."));
  }
}

/** The feed's tags as it published them last: none while there are too many to list. */
async function categoriesOf(deps: Needs, { feed }: Sender, sought: string): Promise<readonly string[]> {
  const bytes = await deps.loadFeedRecord(feed.slug);
  const tags = (bytes === null ? null : openBundle(bytes)?.header.tags) ?? [];
  const folded = foldLabel("tag", sought);
  return tags.filter((tag) => tag.includes(folded));
}

async function answerSource(
  deps: Needs,
  { feed, publisher }: Sender,
  query: URLSearchParams,
): Promise<Response> {
  // Who may change an article must see what it says.
  if (!may(publisher, "read") && !may(publisher, "update")) return micropubError(insufficientScope("read"));
  const url = query.get("url");
  if (url === null) return micropubError(badRequest("url must be the article's address."));
  const key = keyOfArticleUrl(url, deps.publicOrigin, feed.slug);
  const reading = key === null ? null : await deps.journalOf(feed.slug).read(key);
  if (reading === null) return micropubError(NO_SUCH_ARTICLE);
  if (reading.article === null || reading.state === "tombstone")
    return micropubError(badRequest("This article was withdrawn."));
  const properties = new Map(propertiesOf(reading.article, reading.state)).set("url", [reading.receipt.url]);
  const asked = [...query.entries()].flatMap(([name, value]) =>
    /^properties(?:\[\d*\])?$/.test(name) ? [value] : [],
  );
  return micropubJson(
    200,
    asked.length === 0
      ? { type: ["h-entry"], properties: Object.fromEntries(properties) }
      : { properties: Object.fromEntries([...properties].filter(([name]) => asked.includes(name))) },
  );
}

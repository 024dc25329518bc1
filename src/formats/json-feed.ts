// JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: what stands around the items.
//
// Every document of a feed names the head as `feed_url`, which JSON Feed takes for
// the feed's identity; older articles are where `next_url` leads.

import { ABOUT_JSON_PATH } from "../model/address.ts";
import { articleId } from "../model/article.ts";
import { titleOf } from "../model/place.ts";
import { type DocumentContext, documentUrlOf, type FeedSnapshot, homePageOf } from "./context.ts";
import { isoDate } from "./dates.ts";
import { authorOf, present, presentList, renderJsonItem } from "./json-item.ts";
import { pagingOf } from "./paging.ts";

/** Everything before the first item. */
export function renderJsonHead(context: DocumentContext): string {
  const { feed, publicOrigin, changedAt, place, tombstones } = context;
  const { current, previousArchive, nextArchive } = pagingOf(context, "json");
  const head = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: titleOf(context),
    home_page_url: homePageOf(context),
    feed_url: current ?? documentUrlOf(context, "json"),
    next_url: present(previousArchive),
    description: feed.description,
    icon: present(feed.image ?? feed.icon),
    favicon: present(feed.icon),
    authors: presentList(feed.authors.map(authorOf)),
    language: feed.language,
    _edgewire: {
      about: publicOrigin + ABOUT_JSON_PATH,
      updated: isoDate(changedAt),
      copyright: present(feed.copyright),
      categories: presentList(feed.categories),
      archive: place.kind === "archive" ? place.number : undefined,
      newer_url: present(nextArchive),
      deleted: presentList(
        tombstones.map((tombstone) => ({
          id: articleId(tombstone),
          when: isoDate(tombstone.withdrawnAt),
        })),
      ),
    },
  });
  return `${head.slice(0, -1)},"items":[\n`;
}

export const JSON_SEPARATOR = ",\n";
export const JSON_TAIL = "\n]}\n";

/** Render a snapshot as JSON Feed 1.1. Same snapshot, same bytes: the ETag rests on it. */
export const renderJson = (snapshot: FeedSnapshot): string =>
  renderJsonHead(snapshot) +
  snapshot.articles.map((article) => renderJsonItem(article, snapshot)).join(JSON_SEPARATOR) +
  JSON_TAIL;

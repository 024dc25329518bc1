// Atom 1.0, RFC 4287: what stands around the entries.
//
// Withdrawn articles are deleted-entry elements, RFC 6721, behind the entries.

import { FORMAT_FACTS } from "../model/format.ts";
import { titleOf } from "../model/place.ts";
import { atomIdOf, authorElement, renderAtomEntry } from "./atom-entry.ts";
import {
  type DocumentContext,
  documentUriOf,
  documentUrlOf,
  type FeedSnapshot,
  homePageOf,
} from "./context.ts";
import { isoDate } from "./dates.ts";
import { MEDIA_NAMESPACE } from "./media-rss.ts";
import { completeMarkOf, HISTORY_NAMESPACE, pagingLinksOf } from "./paging.ts";
import { element, optional, startTag, titleElement } from "./xml.ts";

const TOMBSTONES_NAMESPACE = "http://purl.org/atompub/tombstones/1.0";

/** Everything before the first entry. */
export function renderAtomHead(context: DocumentContext): string {
  const { feed, changedAt, place } = context;
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:fh": HISTORY_NAMESPACE,
    "xmlns:media": MEDIA_NAMESPACE,
    "xml:lang": feed.language,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("feed", attributes),
    "\n",
    element("id", {}, documentUriOf(context)),
    titleElement(titleOf(context)),
    element("subtitle", {}, feed.description),
    element("updated", {}, isoDate(changedAt)),
    // §4.1.1: the feed has an author unless every entry has one.
    ...(feed.authors.length > 0 ? feed.authors : [{ name: feed.title, url: null }]).map(authorElement),
    // The only alternate: some readers take the first for the web page, Newsboat the last.
    element("link", { rel: "alternate", type: "text/html", href: homePageOf(context) }, null),
    documentLink("self", documentUrlOf(context, "atom")),
    ...pagingLinksOf(context, "atom").map(({ rel, href }) => documentLink(rel, href)),
    ...feed.categories.map((term) => element("category", { term }, null)),
    optional("icon", feed.icon),
    optional("logo", feed.image),
    optional("rights", feed.copyright),
    element("generator", {}, "Edgewire"),
    place.kind === "archive" ? element("fh:archive", {}, null) : "",
    "\n",
  ].join("");
}

const documentLink = (rel: string, href: string): string =>
  element("link", { rel, type: FORMAT_FACTS.atom.mediaType, href }, null);

/** Everything after the last entry: what was withdrawn (RFC 6721 §3), and the end. */
export const renderAtomTail = ({ tombstones }: Pick<DocumentContext, "tombstones">): string =>
  `${tombstones
    .map((tombstone) =>
      element(
        "at:deleted-entry",
        {
          "xmlns:at": TOMBSTONES_NAMESPACE,
          ref: atomIdOf(tombstone),
          when: isoDate(tombstone.withdrawnAt),
        },
        null,
      ),
    )
    .join("\n")}${tombstones.length === 0 ? "" : "\n"}</feed>\n`;

/** Render a snapshot as Atom 1.0. Same snapshot, same bytes: the ETag rests on it. */
export const renderAtom = (snapshot: FeedSnapshot): string =>
  renderAtomHead(snapshot) +
  snapshot.articles.map((article) => renderAtomEntry(article, snapshot)).join("") +
  completeMarkOf(snapshot) +
  renderAtomTail(snapshot);

// Everything that can be said of a feed without asking its server. Pure: same
// bytes, same findings.

import { checkAtom, readAtom } from "./atom/atom.ts";
import { decode, sniff } from "./encoding.ts";
import { checkHistory } from "./extensions/history.ts";
import { checkItunes, hasItunes } from "./extensions/itunes.ts";
import { checkLinks, type DeclaredLinks, declaredLinks } from "./extensions/links.ts";
import { checkMedia } from "./extensions/media.ts";
import { checkModules } from "./extensions/modules.ts";
import { checkPodcast } from "./extensions/podcast.ts";
import { checkTombstones } from "./extensions/tombstones.ts";
import { checkWebfeeds } from "./extensions/webfeeds.ts";
import type { Delivery, Feed, Format } from "./feed.ts";
import { error, type Finding, type Findings, LEVELS } from "./finding.ts";
import { checkJsonFeed, readJsonFeed } from "./json/json-feed.ts";
import { checkProfile, type Profile } from "./profiles/profile.ts";
import { checkRss, readRss } from "./rss/rss.ts";
import { checkSize } from "./size.ts";
import { checkNamespaces, NAMESPACES } from "./xml/namespaces.ts";
import { checkDocument, faultFindings } from "./xml/well-formed.ts";
import { readXml, type XmlElement } from "./xml/xml-tree.ts";

export type FeedDocument = {
  readonly bytes: Uint8Array;
  readonly contentType: string | null; // the header; null for a file
  readonly url: string | null; // where it was read, after redirects; null for a file
};

export type Examination = {
  readonly format: Format | null; // null: it is no feed, and the only finding says what it is
  readonly findings: Findings; // errors first
  readonly links: DeclaredLinks;
};

/** What a step of reading comes to: a feed, or findings that no reader gets past. */
type Reading = { readonly feed: Feed | null; readonly format: Format | null; readonly findings: Findings };

const NO_LINKS: DeclaredLinks = { self: [], hubs: [] };

/** @param profiles whose needs to check besides; none: podcasts' if the feed says that it is one */
export function examine(document: FeedDocument, profiles: readonly Profile[]): Examination {
  const kind = sniff(document.bytes);
  if (kind === null) return notAFeed("it is neither XML nor JSON");
  const { text, encoding, findings } = decode(document.bytes, document.contentType, kind);
  const delivery = { sizeBytes: document.bytes.length, encoding, url: document.url };
  const reading = kind === "json" ? readJson(text, delivery) : readMarkup(text, delivery);
  if ("reason" in reading) return notAFeed(reading.reason);

  const { feed, format } = reading;
  const all = [...findings, ...reading.findings];
  if (feed === null) return { format, findings: inOrder(all), links: NO_LINKS };
  const wanted = profiles.length > 0 ? profiles : ownProfiles(feed);
  return {
    format,
    findings: inOrder([
      ...all,
      ...checkFormat(feed),
      ...checkLinks(feed),
      ...checkSize(feed),
      ...wanted.flatMap((profile) => checkProfile(profile, feed)),
    ]),
    links: declaredLinks(feed),
  };
}

const notAFeed = (reason: string): Examination => ({
  format: null,
  findings: [
    error("not-a-feed", "line 1", `This is not a feed: ${reason}.`, "RSS 2.0, RFC 4287, JSON Feed 1.1"),
  ],
  links: NO_LINKS,
});

function readJson(text: string, delivery: Delivery): Reading | { readonly reason: string } {
  const read = readJsonFeed(text);
  if (read.ok) return { feed: { ...read.value, ...delivery }, format: "json", findings: [] };
  if (read.findings === null) return { reason: "it is JSON, and not a JSON Feed" };
  return { feed: null, format: "json", findings: read.findings };
}

const HTML_PAGE = 'it is a page in HTML; look in it for <link rel="alternate">, which leads to its feed';
// Known before it is parsed: no XML parser reads <!doctype html>.
const IS_HTML = /^\s*<(?:!doctype\s+html|html)\b/i;

function readMarkup(text: string, delivery: Delivery): Reading | { readonly reason: string } {
  if (IS_HTML.test(text)) return { reason: HTML_PAGE };
  const document = readXml(text);
  const { root, faults } = document;
  if (root === null) return { reason: "its XML has no element" };
  const format = formatOf(root);
  if (typeof format === "object") return format;
  if (faults.length > 0) return { feed: null, format, findings: faultFindings(faults, text) };
  const findings = [...checkDocument(document), ...checkNamespaces(document)];
  if (format === "atom") return { feed: { ...readAtom(root), ...delivery }, format, findings };
  const read = readRss(root);
  return read.ok
    ? { feed: { ...read.value, ...delivery }, format, findings }
    : { feed: null, format, findings: [...findings, ...read.findings] };
}

function formatOf({ local, namespace }: XmlElement): "rss" | "atom" | { readonly reason: string } {
  if (local === "rss") return "rss";
  if (local === "feed" && namespace === NAMESPACES.atom) return "atom";
  if (local === "html") return { reason: HTML_PAGE };
  if (local === "RDF") return { reason: "it is RSS 1.0 (RDF), which is not examined here" };
  if (local === "feed")
    return { reason: `its <feed> is not in Atom's namespace: write xmlns="${NAMESPACES.atom}"` };
  return { reason: `its root element is <${local}>` };
}

function checkFormat(feed: Feed): Findings {
  if (feed.format === "json") return checkJsonFeed(feed);
  const [head, articles] = feed.format === "rss" ? [feed.channel, feed.items] : [feed.root, feed.entries];
  return [
    ...(feed.format === "rss" ? checkRss(feed) : checkAtom(feed)),
    ...checkHistory(head, articles),
    ...checkTombstones(head, articles),
    ...[checkModules, checkMedia, checkItunes, checkPodcast, checkWebfeeds].flatMap((check) =>
      check(feed.root),
    ),
  ];
}

const ownProfiles = (feed: Feed): readonly Profile[] =>
  feed.format === "rss" && hasItunes(feed.root) ? ["podcast"] : [];

const lineNumber = ({ where }: Finding): number => Number(/^line (\d+)$/.exec(where)?.[1] ?? 0);

/** Errors first, and within a level as they stand in the feed. */
const inOrder = (findings: Findings): Findings =>
  findings.toSorted(
    (one, other) =>
      LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || lineNumber(one) - lineNumber(other),
  );

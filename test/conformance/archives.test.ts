// RFC 5005: how a feed's documents hang together, in RSS and Atom by its links, in
// JSON Feed by next_url.
//
// Left out: that an archive never changes (§4: "SHOULD NOT"), and may be kept for
// ever. What was withdrawn or corrected leaves it, so it is kept for a day.

import { beforeAll, describe, expect, it } from "vitest";
import { accepted, ORIGIN, publishedAs, readDocument, request } from "../worker/client.ts";
import { freshSmallFeed } from "../worker/feeds.ts";
import { postNumbered } from "../worker/walk.ts";
import { all, childrenOf, type Node, parseXml } from "../xml.ts";
import { ARTICLES } from "./articles.ts";
import {
  documentsOf,
  headOf,
  MAGAZINE,
  type Magazine,
  type Read,
  readMagazine,
  wholeOf,
} from "./magazine.ts";
import type { Requirement } from "./requirement.ts";

const XML_FORMATS = ["rss", "atom"] as const;
const FORMATS = [...XML_FORMATS, "json"] as const;
const PAGING = ["first", "last", "next", "previous", "current", "prev-archive", "next-archive"];

let magazine: Magazine;

beforeAll(async () => {
  magazine = await readMagazine();
}, 30_000);

/** Where the links stand: the channel, or the feed. */
function frameOf({ text }: Read): Node {
  const root = parseXml(text);
  return childrenOf(root, "channel")[0] ?? root;
}

/** The links between documents, by their relation. */
const pagingOf = (document: Read): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...childrenOf(frameOf(document), "link"), ...childrenOf(frameOf(document), "atom:link")]
      .map(({ attributes: { rel = "", href = "" } }) => [rel, href] as const)
      .filter(([rel]) => PAGING.includes(rel)),
  );

const marksIn = (document: Read, name: string): number => all(parseXml(document.text), name).length;
const archivesOf = (of: Magazine, format: (typeof FORMATS)[number]): readonly Read[] =>
  documentsOf(of, format).filter(({ place }) => place === "archive");

/** The ids that a document carries. */
function idsIn({ format, text }: Read): readonly string[] {
  if (format === "json") return JSON.parse(text).items.map(({ id }: { id: string }) => id);
  const root = parseXml(text);
  const [item, id] = format === "rss" ? ["item", "guid"] : ["entry", "id"];
  return all(root, item).flatMap((one) => childrenOf(one, id).map((node) => node.text));
}

const REQUIREMENTS: readonly Requirement<Magazine>[] = [
  [
    "RFC 5005 §2",
    "fh:complete stands in a document that holds everything: never in one with archives, nor in an archive",
    (of) => {
      for (const format of XML_FORMATS)
        for (const document of documentsOf(of, format))
          expect([document.path, marksIn(document, "fh:complete")]).toEqual([
            document.path,
            document.place === "derived" ? 1 : 0,
          ]);
    },
  ],
  [
    "RFC 5005 §2",
    "a feed whose head holds everything is complete, and leads to no archive",
    async () => {
      const feed = freshSmallFeed();
      const posted = await postNumbered(feed, 1, 2);
      await publishedAs(feed, posted.get("2")?.feedVersion ?? Number.POSITIVE_INFINITY);
      for (const file of ["rss.xml", "atom.xml"]) {
        const xml = await readDocument(feed, file);
        expect(xml).toContain("<fh:complete/>");
        expect(xml).not.toContain("archive");
      }
    },
  ],
  [
    "RFC 5005 §3",
    "no document is a page that shifts: none has first, last, next or previous",
    (of) => {
      for (const format of XML_FORMATS)
        for (const document of documentsOf(of, format))
          for (const rel of ["first", "last", "next", "previous"])
            expect([document.path, pagingOf(document)[rel]]).toEqual([document.path, undefined]);
    },
  ],
  [
    "RFC 5005 §4",
    "the subscription document has prev-archive, and no fh:archive",
    (of) => {
      for (const format of XML_FORMATS) {
        const head = headOf(of, format);
        const [newest] = archivesOf(of, format);
        expect(pagingOf(head)).toEqual({ "prev-archive": newest?.url });
        expect(marksIn(head, "fh:archive")).toBe(0);
      }
    },
  ],
  [
    "RFC 5005 §4",
    "an archive has fh:archive once, and names the subscription document as current",
    (of) => {
      for (const format of XML_FORMATS)
        for (const archive of archivesOf(of, format)) {
          expect(childrenOf(frameOf(archive), "fh:archive").length).toBe(1);
          expect(pagingOf(archive)["current"]).toBe(headOf(of, format).url);
        }
    },
  ],
  [
    "RFC 5005 §4",
    "archives are linked both ways; the oldest has no prev-archive, the newest no next-archive",
    (of) => {
      for (const format of XML_FORMATS) {
        const archives = archivesOf(of, format);
        for (const [at, archive] of archives.entries()) {
          const { "prev-archive": previous, "next-archive": next } = pagingOf(archive);
          expect([archive.path, previous, next]).toEqual([
            archive.path,
            archives[at + 1]?.url,
            at === 0 ? undefined : archives[at - 1]?.url,
          ]);
        }
      }
    },
  ],
  [
    "RFC 5005 §4",
    "an archive is at an address of its own for ever, by its number from the oldest",
    (of) => {
      const paths = archivesOf(of, "atom").map(({ path }) => path);
      expect(paths).toEqual(paths.map((_, at) => `/feeds/${MAGAZINE}/archive/${paths.length - at}/atom.xml`));
    },
  ],
  [
    "RFC 5005 §4",
    "no id is met twice on the way from the head to the oldest archive, and each article once, in every format",
    (of) => {
      for (const format of FORMATS) {
        const ids = wholeOf(of, format).flatMap(idsIn);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(ARTICLES.length);
      }
    },
  ],
  [
    "RFC 5005 §4, JSON Feed next_url",
    "in JSON, what prev-archive is in XML is next_url, and an archive says which it is",
    (of) => {
      const archives = archivesOf(of, "json");
      expect(JSON.parse(headOf(of, "json").text).next_url).toBe(archives[0]?.url);
      for (const [at, { text }] of archives.entries()) {
        const { next_url, _edgewire } = JSON.parse(text);
        expect([next_url, _edgewire.archive]).toEqual([archives[at + 1]?.url, archives.length - at]);
      }
    },
  ],
  [
    "RFC 5005 §4",
    "a link leads to where it says: every one is answered with a document",
    async (of) => {
      const urls = XML_FORMATS.flatMap((format) =>
        documentsOf(of, format).flatMap((document) => Object.values(pagingOf(document))),
      );
      for (const url of new Set(urls)) expect((await request(url.slice(ORIGIN.length))).status).toBe(200);
    },
  ],
  [
    "RFC 5005 §4",
    "an archive's bytes and tag stay as they are when more is published",
    async (of) => {
      const oldest = archivesOf(of, "atom").at(-1);
      const posted = await postNumbered(MAGAZINE, 5_000, 5_005);
      await publishedAs(MAGAZINE, posted.get("5005")?.feedVersion ?? Number.POSITIVE_INFINITY);
      const now = await request(oldest?.path ?? "");
      expect(now.headers.get("ETag")).toBe(oldest?.headers.get("ETag"));
      expect(await now.text()).toBe(oldest?.text);
    },
  ],
  [
    "RFC 5005 §4",
    "a correction of what is in an archive comes again in the subscription document, under its id",
    async (of) => {
      expect(headOf(of, "json").text).not.toContain('"plain-1"');
      const receipt = await accepted(MAGAZINE, { id: "plain-1", title: "Plain 1, corrected" });
      const { items } = JSON.parse(await publishedAs(MAGAZINE, receipt.feedVersion, "feed.json"));
      expect(items).toContainEqual(expect.objectContaining({ id: "plain-1", title: "Plain 1, corrected" }));
    },
  ],
];

describe("archives", () => {
  it.each(REQUIREMENTS)("%s: %s", (_clause, _requirement, check) => check(magazine));
});

// Atom 1.0, RFC 4287, on the head, the archives and the derived feeds alike.

import { beforeAll, describe, expect, it } from "vitest";
import { accepted, publishedAs } from "../worker/client.ts";
import { all, childrenOf, type Node, parseXml, textOf } from "../xml.ts";
import { addressesIn } from "./addresses.ts";
import { documentsOf, MAGAZINE, type Read, readMagazine } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";

type Feed = Read & { readonly root: Node; readonly entries: readonly Node[] };
type Feeds = readonly Feed[];

let feeds: Feeds;

beforeAll(async () => {
  feeds = documentsOf(await readMagazine(), "atom").map((read) => {
    const root = parseXml(read.text);
    return { ...read, root, entries: childrenOf(root, "entry") };
  });
}, 30_000);

const entriesIn = (of: Feeds): readonly Node[] => of.flatMap(({ entries }) => entries);
const linksOf = (node: Node) => childrenOf(node, "link").map(({ attributes }) => attributes);
const ABSOLUTE_IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/;
const ATOM_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function entryOf(of: Feeds, title: string): Node {
  const entry = entriesIn(of).find((one) => textOf(one, "title") === title);
  if (entry === undefined) throw new Error(`no entry ${title}`);
  return entry;
}

const FEED: readonly Requirement<Feeds>[] = [
  [
    "RFC 4287 §4.1.1",
    "one id, one title, one updated",
    (of) => {
      for (const { path, root } of of)
        for (const name of ["id", "title", "updated"])
          expect([path, name, childrenOf(root, name).length]).toEqual([path, name, 1]);
    },
  ],
  [
    "RFC 4287 §4.1.1",
    "an author with a name, for the entries that have none",
    (of) => {
      for (const { root } of of)
        expect(childrenOf(root, "author").map((author) => textOf(author, "name"))).toEqual(["The Desk"]);
    },
  ],
  [
    "RFC 4287 §4.1.1",
    "at most one alternate of a type and language",
    (of) => {
      for (const node of [...of.map(({ root }) => root), ...entriesIn(of)])
        expect(linksOf(node).filter(({ rel }) => rel === "alternate").length).toBe(1);
    },
  ],
  [
    "RFC 4287 §4.1.1",
    "exactly one link with rel=self, which is the address it was fetched from",
    (of) => {
      for (const { url, root } of of)
        expect(linksOf(root).filter(({ rel }) => rel === "self")).toEqual([
          { rel: "self", type: "application/atom+xml", href: url },
        ]);
    },
  ],
  [
    "RFC 4287 §4.1.1",
    "no entry's id twice in one document",
    (of) => {
      for (const { path, entries } of of) {
        const ids = entries.map((entry) => textOf(entry, "id"));
        expect([path, new Set(ids).size]).toEqual([path, ids.length]);
      }
    },
  ],
  [
    "RFC 4287 §2",
    "xml:lang on the feed and on an entry of another language, and never xml:base",
    (of) => {
      for (const { root, text } of of) {
        expect(root.attributes["xml:lang"]).toBe("en-GB");
        expect(text).not.toContain("xml:base");
      }
      expect(entryOf(of, "Über Gezeiten").attributes).toEqual({ "xml:lang": "de-DE" });
      expect(entryOf(of, "With sound").attributes).toEqual({});
    },
  ],
  [
    "RFC 4287 §3.3",
    "dates are RFC 3339, with T and Z in capitals",
    (of) => {
      for (const { root } of of)
        for (const name of ["updated", "published"])
          for (const { text } of all(root, name)) expect(text).toMatch(ATOM_DATE);
    },
  ],
  [
    "RFC 4287 §4.2.5",
    "an icon and a logo, where the definition has them",
    (of) => {
      for (const { root } of of) {
        expect(textOf(root, "icon")).toBe("https://publisher.test/icon.png");
        expect(textOf(root, "logo")).toBe("https://publisher.test/logo.png");
      }
    },
  ],
];

const ENTRY: readonly Requirement<Feeds>[] = [
  [
    "RFC 4287 §4.1.2",
    "one id, one title, one updated",
    (of) => {
      for (const entry of entriesIn(of))
        for (const name of ["id", "title", "updated"])
          expect([textOf(entry, "title"), name, childrenOf(entry, name).length]).toEqual([
            textOf(entry, "title"),
            name,
            1,
          ]);
    },
  ],
  [
    "RFC 4287 §4.1.2",
    "one without content has a link to its page, and a summary",
    (of) => {
      const entry = entryOf(of, "Nothing but a title");
      expect(childrenOf(entry, "content")).toEqual([]);
      expect(linksOf(entry).map(({ rel }) => rel)).toEqual(["alternate"]);
      expect(textOf(entry, "summary")).toBe("Nothing but a title");
    },
  ],
  [
    "RFC 4287 §3.1",
    "a title is plain text, whatever its characters",
    (of) => {
      for (const entry of entriesIn(of))
        for (const { attributes, children } of childrenOf(entry, "title"))
          expect([attributes["type"] ?? "text", children]).toEqual(["text", []]);
      expect(textOf(entryOf(of, "Fish & chips, 3 < 5"), "summary")).toBe("Salt & vinegar, at <5 a bag.");
    },
  ],
  [
    "RFC 4287 §4.1.3",
    "content is escaped HTML in the document itself",
    (of) => {
      for (const entry of entriesIn(of))
        for (const { attributes, children } of childrenOf(entry, "content"))
          expect([attributes, children]).toEqual([{ type: "html" }, []]);
      const [content] = childrenOf(entryOf(of, "Fish & chips, 3 < 5"), "content");
      expect(content?.text).toContain("<p>Salt &amp; vinegar: <code>a &lt; b &amp;&amp; c ");
    },
  ],
  [
    "RFC 4287 §4.2.2",
    "a category has a term",
    (of) => {
      for (const { root } of of)
        for (const { attributes } of all(root, "category")) expect(attributes["term"]).toBeTruthy();
    },
  ],
  [
    "RFC 4287 §4.2.6",
    "an id is an IRI: the publisher's own where it is one, else a tag URI",
    (of) => {
      for (const id of of.flatMap(({ root }) => all(root, "id"))) expect(id.text).toMatch(ABSOLUTE_IRI);
      expect(textOf(entryOf(of, "With pictures"), "id")).toBe("https://publisher.test/?p=6");
      expect(textOf(entryOf(of, "With sound"), "id")).toMatch(/^tag:wire\.test,\d{4}:magazine\//);
    },
  ],
  [
    "RFC 4287 §4.2.6",
    "an id is the same in every document that has the article",
    (of) => {
      const ids = entriesIn(of)
        .filter((entry) => textOf(entry, "title") === "Über Gezeiten")
        .map((entry) => textOf(entry, "id"));
      expect([ids.length, new Set(ids).size]).toEqual([4, 1]);
    },
  ],
  [
    "RFC 4287 §4.2.7",
    "no link is relative, nor any address in the content",
    (of) => {
      for (const document of of)
        for (const address of addressesIn(document)) expect(address).toMatch(/^https?:\/\/[^/]+\//);
      const [content] = childrenOf(entryOf(of, "With pictures"), "content");
      expect(content?.text).toContain('cite="https://publisher.test/log"');
    },
  ],
  [
    "RFC 4287 §4.2.7",
    "every attachment is a link with rel=enclosure and its media type",
    (of) => {
      const enclosures = linksOf(entryOf(of, "With sound")).filter(({ rel }) => rel === "enclosure");
      expect(enclosures.map(({ type }) => type)).toEqual(["application/pdf", "audio/mpeg", "audio/x-m4a"]);
    },
  ],
  [
    "RFC 4287 §4.2.15",
    "updated is never before published",
    (of) => {
      for (const entry of entriesIn(of)) {
        const [published, updated] = ["published", "updated"].map((name) =>
          Date.parse(textOf(entry, name) ?? ""),
        );
        expect(updated).toBeGreaterThanOrEqual(published ?? Number.NaN);
      }
      expect(textOf(entryOf(of, "With pictures"), "updated")).toBe("2026-01-02T18:00:00Z");
      expect(textOf(entryOf(of, "Über Gezeiten"), "updated")).toBe("2026-01-04T06:00:00Z");
    },
  ],
  [
    "RFC 4287 §4.2.6",
    "a correction, and a title of its own, leave the id as it is, and move updated",
    async (of) => {
      const before = entryOf(of, "With sound");
      const receipt = await accepted(MAGAZINE, { id: "sound", title: "Sound, corrected" });
      const root = parseXml(await publishedAs(MAGAZINE, receipt.feedVersion, "atom.xml"));
      const after = all(root, "entry").find((entry) => textOf(entry, "title") === "Sound, corrected");
      expect(textOf(after, "id")).toBe(textOf(before, "id"));
      expect(Date.parse(textOf(after, "updated") ?? "")).toBeGreaterThan(
        Date.parse(textOf(before, "updated") ?? ""),
      );
    },
  ],
];

describe.each([
  ["the feed", FEED],
  ["an entry", ENTRY],
])("Atom: %s", (_, table) => {
  it.each(table)("%s: %s", (_clause, _requirement, check) => check(feeds));
});

// RFC 6721: what was withdrawn, in Atom, and the same in JSON Feed.
//
// Left out: RSS, from which what was withdrawn is just gone.

import { beforeAll, describe, expect, it } from "vitest";
import { accepted, ORIGIN, publishedAs, request } from "../worker/client.ts";
import { all, childrenOf, type Node, parseXml, textOf } from "../xml.ts";
import { WITHDRAWN } from "./articles.ts";
import { documentsOf, headOf, MAGAZINE, type Magazine, readReducedMagazine } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";

const NAMESPACE = "http://purl.org/atompub/tombstones/1.0";
const OWN_ID = "https://publisher.test/?p=gone";

let magazine: Magazine;

beforeAll(async () => {
  magazine = await readReducedMagazine();
}, 30_000);

const deletedIn = (root: Node): readonly Node["attributes"][] =>
  childrenOf(root, "at:deleted-entry").map(({ attributes }) => attributes);
const atomOf = (of: Magazine): Node => parseXml(headOf(of, "atom").text);

const REQUIREMENTS: readonly Requirement<Magazine>[] = [
  [
    "RFC 6721 §3",
    "a deleted-entry for each, a child of atom:feed in its own namespace, and nowhere below",
    (of) => {
      const deleted = deletedIn(atomOf(of));
      expect(deleted.map((attributes) => attributes["xmlns:at"])).toEqual([NAMESPACE, NAMESPACE]);
      expect(all(atomOf(of), "at:deleted-entry").length).toBe(2);
    },
  ],
  [
    "RFC 6721 §3",
    "ref is the id that the entry had: the publisher's where it is an IRI, else a tag URI",
    (of) => {
      const key = of.receipts.get("gone")?.key;
      expect(deletedIn(atomOf(of)).map(({ ref }) => ref)).toEqual([
        expect.stringMatching(new RegExp(`^tag:wire\\.test,\\d{4}:${MAGAZINE}/${key}$`)),
        OWN_ID,
      ]);
    },
  ],
  [
    "RFC 6721 §3",
    "when is RFC 3339, and the newest stands last, for readers that keep only that one",
    (of) => {
      const whens = deletedIn(atomOf(of)).map(({ when = "" }) => when);
      for (const when of whens) expect(when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
      expect(whens).toEqual(whens.toSorted((one, other) => Date.parse(one) - Date.parse(other)));
    },
  ],
  [
    "RFC 6721 §3",
    "what was withdrawn is no entry of any document, in any format",
    (of) => {
      for (const { path, text } of of.documents) {
        const held = WITHDRAWN.filter(
          ({ title }) => text.includes(`>${title}<`) || text.includes(`"${title}"`),
        );
        expect([path, held]).toEqual([path, []]);
      }
    },
  ],
  [
    "RFC 6721 §3",
    "an archive has none: it is the head that tells",
    (of) => {
      for (const { place, text } of documentsOf(of, "atom"))
        if (place === "archive") expect(text).not.toContain("deleted-entry");
    },
  ],
  [
    "JSON Feed 1.1, Extensions",
    "the same under _edgewire, by the ids that items have, with what it is about",
    (of) => {
      const { _edgewire } = JSON.parse(headOf(of, "json").text);
      const whens = deletedIn(atomOf(of)).map(({ when }) => when);
      expect(_edgewire).toMatchObject({
        about: `${ORIGIN}/about/json-feed`,
        deleted: [
          { id: "gone", when: whens[0] },
          { id: OWN_ID, when: whens[1] },
        ],
      });
    },
  ],
  [
    "RFC 9110 §15.5.11",
    "the page of what was withdrawn says 410",
    async (of) => {
      for (const { id } of WITHDRAWN) {
        const { pathname } = new URL(of.receipts.get(id)?.url ?? "");
        expect((await request(pathname)).status).toBe(410);
      }
    },
  ],
  [
    "RFC 6721 §3",
    "posted again it is an entry, updated later than it was withdrawn, and no tombstone",
    async (of) => {
      const when = Date.parse(deletedIn(atomOf(of)).find(({ ref }) => ref === OWN_ID)?.["when"] ?? "");
      const receipt = await accepted(MAGAZINE, { id: OWN_ID, title: "Here again" });
      const root = parseXml(await publishedAs(MAGAZINE, receipt.feedVersion, "atom.xml"));
      expect(deletedIn(root).map(({ ref }) => ref)).not.toContain(OWN_ID);
      const entry = childrenOf(root, "entry").find((one) => textOf(one, "id") === OWN_ID);
      expect(Date.parse(textOf(entry, "updated") ?? "")).toBeGreaterThan(when);
    },
  ],
];

describe("tombstones", () => {
  it.each(REQUIREMENTS)("%s: %s", (_clause, _requirement, check) => check(magazine));
});

// Archives and complete feeds (RFC 5005), tombstones (RFC 6721), the feed's own
// address and its hubs (WebSub): alike in Atom and RSS.

import { expect, it } from "vitest";
import { examine } from "../../scripts/doctor/examine.ts";
import { ATOM, changed, documentOf, RSS, said, saidWhere } from "./feeds.ts";

const FH = 'xmlns:fh="http://purl.org/syndication/history/1.0"';
const AT = 'xmlns:at="http://purl.org/atompub/tombstones/1.0"';
const SELF = "https://news.example/harbour/atom.xml";
const link = (rel: string, href: string): string => `<link rel="${rel}" href="${href}"/>`;
const stone = (attributes: string): string => `<at:deleted-entry ${AT} ${attributes}/>`;

const inAtom = (xml: string): string => changed(ATOM, "<subtitle>", `${xml}<subtitle>`);
const inRss = (xml: string): string =>
  changed(RSS, "<ttl>", `${xml.replaceAll("<link ", "<atom:link ")}<ttl>`);

const ARCHIVE = `<fh:archive ${FH}/>`;
const CURRENT = link("current", "https://news.example/harbour/now.xml");
const EARLIER = link("prev-archive", "https://news.example/harbour/1.xml");
const LATER = link("next-archive", "https://news.example/harbour/3.xml");

it.each([
  ["an archive", ARCHIVE + CURRENT + EARLIER + LATER],
  ["a page", link("next", "https://news.example/2") + link("first", SELF)],
  ["a complete feed", `<fh:complete ${FH}/>`],
  ["a feed with a hub", link("hub", "https://hub.example/") + link("hub", "https://hub2.example/")],
  ["a tombstone", stone('ref="tag:news.example,2026:ebb" when="2026-11-24T10:00:00Z"')],
  ["an article that came back", stone('ref="tag:news.example,2026:tide" when="2026-11-24T10:00:00Z"')],
])("has nothing to say of %s", (_, xml) => {
  expect(said(inAtom(xml))).toEqual([]);
  expect(said(inRss(xml))).toEqual([]);
});

it.each<[string, string, string]>([
  ["an archive that leads to no feed", ARCHIVE + EARLIER, "warning history-current-missing"],
  ["an archive twice before this", ARCHIVE + CURRENT + EARLIER + EARLIER, "error history-link-duplicate"],
  [
    "an archive before and after this",
    ARCHIVE + CURRENT + EARLIER + EARLIER.replace("prev", "next"),
    "error history-loop",
  ],
  ["a complete feed with more", `<fh:complete ${FH}/>${EARLIER}`, "error history-complete"],
  ["a hub on no address", link("hub", "urn:hub"), "error hub-url"],
  ["a tombstone of nobody", stone('when="2026-11-24T10:00:00Z"'), "error deleted-entry"],
  ["a tombstone of no time", stone('ref="tag:news.example,2026:ebb"'), "error deleted-entry"],
  [
    "a tombstone of a time that is none",
    stone('ref="tag:news.example,2026:ebb" when="yesterday"'),
    "error deleted-entry",
  ],
  [
    "a tombstone twice",
    stone('ref="urn:ebb" when="2026-11-24T10:00:00Z"').repeat(2),
    "error deleted-entry-duplicate",
  ],
  [
    "a tombstone of an article that is here",
    stone('ref="tag:news.example,2026:tide" when="2026-11-25T10:00:00Z"'),
    "error deleted-entry-lives",
  ],
])("finds %s", (_, xml, finding) => {
  expect(said(inAtom(xml))).toEqual([finding]);
  expect(said(inRss(xml))).toEqual([finding]);
});

it.each([
  ["an archive that leads to itself", ARCHIVE + CURRENT + link("prev-archive", SELF), "error history-loop"],
  ["a page that leads to itself", link("next", SELF), "error history-loop"],
  [
    "an archive that takes itself for the feed",
    ARCHIVE + link("current", SELF) + EARLIER,
    "error history-current",
  ],
  [
    "a tombstone that refers to no IRI",
    stone('ref="ebb" when="2026-11-24T10:00:00Z"'),
    "error deleted-entry",
  ],
])("finds in Atom %s", (_, xml, finding) => {
  expect(said(inAtom(xml))).toEqual([finding]);
});

it("says of each neighbour that is the archive itself, and no more", () => {
  const neighbours = link("prev-archive", SELF) + link("next-archive", SELF);
  expect(said(inAtom(ARCHIVE + CURRENT + neighbours))).toEqual(["error history-loop", "error history-loop"]);
});

it("lets an article live that was updated the moment it was deleted", () => {
  const same = stone('ref="tag:news.example,2026:tide" when="2026-11-24T10:08:40Z"');
  expect(said(inAtom(same))).toEqual([]);
});

it("takes any text for the id of a tombstone in RSS, as for a guid", () => {
  expect(said(inRss(stone('ref="ebb" when="2026-11-24T10:00:00Z"')))).toEqual([]);
});

it("wants links of the feed in the feed's head", () => {
  const inside = changed(ATOM, "<summary>", `${EARLIER}<summary>`);
  expect(said(inside)).toEqual(["warning history-link-place"]);
});

it("lets an archive be complete", () => {
  expect(said(inAtom(`${ARCHIVE}<fh:complete ${FH}/>`))).toEqual([]);
});

it("wants tombstones where the articles are", () => {
  const inside = changed(ATOM, "<summary>", `${stone('ref="urn:x" when="2026-11-24T10:00:00Z"')}<summary>`);
  expect(said(inside)).toEqual(["error deleted-entry-place"]);
});

it("wants exactly one address of its own from a feed that has a hub", () => {
  const hub = link("hub", "https://hub.example/");
  const self = `<link rel="self" type="application/atom+xml" href="${SELF}"/>`;
  expect(said(changed(inAtom(hub), self, ""))).toEqual(["error self-missing"]);
  expect(said(changed(inAtom(hub), self, self + self))).toEqual(["error self-several"]);
  expect(said(changed(ATOM, self, self + self))).toEqual(["warning self-several"]);
});

it("compares the feed's own address with the one it was read at", () => {
  const at = (url: string) => examine({ ...documentOf(ATOM), url }, []).findings.map(({ rule }) => rule);
  expect(at(SELF)).toEqual([]);
  expect(at(`${SELF}#top`)).toEqual([]);
  expect(at("https://news.example/harbour/atom")).toEqual(["self-differs"]);
});

it("says in which line", () => {
  expect(saidWhere(inAtom(`\n${link("next", SELF)}`))).toEqual(["error history-loop, line 6"]);
});

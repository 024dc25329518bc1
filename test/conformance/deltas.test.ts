// RFC 3229 with its "feed" instance manipulation: only what is new.

import { beforeAll, describe, expect, it } from "vitest";
import { accepted, publishedAs, request, withdraw } from "../worker/client.ts";
import { freshFeed } from "../worker/feeds.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";
import type { Requirement } from "./requirement.ts";

const FILES = ["rss.xml", "atom.xml"];

type Given = {
  readonly feed: string;
  readonly before: Readonly<Record<string, string>>; // file → the tag that a reader holds
};

let given: Given;

/** A feed of which a reader has two articles; one was corrected, one withdrawn and one added since. */
beforeAll(async () => {
  const feed = freshFeed();
  const gone = await accepted(feed, { id: "gone", title: "Gone" });
  await accepted(feed, { id: "corrected", title: "As it was" });
  const last = await accepted(feed, { id: "kept", title: "Kept" });
  await publishedAs(feed, last.feedVersion);
  const before: Record<string, string> = {};
  for (const file of [...FILES, "feed.json"]) before[file] = await tagOf(feed, file);
  await accepted(feed, { id: "corrected", title: "Corrected" });
  await accepted(feed, { id: "added", title: "Added" });
  const { feedVersion } = await (await withdraw(feed, gone.key)).json<{ feedVersion: number }>();
  await publishedAs(feed, feedVersion);
  given = { feed, before };
}, 30_000);

const tagOf = async (feed: string, file: string): Promise<string> =>
  (await request(`/feeds/${feed}/${file}`)).headers.get("ETag") ?? "";

const ask = ({ feed, before }: Given, file: string, headers: Readonly<Record<string, string>> = {}) =>
  request(`/feeds/${feed}/${file}`, {
    headers: { "A-IM": "feed", "If-None-Match": before[file] ?? "", ...headers },
  });

const REQUIREMENTS: readonly Requirement<Given>[] = [
  [
    "RFC 3229 §10.4.1",
    "who asks for it with a tag that is known gets 226",
    async (of) => {
      for (const file of FILES) expect((await ask(of, file)).status).toBe(226);
    },
  ],
  [
    "RFC 3229 §10.5.1, §10.5.2",
    "IM names the manipulation, Delta-Base the reader's tag, ETag the new one",
    async (of) => {
      for (const file of FILES) {
        const { headers } = await ask(of, file);
        expect(["IM", "Delta-Base", "ETag"].map((name) => headers.get(name))).toEqual([
          "feed",
          of.before[file],
          await tagOf(of.feed, file),
        ]);
      }
    },
  ],
  [
    "RFC 3229 §10.8",
    "nobody keeps it as the whole: no-store, im, max-age, and Vary names what chose it",
    async (of) => {
      for (const file of FILES) {
        const { headers } = await ask(of, file);
        expect(headers.get("Cache-Control")).toMatch(/^no-store, im, max-age=\d+/);
        const vary = (headers.get("Vary") ?? "").split(", ");
        expect(vary).toEqual(expect.arrayContaining(["A-IM", "If-None-Match"]));
      }
    },
  ],
  [
    "RFC 3229, feed",
    "the body is a whole feed of what was added or changed, and doesn't say it is complete",
    async (of) => {
      for (const file of FILES) {
        const text = await (await ask(of, file)).text();
        const root = parseXml(text);
        const items = [...all(root, "item"), ...all(root, "entry")];
        expect(items.map((item) => textOf(item, "title")).sort()).toEqual(["Added", "Corrected"]);
        const frame = childrenOf(root, "channel")[0] ?? root;
        expect(textOf(frame, "title")).toBe(`Test feed ${of.feed}`);
        expect(text).not.toContain("fh:complete");
      }
    },
  ],
  [
    "RFC 6721 §3",
    "and in Atom of what was withdrawn",
    async (of) => {
      const root = parseXml(await (await ask(of, "atom.xml")).text());
      expect(childrenOf(root, "at:deleted-entry").length).toBe(1);
    },
  ],
  [
    "RFC 3229 §10.4.1",
    "a tag that is not known, or none, is answered with the whole, 200",
    async (of) => {
      for (const file of FILES)
        for (const tag of ['"1000000000000-0123456789abcdef"', '"abc"', ""]) {
          const whole = await ask(of, file, { "If-None-Match": tag });
          expect([whole.status, whole.headers.get("IM")]).toEqual([200, null]);
          expect(await whole.text()).toContain("Kept");
        }
    },
  ],
  [
    "RFC 3229 §10.4.1",
    "a reader that has everything gets 304",
    async (of) => {
      for (const file of FILES) {
        const answer = await ask(of, file, { "If-None-Match": await tagOf(of.feed, file) });
        expect(answer.status).toBe(304);
      }
    },
  ],
  [
    "RFC 3229 §10.5.3",
    "who doesn't ask for it, or refuses it, never gets 226",
    async (of) => {
      for (const file of FILES) {
        const refused = await ask(of, file, { "A-IM": "feed;q=0" });
        const other = await ask(of, file, { "A-IM": "gzip, vcdiff" });
        const headers = { "If-None-Match": of.before[file] ?? "" };
        const silent = await request(`/feeds/${of.feed}/${file}`, { headers });
        expect([refused.status, other.status, silent.status]).toEqual([200, 200, 200]);
      }
    },
  ],
  [
    "RFC 3229, feed",
    "where it is served, the whole varies by A-IM; JSON Feed has no differences and says so",
    async (of) => {
      const varies = async (file: string) =>
        ((await request(`/feeds/${of.feed}/${file}`)).headers.get("Vary") ?? "").includes("A-IM");
      expect(await Promise.all([...FILES, "feed.json"].map(varies))).toEqual([true, true, false]);
      expect((await ask(of, "feed.json")).status).toBe(200);
    },
  ],
];

describe("differences", () => {
  it.each(REQUIREMENTS)("%s: %s", (_clause, _requirement, check) => check(given));
});

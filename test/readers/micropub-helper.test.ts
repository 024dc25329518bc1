// A Micropub client that nobody here wrote, npm's micropub-helper, writes to a feed,
// and readers see what it wrote.

import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Micropub from "micropub-helper";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedWire, serveWire } from "../local/served-wire.ts";

const FEED = "micropub-helper";

let wire: ServedWire;
let client: Micropub;

beforeAll(async () => {
  wire = await serveWire({ entry: resolve(import.meta.dirname, "workers/main.ts") });
  client = new Micropub({ token: "newsroom-secret", micropubEndpoint: await endpointOf(FEED) });
});
afterAll(() => wire?.close());

/** Where clients write to a feed, as its page says: once it is out. */
async function endpointOf(feed: string): Promise<string> {
  await wire.post(feed, [{ id: "first", title: "First" }]);
  const page = await fetch(`${wire.origin}/feeds/${feed}`, { headers: { Accept: "text/html" } });
  const [, address = ""] = /<([^>]+)>; rel="micropub"/.exec(page.headers.get("Link") ?? "") ?? [];
  const [, linked = ""] = /<link rel="micropub" href="([^"]+)"/.exec(await page.text()) ?? [];
  expect(new URL(linked, wire.origin).href).toBe(address);
  return address;
}

type Item = {
  readonly url: string;
  readonly title?: string;
  readonly content_html?: string;
  readonly tags?: readonly string[];
};

/** The feed's articles, once they are as they should be: publishing is a moment behind an answer. */
async function itemsWhen(areReady: (items: readonly Item[]) => boolean): Promise<readonly Item[]> {
  let items: readonly Item[] = [];
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${wire.origin}/feeds/${FEED}/feed.json`);
    const feed = (await answer.json()) as { readonly items: readonly Item[] }; // our own
    items = feed.items;
    if (areReady(items)) return items;
    await sleep(100);
  }
  throw new Error(`the feed stays ${JSON.stringify(items)}`);
}

const create = async (properties: Readonly<Record<string, readonly unknown[]>>): Promise<string> =>
  String(await client.create({ type: ["h-entry"], properties }));

const has = (url: string) => (items: readonly Item[]) => items.some((item) => item.url === url);

describe("micropub-helper", () => {
  it("finds its token good, and asks for the configuration", async () => {
    expect(await client.verifyToken()).toBe(true);
    expect(await client.query("config")).toMatchObject({ "syndicate-to": [] });
  });

  it("creates an article as JSON, which readers see", async () => {
    const url = await create({
      name: ["The tide is in"],
      content: [{ html: "<p>Mind the <em>step</em>.</p>" }],
      category: ["tides"],
    });
    const items = await itemsWhen(has(url));
    expect(items.find((item) => item.url === url)).toMatchObject({
      title: "The tide is in",
      content_html: "<p>Mind the <em>step</em>.</p>",
      tags: ["tides"],
    });
  });

  it("creates a note as a form", async () => {
    const note = { h: "entry", content: "Low water at six.", category: ["tides", "notes"] };
    const url = String(await client.create(note, "form"));
    const items = await itemsWhen(has(url));
    expect(items.find((item) => item.url === url)).toMatchObject({
      content_html: "<p>Low water at six.</p>",
      tags: ["tides", "notes"],
    });
  });

  it("reads an article's source, changes it, and reads the change", async () => {
    const url = await create({ content: ["To be corrected."], category: ["one", "two"] });
    expect(await client.querySource(url, ["content", "category"])).toEqual({
      properties: { content: ["To be corrected."], category: ["one", "two"] },
    });
    await client.update(url, {
      replace: { content: ["Corrected."] },
      add: { name: ["A correction"] },
      delete: { category: ["two"] },
    });
    const items = await itemsWhen((all) => all.some(({ title }) => title === "A correction"));
    expect(items.filter((item) => item.url === url)).toMatchObject([
      { title: "A correction", content_html: "<p>Corrected.</p>", tags: ["one"] },
    ]);
  });

  it("deletes an article, and takes that back", async () => {
    const url = await create({ name: ["Here and gone"] });
    await itemsWhen(has(url));
    await client.delete(url);
    await itemsWhen((items) => !has(url)(items));
    await client.undelete(url);
    await itemsWhen(has(url));
  });

  it("is told what is wrong with its token", async () => {
    const micropubEndpoint = `${wire.origin}/feeds/${FEED}/micropub`;
    const stranger = new Micropub({ token: "not-the-secret", micropubEndpoint });
    await expect(
      stranger.create({ type: ["h-entry"], properties: { content: ["x"] } }),
    ).rejects.toMatchObject({
      status: 401,
      error: { response: { data: { error: "unauthorized" } } },
    });
  });
});

// A reader that goes from a feed's head to its oldest archive, and notes what it meets.

import { expect, vi } from "vitest";
import { all, childrenOf, type Node, parseXml, textOf } from "../xml.ts";
import { ORIGIN, post, request } from "./client.ts";

export type Met = {
  readonly path: string;
  readonly titles: readonly string[];
  readonly links: Readonly<Record<string, string>>; // rel → path
};

const pathOf = (url: string): string => {
  expect(url.startsWith(ORIGIN)).toBe(true);
  return url.slice(ORIGIN.length);
};

function readXml(path: string, xml: string): Met {
  const document = parseXml(xml);
  const channel = childrenOf(document, "channel")[0] ?? document;
  const links = [...childrenOf(channel, "link"), ...childrenOf(channel, "atom:link")]
    .map(({ attributes }) => attributes)
    .filter(({ rel }) => rel !== undefined && rel !== "alternate");
  const items = [...all(channel, "item"), ...all(channel, "entry")];
  return {
    path,
    titles: items.map((item: Node) => textOf(item, "title") ?? ""),
    links: Object.fromEntries(links.map(({ rel = "", href = "" }) => [rel, pathOf(href)])),
  };
}

function readJson(path: string, json: string): Met {
  const { items, next_url } = JSON.parse(json);
  return {
    path,
    titles: items.map(({ title }: { title: string }) => title),
    links: next_url === undefined ? {} : { "prev-archive": pathOf(next_url) },
  };
}

export async function meet(path: string): Promise<Met> {
  const response = await request(path);
  const text = await response.text();
  expect([path, response.status, text.slice(0, 200)]).toEqual([path, 200, text.slice(0, 200)]);
  return path.endsWith(".json") ? readJson(path, text) : readXml(path, text);
}

/** Every document from the head on, newest first. */
export async function walk(feed: string, file: string): Promise<readonly Met[]> {
  const met: Met[] = [];
  for (let path: string | undefined = `/feeds/${feed}/${file}`; path !== undefined; ) {
    // A loop must fail, and not go on for ever.
    expect(met.map((document) => document.path)).not.toContain(path);
    const document: Met = await meet(path);
    met.push(document);
    path = document.links["prev-archive"];
  }
  return met;
}

export const titlesMet = (met: readonly Met[]): string[] => met.flatMap(({ titles }) => titles);

/** Post articles "1", "2" …, each a minute after the other, in one batch. @returns their keys by title */
export async function postNumbered(
  feed: string,
  from: number,
  to: number,
  more: Readonly<Record<string, unknown>> = {},
): Promise<ReadonlyMap<string, { readonly key: string; readonly feedVersion: number }>> {
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const body = numbers.map((number) => ({
    id: `n${number}`,
    title: String(number),
    content_html: `<p>Text ${number}.</p>`,
    date_published: dateOf(number),
    ...more,
  }));
  const response = await post(feed, { body });
  const { results } = await response.json<{ results: { receipt: { key: string; feedVersion: number } }[] }>();
  return new Map(results.map(({ receipt }, at) => [String(numbers[at]), receipt]));
}

/** The version of the last of them. */
export const last = (numbered: ReadonlyMap<string, { readonly feedVersion: number }>): number =>
  Math.max(...[...numbered.values()].map(({ feedVersion }) => feedVersion));

/** When an article of this number came out. */
export const dateOf = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();

/** Wait until a walk meets exactly these titles, in this order. */
export const walkMeets = (feed: string, titles: readonly string[], file = "atom.xml"): Promise<void> =>
  vi.waitFor(async () => expect(titlesMet(await walk(feed, file))).toEqual(titles), {
    timeout: 10_000,
    interval: 100,
  });

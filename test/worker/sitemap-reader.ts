// A search engine, over HTTP into the Worker under test; and time that passes for it.

import { expect } from "vitest";
import { all, parseXml } from "../xml.ts";
import { accepted, ORIGIN, publishedAs, request } from "./client.ts";
import { controls } from "./main.ts";

export const AN_HOUR = 3_600_000;

/**
 * Let time pass: by itself more than the Worker remembers feeds' cards. It never goes
 * back, or what is kept would be new again.
 */
export function later(ms = 61_000): void {
  controls.clockAhead += ms;
}

/** Post articles, one after the other, and wait until readers see them all. */
export async function publish(feed: string, ...articles: readonly Record<string, unknown>[]) {
  const receipts = [];
  for (const article of articles) receipts.push(await accepted(feed, article));
  await publishedAs(feed, Math.max(...receipts.map(({ feedVersion }) => feedVersion)));
  later();
  return receipts;
}

/** Read a document that must be there. */
export async function read(path: string): Promise<string> {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

export const textsIn = (xml: string, name: string): string[] =>
  all(parseXml(xml), name).map(({ text }) => text);

/** The paths of the addresses in a sitemap or an index, all of which must be ours. */
export const pathsIn = (xml: string): string[] =>
  textsIn(xml, "loc").map((url) => {
    expect(url).toMatch(/^https:\/\/wire\.test\/feeds\//);
    return url.slice(ORIGIN.length);
  });

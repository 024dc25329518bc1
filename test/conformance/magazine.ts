// A feed with articles of every kind and three archives or more, and every document
// of it as a reader gets it.

import { expect, vi } from "vitest";
import { FORMAT_FACTS, FORMATS, type Format } from "../../src/model/format.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import { ORIGIN, post, publishedAs, request, withdraw } from "../worker/client.ts";
import { walk } from "../worker/walk.ts";
import { ARTICLES, WITHDRAWN } from "./articles.ts";

export const MAGAZINE = "magazine";
const LABELLED = ["tags/tides", "authors/night%20desk", "languages/de"];

export type Read = {
  readonly path: string;
  readonly url: string;
  readonly format: Format;
  readonly place: "head" | "archive" | "derived";
  readonly headers: Headers;
  readonly text: string;
};

export type Magazine = {
  readonly documents: readonly Read[]; // the head first, then archives from the newest on
  readonly receipts: ReadonlyMap<unknown, Receipt>; // by the publisher's id
};

/** Post the magazine's articles and read it: once a file, for its state outlives a test. */
export async function readMagazine(): Promise<Magazine> {
  const receipts = await postAll(ARTICLES);
  await publishedAs(MAGAZINE, Math.max(...[...receipts.values()].map(({ feedVersion }) => feedVersion)));
  await archivesAreLinked();
  return { documents: await readAll(), receipts };
}

/** The same, of which two articles have been withdrawn. */
export async function readReducedMagazine(): Promise<Magazine> {
  const receipts = await postAll([...ARTICLES, ...WITHDRAWN]);
  let version = 0;
  for (const { id } of WITHDRAWN) {
    const answer = await withdraw(MAGAZINE, receipts.get(id)?.key ?? "");
    version = (await answer.json<Receipt>()).feedVersion;
  }
  await publishedAs(MAGAZINE, version);
  return { documents: await readAll(), receipts };
}

async function postAll(
  articles: readonly Readonly<Record<string, unknown>>[],
): Promise<ReadonlyMap<unknown, Receipt>> {
  const answer = await post(MAGAZINE, { body: articles });
  const { results } = await answer.json<{ results: { status: number; receipt: Receipt }[] }>();
  expect(results.map(({ status }) => status)).toEqual(articles.map(() => 201));
  return new Map(results.map(({ receipt }, at) => [articles[at]?.["id"], receipt]));
}

/** An archive is linked to its successor a moment after that was closed. */
const archivesAreLinked = (): Promise<void> =>
  vi.waitFor(
    async () => {
      const [, ...archives] = await walk(MAGAZINE, "atom.xml");
      expect(archives.length).toBeGreaterThan(2);
      for (const [nth, { links }] of archives.entries())
        expect(links["next-archive"]).toBe(nth === 0 ? undefined : archives[nth - 1]?.path);
    },
    { timeout: 10_000, interval: 100 },
  );

async function readAll(): Promise<readonly Read[]> {
  const documents: Read[] = [];
  for (const format of FORMATS) {
    const { file } = FORMAT_FACTS[format];
    const [, ...archives] = (await walk(MAGAZINE, file)).map(({ path }) => path);
    documents.push(await read(`/feeds/${MAGAZINE}/${file}`, format, "head"));
    for (const path of archives) documents.push(await read(path, format, "archive"));
    for (const label of LABELLED)
      documents.push(await read(`/feeds/${MAGAZINE}/${label}/${file}`, format, "derived"));
  }
  return documents;
}

async function read(path: string, format: Format, place: Read["place"]): Promise<Read> {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return { path, url: ORIGIN + path, format, place, headers: response.headers, text: await response.text() };
}

export const documentsOf = ({ documents }: Magazine, format: Format): readonly Read[] =>
  documents.filter((document) => document.format === format);

export function headOf(magazine: Magazine, format: Format): Read {
  const head = documentsOf(magazine, format).find(({ place }) => place === "head");
  if (head === undefined) throw new Error(`no head in ${format}`);
  return head;
}

/** The documents that hold each article once: the head and the archives. */
export const wholeOf = (magazine: Magazine, format: Format): readonly Read[] =>
  documentsOf(magazine, format).filter(({ place }) => place !== "derived");

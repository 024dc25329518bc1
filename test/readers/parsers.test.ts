// Parsers that nobody here wrote read each document, and agree on what it says.

import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentPath, placePath } from "../../src/model/address.ts";
import { FORMAT_FACTS, FORMATS, type Format } from "../../src/model/format.ts";
import { HEAD, type Place } from "../../src/model/place.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import { type ServedWire, serveWire } from "../local/served-wire.ts";
import { expectedOf, type Read, SAMPLES, type Sample, TAGGED, TIDES } from "./articles.ts";
import { documentAt, documentsWhen, hold, type ServedDocument } from "./documents.ts";
import { PARSERS, type Parser, type ReadHtml } from "./parsers.ts";
import { asReadBy } from "./quirks.ts";

const FEED = "parsed";

type Documents = Readonly<Record<Format, readonly ServedDocument[]>>;

let wire: ServedWire;
let everything: Documents; // the head and every archive behind it
let tagged: Documents;
const receipts = new Map<unknown, Receipt>();

beforeAll(async () => {
  wire = await serveWire({ entry: resolve(import.meta.dirname, "workers/main.ts") });
  // Oldest first, as they come: so the oldest are the ones in the archives.
  const posted = SAMPLES.map((sample) => sample.posted).reverse();
  for (const [at, receipt] of (await wire.post(FEED, posted)).entries())
    receipts.set(posted[at]?.["id"], receipt);
  everything = await documentsOf(HEAD, SAMPLES.length);
  tagged = await documentsOf(TIDES, TAGGED.length);
});
afterAll(() => wire?.close());

async function documentsOf(place: Place, articles: number): Promise<Documents> {
  const of = (format: Format) =>
    documentsWhen(hold(articles), wire.origin + documentPath(FEED, place, format));
  return { rss: await of("rss"), atom: await of("atom"), json: await of("json") };
}

async function readAll({ read }: Parser, documents: readonly ServedDocument[]) {
  const reads: ReadHtml[] = [];
  for (const { text, format } of documents) reads.push(...(await read(text, format)));
  return reads;
}

/** What a parser is to read of these: what was posted, but for its known quirks. */
const expectedBy = ({ name }: Parser, samples: readonly Sample[], format: Format): Read[] =>
  samples.flatMap((sample) => {
    const receipt = receipts.get(sample.posted["id"]);
    if (receipt === undefined) return [];
    return asReadBy(name, format, sample.posted["id"], expectedOf(sample, FEED, receipt, format));
  });

/** The text of every article, as any reader of JSON has it. */
const htmlOf = (documents: readonly ServedDocument[]): string[] =>
  documents.flatMap(({ text }) =>
    JSON.parse(text).items.map(({ content_html }: { content_html: string }) => content_html),
  );

describe.each(FORMATS)("in %s", (format) => {
  const supporting = PARSERS.filter(({ formats }) => formats.includes(format));

  it.each(supporting)(
    "$name reads the id, title, address and date of every article, in the head and its archives",
    async (parser) => {
      expect(everything[format].length).toBeGreaterThan(2);
      const reads = await readAll(parser, everything[format]);
      expect(reads.map(({ html, ...rest }) => rest)).toEqual(expectedBy(parser, SAMPLES, format));
    },
  );

  it.each(supporting)("$name reads the articles of a tag, and no others", async (parser) => {
    const reads = await readAll(parser, tagged[format]);
    expect(reads.map(({ html, ...rest }) => rest)).toEqual(expectedBy(parser, TAGGED, format));
  });

  it.each(supporting.filter(({ givesHtml }) => givesHtml))(
    "$name reads every text to the letter",
    async (parser) => {
      const reads = await readAll(parser, everything[format]);
      expect(reads.map(({ html }) => html)).toEqual(htmlOf(everything.json));
    },
  );

  it("the feed's own address gives the same document to who asks for it by type", async () => {
    const negotiated = await documentAt(wire.origin + placePath(FEED, HEAD), FORMAT_FACTS[format].mediaType);
    expect(negotiated?.format).toBe(format);
    expect(negotiated?.text).toBe(everything[format][0]?.text);
  });
});

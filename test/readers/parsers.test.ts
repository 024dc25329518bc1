// Parsers that nobody here wrote read each document, and agree on what it says.

import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedPath } from "../../src/model/address.ts";
import { FORMATS, type Format } from "../../src/model/format.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import { type ServedWire, serveWire } from "../local/served-wire.ts";
import { expectedOf, type Read, SAMPLES } from "./articles.ts";
import { documentWith } from "./documents.ts";
import { PARSERS } from "./parsers.ts";
import { asReadBy } from "./quirks.ts";

const FEED = "parsed";

let wire: ServedWire;
let receipts: readonly Receipt[];
const texts = new Map<Format, string>();

beforeAll(async () => {
  wire = await serveWire({ entry: resolve(import.meta.dirname, "workers/main.ts") });
  receipts = await wire.post(
    FEED,
    SAMPLES.map(({ posted }) => posted),
  );
  for (const format of FORMATS) {
    const document = await documentWith(SAMPLES.length, wire.origin + feedPath(FEED, format));
    texts.set(document.format, document.text);
  }
});
afterAll(() => wire?.close());

/** What this parser is to read: what was posted, but for its known quirks. */
const expectedBy = (parser: string, format: Format): Read[] =>
  SAMPLES.flatMap((sample, at) => {
    const receipt = receipts[at];
    if (receipt === undefined) return [];
    return asReadBy(parser, format, sample.posted["id"], expectedOf(sample, FEED, receipt, format));
  });

/** The text of every article, as any reader of JSON has it. */
const htmlOf = (jsonFeed: string): string[] =>
  JSON.parse(jsonFeed).items.map(({ content_html }: { content_html: string }) => content_html);

describe.each(FORMATS)("in %s", (format) => {
  const supporting = PARSERS.filter(({ formats }) => formats.includes(format));

  it.each(supporting)(
    "$name reads the id, title, address and date of every article that was posted",
    async ({ name, read }) => {
      const reads = await read(texts.get(format) ?? "", format);
      expect(reads.map(({ html, ...rest }) => rest)).toEqual(expectedBy(name, format));
    },
  );

  it.each(supporting.filter(({ givesHtml }) => givesHtml))(
    "$name reads every text to the letter",
    async ({ read }) => {
      const reads = await read(texts.get(format) ?? "", format);
      expect(reads.map(({ html }) => html)).toEqual(htmlOf(texts.get("json") ?? ""));
    },
  );
});

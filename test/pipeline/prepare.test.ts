// What is done so that an article stays under the limit of a row.

import { describe, expect, it } from "vitest";
import { prepare } from "../../src/pipeline/prepare.ts";
import { aFeed } from "../articles.ts";

async function prepared(paragraph: string, paragraphs: number) {
  const text = `# Tides\n\n${Array.from({ length: paragraphs }, () => paragraph).join("\n\n")}`;
  const made = await prepare(
    { now: () => Date.UTC(2026, 10, 24), publicOrigin: "https://wire.example" },
    {
      feed: aFeed(),
      publisher: "newsroom",
      body: new TextEncoder().encode(text),
      contentType: "text/markdown",
      contentEncoding: null,
      contentLocation: null,
      contentLanguage: null,
      key: null,
    },
  );
  if (!made.ok) return made.error.kind;
  return made.value.kind === "article" ? made.value.prepared.draft : made.value.kind;
}

const LINE = "The ferry left at nine. ".repeat(40).trim();

describe("an article in Markdown", () => {
  it("keeps it where both it and its HTML have room, in a feed that carries it and in any other", async () => {
    expect(await prepared(LINE, 800)).toMatchObject({
      title: "Tides",
      markdown: expect.stringMatching(/^The ferry/),
    });
  });

  it("loses its Markdown before it is refused for its size", async () => {
    expect(await prepared(LINE, 1_000)).toMatchObject({ title: "Tides", markdown: null });
    // Nine characters each in a feed's HTML, and five in its Markdown.
    expect(await prepared("&".repeat(900), 145)).toMatchObject({ title: "Tides", markdown: null });
    expect(await prepared("&".repeat(900), 1_000)).toBe("article_too_large");
  });
});

// Every habit of crediting a picture, and what only looks like one.

import { describe, expect, it } from "vitest";
import { CAPTION_RULES } from "../../src/ingest/plain-text/caption-rules.ts";
import { findCaption, readCaption } from "../../src/ingest/plain-text/captions.ts";

const taken = CAPTION_RULES.flatMap(({ name, where, examples }) =>
  examples.map(([line, caption, credit]) => ({ name, where, line, caption, credit })),
);
const left = CAPTION_RULES.flatMap(({ name, lookAlikes }) => lookAlikes.map((line) => ({ name, line })));

describe("each habit", () => {
  it.each(taken)("$name: $line", ({ where, line, caption, credit }) => {
    expect(readCaption(line)).toEqual({ caption, credit });
    expect(findCaption(line, true)).toEqual(where === "figcaption" ? null : { caption, credit });
    expect(findCaption(line, false)).toEqual(where === "anywhere" ? { caption, credit } : null);
  });

  it.each(left)("$name leaves $line", ({ line }) => {
    expect([findCaption(line, true), findCaption(line, false)]).toEqual([null, null]);
  });

  it.each(CAPTION_RULES)("$name is what takes its own examples", ({ pattern, examples }) => {
    for (const [line, , credit] of examples)
      expect(pattern.exec(line)?.groups?.["credit"]?.trim()).toContain(credit);
  });
});

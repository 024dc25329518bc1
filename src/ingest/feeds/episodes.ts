// What an item says of itself as an episode: Apple's tags, and Podcasting 2.0's.

import type { SubmittedEpisode } from "../submission.ts";
import { resolve } from "./surroundings.ts";
import { attributeOf, childOf, childrenOf, textAt } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

export function readEpisodeOf(entry: XmlElement, base: string | null): SubmittedEpisode {
  const explicit = textAt(entry, "itunes", "explicit")?.toLowerCase() ?? "";
  const chapters = childOf(entry, "podcast", "chapters");
  return {
    number: numberOf(textAt(entry, "itunes", "episode") ?? textAt(entry, "podcast", "episode")),
    season: numberOf(textAt(entry, "itunes", "season") ?? textAt(entry, "podcast", "season")),
    type: textAt(entry, "itunes", "episodetype"),
    explicit: EXPLICIT.get(explicit) ?? null,
    transcripts: childrenOf(entry, "podcast", "transcript").map((transcript) => ({
      ...fileOf(transcript, base),
      language: attributeOf(transcript, "language"),
    })),
    chapters: chapters === null ? null : fileOf(chapters, base),
  };
}

// Apple's words of today and of before.
const EXPLICIT: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["explicit", true],
  ["false", false],
  ["no", false],
  ["clean", false],
]);

const numberOf = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;

const fileOf = (element: XmlElement, base: string | null) => ({
  url: resolve(attributeOf(element, "url"), base) ?? "",
  mediaType: attributeOf(element, "type") ?? "",
});

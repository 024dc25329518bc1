// What front matter says of an article as an episode of a podcast, in the names of the JSON fields.

import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { SubmittedEpisode } from "../submission.ts";
import { fileIn } from "./front-files.ts";
import { isSaid, listOf, plainText, textAt, type Values } from "./front-values.ts";

export const EPISODE_NAMES = ["episode", "season", "episode_type", "explicit", "transcripts", "chapters"];

const CHAPTERS_TYPE = "application/json+chapters";

export function episodeIn(values: Values): Result<SubmittedEpisode, IngestError> {
  const explicit = truthIn(values.get("explicit"));
  if (explicit === undefined) return fail(fieldInvalid("/explicit", "must be true or false"));
  const chapters = values.get("chapters");
  return ok({
    number: numberIn(values.get("episode")),
    season: numberIn(values.get("season")),
    type: plainText(values.get("episode_type")) || null,
    explicit,
    transcripts: listOf(values.get("transcripts")).map((transcript) => ({
      ...fileIn(transcript, ""),
      language: textAt(transcript, "language") || null,
    })),
    chapters: isSaid(chapters) ? fileIn(chapters, CHAPTERS_TYPE) : null,
  });
}

/** @returns NaN for what is no number, which is refused where numbers are */
const numberIn = (value: unknown): number | null =>
  isSaid(value) ? Number(plainText(value) || Number.NaN) : null;

/** @returns undefined for what is neither */
function truthIn(value: unknown): boolean | null | undefined {
  const text = plainText(value);
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  if (/^(?:false|no|off)$/i.test(text)) return false;
  return isSaid(value) ? undefined : null;
}

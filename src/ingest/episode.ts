// What a submission says of itself as an episode of a podcast.

import { EPISODE_TYPES, type Episode, type EpisodeType } from "../model/episode.ts";
import { MAX_TRANSCRIPTS } from "../model/limits.ts";
import { readFile } from "./attachments.ts";
import type { Reading } from "./reading.ts";
import type { SubmittedEpisode } from "./submission.ts";

/** @returns null when nothing is said */
export function readEpisode(
  reading: Reading,
  submitted: SubmittedEpisode,
  base: string | null,
): Episode | null {
  if (submitted.transcripts.length > MAX_TRANSCRIPTS)
    reading.refuse("/transcripts", `must be at most ${MAX_TRANSCRIPTS}`);
  const episode: Episode = {
    number: readOrdinal(reading, "/episode", submitted.number),
    season: readOrdinal(reading, "/season", submitted.season),
    type: readType(reading, submitted.type),
    explicit: submitted.explicit,
    transcripts: submitted.transcripts.slice(0, MAX_TRANSCRIPTS).flatMap((transcript, at) => {
      const file = readFile(reading, `/transcripts/${at}`, transcript, base);
      const language = reading.language(`/transcripts/${at}/language`, transcript.language);
      return file === null ? [] : [{ ...file, language }];
    }),
    chapters: submitted.chapters === null ? null : readFile(reading, "/chapters", submitted.chapters, base),
  };
  return isSilent(episode) ? null : episode;
}

const isSilent = ({ number, season, type, explicit, transcripts, chapters }: Episode): boolean =>
  [number, season, type, explicit, chapters].every((said) => said === null) && transcripts.length === 0;

// Apple takes no episode 0.
function readOrdinal(reading: Reading, pointer: string, value: number | null): number | null {
  if (value === null) return null;
  return Number.isSafeInteger(value) && value >= 1
    ? value
    : reading.refuse(pointer, "must be a whole number from 1");
}

function readType(reading: Reading, value: string | null): EpisodeType | null {
  if (value === null || value.trim() === "") return null;
  const type = EPISODE_TYPES.find((one) => one === value.trim().toLowerCase());
  return type ?? reading.refuse("/episode_type", 'must be "full", "trailer" or "bonus"');
}

// A Markdown text, read and normalized.

import { readMarkdown } from "../src/ingest/markdown/markdown.ts";
import { normalize } from "../src/ingest/normalize.ts";
import { NOW } from "./submissions.ts";

const NOBODY = { address: null, language: null };

export function outcomeOf(text: string, said: { address: string | null; language: string | null } = NOBODY) {
  const submission = readMarkdown(text, said);
  return submission.ok ? normalize(submission.value, NOW) : submission;
}

/** @throws when it is refused */
export function readText(text: string, said: { address: string | null; language: string | null } = NOBODY) {
  const made = outcomeOf(text, said);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

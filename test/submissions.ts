// A JSON submission, read and normalized as on its way into a journal.

import { parseJson } from "../src/ingest/json.ts";
import { readJsonArticle } from "../src/ingest/json-article.ts";
import { normalize } from "../src/ingest/normalize.ts";

export const NOW = Date.UTC(2026, 10, 24, 6);

export function read(item: unknown) {
  const json = parseJson(typeof item === "string" ? item : JSON.stringify(item));
  const submission = json.ok ? readJsonArticle(json.value) : json;
  return submission.ok ? normalize(submission.value, NOW) : submission;
}
export function draftOf(item: unknown) {
  const normalized = read(item);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}
export function pointersOf(item: unknown): string[] {
  const normalized = read(item);
  if (normalized.ok || normalized.error.kind !== "fields_invalid")
    throw new Error("was not refused for its fields");
  return normalized.error.fields.map(({ pointer }) => pointer);
}
export const with_ = (field: string, value: unknown) => ({
  title: "T",
  content_html: "<p>x</p>",
  [field]: value,
});

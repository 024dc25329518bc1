// A page as `text/html` delivers it, read and normalized.

import { normalize } from "../src/ingest/normalize.ts";
import { readHtml } from "../src/ingest/page/read-html.ts";
import { NOW } from "./submissions.ts";

export const ADDRESS = "https://news.example/2026/lights";
export const LONG =
  "The ferry left at nine, as it does on every other Monday of the year, with nobody on board.";

export function readPage(html: string, said: { address?: string; language?: string } = {}) {
  const submission = readHtml(html, { address: said.address ?? null, language: said.language ?? null });
  const normalized = submission.ok ? normalize(submission.value, NOW) : submission;
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}

export const pageOf = (head: string, body: string, attributes = "") =>
  `<!doctype html><html${attributes}><head>${head}</head><body>${body}</body></html>`;

export const articleWith = (inside: string) =>
  pageOf("<title>T | Site</title>", `<article><h1>T</h1>${inside}<p>${LONG}</p></article>`);

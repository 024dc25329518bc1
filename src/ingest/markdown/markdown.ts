// text/markdown (RFC 7763): GitHub's Markdown, with or without front matter.
//
// marked turns it into HTML; what is HTML in it already, and all that comes out,
// goes through the sanitizer like everybody else's.

import { Marked, Tokenizer } from "marked";
import {
  MAX_AUTHORS,
  MAX_HTML_TAGS,
  MAX_ROW_BYTES,
  MAX_TAGS,
  MAX_TITLE_CHARACTERS,
} from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { Said } from "../content-headers.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import { shorten } from "../text.ts";
import { readFrontMatter } from "./front-matter.ts";

// marked goes down by recursion, and looks through the rest of a text for each
// line that may begin a table: no article has this much of either.
const MOST_DEPTH = 64;
const MOST_TABLES = 200;
const MOST_CELLS = 5_000; // of one table
const MOST_LINES = 5_000; // without an empty one between
// What marked does for each *, _, ~, ` and [ it does for each other one in the same
// paragraph, and for each line of a list for each other one.
const MOST_WORK = 20_000_000;
const MOST_HEADING_CHARACTERS = MAX_TITLE_CHARACTERS * 4; // with its marks and addresses
const MOST_BLOCKS = MAX_HTML_TAGS / 2; // each is two tags, or more

/**
 * Read a Markdown article. Without a title in its front matter its first heading,
 * if nothing stands before that, is the title.
 */
export function readMarkdown(text: string, said: Said): Result<Submission, IngestError> {
  const front = readFrontMatter(text.replace(/\r\n?/g, "\n"));
  if (!front.ok) return front;
  const { fields, dropped, body } = front.value;
  const addresses = resolveAddresses(fields, said.address);
  const { title, rest } = fields.title === undefined ? readHeading(body) : { title: null, rest: body };
  const rendered = renderMarkdown(rest, "");
  if (!rendered.ok) return rendered;
  return ok({
    ...EMPTY_SUBMISSION,
    url: said.address,
    language: said.language,
    title: title === null ? null : renderTitle(title),
    ...fields,
    ...(fields.authors === undefined ? {} : { authors: fields.authors.slice(0, MAX_AUTHORS) }),
    ...(fields.tags === undefined ? {} : { tags: fields.tags.slice(0, MAX_TAGS) }),
    ...addresses.fields,
    contentHtml: rendered.value,
    markdown: rest,
    dropped: [...dropped, ...addresses.dropped],
  });
}

type Headed = { readonly title: string | null; readonly rest: string };

/** The heading of the first level that a text begins with: "# Title", or underlined with "=". */
function readHeading(body: string): Headed {
  const none: Headed = { title: null, rest: body };
  const [gap = ""] = /^(?:[ \t]*\n)*/.exec(body) ?? [];
  const end = body.indexOf("\n", gap.length);
  const line = body.slice(gap.length, end === -1 ? undefined : end);
  const after = end === -1 ? "" : body.slice(end + 1);
  if (/^ {4}|^ *\t/.test(line)) return none; // code
  const text = line.trim();
  if (/^# +\S/.test(text)) return orNone({ title: withoutClosing(text.slice(2).trim()), rest: after }, none);
  const [underline] = /^ {0,3}=+[ \t]*(?:\n|$)/.exec(after) ?? [];
  if (underline === undefined || /^(?:[#>*+\-|<`~]|\d{1,9}[.)])/.test(text) || text === "") return none;
  return orNone({ title: text, rest: after.slice(underline.length) }, none);
}

// A heading that is a picture stays where it is, and so does one that is no title:
// its marks are read one for each other one, and only the text's were counted.
const orNone = (headed: Headed, none: Headed): Headed =>
  /!\[/.test(headed.title ?? "") || (headed.title ?? "").length > MOST_HEADING_CHARACTERS ? none : headed;

type Addresses = Pick<Submission, "url" | "image" | "externalUrl">;

/**
 * Generators write addresses without a host: they are against the article's own,
 * and where nobody said that they are left out.
 */
function resolveAddresses(
  fields: Partial<Submission>,
  address: string | null,
): { fields: Partial<Addresses>; dropped: Dropped[] } {
  const base = URL.parse(fields.url ?? "", address ?? undefined)?.href ?? address;
  const resolved: Partial<Record<keyof Addresses, string | null>> = {};
  const dropped: Dropped[] = [];
  for (const name of ["url", "image", "externalUrl"] as const) {
    const said = fields[name];
    if (typeof said !== "string" || URL.canParse(said)) continue;
    resolved[name] = URL.parse(said, base ?? undefined)?.href ?? (name === "url" ? address : null);
    if (!URL.canParse(said, base ?? undefined))
      dropped.push({ rule: "field-not-usable", detail: `${name}: ${shorten(said, 80)}` });
  }
  return { fields: resolved, dropped };
}

// "# Title ##" is how some close a heading.
function withoutClosing(line: string): string {
  const bare = line.replace(/#+$/, "");
  return bare.endsWith(" ") ? bare.trimEnd() : line;
}

/** Markdown → HTML that is not safe yet. @param pointer of the field that it came in */
export function renderMarkdown(text: string, pointer: string): Result<string, IngestError> {
  const refuse = (detail: string) => fail(fieldInvalid(pointer, detail));
  // No row holds it, and of a webhook's four megabytes marked would read for seconds.
  if (text.length > MAX_ROW_BYTES) return refuse(`must be at most ${MAX_ROW_BYTES} characters`);
  const { depth, blocks } = measure(text);
  if (depth > MOST_DEPTH) return refuse(`must have lists and quotations nested at most ${MOST_DEPTH} deep`);
  if (blocks > MOST_BLOCKS) return refuse(`must have at most ${MOST_BLOCKS} list items, rows and headings`);
  if ((text.match(TABLE_LINE)?.length ?? 0) > MOST_TABLES)
    return refuse(`must have at most ${MOST_TABLES} tables`);
  const dense = densityFault(text.split(/\n[ \t]*\n/));
  if (dense !== null) return refuse(dense);
  try {
    return ok(marked.parse(text, { async: false }));
  } catch {
    return refuse("must be nested less deep"); // a RangeError: marked goes down by recursion
  }
}

/** Why some blocks of lines are more than marked can read in a moment; null when they aren't. */
function densityFault(blocks: readonly string[]): string | null {
  let work = 0;
  for (const block of blocks) {
    const lines = block.split("\n").length;
    if (lines > MOST_LINES) return `must have an empty line after ${MOST_LINES} lines at the latest`;
    const columns = (block.match(TABLE_LINE) ?? []).reduce(
      (most, line) => Math.max(most, line.split("|").length),
      0,
    );
    if (columns * lines > MOST_CELLS) return `must have at most ${MOST_CELLS} cells in a table`;
    work += (block.match(/[*_~`[]/g)?.length ?? 0) ** 2 + lines ** 2 / 5;
  }
  return work > MOST_WORK ? "must have fewer marks of emphasis, code and links in a paragraph" : null;
}

// A title may be emphasized, or hold what only looks like Markdown: "2 * 3".
const renderTitle = (line: string): string => String(marked.parseInline(line, { async: false }));

const marked = new Marked({
  gfm: true,
  tokenizer: {
    // One line of dashes makes a heading of the line above, and marked looks first
    // whether it is a table, to the end of the text.
    table(source) {
      const [twoLines] = /^[^\n]*\n[^\n]*/.exec(source) ?? [];
      const begins =
        twoLines !== undefined && Tokenizer.prototype.table.call(this, `${twoLines}\n`) !== undefined;
      return begins ? false : undefined;
    },
  },
});

const TABLE_LINE = /^[ \t>]*[|:-][ \t|:-]*[|:][ \t|:-]*$/gm;

const MARKED_LINE = /^[ \t]*(?:(?:(?:>|[*+-]|\d{1,9}[.)])(?=[ \t>]|$)[ \t]*)+|[|#=-])/gm;

type Measure = { readonly depth: number; readonly blocks: number };

/** How deep lists and quotations go, and how many lines begin with a mark: one pass over the beginnings of lines. */
function measure(text: string): Measure {
  let depth = 0;
  let blocks = 0;
  let indents: number[] = []; // of the list items that are open
  for (const [line] of text.matchAll(MARKED_LINE)) {
    blocks += 1;
    const marks = line.match(/>|[*+-]|\d+[.)]/g)?.length ?? 0;
    const indent = line.length - line.trimStart().length;
    indents = [...indents.filter((open) => open < indent), indent];
    depth = Math.max(depth, marks + indents.length - 1);
  }
  return { depth, blocks };
}

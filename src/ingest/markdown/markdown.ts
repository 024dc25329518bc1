// text/markdown (RFC 7763): GitHub's Markdown, with or without front matter.
//
// marked turns it into HTML; what is HTML in it already, and all that comes out,
// goes through the sanitizer like everybody else's.

import { Marked, Tokenizer } from "marked";
import { MAX_HTML_TAGS } from "../../model/limits.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { Said } from "../content-headers.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import { readFrontMatter } from "./front-matter.ts";

// marked goes down by recursion, and looks through the rest of a text for each
// line that may begin a table: no article has this much of either.
const MOST_DEPTH = 64;
const MOST_TABLES = 200;
const MOST_BLOCKS = MAX_HTML_TAGS / 2; // each is two tags, or more

/**
 * Read a Markdown article. Without a title in its front matter its first heading,
 * if nothing stands before that, is the title.
 */
export function readMarkdown(text: string, said: Said): Result<Submission, IngestError> {
  const front = readFrontMatter(text.replace(/\r\n?/g, "\n"));
  if (!front.ok) return front;
  const { fields, dropped, body } = front.value;
  const { title, rest } = fields.title === undefined ? readHeading(body) : { title: null, rest: body };
  const rendered = renderMarkdown(rest, "");
  if (!rendered.ok) return rendered;
  return ok({
    ...EMPTY_SUBMISSION,
    url: said.address,
    language: said.language,
    title: title === null ? null : renderTitle(title),
    ...fields,
    contentHtml: rendered.value,
    dropped,
  });
}

type Headed = { readonly title: string | null; readonly rest: string };

/** The heading of the first level that a text begins with: "# Title", or underlined with "=". */
function readHeading(body: string): Headed {
  const start = body.search(/\S/);
  const end = body.indexOf("\n", start);
  const line = body.slice(start, end === -1 ? undefined : end).trimEnd();
  const after = end === -1 ? "" : body.slice(end + 1);
  if (/^# +\S/.test(line)) return { title: withoutClosing(line.slice(2).trim()), rest: after };
  const [underline] = /^ {0,3}=+[ \t]*(?:\n|$)/.exec(after) ?? [];
  return underline === undefined || !/^[^\s#>*+\-|<]/.test(line)
    ? { title: null, rest: body }
    : { title: line, rest: after.slice(underline.length) };
}

// "# Title ##" is how some close a heading.
function withoutClosing(line: string): string {
  const bare = line.replace(/#+$/, "");
  return bare.endsWith(" ") ? bare.trimEnd() : line;
}

/** Markdown → HTML that is not safe yet. @param pointer of the field that it came in */
export function renderMarkdown(text: string, pointer: string): Result<string, IngestError> {
  const refuse = (detail: string) => fail(fieldInvalid(pointer, detail));
  const { depth, blocks } = measure(text);
  if (depth > MOST_DEPTH) return refuse(`must have lists and quotations nested at most ${MOST_DEPTH} deep`);
  if (blocks > MOST_BLOCKS) return refuse(`must have at most ${MOST_BLOCKS} list items, rows and headings`);
  if ((text.match(TABLE_LINE)?.length ?? 0) > MOST_TABLES)
    return refuse(`must have at most ${MOST_TABLES} tables`);
  return ok(marked.parse(text, { async: false }));
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

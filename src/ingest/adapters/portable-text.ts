// Portable Text, https://www.portabletext.org/specification/, as HTML that isn't
// safe yet: by its own library, which takes a well-formed document for granted.

import { type PortableTextComponents, toHTML } from "@portabletext/to-html";
import { isRecord } from "../../model/check-fields.ts";
import type { Dropped } from "../../model/receipt.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { escapeHtml, shorten } from "../text.ts";
import { isPlainName, listAt, sizeAt, textAt } from "./loose-json.ts";
import { valueAt } from "./pointer.ts";

// Of what the library compares each with each other one in the same block.
const MOST_IN_A_BLOCK = 2_000;
const MOST_WORK = 40_000_000; // so much for all blocks together: ten of the largest
const DEEPEST_LIST = 20; // it goes down by recursion

export type Rendered = { readonly html: string; readonly dropped: readonly Dropped[] };

/**
 * Render the blocks of a text.
 *
 * @param pointer of the field that they came in
 * @returns what has no form in HTML is left out and said: blocks that nobody here knows, pictures without an address
 */
export function renderPortableText(value: unknown, pointer: string): Result<Rendered, IngestError> {
  const blocks = Array.isArray(value) ? value.filter((block) => block !== null) : [value];
  if (!blocks.every(isTyped)) return fail(fieldInvalid(pointer, "must be Portable Text, or Markdown"));
  const pieces = blocks.map(piecesIn);
  if (pieces.some((count) => count > MOST_IN_A_BLOCK))
    return fail(
      fieldInvalid(pointer, `must have at most ${MOST_IN_A_BLOCK} spans and line breaks in a block`),
    );
  if (pieces.reduce((work, count) => work + count ** 2, 0) > MOST_WORK)
    return fail(fieldInvalid(pointer, "must have fewer spans and line breaks in its blocks"));

  const dropped: Dropped[] = [];
  const drop = (rule: string, detail: string) => dropped.push({ rule, detail: shorten(detail, 100) });
  const whole = blocks.filter((block) => {
    const isWhole = isWell(block);
    if (!isWhole) drop("unknown-block", block._type);
    return isWhole;
  });
  const html = toHTML(whole.map(withLevel), { components: componentsOf(drop), onMissingComponent: false });
  return ok({ html, dropped });
}

type Typed = { readonly _type: string; readonly [field: string]: unknown };

// Types that begin with @ are the library's own.
const isTyped = (value: unknown): value is Typed =>
  isRecord(value) && isPlainName(value["_type"]) && !value["_type"].startsWith("@");

/** Whether the library can look into it: it asks everything that stands in a text whether it is a block. */
const isWell = ({ children, markDefs, style, listItem }: Typed): boolean =>
  (markDefs == null ||
    (Array.isArray(markDefs) &&
      markDefs.every((mark) => isTyped(mark) && typeof mark["_key"] === "string"))) &&
  (!Array.isArray(children) ||
    (children.every((child) => isTyped(child) && (child._type === "span" ? isSpan(child) : isWell(child))) &&
      [style, listItem].every((name) => name == null || isPlainName(name))));

const isSpan = ({ text, marks }: Typed): boolean =>
  typeof text === "string" && (marks === undefined || (Array.isArray(marks) && marks.every(isPlainName)));

const piecesIn = (block: Typed): number => {
  const pieces = listAt(block, "/children").map((child) => {
    const text = valueAt(child, "/text");
    const lines = typeof text === "string" ? text.split("\n").length : 1;
    return lines + listAt(child, "/marks").length;
  });
  return pieces.reduce((sum, count) => sum + count, listAt(block, "/markDefs").length);
};

const withLevel = (block: Typed): Typed => {
  const { level } = block;
  return typeof level === "number" && level > DEEPEST_LIST ? { ...block, level: DEEPEST_LIST } : block;
};

/** How the parts of a text are written, where the library's way isn't ours. */
const componentsOf = (drop: (rule: string, detail: string) => void): PortableTextComponents => ({
  types: {
    image: ({ value }) => {
      const url = textAt(value, "/url");
      if (url === null) drop("embedded-asset", textAt(value, "/asset/_ref") ?? "image");
      return url === null ? "" : figureOf(url, value);
    },
    // What Sanity's own plugin for code calls it.
    code: ({ value }) => `<pre><code>${escapeHtml(textAt(value, "/code") ?? "")}</code></pre>`,
  },
  marks: {
    underline: ({ children }) => `<u>${children}</u>`,
    link: linkOf,
    internalLink: linkOf,
  },
  unknownType: ({ value }) => {
    drop("unknown-block", value._type);
    return "";
  },
  unknownMark: ({ markType, children }) => {
    drop("unknown-mark", String(markType));
    return children;
  },
  escapeHTML: escapeHtml,
});

type Marked = { readonly value?: unknown; readonly children: string };
function linkOf({ value, children }: Marked): string {
  const href = textAt(value, "/href");
  return href === null ? children : `<a href="${escapeHtml(href)}">${children}</a>`;
}

function figureOf(url: string, image: unknown): string {
  const width = sizeAt(image, "/width");
  const height = sizeAt(image, "/height");
  const sizes = width === null || height === null ? "" : ` width="${width}" height="${height}"`;
  const caption = textAt(image, "/caption");
  const legend = caption === null ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  const alt = escapeHtml(textAt(image, "/alt") ?? "");
  return `<figure><img src="${escapeHtml(url)}" alt="${alt}"${sizes}>${legend}</figure>`;
}

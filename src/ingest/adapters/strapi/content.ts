// The text of an entry: Markdown or HTML, the Blocks editor's JSON, or a dynamic
// zone, a list of components as the starters have it.

import { isRecord } from "../../../model/check-fields.ts";
import type { Dropped } from "../../../model/receipt.ts";
import { renderMarkdown } from "../../markdown/markdown.ts";
import { escapeHtml, paragraphsOf, shorten } from "../../text.ts";
import { listOf, textOf } from "../values.ts";
import { renderBlocks, renderFile } from "./blocks.ts";

type TextKind = "markdown" | "html";

export type EntryContent = {
  readonly html: string | null;
  readonly markdown: string | null; // what the whole of it was made of
  readonly dropped: readonly Dropped[];
};

const NO_CONTENT: EntryContent = { html: null, markdown: null, dropped: [] };

export function readContent(value: unknown, kind: TextKind): EntryContent {
  if (value === undefined) return NO_CONTENT;
  if (typeof value === "string") {
    const html = htmlOf(value, kind);
    // What is too much for a reader of Markdown is shown as it is written.
    if (html === null)
      return { ...NO_CONTENT, html: paragraphsOf(value), dropped: [notUsable("as Markdown")] };
    return { ...NO_CONTENT, html, markdown: kind === "markdown" ? value : null };
  }
  if (!Array.isArray(value)) return { ...NO_CONTENT, dropped: [notUsable("")] };
  const isZone = value.some((one) => isRecord(one) && one["__component"] !== undefined);
  return isZone ? readZone(value, kind) : { ...NO_CONTENT, html: renderBlocks(value) };
}

const notUsable = (as: string): Dropped => ({
  rule: "field-not-usable",
  detail: `content can't be read ${as}`.trim(),
});

function htmlOf(text: string, kind: TextKind): string | null {
  if (kind === "html") return text;
  const rendered = renderMarkdown(text, "");
  return rendered.ok ? rendered.value : null;
}

function readZone(components: readonly unknown[], kind: TextKind): EntryContent {
  const parts = components.map((component) => renderComponent(component, kind));
  const lost = components.filter((component, at) => parts[at] === "" && isRecord(component));
  return {
    ...NO_CONTENT,
    html: parts.join("\n"),
    dropped: lost.map((component) => ({
      rule: "component-left-out",
      detail: shorten(textOf(isRecord(component) ? component["__component"] : null) ?? "", 100),
    })),
  };
}

const HEADINGS = ["title", "heading"];
const TEXTS = ["body", "content", "text", "quote"];

/** A heading, a text and files, by what they are called; a quotation's title is who said it. */
function renderComponent(component: unknown, kind: TextKind): string {
  if (!isRecord(component)) return "";
  const at = (names: readonly string[]) => names.map((name) => component[name]).find((one) => one != null);
  const heading = escapeHtml(textOf(at(HEADINGS)) ?? "");
  const text = at(TEXTS);
  const html =
    typeof text === "string" ? (htmlOf(text, kind) ?? paragraphsOf(text)) : renderBlocks(listOf(text));
  const files = Object.values(component).flatMap(listOf).map(renderFile).join("");
  if (/quote$/i.test(textOf(component["__component"]) ?? ""))
    return html === "" ? "" : `<blockquote>${html}${heading && `<p>${heading}</p>`}</blockquote>${files}`;
  return (heading && `<h2>${heading}</h2>`) + html + files;
}

// The Blocks editor's JSON → HTML that is not safe yet.
//
// Source: https://docs.strapi.io/cms/features/content-type-builder#rich-text-blocks,
// and what Strapi's own renderers for React make of it.

import { escapeHtml } from "../../text.ts";
import { valueAt } from "../pointer.ts";
import { listOf, textOf } from "../values.ts";

export const renderBlocks = (nodes: unknown): string => listOf(nodes).map(renderNode).join("");

const typeOf = (node: unknown): string | null => textOf(valueAt(node, "/type"));
const childrenOf = (node: unknown): readonly unknown[] => listOf(valueAt(node, "/children"));

function renderNode(node: unknown): string {
  const inside = () => renderBlocks(childrenOf(node));
  switch (typeOf(node)) {
    case "paragraph":
      return `<p>${inside()}</p>`;
    case "heading": {
      const level = Number(valueAt(node, "/level"));
      const name = level >= 1 && level <= 6 ? `h${Math.trunc(level)}` : "h2";
      return `<${name}>${inside()}</${name}>`;
    }
    case "quote":
      return `<blockquote><p>${inside()}</p></blockquote>`;
    case "code":
      return `<pre><code>${escapeHtml(plainIn(node))}</code></pre>`;
    case "list":
      return renderList(node);
    case "link":
      return `<a href="${attributeAt(node, "/url")}">${inside()}</a>`;
    case "image":
      return renderFile(valueAt(node, "/image"));
    default:
      return renderText(node) + inside(); // of what is unknown, the text stays
  }
}

const MARKS = [
  ["code", "code"],
  ["strikethrough", "s"],
  ["underline", "u"],
  ["italic", "em"],
  ["bold", "strong"],
] as const;

function renderText(node: unknown): string {
  const text = textOf(valueAt(node, "/text"));
  if (text === null) return "";
  return MARKS.filter(([mark]) => valueAt(node, `/${mark}`) === true).reduce(
    (html, [, name]) => `<${name}>${html}</${name}>`,
    escapeHtml(text).replace(/\n/g, "<br />"),
  );
}

function renderList(node: unknown): string {
  const name = valueAt(node, "/format") === "ordered" ? "ol" : "ul";
  const items: string[] = [];
  for (const child of childrenOf(node)) {
    // A list within a list stands beside the item that it belongs to.
    if (typeOf(child) === "list") items.push((items.pop() ?? "") + renderList(child));
    else items.push(renderBlocks(childrenOf(child)));
  }
  return `<${name}>${items.map((item) => `<li>${item}</li>`).join("")}</${name}>`;
}

const plainIn = (node: unknown): string =>
  (textOf(valueAt(node, "/text")) ?? "") + childrenOf(node).map(plainIn).join("");

/** A file of the media library: a picture, a player, or a link. "" for what is no file. */
export function renderFile(file: unknown): string {
  const url = attributeAt(file, "/url");
  const mime = textOf(valueAt(file, "/mime"));
  if (url === "" || mime === null) return "";
  const caption = escapeHtml(textOf(valueAt(file, "/caption")) ?? "");
  const legend = caption && `<figcaption>${caption}</figcaption>`;
  const sizes = ["width", "height"].map((name) => ` ${name}="${attributeAt(file, `/${name}`)}"`).join("");
  const alt = attributeAt(file, "/alternativeText");
  const [kind] = mime.split("/");
  switch (kind) {
    case "image":
      return `<figure><img src="${url}" alt="${alt}"${sizes}>${legend}</figure>`;
    case "video":
      return `<figure><video src="${url}" controls></video>${legend}</figure>`;
    case "audio":
      return `<figure><audio src="${url}" controls></audio>${legend}</figure>`;
    default:
      return `<p><a href="${url}">${caption || attributeAt(file, "/name") || url}</a></p>`;
  }
}

const attributeAt = (value: unknown, pointer: string): string =>
  escapeHtml(textOf(valueAt(value, pointer)) ?? "");

// One article in each format, as a parser that nobody here wrote reads it.

import { renderAtom } from "../src/formats/atom.ts";
import { renderJson } from "../src/formats/json-feed.ts";
import { renderRss } from "../src/formats/rss.ts";
import type { Article } from "../src/model/article.ts";
import { aSnapshot } from "./articles.ts";
import { all, type Node, parseXml } from "./xml.ts";

export const rssOf = (article: Article): Node =>
  firstOf(all(parseXml(renderRss(aSnapshot({ articles: [article] }))), "item"));

export const atomOf = (article: Article): Node =>
  firstOf(all(parseXml(renderAtom(aSnapshot({ articles: [article] }))), "entry"));

export const jsonOf = (article: Article) =>
  JSON.parse(renderJson(aSnapshot({ articles: [article] }))).items[0];

/** @throws when there is none */
export function firstOf([node]: readonly Node[]): Node {
  if (node === undefined) throw new Error("no such element");
  return node;
}

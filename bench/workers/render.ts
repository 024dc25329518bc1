// Rendering inside workerd: ours, and the npm package `feed`. `/…?times=N` does a thing N times.

import { Feed } from "feed";
import { renderAtomHead } from "../../src/formats/atom.ts";
import { renderJsonHead } from "../../src/formats/json-feed.ts";
import { joinBytes } from "../../src/formats/record.ts";
import { renderRssHead } from "../../src/formats/rss.ts";
import type { Article } from "../../src/model/article.ts";
import { checkFeed } from "../../src/model/check-feed.ts";
import { FORMATS, type Format } from "../../src/model/format.ts";
import { HEAD } from "../../src/model/place.ts";
import { assembleHead } from "../../src/pipeline/assemble.ts";
import { makeFragment, renderFragments } from "../../src/pipeline/render-article.ts";
import type { JournalDeps, JournalTables, ListedArticle } from "../../src/ports/journal.ts";
import { articleOf, benchFeed } from "../articles.ts";

const ARTICLES = 50;
const articles = Array.from({ length: ARTICLES }, (_, at) => articleOf(at));
const ORIGIN = "https://wire.example";
const checked = checkFeed(benchFeed("bench"));
if (!checked.ok) throw new Error("the definition is wrong");
const feed = checked.value;

const facts = {
  feedUri: "tag:wire.example,2026:bench",
  version: 1_795_000_000_000,
  changedAt: 1_795_000_000_000,
  publishedVersion: 0,
  publishedAt: 0,
  lastModifiedAt: 0,
  announcedVersion: 0,
  renderKey: "",
  knownSince: 0,
  restoreRound: 0,
  restoreCursor: "",
};

let head: ListedArticle[] = [];
// A journal's tables in memory: what SQLite takes is not rendering.
const tables: Pick<
  JournalTables,
  | "facts"
  | "article"
  | "headKeys"
  | "countHead"
  | "countArchives"
  | "listedArticles"
  | "sizes"
  | "staleKeys"
  | "newestTombstones"
  | "newestChanges"
  | "labels"
  | "mostUsedTags"
> = {
  facts: () => facts,
  article: (key) => articles.find((article) => article.key === key) ?? null,
  headKeys: () => head.map(({ key }) => key),
  countHead: () => head.length,
  countArchives: () => 0,
  listedArticles: () => head,
  sizes: () =>
    head.map(({ fragment: { body } }) => ({
      rss: body.rss.byteLength,
      atom: body.atom.byteLength,
      json: body.json.byteLength,
    })),
  staleKeys: () => [],
  newestTombstones: () => [],
  newestChanges: () => [],
  labels: () => [],
  mostUsedTags: () => [],
};
const deps = { feed, publicOrigin: ORIGIN, tables, renderFragments, now: () => 0 } as unknown as JournalDeps;

/** The same three documents that `feed` gives, as bytes. */
function documentsOf(wanted: readonly Article[]): Uint8Array[] {
  const context = {
    feed,
    feedUri: facts.feedUri,
    publicOrigin: ORIGIN,
    changedAt: facts.changedAt,
    place: HEAD,
    archives: 0,
    pollSeconds: 300,
    tombstones: [],
  };
  const encoder = new TextEncoder();
  const parts: Record<Format, Uint8Array[]> = {
    rss: [encoder.encode(renderRssHead(context))],
    atom: [encoder.encode(renderAtomHead(context))],
    json: [encoder.encode(renderJsonHead(context))],
  };
  for (const article of wanted) {
    const fragments = renderFragments({ ...article }, feed, ORIGIN); // nothing is remembered of the last time
    for (const format of FORMATS) parts[format].push(encoder.encode(fragments[format]));
  }
  return FORMATS.map((format) => joinBytes(parts[format]));
}

async function fragmentOf(at: number): Promise<ListedArticle> {
  const article = { ...(articles[at] ?? articleOf(at)) };
  const fragment = await makeFragment(deps, article, "key");
  if (!fragment.ok) throw new Error(fragment.error);
  return { key: article.key, version: at, fragment: fragment.value };
}

const WORK: Readonly<Record<string, (time: number) => unknown>> = {
  "/nothing": () => null,
  "/ours": () => documentsOf(articles),
  "/ours-published": async () => {
    head = await Promise.all(articles.map((_, at) => fragmentOf(at)));
    return (await assembleHead(deps, "key", facts.version, 0)).pack();
  },
  "/ours-one-new": async (time) => {
    head[time % ARTICLES] = await fragmentOf(time % ARTICLES);
    return (await assembleHead(deps, "key", facts.version, 0)).pack();
  },
  "/feed": () => withFeed(),
};

function withFeed(): Uint8Array[] {
  const theirs = new Feed({
    id: "tag:wire.example,2026:bench",
    title: feed.title,
    description: feed.description,
    link: feed.homePage,
    language: feed.language,
    copyright: "",
    author: { name: "The Desk" },
  });
  for (const article of articles)
    theirs.addItem({
      id: article.sourceId ?? "",
      guid: article.sourceId ?? "",
      title: article.title ?? "",
      link: article.sourceUrl ?? "",
      date: new Date(article.updatedAt),
      published: new Date(article.publishedAt),
      description: article.summary ?? "",
      content: article.contentHtml,
      image: article.image?.url ?? "",
      author: article.authors.map(({ name }) => ({ name })),
      category: article.tags.map((name) => ({ name })),
    });
  // Documents are sent as bytes.
  return [theirs.rss2(), theirs.atom1(), theirs.json1()].map((text) => new TextEncoder().encode(text));
}

export default {
  async fetch(request) {
    const url = new URL(request.url);
    const work = WORK[url.pathname];
    if (work === undefined) return new Response("", { status: 404 });
    for (let time = 0; time < Number(url.searchParams.get("times")); time += 1) await work(time);
    return new Response("");
  },
} satisfies ExportedHandler;
export { FeedJournal } from "./bare.ts";

// One article, rendered once: its fragment for each feed format, and its record for KV.

import { XMLValidator } from "fast-xml-parser";
import {
  ARTICLE_RECORD_SCHEMA,
  type ArticleRecordHeader,
  type ArticleView,
  type ViewFacts,
} from "../formats/article-record.ts";
import { renderAtomEntry } from "../formats/atom-entry.ts";
import { renderJsonItem } from "../formats/json-item.ts";
import { joinBytes, layOut, packRecord } from "../formats/record.ts";
import { renderRssItem } from "../formats/rss-item.ts";
import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { FORMATS, type Format } from "../model/format.ts";
import { MAX_ROW_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { AMP_CONTENT_SECURITY_POLICY, renderAmpPage } from "../pages/amp.tsx";
import { renderArticlePage } from "../pages/article.tsx";
import { renderNotice } from "../pages/notice.tsx";
import { hasAmpPage } from "../pages/props.ts";
import type { ArticleRow, Fragment, JournalDeps, View } from "../ports/journal.ts";
import { pageContentSecurityPolicy } from "./page-policy.ts";
import { etagOf, hexDigest } from "./render-key.ts";

/** Render an article's fragment for each format: the default of JournalDeps. */
export function renderFragments(article: Article, feed: Feed, publicOrigin: string): Record<Format, string> {
  const context = { feed, publicOrigin };
  return {
    rss: renderRssItem(article, context),
    atom: renderAtomEntry(article, context),
    json: renderJsonItem(article, context),
  };
}

/**
 * Render and check a fragment.
 *
 * @returns why it must stay out of the feed: one ill-formed item would break it for every reader
 */
export async function makeFragment(
  deps: JournalDeps,
  article: Article,
  renderKey: string,
): Promise<Result<Fragment, string>> {
  let texts: Readonly<Record<Format, string>>;
  try {
    texts = deps.renderFragments(article, deps.feed, deps.publicOrigin);
  } catch (error) {
    return fail(`rendering failed: ${String(error)}`); // a bug of ours must not stop the other articles
  }
  const encoder = new TextEncoder();
  const body = {
    rss: encoder.encode(texts.rss),
    atom: encoder.encode(texts.atom),
    json: encoder.encode(texts.json),
  };
  for (const format of FORMATS) {
    const fault = format === "json" ? faultInJson(texts[format]) : faultInXml(texts[format]);
    if (fault !== null) return fail(`${format}: ${fault}`);
    if (body[format].byteLength > MAX_ROW_BYTES) return fail(`${format}: larger than a row may be`);
  }
  const digest = await hexDigest(joinBytes(FORMATS.map((format) => body[format])));
  return ok({ renderKey, body, digest: digest.slice(0, 32) });
}

function faultInXml(xml: string): string | null {
  const checked = XMLValidator.validate(`<fragment>${skeletonOf(xml)}</fragment>`);
  return checked === true ? null : checked.err.msg;
}

// The validator goes by characters, and nearly all of a fragment is escaped text:
// text without a stray "&" is well-formed and need not be shown to it.
const STRAY = /&(?!(?:amp|lt|gt|quot|#\d{1,7}|#x26|#x3C);)/;

function skeletonOf(xml: string): string {
  let skeleton = "";
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf("<", at);
    const text = xml.slice(at, tag === -1 ? undefined : tag);
    if (text.length < 20 || STRAY.test(text)) skeleton += text;
    if (tag === -1) break;
    const end = xml.indexOf(">", tag);
    if (end === -1) return skeleton + xml.slice(tag);
    skeleton += xml.slice(tag, end + 1);
    at = end + 1;
  }
  return skeleton;
}

function faultInJson(json: string): string | null {
  try {
    JSON.parse(json);
    return null;
  } catch (error) {
    return String(error);
  }
}

/**
 * The article's record as KV keeps it.
 *
 * @returns why it can't be rendered
 */
export async function makeRecord(
  deps: JournalDeps,
  row: ArticleRow,
  article: Article | null,
  lastModifiedAt: number,
): Promise<Result<Uint8Array, string>> {
  if (row.state === "tombstone" || row.state === "draft")
    return ok(await recordOf(row, 410, [await goneView(deps.feed)], lastModifiedAt));
  if (row.state === "scheduled" || article === null) return ok(await makeAbsence(row, lastModifiedAt));
  try {
    const views = await deps.renderViews(article, deps.feed, deps.publicOrigin);
    return ok(await recordOf(row, 200, views, lastModifiedAt));
  } catch (error) {
    return fail(`rendering failed: ${String(error)}`); // a bug of ours must not stop the other articles
  }
}

/** The record of an article that isn't to be seen now: KV would remember a missing key. */
export const makeAbsence = (row: ArticleRow, lastModifiedAt: number): Promise<Uint8Array> =>
  recordOf(row, 404, [], lastModifiedAt);

async function recordOf(
  row: ArticleRow,
  status: ArticleRecordHeader["status"],
  views: readonly View[],
  lastModifiedAt: number,
): Promise<Uint8Array> {
  const parts = views.map(({ text }) => new TextEncoder().encode(text));
  const spans = layOut(parts);
  const facts = await Promise.all(
    views.map(async ({ view, mediaType, policy }, at): Promise<[ArticleView, ViewFacts]> => {
      const etag = await etagOf(row.version, parts[at] ?? new Uint8Array());
      return [view, { span: spans[at] ?? [0, 0], etag, mediaType, contentSecurityPolicy: policy }];
    }),
  );
  const header: ArticleRecordHeader = {
    schema: ARTICLE_RECORD_SCHEMA,
    status,
    version: row.version,
    lastModifiedAt,
    slug: row.slug,
    views: Object.fromEntries(facts),
  };
  return packRecord(header, parts);
}

/** Render an article's pages: the default of JournalDeps. */
export async function renderViews(
  article: Article,
  feed: Feed,
  publicOrigin: string,
): Promise<readonly View[]> {
  const props = { article, feed, publicOrigin };
  const html = "text/html; charset=utf-8";
  return [
    {
      view: "page",
      text: renderArticlePage(props),
      mediaType: html,
      policy: await pageContentSecurityPolicy(),
    },
    ...(hasAmpPage(props)
      ? [
          {
            view: "amp",
            text: renderAmpPage(props),
            mediaType: html,
            policy: AMP_CONTENT_SECURITY_POLICY,
          } as const,
        ]
      : []),
    // The vocabulary in which it was submitted.
    {
      view: "json",
      text: renderJsonItem(article, { feed, publicOrigin }),
      mediaType: "application/json",
      policy: "sandbox",
    },
  ];
}

const goneView = async (feed: Feed): Promise<View> => ({
  view: "page",
  text: renderNotice("Withdrawn", "The publisher has withdrawn this article.", feed),
  mediaType: "text/html; charset=utf-8",
  policy: await pageContentSecurityPolicy(),
});

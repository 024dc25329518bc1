// What the head of an article's page says of it: to search engines, and to
// whoever shows a link's preview.
//
// Source: https://ogp.me

import { raw } from "hono/html";
import { headlineOf } from "../model/headline.ts";
import { pictureOf } from "../model/picture.ts";
import { summaryOf } from "../model/summary.ts";
import { renderJsonLd } from "./json-ld.ts";
import { type ArticlePageProps, authorsOf, canonicalOf, languageOf } from "./props.ts";

export const ArticleMeta = (props: ArticlePageProps) => {
  const { article, feed } = props;
  const summary = summaryOf(article);
  const picture = pictureOf(article);
  const graph: [string, string | number | null][] = [
    ["og:type", "article"],
    ["og:title", headlineOf(article)],
    ["og:description", summary],
    ["og:url", canonicalOf(props)],
    ["og:site_name", feed.title],
    ["og:locale", localeOf(languageOf(props))],
    ["og:image", picture?.url ?? null],
    ["og:image:alt", picture?.alt || null],
    ["og:image:width", picture?.width ?? null],
    ["og:image:height", picture?.height ?? null],
    ["article:published_time", new Date(article.publishedAt).toISOString()],
    ["article:modified_time", new Date(article.updatedAt).toISOString()],
    // A profile's address by the specification; those who read it take a name as well.
    ...authorsOf(props).map(({ name, url }): [string, string] => ["article:author", url ?? name]),
    ...article.tags.map((tag): [string, string] => ["article:tag", tag]),
  ];
  return (
    <>
      {summary === null ? null : <meta name="description" content={summary} />}
      {graph.map(([property, content]) =>
        content === null ? null : <meta property={property} content={String(content)} />,
      )}
      <meta name="twitter:card" content={picture === null ? "summary" : "summary_large_image"} />
      <script type="application/ld+json">{raw(renderJsonLd(props))}</script>
    </>
  );
};

/** A language as Open Graph writes it: language_TERRITORY, the likely one where the tag names none. */
export function localeOf(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region === undefined ? name : `${name}_${region}`;
}

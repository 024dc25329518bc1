// What a feed's journal knows for sitemaps: the articles whose one true address is
// our page. Those of a publisher that has pages of its own are for its own sitemap.

import { headlineOf } from "../model/headline.ts";
import { ARTICLES_A_SITEMAP, MOST_NEWS } from "../model/sitemap.ts";
import type { JournalDeps } from "../ports/journal.ts";
import type { MappedArticle, NewsArticle } from "../ports.ts";

type Needs = Pick<JournalDeps, "tables">;

/** The oldest are in the first one, so that a full one mostly stays as it is. @param number from 1 */
export const listMapped = ({ tables }: Needs, number: number): readonly MappedArticle[] =>
  tables.mappedArticles(ARTICLES_A_SITEMAP, (number - 1) * ARTICLES_A_SITEMAP);

/** @param since ms since 1970 UTC */
export const listNews = ({ tables }: Needs, since: number): readonly NewsArticle[] =>
  tables.newsKeys(since, MOST_NEWS).flatMap((key) => {
    const article = tables.article(key);
    if (article === null) return [];
    const { slug, publishedAt } = article;
    return [{ key, slug, title: headlineOf(article), publishedAt }];
  });

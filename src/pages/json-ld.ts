// What a page says of its article to machines: schema.org's NewsArticle as JSON-LD.
//
// Source: https://schema.org/NewsArticle and what search engines read of it,
// https://developers.google.com/search/docs/appearance/structured-data/article

import type { Author } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { headlineOf } from "../model/headline.ts";
import { pictureOf } from "../model/picture.ts";
import { summaryOf } from "../model/summary.ts";
import { wordCountOf } from "../model/word-count.ts";
import { type ArticlePageProps, authorsOf, canonicalOf, languageOf } from "./props.ts";

/** The text of a script element. */
export function renderJsonLd(props: ArticlePageProps): string {
  const { article, feed } = props;
  const picture = pictureOf(article);
  const language = languageOf(props);
  const authors = authorsOf(props);
  const url = canonicalOf(props);
  return scriptTextOf({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: headlineOf(article),
    description: summaryOf(article) ?? undefined,
    image: picture === null ? undefined : [imageOf(picture.url, picture.width, picture.height)],
    datePublished: new Date(article.publishedAt).toISOString(),
    dateModified: new Date(article.updatedAt).toISOString(),
    author: authors.length === 0 ? undefined : authors.map(personOf),
    publisher: publisherOf(feed),
    inLanguage: language,
    keywords: article.tags.length === 0 ? undefined : article.tags,
    wordCount: wordCountOf(article, language),
    mainEntityOfPage: url,
    url,
  });
}

/** JSON in which no text can end the element: "</script" and "<!--" both begin with "<", and so does all that could. */
export const scriptTextOf = (facts: object): string => JSON.stringify(facts).replace(/</g, "\\u003c");

export const imageOf = (url: string, width: number | null, height: number | null) => ({
  "@type": "ImageObject",
  url,
  ...(width === null || height === null ? {} : { width, height }),
});

// A desk is none, but schema.org has no word for "a person or a desk", and a byline is mostly a person.
const personOf = ({ name, url, avatar }: Author) => ({
  "@type": "Person",
  name,
  url: url ?? undefined,
  image: avatar ?? undefined,
});

export const publisherOf = ({ title, homePage, image, icon }: Feed) => {
  const logo = image ?? icon;
  return {
    "@type": "NewsMediaOrganization",
    name: title,
    url: homePage,
    ...(logo === null ? {} : { logo: imageOf(logo, null, null) }),
  };
};

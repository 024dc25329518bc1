// What the article page and the AMP page show alike.

import type { Article, LeadImage } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";

export type ArticlePageProps = {
  readonly article: Article;
  readonly feed: Feed;
  readonly publicOrigin: string; // scheme and host, without a slash at the end
};

/** Whether an article has an AMP page: where its feed wants one and nothing of substance would be missing. */
export const hasAmpPage = ({ article, feed }: Pick<ArticlePageProps, "article" | "feed">): boolean =>
  feed.amp && article.ampWithheld === null;

export const languageOf = ({ article, feed }: ArticlePageProps): string => article.language ?? feed.language;

export const Masthead = ({ feed }: { readonly feed: Feed }) => (
  <header class="masthead">
    <a href={`/#${feed.slug}`}>{feed.title}</a>
  </header>
);

/** An instant for people, in the article's language, and for machines. */
export const When = ({ at, language }: { readonly at: number; readonly language: string }) => (
  <time datetime={new Date(at).toISOString()}>{formatterOf(language).format(at)} UTC</time>
);

// Making a formatter takes longer than the rest of a page; a wire has few languages.
const formatters = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATTERS = 50;

function formatterOf(language: string): Intl.DateTimeFormat {
  const known = formatters.get(language);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(language, formatter);
  return formatter;
}

export const Byline = (props: ArticlePageProps) => {
  const { article, feed } = props;
  const authors = article.authors.length > 0 ? article.authors : feed.authors;
  return (
    <p class="meta">
      {authors.map(({ name, url }) => (
        <>
          {url === null ? <span>{name}</span> : <a href={url}>{name}</a>}
          {" · "}
        </>
      ))}
      <When at={article.publishedAt} language={languageOf(props)} />
    </p>
  );
};

export const Caption = ({ caption, credit }: LeadImage) =>
  caption === null && credit === null ? null : (
    <figcaption>
      {caption}
      {caption !== null && credit !== null ? " " : null}
      {credit === null ? null : <span>Credit: {credit}</span>}
    </figcaption>
  );

export const Tags = ({ tags }: { readonly tags: readonly string[] }) =>
  tags.length === 0 ? null : (
    <ul class="labels">
      {tags.map((tag) => (
        <li>
          <span class="label">{tag}</span>{" "}
        </li>
      ))}
    </ul>
  );

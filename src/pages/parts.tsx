// What the article page and the AMP page show alike.

import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { LeadImage } from "../model/article.ts";
import { creditLine } from "../model/credit-label.ts";
import type { Feed } from "../model/feed.ts";
import { headlineOf } from "../model/headline.ts";
import { type ArticlePageProps, authorsOf, languageOf, ownDirectionOf, pageUrlOf } from "./props.ts";
import { When } from "./when.tsx";
import { wordsOf } from "./words.ts";

/** The first stop of who goes through a page by keyboard. */
export const SkipLink = ({ language }: { readonly language: string }) => {
  const words = wordsOf(language);
  return (
    <a class="skip" href="#main" lang={words.language}>
      {words.skip}
    </a>
  );
};

export const Masthead = ({ feed }: { readonly feed: Feed }) => (
  <header class="masthead" lang={feed.language} dir="auto">
    <a href={`/#${feed.slug}`}>{feed.title}</a>
  </header>
);

type StoryProps = ArticlePageProps & {
  readonly lead: Child; // the figure above the text
  readonly text: string; // HTML, safe as it is
  readonly attachments: Child;
};

/** The article itself, marked up as an h-entry: https://microformats.org/wiki/h-entry. */
export const Story = ({ lead, text, attachments, ...props }: StoryProps) => {
  const { article } = props;
  return (
    <main id="main">
      <article class="story h-entry" dir={ownDirectionOf(props)}>
        <header>
          {article.title === null ? (
            // A note has no name: what would be its headline is its first words once more.
            <h1 class="unseen">{headlineOf(article)}</h1>
          ) : (
            <h1 class="p-name">{article.title}</h1>
          )}
          {article.summary === null ? null : <p class="standfirst p-summary">{article.summary}</p>}
          <Byline {...props} />
        </header>
        {lead}
        <div class="text e-content">{raw(text)}</div>
        {attachments}
        <External url={article.externalUrl} />
        <Tags tags={article.tags} />
      </article>
    </main>
  );
};

const Byline = (props: ArticlePageProps) => {
  const authors = authorsOf(props);
  return (
    <div class="byline">
      {authors.length === 0 ? null : (
        <ul class="authors">
          {authors.map(({ name, url }) => (
            <li>
              {url === null ? (
                <span class="p-author h-card">{name}</span>
              ) : (
                <a class="p-author h-card" rel="author" href={url}>
                  {name}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dates {...props} />
    </div>
  );
};

// A CMS that saves twice in a minute has not revised anything.
const LEAST_REVISION = 60_000;

const Dates = (props: ArticlePageProps) => {
  const { publishedAt, updatedAt, sourceUrl } = props.article;
  const language = languageOf(props);
  const words = wordsOf(language);
  const published = <When at={publishedAt} language={language} name="dt-published" />;
  return (
    <ul class="dates">
      <li>
        {sourceUrl === null ? (
          <a class="u-url" href={pageUrlOf(props)}>
            {published}
          </a>
        ) : (
          published
        )}
      </li>
      {updatedAt - publishedAt <= LEAST_REVISION ? null : (
        <li>
          <span lang={words.language}>{words.updated}</span>{" "}
          <When at={updatedAt} language={language} name="dt-updated" />
        </li>
      )}
      {sourceUrl === null ? null : (
        <li>
          <a class="u-url" href={sourceUrl}>
            <bdi>{hostOf(sourceUrl)}</bdi>
          </a>
        </li>
      )}
    </ul>
  );
};

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;

type CaptionProps = { readonly image: LeadImage; readonly language: string };

export const Caption = ({ image: { caption, credit }, language }: CaptionProps) =>
  caption === null && credit === null ? null : (
    <figcaption>
      {caption}
      {caption !== null && credit !== null ? " " : null}
      {credit === null ? null : <span class="credit">{creditLine(credit, language)}</span>}
    </figcaption>
  );

/** What the article is about, elsewhere. */
const External = ({ url }: { readonly url: string | null }) =>
  url === null ? null : (
    <p class="external">
      <a href={url}>
        <bdi>{url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "")}</bdi>
      </a>
    </p>
  );

const Tags = ({ tags }: { readonly tags: readonly string[] }) =>
  tags.length === 0 ? null : (
    <ul class="tags">
      {tags.map((tag) => (
        <li class="p-category" dir="auto">
          {tag}
        </li>
      ))}
    </ul>
  );

// What the article page and the AMP page show alike.

import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { placePath } from "../model/address.ts";
import type { LeadImage } from "../model/article.ts";
import { creditLine } from "../model/credit-label.ts";
import type { Feed } from "../model/feed.ts";
import { headlineOf } from "../model/headline.ts";
import { labelNamed } from "../model/label.ts";
import { HEAD } from "../model/place.ts";
import { Byline } from "./byline.tsx";
import { type ArticlePageProps, ownDirectionOf } from "./props.ts";
import { Tags } from "./tags.tsx";
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
    <a href={placePath(feed.slug, HEAD)}>{feed.title}</a>
  </header>
);

/** Of a page that stands above all feeds, or beside them. */
export const WireMasthead = ({ isWide = false }: { readonly isWide?: boolean }) => (
  <header class={isWide ? "masthead broad" : "masthead"} lang="en" dir="ltr">
    <a href="/">Edgewire</a>
  </header>
);

type StoryProps = ArticlePageProps & {
  readonly lead: Child; // the figure above the text
  readonly text: string; // HTML, safe as it is
  readonly attachments: Child;
};

/** The article itself, marked up as an h-entry: https://microformats.org/wiki/h-entry. */
export const Story = ({ lead, text, attachments, ...props }: StoryProps) => {
  const { article, feed } = props;
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
        <Tags feed={feed} tags={article.tags.map((name) => labelNamed("tag", name))} />
      </article>
    </main>
  );
};

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

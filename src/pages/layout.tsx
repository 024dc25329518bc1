// The frame of every page that isn't AMP.

import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import { documentPath, feedPath, placePath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { FORMAT_FACTS, FORMATS } from "../model/format.ts";
import { directionOf } from "../model/language.ts";
import { HEAD, type Place, titleOf } from "../model/place.ts";
import { feedWordsOf } from "./feed-words.ts";
import { SkipLink } from "./parts.tsx";
import { STYLE } from "./style.ts";

type LayoutProps = {
  readonly title: string;
  readonly language: string;
  readonly icon?: string | null;
  readonly head?: Child;
  readonly skip?: Child; // in place of the link to the article
  readonly children: Child;
};

export const Layout = ({ title, language, icon = null, head, skip, children }: LayoutProps) => (
  <html lang={language} dir={directionOf(language)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      <meta name="color-scheme" content="light dark" />
      {icon === null ? null : <link rel="icon" href={icon} />}
      {head}
      <style>{raw(STYLE)}</style>
    </head>
    <body>
      {skip ?? <SkipLink language={language} />}
      {children}
    </body>
  </html>
);

/** A whole document as text. */
export const toDocument = (page: { toString(): string | Promise<string> }): string =>
  html`<!doctype html>${raw(String(page))}`.toString();

/** What lets a reader's extension or app find a feed from any page. */
export const Autodiscovery = ({ feed, place = HEAD }: AutodiscoveryProps) => (
  <>
    {FORMATS.map((format) => (
      <link
        rel="alternate"
        type={FORMAT_FACTS[format].mediaType}
        title={`${titleOf({ feed, place })} (${FORMAT_FACTS[format].label})`}
        href={documentPath(feed.slug, place, format)}
      />
    ))}
  </>
);

type AutodiscoveryProps = { readonly feed: Feed; readonly place?: Place };

export const FeedLinks = ({ feed }: { readonly feed: Feed }) => {
  const words = feedWordsOf(feed.language);
  return (
    <p class="feeds">
      <a href={placePath(feed.slug, HEAD)} lang={words.language}>
        {words.subscribe}
      </a>
      {FORMATS.map((format) => (
        <a href={feedPath(feed.slug, format)}>{FORMAT_FACTS[format].label}</a>
      ))}
    </p>
  );
};

export const Foot = ({ feed }: { readonly feed: Feed }) => (
  <footer class="foot" lang={feed.language} dir={directionOf(feed.language)}>
    <FeedLinks feed={feed} />
    {feed.copyright === null ? null : <p>{feed.copyright}</p>}
  </footer>
);

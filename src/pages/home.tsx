// `/`: every feed, its latest articles, and how to subscribe.

import { OUTLINE_PATH, placePath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { directionOf } from "../model/language.ts";
import { HEAD } from "../model/place.ts";
import { Autodiscovery, FeedLinks, Layout, toDocument } from "./layout.tsx";
import { When } from "./when.tsx";

export type FeedCard = {
  readonly feed: Feed;
  /** newest first; none for a feed that has no article yet, or whose latest are not known just now */
  readonly latest: readonly {
    readonly title: string;
    readonly path: string;
    readonly publishedAt: number;
    readonly language: string | null; // null: the feed's
  }[];
};

export const renderHomePage = (cards: readonly FeedCard[]): string =>
  toDocument(
    <Layout
      title="Edgewire"
      language="en"
      head={
        <>
          {cards.map(({ feed }) => (
            <Autodiscovery feed={feed} />
          ))}
          <link rel="alternate" type="text/x-opml" title="Every feed (OPML)" href={OUTLINE_PATH} />
        </>
      }
    >
      <main id="main" class="front">
        <header class="nameplate">
          <h1>Edgewire</h1>
          <p>
            Every feed of this wire, for any reader: pick one and subscribe, or{" "}
            <a href={OUTLINE_PATH}>take them all as OPML</a>.
          </p>
        </header>
        <div class="columns">
          {cards.map((card) => (
            <Card {...card} />
          ))}
        </div>
      </main>
    </Layout>,
  );

const Card = ({ feed, latest }: FeedCard) => (
  <section class="feed h-feed" id={feed.slug} lang={feed.language} dir={directionOf(feed.language)}>
    <header>
      <h2 class="p-name">
        <a class="u-url" href={placePath(feed.slug, HEAD)}>
          {feed.title}
        </a>
      </h2>
      <p>{feed.description}</p>
    </header>
    {latest.length === 0 ? (
      <p class="meta" lang="en" dir="ltr">
        No article yet.
      </p>
    ) : (
      <ol>
        {latest.map(({ title, path, publishedAt, language }) => (
          <li class="h-entry">
            <h3 lang={language ?? undefined} dir={language === null ? "auto" : directionOf(language)}>
              <a class="p-name u-url" href={path}>
                {title}
              </a>
            </h3>
            <p class="meta">
              <When at={publishedAt} language={feed.language} name="dt-published" />
            </p>
          </li>
        ))}
      </ol>
    )}
    <FeedLinks feed={feed} />
  </section>
);

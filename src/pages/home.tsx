// `/`: every feed, its newest article, and how to subscribe.

import type { Feed } from "../model/feed.ts";
import { Autodiscovery, FeedLinks, Layout, toDocument } from "./layout.tsx";
import { When } from "./parts.tsx";

export type FeedCard = {
  readonly feed: Feed;
  /** null for a feed that has no article yet, or whose newest is not known just now */
  readonly newest: { readonly title: string; readonly path: string; readonly publishedAt: number } | null;
};

export const renderHomePage = (cards: readonly FeedCard[]): string =>
  toDocument(
    <Layout title="The wire" language="en" head={cards.map(({ feed }) => <Autodiscovery feed={feed} />)}>
      <header class="masthead">
        <a href="/">Edgewire</a>
      </header>
      <main>
        <h1>The wire</h1>
        <p class="standfirst">Every feed here, for any reader: pick a format and subscribe.</p>
        {cards.map(({ feed, newest }) => (
          <section class="feed" id={feed.slug} lang={feed.language} dir="auto">
            <h2>{feed.title}</h2>
            <p>{feed.description}</p>
            {newest === null ? (
              <p class="meta">No article yet.</p>
            ) : (
              <p class="meta">
                Newest:{" "}
                <a href={newest.path}>
                  <bdi>{newest.title}</bdi>
                </a>
                , <When at={newest.publishedAt} language={feed.language} />
              </p>
            )}
            <FeedLinks feed={feed} />
          </section>
        ))}
      </main>
    </Layout>,
  );

// The page of a feed, or of a part of it: what it is, and how to subscribe.

import type { Feed } from "../model/feed.ts";
import type { NamedLabel, Place } from "../model/place.ts";
import { Autodiscovery, Layout, toDocument } from "./layout.tsx";

export type FeedPageProps = {
  readonly feed: Feed;
  readonly publicOrigin: string;
  readonly place: Exclude<Place, { readonly kind: "archive" }>;
  /** newest first */
  readonly latest: readonly {
    readonly title: string;
    readonly path: string;
    readonly publishedAt: number;
    readonly language: string | null; // null: the feed's
    readonly summary: string | null;
  }[];
  readonly tags: readonly NamedLabel[];
};

export const renderFeedPage = ({ feed, latest }: FeedPageProps): string =>
  toDocument(
    <Layout title={feed.title} language={feed.language} head={<Autodiscovery feed={feed} />}>
      <main id="main">
        <h1>{feed.title}</h1>
        <ol>
          {latest.map(({ title, path }) => (
            <li>
              <a href={path}>{title}</a>
            </li>
          ))}
        </ol>
      </main>
    </Layout>,
  );

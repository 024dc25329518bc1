// The newest articles of a feed, each an h-entry: https://microformats.org/wiki/h-entry

import type { Feed } from "../model/feed.ts";
import { directionOf } from "../model/language.ts";
import type { FeedPageProps, LatestArticle } from "./feed-props.ts";
import { feedWordsOf } from "./feed-words.ts";
import { When } from "./when.tsx";

export const Latest = ({ feed, latest }: FeedPageProps) => {
  const words = feedWordsOf(feed.language);
  return (
    <section class="latest" id="latest">
      <h2 lang={words.language}>{words.latest}</h2>
      {latest.length === 0 ? (
        <p lang={words.language}>{words.none}</p>
      ) : (
        <ol>
          {latest.map((article) => (
            <Entry article={article} feed={feed} />
          ))}
        </ol>
      )}
    </section>
  );
};

type EntryProps = { readonly article: LatestArticle; readonly feed: Feed };

const Entry = ({ article: { title, path, publishedAt, language, summary }, feed }: EntryProps) => {
  const own = writingOf(language, feed);
  return (
    <li class="h-entry">
      <h3 {...own}>
        <a class="p-name u-url" href={path}>
          {title}
        </a>
      </h3>
      {summary === null ? null : (
        <p class="p-summary" {...own}>
          {summary}
        </p>
      )}
      <p class="meta">
        <When at={publishedAt} language={feed.language} name="dt-published" />
      </p>
    </li>
  );
};

/** One that says its language is set in it; of others the first letter decides, as on their own pages. */
function writingOf(language: string | null, feed: Feed) {
  if (language !== null) return { lang: language, dir: directionOf(language) };
  return directionOf(feed.language) === "ltr" ? ({ dir: "auto" } as const) : {};
}

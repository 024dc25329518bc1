// The page of a feed, or of the part of it that shares a label: what it is, how
// to subscribe, what is in it.
//
// It is an h-feed, https://microformats.org/wiki/h-feed, and can be read as one.

import { placePath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { HEAD, namesOf, titleOf } from "../model/place.ts";
import { AuthorName, hostOf } from "./byline.tsx";
import { FeedMeta } from "./feed-meta.tsx";
import type { FeedPageProps } from "./feed-props.ts";
import { feedWordsOf } from "./feed-words.ts";
import { Latest } from "./latest.tsx";
import { Layout, toDocument } from "./layout.tsx";
import { WireMasthead } from "./parts.tsx";
import { Subscribe } from "./subscribe.tsx";
import { Tags } from "./tags.tsx";

/** Render the page of a feed. Same props, same bytes. */
export function renderFeedPage(props: FeedPageProps): string {
  const { feed, publicOrigin, place, latest } = props;
  const words = feedWordsOf(feed.language);
  return toDocument(
    <Layout
      title={titleOf(props)}
      language={feed.language}
      icon={feed.icon}
      head={<FeedMeta {...props} />}
      skip={
        <a class="skip" href="#latest" lang={words.language}>
          {words.latest}
        </a>
      }
    >
      <WireMasthead isWide />
      <main id="main" class={latest.length === 0 ? "about h-feed" : "about listed h-feed"}>
        <data class="u-url" value={publicOrigin + placePath(feed.slug, place)}></data>
        <Title {...props} />
        <Subscribe {...props} />
        <Latest {...props} />
        <Topics {...props} />
      </main>
      {feed.copyright === null ? null : (
        <footer class="foot broad">
          <p>{feed.copyright}</p>
        </footer>
      )}
    </Layout>,
  );
}

const Title = ({ feed, place }: FeedPageProps) => (
  <header class={pictureOf(feed) === null ? undefined : "pictured"}>
    <Picture feed={feed} />
    {place.kind === "head" ? (
      <h1 class="p-name">{feed.title}</h1>
    ) : (
      <h1 class="p-name">
        <a href={placePath(feed.slug, HEAD)}>{feed.title}:</a> <bdi>{namesOf(place)}</bdi>
      </h1>
    )}
    <p class="standfirst p-summary">{feed.description}</p>
    <Ownership feed={feed} />
  </header>
);

const LARGE = { width: 96, height: 96 };
const SMALL = { width: 48, height: 48 }; // an icon is drawn for little room

const pictureOf = ({ image, icon }: Feed): string | null => image ?? icon;

const Picture = ({ feed }: { readonly feed: Feed }) => {
  const url = pictureOf(feed);
  if (url === null) return null;
  return <img class="u-photo" src={url} alt="" {...(feed.image === null ? SMALL : LARGE)} />;
};

/** Whose it is, where that is, and in which language. */
const Ownership = ({ feed: { authors, homePage, language } }: { readonly feed: Feed }) => (
  <div class="byline">
    {authors.length === 0 ? null : (
      <ul class="authors">
        {authors.map((author) => (
          <li>
            <AuthorName author={author} path={null} />
          </li>
        ))}
      </ul>
    )}
    <ul class="dates">
      <li>
        <a href={homePage}>
          <bdi>{hostOf(homePage)}</bdi>
        </a>
      </li>
      <li>{new Intl.DisplayNames([language], { type: "language" }).of(language)}</li>
    </ul>
  </div>
);

const MOST_BESIDE = 24; // more make the column longer than the articles beside it

const Topics = ({ feed, place, tags }: FeedPageProps) => {
  const words = feedWordsOf(feed.language);
  return tags.length === 0 ? null : (
    <section class={tags.length > MOST_BESIDE ? "topics many" : "topics"}>
      <h2 lang={words.language}>{words.topics}</h2>
      <Tags feed={feed} tags={tags} here={placePath(feed.slug, place)} />
    </section>
  );
};

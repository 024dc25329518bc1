// How to subscribe: by a link into a reader, or by an address to copy.
//
// No page of ours has a script, so nothing is copied by a button: one click, on a
// phone one long press, selects an address as a whole.

import { documentPath } from "../model/address.ts";
import { FORMAT_FACTS, FORMATS } from "../model/format.ts";
import type { FeedPageProps } from "./feed-props.ts";
import { feedWordsOf } from "./feed-words.ts";
import { appLinkOf, readerLinksOf } from "./reader-links.ts";

type SubscribeProps = Pick<FeedPageProps, "feed" | "place" | "publicOrigin">;

export const Subscribe = ({ feed, place, publicOrigin }: SubscribeProps) => {
  const words = feedWordsOf(feed.language);
  const feedUrl = publicOrigin + documentPath(feed.slug, place, "rss");
  return (
    <section class="subscribe">
      <h2 lang={words.language}>{words.subscribe}</h2>
      <ul class="readers">
        {readerLinksOf(feedUrl).map(({ name, href }) => (
          <li>
            <a href={href} rel="nofollow" lang="en">
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={appLinkOf(feedUrl)} lang={words.language}>
            {words.device}
          </a>
        </li>
      </ul>
      <p class="meta" lang={words.language}>
        {words.copy}
      </p>
      <dl class="addresses">
        {FORMATS.map((format) => {
          const path = documentPath(feed.slug, place, format);
          const { label, mediaType } = FORMAT_FACTS[format];
          return (
            <>
              <dt>
                <a href={path} type={mediaType}>
                  {label}
                </a>
              </dt>
              <dd>
                <code>{withBreaks(publicOrigin + path)}</code>
              </dd>
            </>
          );
        })}
      </dl>
    </section>
  );
};

/** A long address goes on in the next line behind a slash, if it can. */
const withBreaks = (url: string) =>
  url.split("/").map((part, at) =>
    at === 0 ? (
      part
    ) : (
      <>
        /<wbr />
        {part}
      </>
    ),
  );

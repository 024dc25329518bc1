// What the head of a feed's page says of it, and where its documents are.
//
// Source: https://ogp.me

import { raw } from "hono/html";
import { micropubPath, placePath } from "../model/address.ts";
import { titleOf } from "../model/place.ts";
import { renderFeedJsonLd } from "./feed-json-ld.ts";
import type { FeedPageProps } from "./feed-props.ts";
import { Autodiscovery } from "./layout.tsx";
import { localeOf } from "./meta.tsx";

export const FeedMeta = (props: FeedPageProps) => {
  const { feed, place, publicOrigin } = props;
  const url = publicOrigin + placePath(feed.slug, place);
  const graph: [string, string | null][] = [
    ["og:type", "website"],
    ["og:title", titleOf(props)],
    ["og:description", feed.description],
    ["og:url", url],
    ["og:site_name", feed.title],
    ["og:locale", localeOf(feed.language)],
    ["og:image", feed.image ?? feed.icon],
  ];
  return (
    <>
      <link rel="canonical" href={url} />
      <meta name="description" content={feed.description} />
      {graph.map(([property, content]) =>
        content === null ? null : <meta property={property} content={content} />,
      )}
      <meta name="twitter:card" content="summary" />
      <script type="application/ld+json">{raw(renderFeedJsonLd(props))}</script>
      {/* A reader that takes the first takes what the page shows. */}
      <Autodiscovery feed={feed} place={place} />
      {place.kind === "head" ? (
        <link rel="micropub" href={micropubPath(feed.slug)} />
      ) : (
        <Autodiscovery feed={feed} />
      )}
    </>
  );
};

// What a feed's page says to machines: schema.org's CollectionPage as JSON-LD.
//
// Source: https://schema.org/CollectionPage

import { placePath } from "../model/address.ts";
import { HEAD, namesOf, type Place, titleOf } from "../model/place.ts";
import type { FeedPageProps, LatestArticle } from "./feed-props.ts";
import { imageOf, publisherOf, scriptTextOf } from "./json-ld.ts";

/** The text of a script element. */
export function renderFeedJsonLd({ feed, place, publicOrigin, latest }: FeedPageProps): string {
  const picture = feed.image ?? feed.icon;
  const urlOf = (one: Place) => publicOrigin + placePath(feed.slug, one);
  return scriptTextOf({
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    name: titleOf({ feed, place }),
    description: feed.description,
    url: urlOf(place),
    inLanguage: feed.language,
    image: picture === null ? undefined : imageOf(picture, null, null),
    publisher: publisherOf(feed),
    isPartOf:
      place.kind === "head" ? undefined : { "@type": "CollectionPage", name: feed.title, url: urlOf(HEAD) },
    about: aboutOf(place),
    mainEntity: {
      "@type": "ItemList",
      itemListElement: latest.map((article, at) => listItemOf(article, at, publicOrigin)),
    },
  });
}

/** What its articles have in common, where that is a thing or somebody. */
function aboutOf(place: FeedPageProps["place"]) {
  if (place.kind === "head" || place.of === "language") return undefined;
  return { "@type": place.of === "author" ? "Person" : "Thing", name: namesOf(place) };
}

const listItemOf = ({ title, path }: LatestArticle, at: number, publicOrigin: string) => ({
  "@type": "ListItem",
  position: at + 1,
  name: title,
  url: publicOrigin + path,
});

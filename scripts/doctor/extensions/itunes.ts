// Apple's podcast namespace. What a podcast must have is the podcast profile's;
// this is what its tags hold when they are there.
//
// Source: Apple, "A Podcaster's Guide to RSS", https://help.apple.com/itc/podcasts_connect/#/itcb54353390

import type { Findings } from "../finding.ts";
import { all, email, matching, positiveNumber, someText } from "../values/check.ts";
import { webUrl } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { elementsIn, type XmlElement } from "../xml/xml-tree.ts";
import { checkExtension, type Extension } from "./element-rules.ts";

const onlyYes = matching(/^yes$/i, "write Yes, or leave it out: nothing else has a meaning");

const ITUNES: Extension = {
  prefix: "itunes",
  namespace: NAMESPACES.itunes,
  source: "Apple, A Podcaster's Guide to RSS",
  elements: {
    title: { text: someText, once: true },
    author: { text: someText, once: true },
    image: { required: ["href"], attributes: { href: webUrl }, once: true },
    category: {
      required: ["text"],
      attributes: { text: someText },
      parents: ["channel", "feed", "category"],
    },
    explicit: {
      text: matching(/^(?:true|false|yes|no|clean|explicit)$/i, "write true or false"),
      discouraged: matching(
        /^(?:true|false)$/i,
        "write true or false: the former words are no longer described",
      ),
      once: true,
    },
    type: { text: matching(/^(?:episodic|serial)$/i, "write episodic or serial"), once: true },
    episodeType: { text: matching(/^(?:full|trailer|bonus)$/i, "write full, trailer or bonus"), once: true },
    episode: { text: positiveNumber, once: true },
    season: { text: positiveNumber, once: true },
    duration: {
      text: matching(/^(?:\d+|(?:\d+:)?[0-5]?\d:[0-5]\d)$/, "write the seconds, as in 1801"),
      once: true,
    },
    block: {
      text: matching(/^(?:yes|no)$/i, "write Yes, or leave it out"),
      discouraged: onlyYes,
      once: true,
    },
    complete: {
      text: matching(/^(?:yes|no)$/i, "write Yes, or leave it out"),
      discouraged: onlyYes,
      once: true,
    },
    "new-feed-url": { text: webUrl, once: true },
    owner: { parents: ["channel", "feed"], once: true },
    email: { text: all(someText, email), parents: ["owner"], once: true },
    name: { text: someText, parents: ["owner"], once: true },
    applepodcastsverify: { text: someText, once: true },
    ...Object.fromEntries(
      ["keywords", "subtitle", "summary", "order", "isClosedCaptioned"].map((name) => [name, {}]),
    ),
  },
};

export const checkItunes = (root: XmlElement): Findings => checkExtension(root, ITUNES);

/** Whether the feed says that it is a podcast. */
export const hasItunes = (root: XmlElement): boolean => elementsIn(root, NAMESPACES.itunes).length > 0;

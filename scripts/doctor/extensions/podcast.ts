// The podcast namespace, https://podcastindex.org/namespace/1.0
//
// "Anywhere the url of a hyper-text based resource is specified, it must be given as https:".

import type { Findings } from "../finding.ts";
import {
  all,
  atMost,
  type Check,
  decimalNumber,
  email,
  matching,
  mediaType,
  oneOf,
  positiveNumber,
  someText,
  uuid,
  wholeNumber,
} from "../values/check.ts";
import { languageTag } from "../values/languages.ts";
import { readRssDate } from "../values/rss-date.ts";
import { webUrl } from "../values/urls.ts";
import { NAMESPACES, PODCAST_ALIAS } from "../xml/namespaces.ts";
import type { XmlElement } from "../xml/xml-tree.ts";
import { checkExtension, type Extension } from "./element-rules.ts";

const secureUrl = all(webUrl, matching(/^https:/i, "write https: for http:"));
const rssDate: Check = (value) => readRssDate(value).fault?.change ?? null;
const mediums = [
  "podcast",
  "music",
  "video",
  "film",
  "audiobook",
  "newsletter",
  "blog",
  "publisher",
  "course",
];
const yesNo = oneOf("yes", "no");
const name = all(someText, atMost(128));

const PODCAST: Omit<Extension, "namespace"> = {
  prefix: "podcast",
  source: "Podcast namespace 1.0",
  elements: {
    guid: { text: uuid, parents: ["channel"], once: true },
    locked: { text: yesNo, attributes: { owner: email }, parents: ["channel"], once: true },
    funding: {
      text: atMost(128),
      required: ["url"],
      attributes: { url: secureUrl },
      parents: ["channel", "item", "liveItem"],
    },
    medium: {
      text: oneOf(...mediums.flatMap((one) => [one, `${one}L`]), "mixed"),
      parents: ["channel"],
      once: true,
    },
    block: { text: yesNo, parents: ["channel"] },
    transcript: {
      required: ["url", "type"],
      attributes: { url: secureUrl, type: mediaType, language: languageTag },
      parents: ["item", "liveItem"],
    },
    chapters: {
      required: ["url", "type"],
      attributes: { url: secureUrl, type: mediaType },
      parents: ["item", "liveItem"],
      once: true,
    },
    soundbite: {
      text: atMost(128),
      required: ["startTime", "duration"],
      attributes: { startTime: decimalNumber, duration: decimalNumber },
      parents: ["item", "liveItem"],
    },
    person: {
      text: name,
      attributes: { href: secureUrl, img: secureUrl },
      parents: ["channel", "item", "liveItem"],
    },
    season: { text: wholeNumber, attributes: { name: atMost(128) }, once: true },
    episode: { text: decimalNumber, attributes: { display: atMost(32) }, once: true },
    trailer: {
      text: name,
      required: ["url", "pubdate"],
      attributes: {
        url: secureUrl,
        pubdate: rssDate,
        length: wholeNumber,
        type: mediaType,
        season: wholeNumber,
      },
      parents: ["channel"],
    },
    license: { text: name, attributes: { url: secureUrl }, once: true },
    txt: { text: atMost(4_000), attributes: { purpose: atMost(128) } },
    image: {
      required: ["href"],
      attributes: { href: secureUrl, width: positiveNumber, height: positiveNumber, type: mediaType },
    },
    alternateEnclosure: { required: ["type"], attributes: { type: mediaType, length: wholeNumber } },
    source: { required: ["uri"], parents: ["alternateEnclosure"] },
    remoteItem: { required: ["feedGuid"], attributes: { feedGuid: uuid } },
    ...Object.fromEntries(
      [
        ...[
          "location",
          "integrity",
          "value",
          "valueRecipient",
          "valueTimeSplit",
          "liveItem",
          "contentLink",
          "images",
        ],
        ...["socialInteract", "podroll", "updateFrequency", "podping", "chat", "publisher"],
      ].map((one) => [one, {}]),
    ),
  },
};

export const checkPodcast = (root: XmlElement): Findings =>
  [NAMESPACES.podcast, PODCAST_ALIAS].flatMap((namespace) => checkExtension(root, { ...PODCAST, namespace }));

// Media RSS 1.5.1, https://www.rssboard.org/media-rss

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { decimalNumber, mediaType, oneOf, someText, wholeNumber } from "../values/check.ts";
import { languageTag } from "../values/languages.ts";
import { plainTextFault } from "../values/markup.ts";
import { webUrl } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, elementsIn, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkExtension, type Extension } from "./element-rules.ts";

const SOURCE = "Media RSS 1.5.1";
const textType = { type: oneOf("plain", "html") };

const MEDIA: Extension = {
  prefix: "media",
  namespace: NAMESPACES.media,
  source: SOURCE,
  elements: {
    group: { parents: ["item", "entry"] },
    content: {
      parents: ["item", "entry", "group"],
      attributes: {
        url: webUrl,
        fileSize: wholeNumber,
        type: mediaType,
        medium: oneOf("image", "audio", "video", "document", "executable"),
        isDefault: oneOf("true", "false"),
        expression: oneOf("sample", "full", "nonstop"),
        bitrate: decimalNumber,
        framerate: decimalNumber,
        samplingrate: decimalNumber,
        channels: decimalNumber,
        duration: wholeNumber,
        height: wholeNumber,
        width: wholeNumber,
        lang: languageTag,
      },
    },
    thumbnail: { required: ["url"], attributes: { url: webUrl, height: wholeNumber, width: wholeNumber } },
    title: { attributes: textType, once: true },
    description: { attributes: textType, once: true },
    text: { attributes: { ...textType, lang: languageTag } },
    credit: { text: someText },
    category: {},
    keywords: { once: true },
    copyright: { attributes: { url: webUrl }, once: true },
    rating: {},
    adult: { text: oneOf("true", "false") },
    hash: { attributes: { algo: oneOf("md5", "sha-1") } },
    player: { required: ["url"], attributes: { url: webUrl, height: wholeNumber, width: wholeNumber } },
    restriction: { required: ["relationship"], attributes: { relationship: oneOf("allow", "deny") } },
    embed: { required: ["url"], attributes: { url: webUrl } },
    subTitle: { required: ["href"], attributes: { href: webUrl, lang: languageTag } },
    status: { required: ["state"], attributes: { state: oneOf("active", "blocked", "deleted") } },
    price: { attributes: { price: decimalNumber } },
    license: { attributes: { href: webUrl } },
    peerLink: { required: ["href"] },
    rights: { attributes: { status: oneOf("userCreated", "official") } },
    ...Object.fromEntries(
      [
        ...["community", "starRating", "statistics", "tags", "comments", "comment", "responses", "response"],
        ...[
          "backLinks",
          "backLink",
          "param",
          "location",
          "scenes",
          "scene",
          "sceneTitle",
          "sceneDescription",
        ],
        ...["sceneStartTime", "sceneEndTime"],
      ].map((name) => [name, {}]),
    ),
  },
};

export const checkMedia = (root: XmlElement): Findings => [
  ...checkExtension(root, MEDIA),
  ...checkPlainTexts(root),
  // "If not included, a <media:player> element must be specified."
  ...elementsIn(root, NAMESPACES.media)
    .filter(({ element }) => element.local === "content" && element.attributes["url"] === undefined)
    .filter(({ element, parent }) =>
      [element, parent].every((holder) => childrenOf(holder, NAMESPACES.media, "player").length === 0),
    )
    .map(({ element }) =>
      error("media-content", lineOf(element), `Add url to <${element.name}>, or a <media:player>.`, SOURCE),
    ),
];

// Titles and descriptions are plain text unless they say otherwise.
const checkPlainTexts = (root: XmlElement): Finding[] =>
  elementsIn(root, NAMESPACES.media)
    .filter(({ element }) => ["title", "description"].includes(element.local))
    .filter(({ element }) => (element.attributes["type"] ?? "plain") === "plain")
    .flatMap(({ element }) => {
      const fault = plainTextFault(element.text);
      return fault === null
        ? []
        : [
            warning(
              "media-plain-text",
              lineOf(element),
              `<${element.name}> ${shown(element.text)}: ${fault}, or write type="html".`,
              SOURCE,
            ),
          ];
    });

// <channel>: what says what the feed is.

import { advice, error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkValues, checkVocabulary } from "./rss-elements.ts";
import { PROFILE, SPECIFICATION } from "./rss-source.ts";

const ONCE = [
  ...["title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate"],
  ...[
    "lastBuildDate",
    "generator",
    "docs",
    "cloud",
    "ttl",
    "image",
    "rating",
    "textInput",
    "skipHours",
    "skipDays",
  ],
];
const IMAGE = ["url", "title", "link", "width", "height", "description"];
const KNOWN = [...ONCE, "category", "item"];

export const checkChannel = (channel: XmlElement): Findings => [
  ...checkVocabulary(channel, { known: KNOWN, once: ONCE }),
  ...checkRequired(channel),
  ...checkValues(channel),
  ...checkLinkAttributes(channel),
  ...checkLanguage(channel),
  ...childrenOf(channel, "", "image").flatMap((image) => checkImage(image, channel)),
  ...childrenOf(channel, "", "cloud").flatMap(checkCloud),
  ...childrenOf(channel, "", "skipHours").flatMap((skip) => checkSkips(skip, "hour", isHour, "0 to 23")),
  ...childrenOf(channel, "", "skipDays").flatMap((skip) =>
    checkSkips(skip, "day", isDay, "Monday to Sunday"),
  ),
  ...childrenOf(channel, "", "textInput").map((input) =>
    advice(
      "rss-text-input",
      lineOf(input),
      "Leave <textInput> out: no reader shows it.",
      PROFILE("<textInput>"),
    ),
  ),
];

function checkRequired(channel: XmlElement): Finding[] {
  const missing = ["title", "link"].filter((name) => textOf(channel, "", name) === "");
  if (childOf(channel, "", "description") === undefined) missing.push("description");
  return missing.map((name) =>
    error(
      `rss-channel-${name}`,
      lineOf(childOf(channel, "", name) ?? channel),
      `Give <channel> a <${name}>.`,
      SPECIFICATION("Required channel elements"),
    ),
  );
}

// Atom's link written without its namespace: readers take its empty text for the address.
function checkLinkAttributes(channel: XmlElement): Finding[] {
  return childrenOf(channel, "", "link")
    .filter(({ attributes }) => attributes["rel"] !== undefined || attributes["href"] !== undefined)
    .map((link) =>
      error(
        "rss-link-attributes",
        lineOf(link),
        "Write <atom:link> for a link with rel and href: RSS's own <link> holds an address and has no attributes.",
        PROFILE("<atom:link>"),
      ),
    );
}

function checkLanguage(channel: XmlElement): Finding[] {
  const isSaid =
    textOf(channel, "", "language") !== "" ||
    textOf(channel, NAMESPACES.dc, "language") !== "" ||
    channel.attributes["xml:lang"] !== undefined;
  return isSaid
    ? []
    : [
        advice(
          "rss-language-missing",
          lineOf(channel),
          "Say the language, as in <language>en-GB</language>: readers sort, hyphenate and read aloud by it.",
          SPECIFICATION("<language>"),
        ),
      ];
}

function checkImage(image: XmlElement, channel: XmlElement): Finding[] {
  const findings = ["url", "title", "link"]
    .filter((name) => textOf(image, "", name) === "")
    .map((name) => error("rss-image", lineOf(image), `Give <image> a <${name}>.`, SPECIFICATION("<image>")));
  findings.push(...checkVocabulary(image, { known: IMAGE, once: IMAGE }), ...checkValues(image));
  for (const [name, most] of [
    ["width", 144],
    ["height", 400],
  ] as const) {
    const size = textOf(image, "", name);
    if (size !== "" && !(/^\d+$/.test(size) && Number(size) >= 1 && Number(size) <= most))
      findings.push(
        error(
          "rss-image",
          lineOf(image),
          `<${name}> ${shown(size)} of <image>: write a whole number from 1 to ${most}.`,
          SPECIFICATION("<image>"),
        ),
      );
  }
  for (const name of ["title", "link"]) {
    const [own, ofChannel] = [textOf(image, "", name), textOf(channel, "", name)];
    if (own !== "" && ofChannel !== "" && own !== ofChannel)
      findings.push(
        advice(
          "rss-image-differs",
          lineOf(image),
          `Give <image> the <${name}> of the channel, ${shown(ofChannel)}.`,
          PROFILE("<image>"),
        ),
      );
  }
  return findings;
}

function checkCloud(cloud: XmlElement): Finding[] {
  const { attributes } = cloud;
  const missing = ["domain", "port", "path", "registerProcedure", "protocol"].filter(
    (name) => attributes[name] === undefined,
  );
  const port = attributes["port"];
  const protocol = attributes["protocol"];
  const changes = [
    ...missing.map((name) => `Add ${name} to <cloud>.`),
    ...(port === undefined || (/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)
      ? []
      : [`port ${shown(port)} of <cloud>: write a whole number from 1 to 65535.`]),
    ...(protocol === undefined || ["xml-rpc", "soap", "http-post", "https-post"].includes(protocol)
      ? []
      : [`protocol ${shown(protocol)} of <cloud>: write http-post, https-post, xml-rpc or soap.`]),
  ];
  return changes.map((change) => error("rss-cloud", lineOf(cloud), change, SPECIFICATION("<cloud>")));
}

const isHour = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) <= 23;
const isDay = (text: string): boolean => /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(text);

function checkSkips(
  skip: XmlElement,
  name: string,
  isOne: (text: string) => boolean,
  allowed: string,
): Finding[] {
  const parts = childrenOf(skip, "", name);
  const values = parts.map(({ text }) => text.trim());
  const source = SPECIFICATION(`<${skip.local}>`);
  return parts.flatMap((part, at) => {
    const value = values[at] ?? "";
    if (!isOne(value))
      return [error("rss-skip", lineOf(part), `<${name}> ${shown(value)}: write one of ${allowed}.`, source)];
    return values.indexOf(value) === at
      ? []
      : [warning("rss-skip", lineOf(part), `Keep one <${name}> ${shown(value)}.`, source)];
  });
}

// The episodes of a show.

import { advice, error, type Finding, shown, warning } from "../finding.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { sayOnce } from "./missing.ts";
import { APPLE, PSP } from "./podcast-source.ts";

/** The types that Apple takes, and the endings of their files. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  "audio/mpeg": ["mp3"],
  "audio/x-m4a": ["m4a"],
  "video/quicktime": ["mov"],
  "video/mp4": ["mp4"],
  "video/x-m4v": ["m4v"],
  "application/pdf": ["pdf"],
};
const ENDINGS = Object.values(ACCEPTED).flat();

export function checkEpisodes(channel: XmlElement, items: readonly XmlElement[]): Finding[] {
  const isSerial = textOf(channel, NAMESPACES.itunes, "type").toLowerCase() === "serial";
  const without = (namespace: string, name: string) =>
    items.filter((item) => childOf(item, namespace, name) === undefined);
  return [
    ...sayOnce(
      error,
      "podcast-episode-title",
      without("", "title"),
      items,
      "Give every episode a <title>",
      APPLE,
    ),
    ...sayOnce(
      error,
      "podcast-episode-guid",
      without("", "guid"),
      items,
      "Give every episode a <guid>",
      APPLE,
    ),
    ...sayOnce(
      error,
      "podcast-episode-date",
      without("", "pubDate"),
      items,
      "Give every episode a <pubDate>",
      APPLE,
    ),
    ...sayOnce(
      error,
      "podcast-enclosure-missing",
      without("", "enclosure"),
      items,
      "Give every episode an <enclosure>",
      APPLE,
    ),
    ...(isSerial
      ? sayOnce(
          error,
          "podcast-episode-number",
          without(NAMESPACES.itunes, "episode"),
          items,
          "Give every episode of a serial show an <itunes:episode>",
          APPLE,
        )
      : []),
    ...items.flatMap(checkEnclosure),
    ...checkEnclosuresTogether(items),
    ...checkRecommended(items),
  ];
}

function checkEnclosure(item: XmlElement): Finding[] {
  return childrenOf(item, "", "enclosure").flatMap((enclosure) => {
    const { url = "", type = "", length = "" } = enclosure.attributes;
    const findings: Finding[] = [];
    const say = (make: typeof error, change: string, source: string): void => {
      findings.push(make("podcast-enclosure", lineOf(enclosure), change, source));
    };
    if (type !== "" && ACCEPTED[type] === undefined)
      say(
        error,
        `type ${shown(type)} of <enclosure>: write one of ${Object.keys(ACCEPTED).join(", ")}.`,
        APPLE,
      );
    const ending = URL.canParse(url)
      ? (/\.([a-z0-9]+)$/i.exec(new URL(url).pathname)?.[1] ?? "").toLowerCase()
      : null;
    if (ending !== null && !ENDINGS.includes(ending))
      say(error, `url ${shown(url)} of <enclosure>: let the file end in .${ENDINGS.join(", .")}.`, APPLE);
    else if (ending !== null && ACCEPTED[type] !== undefined && !ACCEPTED[type].includes(ending))
      say(warning, `type ${shown(type)} of <enclosure>: that is not the type of a .${ending} file.`, APPLE);
    if (length === "0") say(warning, "length 0 of <enclosure>: write the size of the file in bytes.", PSP);
    return findings;
  });
}

// Apple ignores an episode whose file another one has.
function checkEnclosuresTogether(items: readonly XmlElement[]): Finding[] {
  const seen = new Map<string, XmlElement>();
  return items
    .flatMap((item) => childrenOf(item, "", "enclosure"))
    .flatMap((enclosure) => {
      const { url = "" } = enclosure.attributes;
      const earlier = seen.get(url);
      if (url === "" || earlier === undefined) {
        seen.set(url, enclosure);
        return [];
      }
      return [
        error(
          "podcast-enclosure-duplicate",
          lineOf(enclosure),
          `Give each episode a file of its own: ${shown(url)} is that of ${lineOf(earlier)} too, and Apple ignores one of them.`,
          APPLE,
        ),
      ];
    });
}

function checkRecommended(items: readonly XmlElement[]): Finding[] {
  const wishes = [
    { namespace: "", name: "description", rule: "podcast-episode-description" },
    { namespace: NAMESPACES.itunes, name: "duration", rule: "podcast-episode-duration" },
    { namespace: NAMESPACES.itunes, name: "explicit", rule: "podcast-episode-explicit" },
  ];
  return wishes.flatMap(({ namespace, name, rule }) =>
    sayOnce(
      advice,
      rule,
      items.filter((item) => childOf(item, namespace, name) === undefined),
      items,
      `Give every episode ${namespace === "" ? `a <${name}>` : `an <itunes:${name}>`}`,
      PSP,
    ),
  );
}

// How a feed looks in Feedly. Wrong values are the webfeeds extension's.
//
// Source: Feedly, "10 ways to optimize your feed for Feedly",
// https://devhd.wordpress.com/2015/07/31/10-ways-to-optimize-your-feed-for-feedly/

import type { Feed } from "../feed.ts";
import { advice, type Finding, type Findings, shown, warning } from "../finding.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";

const SOURCE = "Feedly, https://devhd.wordpress.com/2015/07/31/10-ways-to-optimize-your-feed-for-feedly/";

const WISHES = [
  { name: "cover", change: '<webfeeds:cover image="…"/>: the picture above your feed' },
  { name: "icon", change: "<webfeeds:icon>: the picture of your feed in a list" },
  { name: "logo", change: "<webfeeds:logo>, an SVG: the name over your articles" },
  { name: "accentColor", change: "<webfeeds:accentColor>, as in 00FF00: the colour of links" },
  {
    name: "related",
    change: '<webfeeds:related layout="card" target="browser"/>: your own articles below each',
  },
] as const;

export function checkFeedly(feed: Feed): Findings {
  if (feed.format === "json")
    return [
      advice(
        "feedly-format",
        "the feed",
        "Give Feedly the RSS or Atom feed: JSON Feed has no word for its extensions.",
        SOURCE,
      ),
    ];
  const head = feed.format === "rss" ? feed.channel : feed.root;
  return [
    ...WISHES.filter(({ name }) => childOf(head, NAMESPACES.webfeeds, name) === undefined).map(
      ({ name, change }) => advice(`feedly-${name}`, lineOf(head), `Add ${change}.`, SOURCE),
    ),
    ...checkLogo(childOf(head, NAMESPACES.webfeeds, "logo")),
  ];
}

function checkLogo(logo: XmlElement | undefined): Finding[] {
  if (logo === undefined || /\.svgz?(?:[?#]|$)/i.test(logo.text.trim())) return [];
  return [
    warning(
      "feedly-logo",
      lineOf(logo),
      `Let <${logo.name}> be an SVG: ${shown(logo.text)} doesn't end in .svg.`,
      SOURCE,
    ),
  ];
}

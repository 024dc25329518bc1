// The picture of a show: square, 1400 to 3000 pixels, a JPEG or PNG by its name.
//
// The doctor looks at no picture. It believes what the feed says of its size: the
// podcast:image of the same address, or a size in the file's name.

import { error, type Finding, shown } from "../finding.ts";
import { NAMESPACES, PODCAST_ALIAS } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { APPLE } from "./podcast-source.ts";

const [SMALLEST, LARGEST] = [1_400, 3_000];

export function checkArtwork(channel: XmlElement): Finding[] {
  const image = childOf(channel, NAMESPACES.itunes, "image");
  const href = image?.attributes["href"];
  if (image === undefined || href === undefined || !URL.canParse(href)) return [];
  const wrong = (change: string): Finding =>
    error("podcast-artwork", lineOf(image), `Artwork ${shown(href)}: ${change}.`, APPLE);
  const findings: Finding[] = [];
  const { pathname } = new URL(href);
  if (!/\.(?:jpe?g|png)$/i.test(pathname)) findings.push(wrong("let it be a .jpg or .png, and be named so"));
  const [width, height] = declaredSize(channel, href, pathname);
  if (width !== null && (width < SMALLEST || width > LARGEST))
    findings.push(wrong(`make it ${SMALLEST} to ${LARGEST} pixels wide; it is said to be ${width}`));
  if (width !== null && height !== null && width !== height)
    findings.push(wrong(`make it square; it is said to be ${width} × ${height}`));
  return findings;
}

type Size = readonly [width: number | null, height: number | null];

function declaredSize(channel: XmlElement, href: string, pathname: string): Size {
  const declared = [NAMESPACES.podcast, PODCAST_ALIAS]
    .flatMap((namespace) => childrenOf(channel, namespace, "image"))
    .find(({ attributes }) => attributes["href"] === href);
  if (declared !== undefined)
    return [pixels(declared.attributes["width"]), pixels(declared.attributes["height"])];
  const [, width, height] =
    /(?:^|\D)(\d{3,4})x(\d{3,4})(?:\D|$)/.exec(pathname.split("/").at(-1) ?? "") ?? [];
  return [pixels(width), pixels(height)];
}

const pixels = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;

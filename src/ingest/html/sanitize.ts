// HTML as a publisher sent it → HTML that is safe to serve as it is, in the one
// form in which articles are kept.
//
// sanitize-html parses and keeps the allow-list; our own pass resolves every
// URL, holds it to the schemes its attribute may have, and mends media; `arrange`
// then brings what is left into its form.

import sanitizeHtml from "sanitize-html";
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_ELEMENTS,
  ATTRIBUTE_VALUES,
  BOOLEAN_ATTRIBUTES,
  GONE_WITH_TEXT,
  KNOWN_ELEMENTS,
  RENAMED,
  REPORTED,
  URL_ATTRIBUTES,
} from "../../model/allowed-html.ts";
import { MAX_HTML_DEPTH } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { isVisible, shorten, withoutForbidden } from "../text.ts";
import { type Arranged, arrange } from "./arrange.ts";
import { EMBED_MARK, isPost, readFrame } from "./embeds.ts";
import { isTrackingPixel, sourceOf } from "./lazy-image.ts";
import { withRawTagsClosed } from "./raw-tags.ts";
import { substanceOf } from "./substance.ts";

export type Sanitized = {
  readonly html: string;
  readonly dropped: readonly Dropped[];
  readonly lost: string | null; // what was of substance and can't be shown without a script or a frame
};

/**
 * Keep what an article may hold of some HTML. Doing it again changes nothing.
 *
 * @param base what relative URLs are relative to; without it they are taken out
 */
export function sanitize(html: string, base: string | null): Sanitized {
  const losses = new Map<string, number>();
  const lose: Lose = (rule, detail) => {
    const loss = JSON.stringify([rule, shorten(withoutForbidden(detail), 100)]);
    losses.set(loss, (losses.get(loss) ?? 0) + 1);
  };
  // Where an element was taken out from between two others, a parser may close
  // them otherwise the next time. What is kept must be what every later pass keeps.
  let before = withRawTagsClosed(withoutWrapper(html));
  let { html: clean, isSettled } = sanitizeOnce(before, base, lose);
  const dropped = [...losses].map(toDropped);
  const lost = substanceOf(html, dropped);
  for (let pass = 1; pass < MOST_PASSES && !isSettled && clean !== before; pass += 1) {
    before = clean;
    ({ html: clean, isSettled } = sanitizeOnce(clean, base, () => {}));
  }
  return { html: clean, dropped, lost };
}

const MOST_PASSES = 10;

// HTML copied out of an RSS feed, with what kept it apart from the XML.
const withoutWrapper = (html: string): string => /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(html)?.[1] ?? html;

function sanitizeOnce(html: string, base: string | null, lose: Lose): Arranged {
  const open: string[] = [];
  let pictureSet: string | null = null; // of the first source in a <picture>
  let afterPicture = false; // nothing to read since the last one
  const clean = sanitizeHtml(withoutForbidden(html), {
    allowedTags: [...ALLOWED_ELEMENTS],
    allowedAttributes: MARKED_ATTRIBUTES,
    nonTextTags: [...GONE_WITH_TEXT],
    nestingLimit: MAX_HTML_DEPTH,
    // Else it is a comment, and its text is gone without a word.
    parser: { recognizeCDATA: true },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    transformTags: {
      "*": (name, attributes) => {
        const element = ownOf(RENAMED, name) ?? name;
        const attribs = mendAttributes(element, attributes, base, lose);
        // An anchor that leads nowhere is text; in a link it would end that.
        return { tagName: element === "a" && attribs["href"] === undefined ? "span" : element, attribs };
      },
      // A mark is only ever ours.
      a: (tagName, { [EMBED_MARK]: _, ...attribs }) => ({ tagName, attribs }),
      blockquote: (tagName, { [EMBED_MARK]: _, ...attribs }) => ({
        tagName,
        attribs: isPost(attribs) ? { ...attribs, [EMBED_MARK]: "post" } : attribs,
      }),
      // How a word processor on the web wraps all that is copied out of it.
      b: (tagName, attribs) => ({
        tagName: /^docs-internal-guid/.test(attribs["id"] ?? "") ? "div" : tagName,
        attribs,
      }),
      // A number in the middle of Arabic: without its direction it is read backwards.
      span: (tagName, attribs) => ({ tagName: attribs["dir"] ? "bdi" : tagName, attribs }),
      // Outside of a medium a source is nothing, and AMP forbids it.
      source: (tagName, attributes) => {
        if (open.includes("picture"))
          pictureSet ??= attributes["srcset"] ?? attributes["data-srcset"] ?? null;
        return { tagName, attribs: open.some(isMedia) ? mendMedium(attributes) : {} };
      },
      video: (tagName, attributes) => ({ tagName, attribs: mendMedium(attributes) }),
      audio: (tagName, attributes) => ({ tagName, attribs: mendMedium(attributes) }),
      img: (tagName, attributes) => {
        // The same picture once more, for browsers without scripts.
        if (open.includes("noscript") && afterPicture) return { tagName, attribs: {} };
        const srcset = open.includes("picture") && pictureSet !== null ? { srcset: pictureSet } : {};
        const attribs = mendImage({ ...srcset, ...attributes }, lose);
        afterPicture = attribs["src"] !== undefined;
        return { tagName, attribs };
      },
      iframe: (tagName, attributes) => {
        const frame = readFrame(attributes, base);
        const kind = attributes["srcdoc"] === undefined ? "<iframe>" : "<iframe srcdoc>";
        if (frame === null) lose("element-not-allowed", kind);
        else if (!frame.isPlayer) lose("embed-linked", frame.attributes["href"] ?? "");
        return frame === null ? { tagName, attribs: {} } : { tagName: "a", attribs: frame.attributes };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => (tag === "img" || tag === "source") && !attribs["src"],
    onOpenTag: (name) => {
      open.push(name);
      if (name === "picture") pictureSet = null;
      if (open.length === MAX_HTML_DEPTH + 1)
        lose("nested-too-deep", `elements deeper than ${MAX_HTML_DEPTH}`);
      if (name === "iframe") return; // said where it is read
      if (REPORTED.has(name) || !KNOWN_ELEMENTS.has(name)) lose("element-not-allowed", `<${name}>`);
    },
    onCloseTag: () => {
      open.pop();
    },
    // Inside a frame stands what is for browsers of the last century; where
    // there is no script, pictures that load late stand once more.
    textFilter: (text) => {
      if (open.at(-1) === "iframe") {
        if (isVisible(text)) lose("text-in-frame", text);
        return "";
      }
      if (isVisible(text)) afterPicture = false;
      if (!open.includes("noscript")) return text;
      if (isVisible(text)) lose("element-not-allowed", "<noscript>");
      return "";
    },
  });
  // A character reference can bring back what was taken out above.
  return arrange(withoutForbidden(clean).trim());
}

const MARKED_ATTRIBUTES = {
  ...ALLOWED_ATTRIBUTES,
  a: [...(ALLOWED_ATTRIBUTES["a"] ?? []), EMBED_MARK],
  blockquote: [...(ALLOWED_ATTRIBUTES["blockquote"] ?? []), EMBED_MARK],
};

/** Pixels, where they are written as in CSS. */
const inPixels = (size: string): string => /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(size)?.[1] ?? size;

function mendImage(attributes: Readonly<Record<string, string>>, lose: Lose): Record<string, string> {
  if (isTrackingPixel(attributes)) {
    lose("tracking-pixel", attributes["src"] ?? "");
    return {};
  }
  const src = sourceOf(attributes) ?? attributes["src"];
  if (src === undefined) lose("image-without-url", attributes["alt"] ?? "");
  const { src: _, width, height, ...others } = attributes;
  return {
    ...(src === undefined ? {} : { src }),
    alt: others["alt"] ?? "",
    ...others,
    ...(width === undefined ? {} : { width: inPixels(width) }),
    ...(height === undefined ? {} : { height: inPixels(height) }),
  };
}

const isMedia = (name: string): boolean => name === "audio" || name === "video";

// A name such as "constructor" is no key of ours.
const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** A player, or one of its sources, that a script would load. */
function mendMedium({ srcset: _, ...attributes }: Readonly<Record<string, string>>): Record<string, string> {
  const src = sourceOf(attributes) ?? attributes["src"];
  return src === undefined ? attributes : { ...attributes, src };
}

function toDropped([loss, count]: [string, number]): Dropped {
  const [rule, detail] = JSON.parse(loss) as [string, string]; // written by `lose`
  return { rule, detail: count === 1 ? detail : `${detail} ×${count}` };
}

type Lose = (rule: string, detail: string) => void;

function mendAttributes(
  element: string,
  attributes: Readonly<Record<string, string>>,
  base: string | null,
  lose: Lose,
): Record<string, string> {
  const mended: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const schemes = ownOf(URL_ATTRIBUTES, name);
    if (schemes !== undefined) {
      const url = resolve(value, base, schemes);
      if (url !== null) mended[name] = url;
      else if (ownOf(ALLOWED_ATTRIBUTES, element)?.includes(name)) lose("url-not-allowed", value);
    } else if (BOOLEAN_ATTRIBUTES.has(name)) mended[name] = "";
    else if (
      (ownOf(ATTRIBUTE_VALUES, `${element}.${name}`) ?? ownOf(ATTRIBUTE_VALUES, name))?.test(value) ??
      true
    )
      mended[name] = value;
  }
  if (isMedia(element)) mended["controls"] = "";
  return mended;
}

/** Names and passwords in a URL would be everybody's. */
export const hasNoUser = ({ username, password }: URL): boolean => username === "" && password === "";

function resolve(value: string, base: string | null, schemes: readonly string[]): string | null {
  const url = URL.parse(value.trim(), base ?? undefined);
  return url !== null && schemes.includes(url.protocol) && hasNoUser(url) ? url.href : null;
}

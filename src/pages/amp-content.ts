// Sanitized HTML → the same in AMP's elements.
//
// AMP lays a page out before it has loaded a picture, so it wants sizes. Where
// nobody gave any, a picture gets a box, and is contained in it.

import sanitizeHtml from "sanitize-html";
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from "../model/allowed-html.ts";
import { type AmpEmbed, withEmbeds } from "./amp-embeds.ts";
import { withScrolling } from "./text.ts";

/** A component beside the runtime's own, each with a script in the page's head. */
export type AmpComponent = "amp-audio" | "amp-video" | AmpEmbed;

export type AmpContent = { readonly html: string; readonly components: readonly AmpComponent[] };

type Attributes = Record<string, string>;
type Tag = { tagName: string; attribs: Attributes; text?: string };

const LAYOUT = ["src", "width", "height", "layout", "class"];
const AMP_ATTRIBUTES: Readonly<Record<string, string[]>> = {
  "amp-img": [...LAYOUT, "alt", "title"],
  "amp-video": [...LAYOUT, "poster", "controls"],
  "amp-audio": [...LAYOUT, "controls"],
};

const TEXT_BOX: Attributes = { width: "3", height: "2" };
/** The usual shape of a lead image. */
export const LEAD_BOX: Attributes = { width: "16", height: "9" };

/** Attributes of a picture: as large as it is and never larger, else in a box. */
export const pictureSizes = (width: unknown, height: unknown, box = TEXT_BOX): Attributes =>
  Number(width) > 0 && Number(height) > 0
    ? { width: String(width), height: String(height), layout: "intrinsic" }
    : { ...box, layout: "responsive", class: "boxed" };

/** Attributes of a film: as wide as the text. */
export const filmSizes = (width: unknown, height: unknown): Attributes =>
  Number(width) > 0 && Number(height) > 0
    ? { width: String(width), height: String(height), layout: "responsive" }
    : { width: "16", height: "9", layout: "responsive" };

/** Rewrite an article's HTML for its AMP page, and say which components it needs. */
export function toAmp(contentHtml: string): AmpContent {
  const components = new Set<AmpComponent>();
  const media: string[] = []; // what each open <audio> and <video> became
  const become = (tag: Tag): Tag => {
    media.push(tag.tagName);
    return tag;
  };
  const component = (name: AmpComponent, attribs: Attributes): Tag => {
    components.add(name);
    return become({ tagName: name, attribs });
  };
  // AMP takes media over https only: the rest becomes a link.
  const link = (src: string): Tag => become({ tagName: "a", attribs: { href: src }, text: src });

  const html = sanitizeHtml(withoutForbiddenUrls(contentHtml), {
    // A second look at the same allow-list, and the elements that are written here.
    allowedTags: [...ALLOWED_ELEMENTS, ...Object.keys(AMP_ATTRIBUTES)],
    allowedAttributes: { ...ALLOWED_ATTRIBUTES, ...AMP_ATTRIBUTES },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    transformTags: {
      // AMP knows them only inside each other, and text is text without them.
      details: "div",
      summary: "div",
      img: (_, { src = "", alt = "", title, width, height }): Tag => ({
        tagName: "amp-img",
        attribs: { src, alt, ...(title ? { title } : {}), ...pictureSizes(width, height) },
      }),
      video: (_, { src, poster, width, height }): Tag =>
        src?.startsWith("http:")
          ? link(src)
          : component("amp-video", {
              ...(src ? { src } : {}),
              ...(poster ? { poster } : {}),
              controls: "",
              ...filmSizes(width, height),
            }),
      audio: (_, { src }): Tag =>
        src?.startsWith("http:")
          ? link(src)
          : component("amp-audio", { ...(src ? { src } : {}), controls: "", width: "auto", height: "50" }),
      source: (tagName, { src = "", type }): Tag => ({
        tagName,
        attribs:
          src.startsWith("http:") || media.at(-1) === "a"
            ? {}
            : { src, ...(type?.includes("/") ? { type } : {}) },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => (tag === "source" || tag === "img") && !attribs["src"],
    onCloseTag: (name) => {
      if (name === "audio" || name === "video") media.pop();
    },
  });
  const embedded = withEmbeds(html, (name) => components.add(name));
  return { html: withScrolling(embedded), components: [...components] };
}

// AMP's cache asks pages by this parameter, so no URL may bring its own.
const FORBIDDEN = "__amp_source_origin";

export const isForbiddenUrl = (url: string): boolean => url.includes(FORBIDDEN);

/** HTML without the attributes that hold such a URL. */
export const withoutForbiddenUrls = (html: string): string =>
  isForbiddenUrl(html)
    ? html.replace(new RegExp(` (?:href|src|poster|cite)="[^"]*${FORBIDDEN}[^"]*"`, "g"), "")
    : html;

// Sanitized HTML → the same in AMP's elements.
//
// AMP lays a page out before it has loaded a picture, so it wants sizes. Where
// nobody gave any, a fixed height with the picture contained in it is valid.

import sanitizeHtml from "sanitize-html";
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from "../model/allowed-html.ts";

/** A component beside the runtime's own, each with a script in the page's head. */
export type AmpComponent = "amp-audio" | "amp-video";

export type AmpContent = { readonly html: string; readonly components: readonly AmpComponent[] };

type Attributes = Record<string, string>;
type Tag = { tagName: string; attribs: Attributes; text?: string };

const LAYOUT = ["src", "width", "height", "layout", "class"];
const AMP_ATTRIBUTES: Readonly<Record<string, string[]>> = {
  "amp-img": [...LAYOUT, "alt", "title"],
  "amp-video": [...LAYOUT, "poster", "controls"],
  "amp-audio": [...LAYOUT, "controls"],
};

const HEIGHT_WITHOUT_SIZES = "300";

export function sizesOf(width: string | undefined, height: string | undefined): Attributes {
  return Number(width) > 0 && Number(height) > 0 && width && height
    ? { width, height, layout: "responsive" }
    : { width: "auto", height: HEIGHT_WITHOUT_SIZES, layout: "fixed-height", class: "contain" };
}

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
        attribs: { src, alt, ...(title ? { title } : {}), ...sizesOf(width, height) },
      }),
      video: (_, { src, poster, width, height }): Tag =>
        src?.startsWith("http:")
          ? link(src)
          : component("amp-video", {
              ...(src ? { src } : {}),
              ...(poster ? { poster } : {}),
              controls: "",
              ...sizesOf(width, height),
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
  return { html, components: [...components].sort() };
}

// AMP's cache asks pages by this parameter, so no URL may bring its own.
const withoutForbiddenUrls = (html: string): string =>
  html.replace(/ (?:href|src|poster|cite)="[^"]*__amp_source_origin[^"]*"/g, "");

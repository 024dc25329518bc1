// What other sites put into an article by frame or script → what is safe
// everywhere: a poster that links to the video, a quotation that says which post
// it is, a link to the page in the frame. AMP pages make players of the first two.

import { escapeHtml, shorten } from "../text.ts";
import { anElement, attributeOf, type Element, type Node, writeTree } from "./html-tree.ts";
import { isPixel, sourceOf } from "./lazy-image.ts";

/** Marks what was an embed on its way from the sanitizer to `arrangeEmbed`; no article holds it. */
export const EMBED_MARK = "data-embed";

type Attributes = Readonly<Record<string, string>>;

const YOUTUBE =
  /^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v|shorts|live)\/|youtu\.be\/)(?!videoseries|live_stream)([\w-]{11})(?![\w-])/i;
const VIMEO = /^https?:\/\/(?:player\.vimeo\.com\/video|(?:www\.)?vimeo\.com)\/(\d{1,12})(?![\w-])/i;
const STATUS = /https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w{1,50}\/status(?:es)?\/(\d{1,20})/gi;
const YOUTUBE_PAGE = "https://www.youtube.com/watch?v=";
const VIMEO_PAGE = "https://vimeo.com/";
// They measure readers and show nothing.
const MEASURING =
  /(?:^|\.)(?:googletagmanager|doubleclick|scorecardresearch|google-analytics)\.(?:com|net)$/i;

/** A frame with something to see in it, as a link. */
export type Frame = {
  readonly attributes: Record<string, string>; // of the link
  readonly isPlayer: boolean; // AMP has a component for it
};

/**
 * Read an `<iframe>`.
 *
 * @returns null when it shows nothing that a link could lead to
 */
export function readFrame(attributes: Attributes, base: string | null): Frame | null {
  const { title = "", width, height, style = "" } = attributes;
  const address = sourceOf(attributes) ?? attributes["src"] ?? "";
  const url = address.trim() === "" ? null : URL.parse(address.trim(), base ?? undefined);
  const isHidden = isPixel(width) || isPixel(height) || /display:\s*none/i.test(style);
  if (url === null || isHidden || MEASURING.test(url.hostname) || !/^https?:$/.test(url.protocol))
    return null;

  const video = YOUTUBE.exec(url.href)?.[1];
  const start = startOf(url.search);
  const vimeo = VIMEO.exec(url.href)?.[1];
  const secret = url.searchParams.get("h") ?? "";
  const link = (kind: string, href: string, name: string): Record<string, string> => ({
    href,
    title: title.trim() === "" ? name : shorten(title.trim(), 200),
    [EMBED_MARK]: kind,
  });
  if (video !== undefined)
    return {
      attributes: link("youtube", YOUTUBE_PAGE + video + (start === 0 ? "" : `&t=${start}`), "YouTube"),
      isPlayer: true,
    };
  if (vimeo !== undefined) {
    const path = /^[0-9a-f]{1,20}$/i.test(secret) ? `${vimeo}/${secret}` : vimeo;
    return { attributes: link("vimeo", VIMEO_PAGE + path, "Vimeo"), isPlayer: true };
  }
  return { attributes: link("frame", url.href, url.hostname), isPlayer: false };
}

/** Seconds, of "start=90" and "t=1m30s". */
function startOf(search: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /[?&](?:start|t)=(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?(?=&|$)/.exec(search) ?? [];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/** A post that its own script would dress up. */
export const isPost = (attributes: Attributes): boolean =>
  /(?:^|\s)(?:twitter-tweet|twitter-video)(?:\s|$)/.test(attributes["class"] ?? "");

export const isEmbed = (node: Node): boolean =>
  node.kind === "element" && node.attributes.includes(` ${EMBED_MARK}="`);

export const withoutMark = (attributes: string): string => attributes.replace(/ data-embed(?:="[^"]*")?/, "");

/** What a marked element becomes: a figure, a paragraph, or a quotation with its post's address. */
export function arrangeEmbed(element: Element): Element {
  const kind = attributeOf(element, EMBED_MARK);
  if (element.name === "blockquote") return { ...element, attributes: citing(element) };
  const href = attributeOf(element, "href") ?? "";
  const title = attributeOf(element, "title") ?? "";
  const link = (child: Node): Element => anElement("a", ` href="${href}"`, [child]);
  const words: Node = { kind: "text", text: title };
  if (kind === "frame") return anElement("p", "", [link(words)]);
  return anElement("figure", "", [link(kind === "youtube" ? posterOf(href, title) : words)]);
}

function posterOf(href: string, alt: string): Element {
  const video = href.slice(YOUTUBE_PAGE.length, YOUTUBE_PAGE.length + 11);
  const src = `https://i.ytimg.com/vi/${video}/hqdefault.jpg`;
  return anElement("img", ` src="${src}" alt="${alt}" width="480" height="360"`, [], true);
}

// The post's own link is the last: before it may be others that it quotes.
function citing(quotation: Element): string {
  const others = quotation.attributes.replace(/ (?:data-embed|cite)(?:="[^"]*")?/g, "");
  const post = [...writeTree(quotation.children).matchAll(STATUS)].at(-1)?.[1];
  return post === undefined ? others : `${others} cite="${escapeHtml(`https://x.com/i/status/${post}`)}"`;
}

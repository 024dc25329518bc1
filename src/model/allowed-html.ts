// The HTML that an article may hold. What isn't here doesn't get in, and is
// looked for once more when a page is rendered.
//
// Left out on purpose: script, style, svg and math (their parsers differ from
// HTML's, which is how sanitizers are fooled), forms, frames, `id` and `name`
// (they would shadow a page's own), `class` and `style` (a page's look is ours).

const BLOCKS =
  "address blockquote details div dd dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary ul";
const TABLES = "caption col colgroup table tbody td tfoot th thead tr";
const INLINE =
  "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small strong sub sup time u var wbr";
const MEDIA = "audio img source video";

/** Elements between whose neighbours no space is read. */
export const INLINE_ELEMENTS: readonly string[] = INLINE.split(" ").filter((name) => name !== "br");

export const ALLOWED_ELEMENTS: readonly string[] = [BLOCKS, TABLES, INLINE, MEDIA].join(" ").split(" ");

export const ALLOWED_ATTRIBUTES: Readonly<Record<string, string[]>> = {
  "*": ["dir", "lang"],
  a: ["href", "hreflang", "title"],
  abbr: ["title"],
  audio: ["src", "controls", "preload"],
  blockquote: ["cite"],
  col: ["span"],
  colgroup: ["span"],
  del: ["datetime"],
  img: ["src", "alt", "title", "width", "height"],
  ins: ["datetime"],
  li: ["value"],
  ol: ["start", "reversed", "type"],
  q: ["cite"],
  source: ["src", "type"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope", "abbr"],
  time: ["datetime"],
  video: ["src", "controls", "preload", "poster", "width", "height"],
};

/** Elements that mean the same as another for an article's text. */
export const RENAMED: Readonly<Record<string, string>> = {
  article: "div",
  aside: "div",
  center: "div",
  dir: "ul",
  fieldset: "div",
  footer: "div",
  form: "div",
  h1: "h2", // the page's h1 is the title
  header: "div",
  hgroup: "div",
  legend: "div",
  listing: "pre",
  main: "div",
  marquee: "div",
  menu: "ul",
  nav: "div",
  optgroup: "div",
  search: "div",
  section: "div",
  strike: "s",
  tt: "code",
};

/** Elements that go with all that is in them; any other unknown element leaves its text. */
export const GONE_WITH_TEXT: readonly string[] = [
  "canvas",
  "datalist",
  "embed",
  "iframe",
  "math",
  "noembed",
  "noframes",
  "object",
  "option",
  "plaintext",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "xmp",
];

/** Elements whose loss a publisher should hear of, beside those above. */
export const REPORTED: ReadonlySet<string> = new Set([
  ...GONE_WITH_TEXT,
  "applet",
  "button",
  "form",
  "frame",
  "frameset",
  "input",
  "link",
  "map",
  "marquee",
  "meta",
  "meter",
  "progress",
  "track",
]);

/** Wrappers and styling that are unwrapped without a word: their text is all there is to them. */
const SILENT = "acronym big body data dialog font head html label nobr noscript picture slot span output";

/** Every element that HTML has or had. A name that isn't here is somebody's own, or no element at all. */
export const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  ...ALLOWED_ELEMENTS,
  ...Object.keys(RENAMED),
  ...REPORTED,
  ...SILENT.split(" "),
]);

/** Attributes that hold a URL, and the schemes that each may have. */
export const URL_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  href: ["http:", "https:", "mailto:", "tel:"],
  src: ["http:", "https:"],
  poster: ["http:", "https:"],
  cite: ["http:", "https:"],
};

const NUMBER = /^\d{1,4}$/;
const LANGUAGE = /^[a-z]{1,8}(-[a-z0-9]{1,8}){0,3}$/i;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

/** Attributes whose value must have a form, on every element or on one; with another they are left out. */
export const ATTRIBUTE_VALUES: Readonly<Record<string, RegExp>> = {
  colspan: NUMBER,
  dir: /^(ltr|rtl|auto)$/i,
  height: NUMBER,
  hreflang: LANGUAGE,
  lang: LANGUAGE,
  preload: /^(none|metadata|auto)$/i,
  rowspan: NUMBER,
  scope: /^(row|col|rowgroup|colgroup)$/i,
  span: NUMBER,
  start: NUMBER,
  "ol.type": /^[1aAiI]$/,
  "source.type": MEDIA_TYPE,
  value: NUMBER,
  width: NUMBER,
};

/** Attributes that say what they say by being there. */
export const BOOLEAN_ATTRIBUTES: ReadonlySet<string> = new Set(["controls", "reversed"]);

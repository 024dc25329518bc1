// What the magazine of the conformance tests holds: an article for each thing
// that one may have or lack, and plain ones before them to fill the archives.

/** Two articles are six hours apart, which makes a cadence that is nobody's default. */
const at = (number: number): string => new Date(Date.UTC(2026, 0, 1) + number * 6 * 3_600_000).toISOString();

const PLAIN = [1, 2, 3, 4, 5].map((number) => ({
  id: `plain-${number}`,
  title: `Plain ${number}`,
  content_html: `<p>Text ${number}.</p>`,
  date_published: at(number),
}));

export const ARTICLES: readonly Readonly<Record<string, unknown>>[] = [
  ...PLAIN,
  {
    id: "https://publisher.test/?p=6",
    url: "https://publisher.test/2026/pictures",
    title: "With pictures",
    content_html:
      '<p>See <a href="../map?a=1&amp;b=2">the map</a> and <a href="//publisher.test/rates">the rates</a>.</p>' +
      '<img src="/quay.jpg" srcset="/quay-2.jpg 2x" alt="A quay">' +
      '<video src="tide.mp4" poster="tide.jpg"></video><blockquote cite="/log">Mind the step.</blockquote>',
    image: "/lead.jpg",
    image_alt: "A light",
    image_caption: "The light at noon.",
    date_published: at(6),
    date_modified: at(7),
  },
  {
    id: "https://publisher.test/2026/address",
    url: "https://publisher.test/2026/address",
    title: "Its id is its address",
    content_html: "<p>It has one address.</p>",
    date_published: at(8),
  },
  { id: 9, content_html: "<p>A note without a title.</p>", date_published: at(9) },
  { id: "title-only", title: "Nothing but a title", date_published: at(10) },
  {
    id: "marked-up",
    title: "Fish & <b>chips</b>, 3 < 5",
    content_html: "<p>Salt &amp; vinegar: <code>a &lt; b &amp;&amp; c ]]&gt; d</code></p>",
    summary: "Salt & vinegar, at <5 a bag.",
    tags: ["tides", "R&D", "<quay>"],
    date_published: at(11),
  },
  {
    id: "sound",
    title: "With sound",
    content_html: "<p>Listen.</p>",
    attachments: [
      { url: "https://publisher.test/notes.pdf", mime_type: "application/pdf" },
      { url: "https://publisher.test/a.mp3", mime_type: "audio/mpeg", title: "A", size_in_bytes: 1234 },
      { url: "https://publisher.test/a.m4a", mime_type: "audio/x-m4a", title: "A" },
    ],
    tags: ["tides"],
    date_published: at(12),
  },
  {
    id: "elsewhere",
    external_url: "https://tides.test/table",
    title: "Über Gezeiten",
    content_html: "<p>Zweimal am Tag.</p>",
    language: "de-DE",
    authors: [{ name: "Night Desk", url: "https://publisher.test/night" }, { name: "Day Desk" }],
    tags: ["tides"],
    date_published: at(13),
    date_modified: at(2), // before it was published
  },
];

/** Two that are withdrawn again, one whose id is an IRI and one whose id is none. */
export const WITHDRAWN: readonly Readonly<Record<string, unknown>>[] = [
  { id: "gone", title: "Gone", content_html: "<p>Soon gone.</p>", tags: ["ebb"], date_published: at(14) },
  { id: "https://publisher.test/?p=gone", title: "Gone too", date_published: at(15) },
];

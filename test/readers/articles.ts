// What is posted for feed readers to read: an article for each thing that a
// publisher may send and a reader may stumble over.

import type { Format } from "../../src/model/format.ts";
import type { Place } from "../../src/model/place.ts";
import type { Receipt } from "../../src/model/receipt.ts";

/** An article as it is posted, and what a reader is to make of it. */
export type Sample = {
  readonly posted: Readonly<Record<string, unknown>>;
  readonly id: string | null; // in RSS and JSON Feed; null: the tag: URI
  readonly atomId: string | null; // Atom's must be an IRI; null: the tag: URI
  readonly title: string | null; // in RSS and JSON Feed
  readonly atomTitle: string; // Atom's entries must have one
  readonly url: string | null; // null: our own page
  readonly publishedAt: string; // RFC 3339, UTC
};

/** What a reader makes of an article. */
export type Read = {
  readonly id: string;
  readonly title: string | null;
  readonly url: string;
  readonly publishedAt: string; // RFC 3339, UTC
};

const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<p>Paragraph ${at}: the tide came in & went out.</p>`).join("");

/** An article that is read as it is posted, with an id that is no IRI. */
const sample = (id: string, title: string, publishedAt: string, posted: object = {}): Sample => ({
  posted: { id, title, date_published: publishedAt, content_text: `The text of ${id}.`, ...posted },
  id,
  atomId: null,
  title,
  atomTitle: title,
  url: null,
  publishedAt,
});

/** Newest first, as every document lists them. */
export const SAMPLES: readonly Sample[] = [
  {
    ...sample("note-1", "A note has no title, and is its own first words.", "2026-10-20T08:00:00Z", {
      title: null,
      content_text: "A note has no title, and is its own first words.",
    }),
    title: null,
  },
  sample("link-1", "Somebody else's table of tides", "2026-10-19T08:00:00Z", {
    external_url: "https://tides.example/table?a=1&b=2#noon",
    tags: ["Tides"],
  }),
  sample("authors-1", "Three desks wrote this", "2026-10-18T08:00:00Z", {
    authors: [
      { name: "Harbour Desk", url: "https://courier.example/harbour" },
      { name: "Night Desk" },
      { name: "夜間デスク" },
    ],
    tags: ["tides", "R&D", "<quay>", "港"],
  }),
  sample("audio-1", "The bell, to listen to", "2026-10-17T08:00:00Z", {
    attachments: [
      {
        url: "https://courier.example/bell.mp3?a=1&b=2",
        mime_type: "audio/mpeg",
        title: "The bell",
        size_in_bytes: 18_432,
        duration_in_seconds: 61.4,
      },
      { url: "https://courier.example/bell.ogg", mime_type: "audio/ogg" },
    ],
  }),
  sample("image-1", "The quay at noon", "2026-10-16T08:00:00Z", {
    image: "https://courier.example/quay.jpg?w=1600&h=900",
    image_width: 1600,
    image_height: 900,
    image_alt: 'A "quay" under water',
    image_caption: "The quay, at noon.",
    image_credit: "Harbour Archive",
  }),
  sample("japanese-1", "岬の灯台、百三十年ぶりに時計を合わせる", "2026-10-15T08:00:00Z", {
    language: "ja",
    content_html: "<p>岬の灯台の時計は、<ruby>一度<rt>いちど</rt></ruby>も止まったことがない。</p>",
  }),
  sample("arabic-1", "المنارة القديمة تعود إلى العمل", "2026-10-14T08:00:00Z", { language: "ar" }),
  sample("hebrew-1", "המגדלור חזר לעבוד, 24/7, ב-Port 3", "2026-10-13T08:00:00Z", { language: "he" }),
  sample("emoji-1", "🌊 high water, 👩🏽‍🚀 and a flag 🇳🇴", "2026-10-12T08:00:00Z", { tags: ["#tides"] }),
  sample("control-1", "A bell , a null, a tab and , no pair", "2026-10-11T08:00:00Z", {
    title: "A bell \u0007, a\u0000 null,\ta tab\nand \ufffe, \ud83c no pair",
    content_html: "<p>Before\u000b\u000cafter \u001b[31mred\u001b[0m \ud83c.</p>",
  }),
  sample("cdata-1", "It ends in ]]> and goes on", "2026-10-10T08:00:00Z", {
    content_html: "<pre><code>if (a[b[0]]&gt;1) &lt;![CDATA[ x ]]&gt;</code></pre><p>]]></p>",
  }),
  sample("entities-1", 'Fish &amp; chips – <b>3 < 5</b> "x" ©', "2026-10-09T08:00:00Z", {
    title: "Fish &amp;amp; chips &#8211; &lt;b&gt;3 &lt; 5&lt;/b&gt; &quot;x&quot; &copy;",
  }),
  sample("20261008", "An id that is a number", "2026-10-08T08:00:00Z", { id: 20_261_008 }),
  {
    ...sample("https://courier.example/2026/quay?p=1&q=2", "An id that is a URL", "2026-10-07T08:00:00Z", {
      url: "https://courier.example/2026/quay?p=1&q=2",
    }),
    atomId: "https://courier.example/2026/quay?p=1&q=2",
    url: "https://courier.example/2026/quay?p=1&q=2",
  },
  {
    ...sample("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "An id that is a URN", "2026-10-06T08:00:00Z"),
    atomId: "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
  },
  { ...sample("none", "No id at all", "2026-10-05T08:00:00Z", { id: null }), id: null },
  sample("east-1", "Filed at half past eleven at night, in the east", "2026-10-04T14:00:30Z", {
    date_published: "2026-10-04T23:30:30+09:30",
  }),
  sample("west-1", "Filed in the evening of the day before, in the west", "2026-10-04T01:15:00Z", {
    date_published: "2026-10-03T22:15:00-03:00",
    date_modified: "2026-10-04T12:00:00-03:00",
    tags: ["tides"],
  }),
  {
    ...sample("iri-1", "An address that isn't ASCII", "2026-10-02T08:00:00Z", {
      url: "https://courier.example/潮?q=満ち 引き",
    }),
    url: "https://courier.example/%E6%BD%AE?q=%E6%BA%80%E3%81%A1%20%E5%BC%95%E3%81%8D",
  },
  sample("long-1", "A long one", "2026-10-01T08:00:00Z", { content_html: words(600) }),
];

/** The feed of what has the tag "tides". */
export const TIDES: Place = { kind: "derived", of: "tag", labels: [{ label: "tides", name: "tides" }] };

export const TAGGED: readonly Sample[] = SAMPLES.filter(({ id }) =>
  ["link-1", "authors-1", "emoji-1", "west-1"].includes(id ?? ""),
);

/** One that comes when all the others have been read. */
export const LATER: Sample = sample("later-1", "A later one & new", "2026-10-21T08:00:00Z");

/** The last of them as it was corrected: nothing but its text. */
export const CORRECTED = sample("long-1", "A long one", "2026-10-01T08:00:00Z", {
  content_text: "It is short now.",
});

/** What a reader is to make of an article in a format. */
export function expectedOf(sample: Sample, feed: string, receipt: Receipt, format: Format): Read {
  const { id, title } =
    format === "atom"
      ? { id: sample.atomId, title: sample.atomTitle }
      : { id: sample.id, title: sample.title };
  return {
    id: id ?? `tag:127.0.0.1,${new Date().getUTCFullYear()}:${feed}/${receipt.key}`,
    title,
    url: sample.url ?? receipt.url,
    publishedAt: sample.publishedAt,
  };
}

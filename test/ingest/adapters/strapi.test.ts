// What Strapi 5 and 4 sent, as it was recorded from both.

import { describe, expect, it } from "vitest";
import type { StrapiOptions } from "../../../src/ingest/adapters/strapi/entry.ts";
import { normalize } from "../../../src/ingest/normalize.ts";
import type { RecordedDelivery } from "../../lives/life.ts";
import { ARTICLES, eventOf, LIFE_4, LIFE_5, outlineOf, saidAt } from "../../lives/strapi-deliveries.ts";
import { NOW } from "../../submissions.ts";

const STORIES: StrapiOptions = {
  adapter: "strapi",
  model: "story",
  articleUrl: "https://harbour.example/{category.slug}/{slug}",
  mediaOrigin: "https://cms.harbour.example",
};

const submissionAt = (life: readonly RecordedDelivery[], step: string, options: StrapiOptions = ARTICLES) => {
  const event = saidAt(life, step, options).at(-1);
  if (!event?.ok || event.value.kind !== "article") throw new Error(`${step} publishes nothing`);
  return event.value.submission;
};

const draftAt = (life: readonly RecordedDelivery[], step: string, options: StrapiOptions = ARTICLES) => {
  const normalized = normalize(submissionAt(life, step, options), NOW + 86_400_000);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value.draft;
};

describe("the life of Strapi 5's articles", () => {
  it("publishes what is published, and nothing that a draft says", () => {
    expect(outlineOf(LIFE_5, ARTICLES)).toEqual([
      "published: The tide is in again",
      "edited and published again: The tide is out",
      "unpublished: withdrawal",
      "published once more, unchanged: The tide is out",
      "published again, nothing edited: The tide is out",
      "article deleted while published: withdrawal",
      "article deleted while published: withdrawal",
      "an article created by the content API: Sent by the API",
      "edited by the content API: Edited by the API",
      "deleted by the content API: withdrawal",
      "deleted by the content API: withdrawal",
    ]);
  });

  it("reads an article with all that it has", () => {
    expect(submissionAt(LIFE_5, "published")).toMatchObject({
      isLenient: true,
      id: "ju1mco0n3sa887i5a0mxyx8b",
      url: null,
      slug: "the-tide-is-in",
      title: "The tide is in again",
      markdown: "Mind the **step**.\n\n- one\n- two\n\n![Quay](/uploads/quay.png)",
      summary: "Low water at nine.",
      image: "/uploads/quay_c5ae81a372.png",
      imageAlt: "A quay at low tide",
      imageCaption: "The quay on Monday",
      imageWidth: 64,
      imageHeight: 32,
      authors: [{ name: "Wren Tidewell", url: null, avatar: null }],
      tags: ["Tides", "Ferries"],
      language: null,
      datePublished: null,
      dropped: [],
    });
  });

  it("reads the fields that the source names, and Blocks", () => {
    const options: StrapiOptions = {
      ...ARTICLES,
      fields: {
        title: "slug",
        content: "body",
        summary: "title",
        image: "none",
        authors: "none",
        tags: "keywords",
      },
      mediaOrigin: "https://cms.harbour.example",
    };
    expect(draftAt(LIFE_5, "published", options)).toMatchObject({
      title: "the-tide-is-in",
      summary: "The tide is in again",
      image: null,
      authors: [],
      tags: ["tide", "quay"],
      markdown: null,
      contentHtml: [
        "<h2>Low water</h2>",
        "<p>The <strong>first</strong> ferry <em>waits</em>, <u>underlined</u>, <s>struck</s>, <code>tide --now</code>; " +
          'see <a href="https://harbour.example/tides?a=1&amp;b=2">the table</a>.<br />A second line &lt;not a tag&gt;.</p>',
        "<ul><li>North pier</li><li>South pier<ol><li>Berth one</li></ol></li></ul>",
        "<blockquote><p>Mind the step.</p></blockquote>",
        "<pre><code>if (a &lt; b) {\n  wait();\n}</code></pre>",
        '<figure><img src="https://cms.harbour.example/uploads/quay_c5ae81a372.png" alt="A quay at low tide" ' +
          'width="64" height="32" /><figcaption>The quay on Monday</figcaption></figure>',
      ].join("\n"),
    });
  });

  it("reads the starter's dynamic zone, its category and its address", () => {
    expect(draftAt(LIFE_5, "the story published with its category", STORIES)).toMatchObject({
      sourceUrl: "https://harbour.example/weather/fog-in-the-harbour",
      tags: ["Weather"],
      contentHtml: [
        "<h2>Fog</h2>\n<p>The <strong>first</strong> ferry waits.</p>",
        "<blockquote><p>Mind the step.</p><p>The harbour master</p></blockquote>",
        ...Array(2).fill(
          '<figure><img src="https://cms.harbour.example/uploads/quay_c5ae81a372.png" alt="A quay at low tide" ' +
            'width="64" height="32" /><figcaption>The quay on Monday</figcaption></figure>',
        ),
      ].join("\n"),
    });
  });

  it("gives no address where a hole of it stays empty: a category that is a draft isn't sent", () => {
    expect(submissionAt(LIFE_5, "a story published: the starter's model", STORIES)).toMatchObject({
      url: null,
      tags: [],
    });
  });

  it("tells a copy, a discarded draft and an unpublished edit from what is public", () => {
    expect(outlineOf(LIFE_5, STORIES)).toEqual([
      "a story published: the starter's model: Fog in the harbour",
      "the story published with its category: Fog in the harbour",
      "unpublished in bulk: withdrawal",
      "published in bulk: Fog in the harbour",
      "unpublished, and its draft edits discarded: withdrawal",
      "deleted in bulk: withdrawal",
    ]);
  });

  it("makes each language an article of its own, and withdraws it alone", () => {
    const options: StrapiOptions = { adapter: "strapi", model: "api::report.report" };
    const english = submissionAt(LIFE_5, "an English report created and published at once", options);
    const french = submissionAt(LIFE_5, "its French translation published", options);
    expect([english.id, english.language]).toEqual(["qpxg167ohiq9hvi1wv74lcp8:en", "en"]);
    expect([french.id, french.language]).toEqual(["qpxg167ohiq9hvi1wv74lcp8:fr", "fr"]);
    expect(saidAt(LIFE_5, "the French one unpublished", options)).toMatchObject([
      { value: { kind: "withdrawal", id: "qpxg167ohiq9hvi1wv74lcp8:fr" } },
    ]);
  });

  it("publishes what has no drafts when it is created and edited, by the day of its creation", () => {
    const options: StrapiOptions = { adapter: "strapi", model: "bulletin" };
    expect(outlineOf(LIFE_5, options)).toEqual([
      "a bulletin created: no drafts in its model: Gale warning",
      "the bulletin edited: Gale warning ends",
      "the bulletin deleted: withdrawal",
    ]);
    expect(submissionAt(LIFE_5, "the bulletin edited", options).datePublished).toBe(
      "2026-11-24T19:19:02.232Z",
    );
  });
});

describe("the life of Strapi 4's articles", () => {
  it("goes by what the one row there is says after each change", () => {
    expect(outlineOf(LIFE_4, ARTICLES)).toEqual([
      "draft edited: withdrawal",
      "published: The tide is in again",
      "published: The tide is in again",
      "published article edited: The tide is out",
      "unpublished: withdrawal",
      "unpublished: withdrawal",
      "edited while unpublished: withdrawal",
      "published once more: A draft that nobody may read",
      "published once more: A draft that nobody may read",
      "unpublished in bulk: withdrawal",
      "published in bulk: A draft that nobody may read",
      "deleted while published: withdrawal",
      "an article created by the content API: Sent by the API",
      "unpublished by the content API: withdrawal",
      "published by the content API: Sent by the API",
      "deleted in bulk: withdrawal",
    ]);
  });

  it("gives every event about an entry the same id, though entry.publish has no uid", () => {
    const ids = LIFE_4.slice(0, 20).flatMap(({ body }) => {
      const event = eventOf(JSON.parse(body), ARTICLES);
      if (!event.ok || event.value.kind === "ignored") return [];
      return event.value.kind === "article" ? [event.value.submission.id] : [event.value.id];
    });
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids)).toEqual(new Set(["article:1"]));
  });

  it("keeps the day of the first publication when a published article is edited", () => {
    expect(submissionAt(LIFE_4, "published article edited").datePublished).toBe("2026-11-24T19:20:35.595Z");
  });

  it("publishes what doesn't say whether it is a draft only where the source says that there are none", () => {
    const options: StrapiOptions = { adapter: "strapi", model: "bulletin" };
    expect(saidAt(LIFE_4, "the bulletin edited", options)).toMatchObject([
      { error: { fields: [{ pointer: "/entry/publishedAt" }] } },
    ]);
    const bulletin = submissionAt(LIFE_4, "the bulletin edited", { ...options, drafts: false });
    expect([bulletin.id, bulletin.title]).toEqual(["bulletin:1", "Gale warning ends"]);
  });
});

describe("the time of a change", () => {
  it("is that of publishing where this changed nothing else, so that it undoes being unpublished", () => {
    const [unpublished] = saidAt(LIFE_5, "unpublished in bulk", STORIES);
    expect(unpublished).toMatchObject({
      value: { withdrawnAt: null, lastUpdatedAt: "2026-11-24T19:19:10.990Z" },
    });
    expect(submissionAt(LIFE_5, "published in bulk", STORIES).dateModified).toBe("2026-11-24T19:19:13.535Z");
    expect(submissionAt(LIFE_4, "published in bulk").dateModified).toBe("2026-11-24T19:20:43.053Z");
  });

  it("is that of the delivery where Strapi 4 unpublishes in bulk: the entry's is older than the publication", () => {
    expect(saidAt(LIFE_4, "unpublished in bulk")).toMatchObject([
      { value: { withdrawnAt: "2026-11-24T19:20:41.802Z" } },
    ]);
  });

  it("is no time that hasn't come: Strapi 4 takes any publishedAt", () => {
    expect(submissionAt(LIFE_4, "published by the content API")).toMatchObject({
      datePublished: "2026-11-24T19:30:00.000Z",
      dateModified: "2026-11-24T19:20:55.777Z",
    });
  });

  it.each([
    ["Strapi 5", LIFE_5, ARTICLES],
    ["Strapi 5's starter", LIFE_5, STORIES],
    ["Strapi 4", LIFE_4, ARTICLES],
  ] as const)("puts the events of %s in the order in which they happened", (_, life, options) => {
    const times = new Map<string, number[]>();
    for (const { body } of [...life].sort((one, other) => sentAt(one) - sentAt(other))) {
      const event = eventOf(JSON.parse(body), options);
      if (!event.ok || event.value.kind === "ignored") continue;
      const { value } = event;
      const [id, at] =
        value.kind === "article"
          ? [value.submission.id, value.submission.dateModified]
          : [value.id, value.withdrawnAt ?? value.lastUpdatedAt];
      times.set(String(id), [...(times.get(String(id)) ?? []), Date.parse(String(at))]);
    }
    expect(times.size).toBeGreaterThan(0);
    for (const all of times.values()) expect(all).toEqual([...all].sort((one, other) => one - other));
  });

  const sentAt = ({ body }: RecordedDelivery): number => Date.parse(JSON.parse(body).createdAt);
});

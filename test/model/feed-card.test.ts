import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardArticle, makeCard, openCard, packCard } from "../../src/model/feed-card.ts";

const KV_METADATA_BYTES = 1_024;

const articlesTitled = (title: string, slug = "a-slug-of-some-thirty-characters", count = 7): CardArticle[] =>
  Array.from({ length: count }, (_, at) => ({
    title,
    key: String(at).padStart(16, "0"),
    slug,
    publishedAt: 1_795_514_920_530 - at,
    language: null,
  }));

const FACTS = { version: 1_795_514_920_530, mapped: 123_456 };
const card = (title: string, slug?: string) => makeCard(FACTS, articlesTitled(title, slug));
const sizeOf = (packed: string) => new TextEncoder().encode(JSON.stringify(packed)).byteLength;

describe("a feed's card", () => {
  it("has the newest five, newest first, whole where they fit", () => {
    const { latest } = card("Short and sweet", "short");
    expect(latest).toEqual(articlesTitled("Short and sweet", "short").slice(0, 5));
  });

  it("cuts long titles at a word before it leaves an article out", () => {
    const { latest } = card(
      "The tide came in over the old mole and nobody had thought of the ferry ".repeat(3),
    );
    expect(latest).toHaveLength(5);
    expect(latest[0]?.title).toBe("The tide came in over the old mole and nobody had thought of the…");
  });

  it("leaves slugs out before titles, the oldest article's first", () => {
    const slugs = card("The tide came in over the old mole and nobody had thought of it").latest.map(
      ({ slug }) => slug !== "",
    );
    expect(slugs).toHaveLength(5);
    expect(slugs).toContain(true);
    expect(slugs.toSorted().toReversed()).toEqual(slugs);
  });

  it("has several where a letter takes three bytes", () => {
    expect(card("海".repeat(200), "海".repeat(80)).latest.length).toBeGreaterThanOrEqual(4);
  });

  it("fits beside its record whatever the titles are, and names at least one article", () => {
    const text = fc.string({ unit: "binary", maxLength: 500 });
    fc.assert(
      fc.property(text, text, (title, slug) => {
        const made = card(title.toWellFormed(), slug.toWellFormed());
        expect(sizeOf(packCard(made))).toBeLessThanOrEqual(KV_METADATA_BYTES);
        expect(made.latest.length).toBeGreaterThan(0);
        expect(openCard(packCard(made))).toEqual(made);
      }),
    );
  });

  it("fits at every length", () => {
    const sizes = Array.from({ length: 200 * 80 }, (_, at) =>
      sizeOf(packCard(card("x".repeat(1 + (at % 200)), "y".repeat(Math.floor(at / 200))))),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(KV_METADATA_BYTES);
    expect(Math.max(...sizes)).toBeGreaterThan(KV_METADATA_BYTES - 16); // and wastes nothing
  });

  it("says the language of an article that isn't in its feed's", () => {
    const articles = articlesTitled("One", "one", 2).map((article, at) => ({
      ...article,
      language: at === 0 ? "ja" : null,
    }));
    const made = makeCard(FACTS, articles);
    expect(openCard(packCard(made))).toEqual(made);
    expect(made.latest.map(({ language }) => language)).toEqual(["ja", null]);
  });

  it("is of a feed without articles too", () => {
    expect(openCard(packCard(makeCard({ version: 7, mapped: 0 }, [])))).toEqual({
      version: 7,
      mapped: 0,
      latest: [],
    });
  });

  it("says how many articles its sitemaps list", () => {
    expect(openCard(packCard(card("One")))?.mapped).toBe(123_456);
  });
});

describe("metadata that an earlier Worker wrote", () => {
  const pack = (facts: unknown) => btoa(JSON.stringify(facts));
  const newest = { title: "One", key: "0123456789abcdef", slug: "one", publishedAt: 5, language: null };

  it("names its newest article", () => {
    expect(openCard(pack({ version: 3, newest }))).toEqual({
      version: 3,
      mapped: 0,
      latest: [newest],
    });
    expect(openCard(pack({ version: 3, newest: null }))).toEqual({ version: 3, mapped: 0, latest: [] });
  });

  it.each([
    undefined,
    null,
    "",
    "%%%",
    btoa("no JSON"),
    pack(null),
    pack({}),
    pack({ version: "3" }),
    { version: 3 },
  ])("that is no card is null: %j", (metadata) => {
    expect(openCard(metadata)).toBeNull();
  });

  it.each([undefined, null, "12", {}])("counts no article where it says %j", (mapped) => {
    expect(openCard(pack({ version: 3, mapped, latest: [] }))).toEqual({ version: 3, mapped: 0, latest: [] });
  });

  it("keeps what can be read of a list", () => {
    expect(
      openCard(
        pack({
          version: 3,
          latest: [["One", "k", "s", 5], ["Two"], 7, null, ["Three", "k", "s", 5, "no tag"]],
        }),
      )?.latest,
    ).toEqual([
      { title: "One", key: "k", slug: "s", publishedAt: 5, language: null },
      { title: "Three", key: "k", slug: "s", publishedAt: 5, language: null },
    ]);
  });
});

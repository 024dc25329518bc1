import { describe, expect, it } from "vitest";
import { checkFeed, checkFeeds } from "../../src/model/check-feed.ts";
import { aDefinition } from "../articles.ts";

const complaint = (over: Record<string, unknown>): string => {
  const checked = checkFeeds([{ ...aDefinition(), ...over }]);
  return checked.ok ? "" : checked.error.join("\n");
};

describe("a wrong definition is told by file, field and what is allowed", () => {
  it.each([
    [
      { slug: "World Desk" },
      "feeds/index.ts, feed 1: slug must be lower-case letters a-z, digits and single hyphens, 60 characters at most",
    ],
    [
      { slug: "../x" },
      "feeds/index.ts, feed 1: slug must be lower-case letters a-z, digits and single hyphens, 60 characters at most",
    ],
    [{ title: " " }, "feeds/world.ts: title must be a text of 1 to 200 characters on one line"],
    [{ title: "a\nb" }, "feeds/world.ts: title must be a text of 1 to 200 characters on one line"],
    [
      { description: undefined },
      "feeds/world.ts: description must be a text of 1 to 1000 characters on one line",
    ],
    [{ homePage: "/world" }, "feeds/world.ts: homePage must be an absolute http or https URL"],
    [{ homePage: "javascript:alert(1)" }, "feeds/world.ts: homePage must be an absolute http or https URL"],
    [
      { language: "english please" },
      'feeds/world.ts: language must be a BCP 47 language tag, such as "en-GB"',
    ],
    [{ icon: "icon.png" }, "feeds/world.ts: icon must be an absolute http or https URL"],
    [{ headLimit: 0 }, "feeds/world.ts: headLimit must be a whole number from 1 to 200"],
    [{ headLimit: 201 }, "feeds/world.ts: headLimit must be a whole number from 1 to 200"],
    [{ headLimit: "50" }, "feeds/world.ts: headLimit must be a whole number from 1 to 200"],
    [
      { categories: ["a", 2] },
      "feeds/world.ts: categories[1] must be a text of 1 to 100 characters on one line",
    ],
    [
      { authors: [{ name: "Jo", url: "jo" }] },
      "feeds/world.ts: authors[0].url must be an absolute http or https URL",
    ],
    [{ authors: ["Jo"] }, "feeds/world.ts: authors[0] must be an object with name, url"],
    [{ publishers: [] }, "feeds/world.ts: publishers must be a list with at least 1"],
    [
      { publishers: [{ name: "a", token: "A_TOKEN", scopes: ["write"] }] },
      'feeds/world.ts: publishers[0].scopes[0] must be "create" or "update" or "delete" or "media" or "read"',
    ],
    [
      { publishers: [{ name: "a", token: "A_TOKEN", scopes: [] }] },
      "feeds/world.ts: publishers[0].scopes must be a list with at least 1",
    ],
    [
      { publishers: [{ name: "a", token: "s3cr3t-value" }] },
      'feeds/world.ts: publishers[0].token must be the name of a secret in capitals, such as "NEWSROOM_TOKEN", never the secret itself',
    ],
    [
      {
        publishers: [
          { name: "a", token: "A_TOKEN" },
          { name: "a", token: "B_TOKEN" },
        ],
      },
      "feeds/world.ts: publishers must be each name once: idempotency keys are kept by it",
    ],
    [
      { titel: "x" },
      "feeds/world.ts: titel must be left out: the fields are slug, title, description, homePage, language, icon, image, copyright, headLimit, amp, deltas, movedTo, retired, markdown, authors, categories, formerSlugs, publishers, sources, podcast, feedly",
    ],
  ])("%j", (over, expected) => {
    expect(complaint(over)).toBe(expected);
  });

  const PODCAST = { categories: ["News"], explicit: false };
  it.each([
    [
      { podcast: true },
      "podcast must be an object with categories, explicit, type, author, image, owner, guid, locked",
    ],
    [{ podcast: { ...PODCAST, categories: [] } }, "podcast.categories must be a list with at least 1"],
    [
      { podcast: { ...PODCAST, categories: ["News", "Tides"] } },
      'podcast.categories[1] must be a category of Apple Podcasts, such as "News" or "Society & Culture > Documentary"',
    ],
    [
      { podcast: { ...PODCAST, categories: ["Government > "] } },
      'podcast.categories[0] must be a category of Apple Podcasts, such as "News" or "Society & Culture > Documentary"',
    ],
    [{ podcast: { categories: ["News"] } }, "podcast.explicit must be true or false"],
    [{ podcast: { ...PODCAST, explicit: "clean" } }, "podcast.explicit must be true or false"],
    [{ podcast: { ...PODCAST, type: "weekly" } }, 'podcast.type must be "episodic" or "serial"'],
    [{ podcast: { ...PODCAST, image: "a.jpg" } }, "podcast.image must be an absolute http or https URL"],
    [
      { podcast: { ...PODCAST, owner: { name: "Desk" } } },
      'podcast.owner.email must be an e-mail address, such as "desk@news.example"',
    ],
    [{ podcast: { ...PODCAST, guid: "show-1" } }, "podcast.guid must be a UUID in lower case"],
    [{ podcast: { ...PODCAST, locked: "yes" } }, "podcast.locked must be true or false"],
    [
      { podcast: { ...PODCAST, owner: { name: "Desk", email: "desk@news.example", phone: "1" } } },
      "podcast.owner.phone must be left out: the fields are name, email",
    ],
    [
      { feedly: { accentColor: "#ff8800" } },
      'feedly.accentColor must be six hexadecimal digits without "#", such as "ff8800"',
    ],
    [
      { feedly: { logo: "https://news.example/logo.png" } },
      "feedly.logo must be the absolute http or https URL of an SVG, ending in .svg",
    ],
    [{ feedly: { cover: "cover.jpg" } }, "feedly.cover must be an absolute http or https URL"],
    [{ feedly: { related: "card" } }, "feedly.related must be true or false"],
    [{ markdown: "yes" }, "markdown must be true or false"],
  ])("%j", (over, expected) => {
    expect(complaint(over)).toBe(`feeds/world.ts: ${expected}`);
  });

  it("and two feeds may not share a slug", () => {
    expect(checkFeeds([aDefinition(), aDefinition()])).toEqual({
      ok: false,
      error: ["feeds/world.ts: slug must be used by one feed only"],
    });
  });

  it("and something that is no definition is said to be none", () => {
    expect(checkFeed(null)).toEqual({
      ok: false,
      error: [{ field: "(the definition)", allowed: "an object" }],
    });
  });
});

it("fills in what a definition leaves open", () => {
  const checked = checkFeed(aDefinition({ language: "EN-gb" }));
  expect(checked).toMatchObject({
    ok: true,
    value: {
      headLimit: 50,
      language: "en-GB",
      authors: [],
      categories: [],
      icon: null,
      image: null,
      copyright: null,
      markdown: true,
      deltas: true,
      movedTo: null,
      formerSlugs: [],
      retired: false,
      podcast: null,
      feedly: null,
    },
  });
});

it("fills in what a podcast leaves open, and parts a category from what it is within", () => {
  const categories = ["Society & Culture > Documentary", "News"];
  expect(checkFeed(aDefinition({ podcast: { categories, explicit: true }, feedly: {} }))).toMatchObject({
    ok: true,
    value: {
      podcast: {
        categories: [
          { name: "Society & Culture", subcategory: "Documentary" },
          { name: "News", subcategory: null },
        ],
        explicit: true,
        type: null,
        author: null,
        image: null,
        owner: null,
        guid: null,
        locked: null,
      },
      feedly: { accentColor: null, logo: null, cover: null, related: false },
    },
  });
});

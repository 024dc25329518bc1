// A podcast in RSS, as feedsmith reads it: the show, its episodes, and what is neither.

import { parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/formats/atom.ts";
import { renderJson } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import type { Article } from "../../src/model/article.ts";
import type { FeedDefinition } from "../../src/model/feed.ts";
import type { Place } from "../../src/model/place.ts";
import { aFeed, aFullArticle, anArticle, anEpisode, aSnapshot, PODCAST } from "../articles.ts";
import { parseXml } from "../xml.ts";

type Given = { definition?: Partial<FeedDefinition>; article?: Article; place?: Place };

function rssOf({
  definition = { podcast: PODCAST },
  article = anEpisode(),
  place = { kind: "head" },
}: Given) {
  return renderRss(aSnapshot({ feed: aFeed(definition), articles: [article], place }));
}
const read = (given: Given) => parseRssFeed(rssOf(given));
const itemOf = (article: Article) => read({ article }).items?.[0];

describe("a podcast's channel", () => {
  it("says all that the definition says", () => {
    const channel = read({});
    expect(channel.itunes).toEqual({
      author: "Harbour Desk & Friends",
      categories: [{ text: "Society & Culture", categories: [{ text: "Documentary" }] }, { text: "News" }],
      explicit: false,
      image: "https://news.example/show.jpg",
      type: "serial",
      owner: { name: "Harbour Desk", email: "desk@news.example" },
    });
    expect(channel.podcast).toEqual({
      guid: "9b024349-ccf0-5f69-a609-6b82873eab3c",
      locked: { value: true },
    });
  });

  const least = { categories: ["News"], explicit: true };
  it("is by the feed's authors and under its image, unless the show says otherwise", () => {
    const definition = {
      authors: [{ name: "World Desk" }, { name: "Night Desk" }],
      image: "https://news.example/512.png",
      podcast: least,
    };
    expect(read({ definition }).itunes).toEqual({
      author: "World Desk, Night Desk",
      categories: [{ text: "News" }],
      explicit: true,
      image: "https://news.example/512.png",
    });
    expect(read({ definition: { podcast: least } }).itunes?.author).toBe("World Desk");
  });

  it("has its id in archives, and not in what is only a part of the show", () => {
    const labels = [{ label: "tides", name: "Tides" }];
    expect(read({ place: { kind: "archive", number: 1 } }).podcast?.guid).toBe(PODCAST.guid);
    const derived = read({ place: { kind: "derived", of: "tag", labels } });
    expect([derived.podcast, derived.itunes?.type]).toEqual([{ locked: { value: true } }, "serial"]);
  });
});

describe("an episode", () => {
  it("says its place in the show, and where its words and chapters are", () => {
    const item = itemOf(anEpisode());
    expect(item?.itunes).toEqual({
      duration: 1800,
      season: 2,
      episode: 7,
      episodeType: "full",
      explicit: true,
    });
    expect(item?.podcast).toEqual({
      season: { number: 2 },
      episode: { number: 7 },
      transcripts: [
        { url: "https://news.example/7.vtt", type: "text/vtt", language: "de-DE" },
        { url: "https://news.example/7.html", type: "text/html" },
      ],
      chapters: { url: "https://news.example/7.json", type: "application/json+chapters" },
    });
  });

  it("has its sound as the enclosure, whatever is attached before it", () => {
    expect(itemOf(anEpisode())?.enclosures).toEqual([
      { url: "https://news.example/7.mp3", length: 1234, type: "audio/mpeg" },
    ]);
  });

  it("is one by its sound alone, and shows its lead image", () => {
    const article = aFullArticle();
    expect(itemOf(article)?.itunes).toEqual({ duration: 61, image: "https://news.example/tide.jpg?w=1&h=2" });
  });

  it("is explicit only where its publisher says so, and then either way", () => {
    const { episode } = anEpisode();
    if (episode === null) throw new Error("no episode");
    const explicitOf = (explicit: boolean | null) =>
      itemOf(anEpisode({ episode: { ...episode, explicit } }))?.itunes?.explicit;
    expect([true, false, null].map(explicitOf)).toEqual([true, false, undefined]);
  });

  it("isn't every article of the feed", () => {
    const image = { ...aFullArticle().image, url: "https://news.example/a.jpg", alt: "" };
    const note = anArticle({ image: { ...image, width: 9, height: 9, caption: null, credit: null } });
    expect(itemOf(note)).not.toHaveProperty("itunes");
  });
});

describe("without a podcast in the feed's definition", () => {
  it("RSS has neither an element nor a namespace of one", () => {
    expect(rssOf({ definition: {} })).not.toMatch(/itunes|podcast/);
  });

  it.each([renderAtom, renderJson])("and other formats never do: %o", (render) => {
    const document = render(aSnapshot({ feed: aFeed({ podcast: PODCAST }), articles: [anEpisode()] }));
    expect(document).not.toMatch(/itunes|podcast/);
  });
});

it("is well-formed, with every namespace declared", () => {
  expect(parseXml(rssOf({ article: aFullArticle({ episode: anEpisode().episode }) })).name).toBe("rss");
});

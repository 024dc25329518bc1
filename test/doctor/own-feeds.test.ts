// This wire's own feeds, as a doctor sees them that knows nothing of it.

import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { examine } from "../../scripts/doctor/examine.ts";
import { renderAtom } from "../../src/formats/atom.ts";
import type { FeedSnapshot } from "../../src/formats/context.ts";
import { renderJson } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { aFeed, aFullArticle, anArticle, aSnapshot } from "../articles.ts";
import { documentOf } from "./feeds.ts";

const image = {
  url: "https://n.example/tide.jpg",
  alt: "",
  width: null,
  height: null,
  caption: null,
  credit: null,
};

const full = aSnapshot({
  feed: aFeed({ language: "de-DE", categories: ["Tides & times"], icon: "https://news.example/icon.png" }),
  articles: [
    aFullArticle({ title: "1 < 2 & <b>" }),
    anArticle({
      sourceId: "post-7",
      tagUri: "tag:wire.example,2026:world/1",
      title: null,
      contentHtml: "",
      image,
    }),
    anArticle({ tagUri: "tag:wire.example,2026:world/2", title: null }),
    anArticle({ tagUri: "tag:wire.example,2026:world/3", contentHtml: "" }),
  ],
});

it.each<[string, (snapshot: FeedSnapshot) => string]>([
  ["RSS", renderRss],
  ["Atom", renderAtom],
  ["JSON Feed", renderJson],
])("%s has neither an error nor a warning, with articles and without", (_, render) => {
  for (const snapshot of [full, aSnapshot({ articles: [] })]) {
    const { findings } = examine(documentOf(render(snapshot)), []);
    expect(findings.filter(({ level }) => level !== "advice")).toEqual([]);
  }
});

it("knows nothing of this wire: the doctor imports no file outside its own folder", () => {
  const folder = resolve(import.meta.dirname, "../../scripts/doctor");
  const files = globSync("**/*.ts", { cwd: folder });
  expect(files.length).toBeGreaterThan(40);
  const outside = files.flatMap((file) =>
    [...readFileSync(resolve(folder, file), "utf8").matchAll(/from "(\.[^"]+)"/g)]
      .map(([, target = ""]) => resolve(folder, file, "..", target))
      .filter((target) => !target.startsWith(`${folder}/`)),
  );
  expect(outside).toEqual([]);
});

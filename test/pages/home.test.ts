// The front page.

import { expect, it } from "vitest";
import { renderHomePage } from "../../src/pages/home.tsx";
import { aFeed, PUBLISHED_AT } from "../articles.ts";

it("a headline in another language than its feed's says which", () => {
  const home = renderHomePage([
    {
      feed: aFeed(),
      latest: [
        { title: "灯台の時計", path: "/ja", publishedAt: PUBLISHED_AT, language: "ja" },
        { title: "BBC: المنارة", path: "/ar", publishedAt: PUBLISHED_AT, language: "ar" },
        { title: "The tide is in", path: "/en", publishedAt: PUBLISHED_AT, language: null },
      ],
    },
  ]);
  expect(home).toContain('<section class="feed h-feed" id="world" lang="en-GB" dir="ltr">');
  expect(home).toContain('<h3 lang="ja" dir="ltr"><a class="p-name u-url" href="/ja">');
  expect(home).toContain('<h3 lang="ar" dir="rtl"><a class="p-name u-url" href="/ar">');
  expect(home).toContain('<h3 dir="auto"><a class="p-name u-url" href="/en">');
});

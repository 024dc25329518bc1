// Pages of feeds that no wire has: without an article, with a hundred tags, in each script.

import type { Env } from "../../../src/env.ts";
import { pageHeadersOf } from "../../../src/http/page-headers.ts";
import { checkFeed } from "../../../src/model/check-feed.ts";
import type { Feed, FeedDefinition } from "../../../src/model/feed.ts";
import { labelNamed } from "../../../src/model/label.ts";
import { HEAD, type NamedLabel } from "../../../src/model/place.ts";
import { renderAboutJsonFeed } from "../../../src/pages/about-json-feed.tsx";
import { renderFeedPage } from "../../../src/pages/feed-page.tsx";
import type { FeedPageProps, LatestArticle } from "../../../src/pages/feed-props.ts";
import { pageContentSecurityPolicy } from "../../../src/pipeline/page-policy.ts";
import { feeds } from "./feeds.ts";
import { LATEST, TAGS } from "./latest.ts";

const LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";

/** @returns null for every other path */
export async function answerFixture(request: Request, { PUBLIC_ORIGIN }: Env): Promise<Response | null> {
  const name = /\/fixtures\/([\w-]+)$/.exec(new URL(request.url).pathname)?.[1];
  if (name === undefined) return null;
  if (name === "emblem") return new Response(EMBLEM, { headers: { "Content-Type": "image/svg+xml" } });
  const page = pagesWith(`${PUBLIC_ORIGIN}/fixtures/emblem`).get(name);
  if (page === undefined) return null;
  return new Response(page(), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": await pageContentSecurityPolicy(),
      ...pageHeadersOf(PUBLIC_ORIGIN),
    },
  });
}

/** @param picture where the emblem is */
function pagesWith(picture: string): ReadonlyMap<string, () => string> {
  const coast = aFeed("coast", { image: picture });
  const bare = { place: HEAD, latest: [], tags: [] } as const;
  const whole = (feed: Feed) => ({ feed, place: HEAD, latest: latestOf(feed), tags: tagsOf(feed) }) as const;
  return new Map([
    ["coast", () => render(whole(coast))],
    [
      "tides",
      () => render({ ...whole(coast), place: { kind: "derived", of: "tag", labels: [tag("Tides")] } }),
    ],
    ["hafen", () => render(whole(aFeed("hafen", {})))],
    ["mina", () => render(whole(aFeed("mina", { icon: picture })))],
    ["minato", () => render(whole(aFeed("minato", {})))],
    ["empty", () => render({ ...bare, feed: aFeed("coast", { language: "hu", authors: [] }) })],
    ["extremes", () => render({ ...extremes(coast) })],
    ["about-json-feed", renderAboutJsonFeed],
  ]);
}

type Props = Omit<FeedPageProps, "publicOrigin">;
const render = (props: Props): string => renderFeedPage({ ...props, publicOrigin: "https://wire.example" });

const tag = (name: string): NamedLabel => labelNamed("tag", name);

/** All that is long: a title, an address, a summary, a list of tags. */
const extremes = (feed: Feed): Props => ({
  feed: {
    ...feed,
    title: `${LONG_WORD} ${feed.title}`,
    homePage: `https://${"long-".repeat(11)}name.example/`,
  },
  place: { kind: "derived", of: "tag", labels: [tag(LONG_WORD), tag("灯台と港".repeat(9)), tag("Tides")] },
  latest: [
    { ...at(0), title: LONG_WORD.repeat(4), summary: `${LONG_WORD.repeat(3)} ${"and so on ".repeat(400)}` },
    { ...at(1), title: "المنارة القديمة", language: "ar", summary: "أعاد عمال الميناء تشغيل المصباح." },
    { ...at(2), title: "霧笛の音", language: "ja", summary: null },
  ],
  tags: Array.from({ length: 100 }, (_, number) =>
    tag(number === 50 ? LONG_WORD.repeat(3) : `Harbour ${number}`),
  ),
});

const latestOf = ({ slug }: Feed): readonly LatestArticle[] =>
  (LATEST[slug] ?? []).map(([title, summary, language], number) => ({
    ...at(number),
    title,
    summary: summary ?? null,
    language: language ?? null,
  }));

const tagsOf = ({ slug }: Feed): readonly NamedLabel[] => (TAGS[slug] ?? []).map(tag);

const at = (number: number) => ({
  path: `/feeds/coast/articles/${String(number).padStart(16, "0")}`,
  publishedAt: Date.UTC(2026, 10, 20 - number, 6, 30),
  language: null,
});

function aFeed(slug: string, over: Partial<FeedDefinition>): Feed {
  const definition = feeds.find((feed) => feed.slug === slug);
  const checked = checkFeed({ ...definition, ...over });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

const EMBLEM = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">
<rect width="512" height="512" fill="#20364d"/><path d="M232 150L40 90v150l192-50z" fill="#e7cfa6" opacity=".5"/>
<path d="M214 384l18-210h48l18 210z" fill="#f3ead6"/><path d="M226 252h60l5 52h-70z" fill="#b9533a"/>
<path d="M228 130h56v44h-56z" fill="#f9e7b6"/><path d="M216 130q40-52 80 0z" fill="#b9533a"/>
<path d="M40 396q54-34 108 0t108 0 108 0 108 0v40H40z" fill="#8fa3ac"/></svg>`;

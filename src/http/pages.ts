// Pages that belong to no feed: `/`, and what `_edgewire` means.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { ABOUT_JSON_PATH } from "../model/address.ts";
import { composeAboutJsonFeed, composeHome } from "../pipeline/compose.ts";
import { pageContentSecurityPolicy } from "../pipeline/page-policy.ts";
import { etagOf } from "../pipeline/render-key.ts";
import type { Deps } from "../ports.ts";
import { answer, type Document, makeDocument } from "./document.ts";
import { createMemory } from "./memory.ts";
import { openFeeds } from "./moved.ts";
import { pageHeadersOf } from "./page-headers.ts";
import { methodNotAllowed, problemResponse } from "./problem.ts";

type Needs = Pick<Deps, "feeds" | "publicOrigin" | "listFeedCards" | "now">;

export function pageRoutes(given: Needs): Hono {
  const deps = { ...given, feeds: openFeeds(given.feeds) };
  const memory = createMemory<Document>(1_048_576);

  /** What was made within the last second, else what is made now. */
  async function show(c: Context, make: () => Promise<Document>): Promise<Response> {
    const { now } = deps;
    const known = memory.fresh(c.req.path, now());
    const page = known ?? (await make());
    if (known === undefined) memory.keep(c.req.path, page, page.lengthBytes, now());
    return answer(c.req.raw, page, now());
  }

  const app = new Hono()
    .get("/", (c) =>
      show(c, async () => {
        const { html, version } = await composeHome(deps);
        return toPage(deps, html, version);
      }),
    )
    .get(ABOUT_JSON_PATH, (c) => show(c, () => toPage(deps, composeAboutJsonFeed(), null)));
  for (const path of ["/", ABOUT_JSON_PATH])
    app.all(path, () => problemResponse(methodNotAllowed("GET, HEAD")));
  return app;
}

async function toPage(
  { publicOrigin }: Pick<Deps, "publicOrigin">,
  html: string,
  version: number | null, // null: the tag is of the bytes alone, and nobody is ahead of it
): Promise<Document> {
  const body = new TextEncoder().encode(html);
  return makeDocument({
    etag: await etagOf(version ?? 0, body),
    version: version ?? Number.POSITIVE_INFINITY,
    lastModifiedAt: null, // two feeds may change in one second, and one be published after a later one
    body,
    mediaType: "text/html; charset=utf-8",
    cacheControl: "public, max-age=60",
    contentSecurityPolicy: await pageContentSecurityPolicy(),
    more: { Vary: "Accept-Encoding", ...pageHeadersOf(publicOrigin) },
  });
}

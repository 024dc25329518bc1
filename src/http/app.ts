// Every route but the hot path's.

import { type Context, Hono } from "hono";
import { composeHome } from "../pipeline/compose.ts";
import { pageContentSecurityPolicy } from "../pipeline/page-policy.ts";
import { etagOf } from "../pipeline/render-key.ts";
import type { Deps } from "../ports.ts";
import { articleRoutes } from "./article.ts";
import { discoveryRoutes } from "./discovery.ts";
import { answer, type Document, makeDocument } from "./document.ts";
import { createMemory } from "./memory.ts";
import { noticeResponse } from "./notice.ts";
import { pageHeadersOf } from "./page-headers.ts";
import { methodNotAllowed, NOT_FOUND, problemResponse, UNAVAILABLE } from "./problem.ts";
import { submitRoutes } from "./submit.ts";

export function createApp(deps: Deps): Hono {
  const homes = createMemory<Document>();
  const app = new Hono();

  app.get("/", async (c) => {
    const known = homes.fresh("/", deps.now());
    const home = known ?? (await makeHome(deps));
    if (known === undefined) homes.keep("/", home, home.lengthBytes, deps.now());
    return answer(c.req.raw, home, deps.now());
  });
  app.get("/healthz", () =>
    Response.json(
      { status: "ok" },
      { headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } },
    ),
  );
  app.route("/", discoveryRoutes(deps));
  app.route("/feeds", articleRoutes(deps));
  app.route("/feeds", submitRoutes(deps));

  app.all("/", () => problemResponse(methodNotAllowed("GET, HEAD")));
  app.all("/healthz", () => problemResponse(methodNotAllowed("GET, HEAD")));
  app.all("/feeds/:feed/articles", () => problemResponse(methodNotAllowed("POST")));
  app.all("/feeds/:feed/articles/:segment", () =>
    problemResponse(methodNotAllowed("GET, HEAD, PUT, DELETE")),
  );
  app.all("/feeds/:feed/articles/:segment/amp", () => problemResponse(methodNotAllowed("GET, HEAD")));
  app.all("/feeds/:feed/rebuild", () => problemResponse(methodNotAllowed("POST")));

  app.notFound((c) => notFound(c, deps.publicOrigin));
  app.onError((error, c) => {
    deps.log("warn", "request_failed", { method: c.req.method, error: String(error) });
    return problemResponse(UNAVAILABLE);
  });
  return app;
}

async function makeHome(deps: Deps): Promise<Document> {
  const { html, version } = await composeHome(deps);
  const body = new TextEncoder().encode(html);
  return makeDocument({
    etag: await etagOf(version, body),
    version,
    lastModifiedAt: null, // two feeds may change in one second, and one be published after a later one
    body,
    mediaType: "text/html; charset=utf-8",
    cacheControl: "public, max-age=60",
    contentSecurityPolicy: await pageContentSecurityPolicy(),
    more: { Vary: "Accept-Encoding", ...pageHeadersOf(deps.publicOrigin) },
  });
}

/** A page for a person, a problem for a program. */
async function notFound(c: Context, publicOrigin: string): Promise<Response> {
  if (!(c.req.header("Accept") ?? "").includes("text/html")) return problemResponse(NOT_FOUND);
  const notice = { title: "Not found", detail: "There is nothing at this address." };
  return noticeResponse(404, notice, publicOrigin, await pageContentSecurityPolicy());
}

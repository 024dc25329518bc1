// Every route but the hot path's.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { pageContentSecurityPolicy } from "../pipeline/page-policy.ts";
import type { Deps } from "../ports.ts";
import { articleRoutes } from "./article.ts";
import { discoveryRoutes } from "./discovery.ts";
import { hookRoutes } from "./hooks.ts";
import { micropubRoutes } from "./micropub.ts";
import { noticeResponse } from "./notice.ts";
import { pageRoutes } from "./pages.ts";
import { methodNotAllowed, NOT_FOUND, problemResponse, UNAVAILABLE } from "./problem.ts";
import { publisherRoutes } from "./publisher.ts";
import { submitRoutes } from "./submit.ts";

export function createApp(deps: Deps): Hono {
  const app = new Hono();

  app.get("/healthz", () =>
    Response.json(
      { status: "ok" },
      { headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } },
    ),
  );
  app.route("/", pageRoutes(deps));
  app.route("/", discoveryRoutes(deps));
  app.route("/feeds", articleRoutes(deps));
  app.route("/feeds", submitRoutes(deps));
  app.route("/feeds", publisherRoutes(deps));
  app.route("/feeds", hookRoutes(deps));
  app.route("/feeds", micropubRoutes(deps));

  app.all("/healthz", () => problemResponse(methodNotAllowed("GET, HEAD")));
  app.all("/feeds/:feed/articles", () => problemResponse(methodNotAllowed("GET, POST")));
  app.all("/feeds/:feed/articles/:segment/revisions/:revision", () =>
    problemResponse(methodNotAllowed("GET, HEAD")),
  );
  app.all("/feeds/:feed/receipts/:idempotencyKey", () => problemResponse(methodNotAllowed("GET, HEAD")));
  app.all("/feeds/:feed/articles/:segment", () =>
    problemResponse(methodNotAllowed("GET, HEAD, PUT, DELETE")),
  );
  app.all("/feeds/:feed/articles/:segment/amp", () => problemResponse(methodNotAllowed("GET, HEAD")));
  app.all("/feeds/:feed/hooks/:source", () => problemResponse(methodNotAllowed("POST")));
  app.all("/feeds/:feed/micropub", () => problemResponse(methodNotAllowed("GET, HEAD, POST, OPTIONS")));
  app.all("/feeds/:feed/rebuild", () => problemResponse(methodNotAllowed("POST")));

  app.notFound((c) => notFound(c, deps.publicOrigin));
  app.onError((error, c) => {
    deps.log("warn", "request_failed", { method: c.req.method, error: String(error) });
    return problemResponse(UNAVAILABLE);
  });
  return app;
}

/** A page for a person, a problem for a program. */
async function notFound(c: Context, publicOrigin: string): Promise<Response> {
  if (!(c.req.header("Accept") ?? "").includes("text/html")) return problemResponse(NOT_FOUND);
  const notice = { title: "Not found", detail: "There is nothing at this address." };
  return noticeResponse(404, notice, publicOrigin, await pageContentSecurityPolicy());
}

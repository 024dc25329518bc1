// A problem as a page, for a person.

import { composeNotice } from "../pipeline/compose.ts";
import { pageHeadersOf } from "./page-headers.ts";
import type { Problem } from "./problem.ts";

export const noticeResponse = (
  status: number,
  { title, detail }: Pick<Problem, "title" | "detail">,
  publicOrigin: string,
  contentSecurityPolicy: string,
): Response =>
  new Response(composeNotice(title, detail), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": contentSecurityPolicy,
      "X-Content-Type-Options": "nosniff",
      ...pageHeadersOf(publicOrigin),
    },
  });

// Feeds with sources for tests, and senders that sign for them.

import { exports } from "cloudflare:workers";
import { signedHeaders } from "../../scripts/sign/signed-headers.ts";
import type { FeedDefinition } from "../../src/model/feed.ts";
import type { SchemeDefinition, SourceDefinition } from "../../src/model/source.ts";
import type { FieldMap } from "../../src/model/source-fields.ts";
import { lives } from "../lives/lives.ts";

const MOST = 60;

/** The secret of every test's source: a form that each scheme can use. */
export const HOOK_SECRET = "whsecHookHookHookHookHookHookHookHookHookHookHookHookHookHookHoo";

const FIELDS: FieldMap = {
  id: "/id",
  title: "/title",
  content_html: "/body",
  date_published: "/published",
  date_modified: "/modified",
};

const generic = (name: string, scheme: SchemeDefinition): SourceDefinition => ({
  name,
  secret: "HOOK_SECRET",
  adapter: "generic",
  fields: FIELDS,
  test: { at: "/event", is: ["ping"] },
  only: { at: "/event", is: ["ping", "post.saved", "post.deleted"] },
  withdrawnWhen: { at: "/event", is: ["post.deleted"] },
  publishedWhen: { at: "/status", is: ["live"] },
  ...scheme,
});

const sources: readonly SourceDefinition[] = [
  generic("standard", { scheme: "standard-webhooks" }),
  generic("github", { scheme: "github" }),
  generic("bearer", { scheme: "bearer" }),
  generic("token", { scheme: "header", header: "X-Token" }),
  { ...generic("unset", { scheme: "bearer" }), secret: "UNSET_TOKEN" },
  {
    name: "list",
    secret: "HOOK_SECRET",
    scheme: "standard-webhooks",
    adapter: "generic",
    each: "/items",
    fields: { ...FIELDS, id: ["/id", ""], url: "https://publisher.test/{/id}" },
    withdrawnWhen: { at: "/event", is: ["deleted"] },
  },
  ...lives.map(({ source }) => ({ ...source, secret: "HOOK_SECRET" })),
];

const hookFeed = (slug: string): FeedDefinition => ({
  slug,
  title: `Hook feed ${slug}`,
  description: "Made for one test.",
  homePage: "https://publisher.test/",
  language: "en-GB",
  publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
  sources,
});

export const hookFeeds: readonly FeedDefinition[] = [
  ...Array.from({ length: MOST }, (_, at) => hookFeed(`h${at}`)),
  {
    ...hookFeed("elsewhere"),
    sources: sources.map((source) => ({ ...source, secret: "OTHER_HOOK_SECRET" })),
  },
  { ...hookFeed("hooks-ended"), retired: true },
];

let taken = 0;

/** A feed with every source that no other test of this file has used. */
export function freshHookFeed(): string {
  const feed = `h${taken}`;
  taken += 1;
  if (taken > MOST) throw new Error("test/worker/hook-feeds.ts: no feed left, raise MOST");
  return feed;
}

export const sourceNamed = (name: string): SourceDefinition => {
  const source = sources.find((one) => one.name === name);
  if (source === undefined) throw new Error(`test/worker/hook-feeds.ts: no source ${name}`);
  return source;
};

export type Delivery = {
  readonly source: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>; // lower-case names
  readonly id?: string;
  readonly secret?: string;
  readonly query?: string;
  readonly at?: number; // ms since 1970 UTC
};

let sent = 0;

/** A delivery as the source's system would send it: signed, now, with an id of its own. */
export async function deliver(
  feed: string,
  { source: name, body, headers = {}, id, secret = HOOK_SECRET, query = "", at = Date.now() }: Delivery,
): Promise<Response> {
  sent += 1;
  const path = `/feeds/${feed}/hooks/${name}`;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const sending = { "content-type": "application/json", ...headers };
  const signature = await signedHeaders(sourceNamed(name), secret, {
    body: bytes,
    path,
    id: id ?? `delivery-${sent}`,
    now: at,
    headers: sending,
  });
  // Not by the client, which loads the Worker, and so these feeds.
  const signed = { ...sending, ...signature };
  return exports.default.fetch(
    new Request(`https://wire.test${path}${query}`, { method: "POST", headers: signed, body: bytes }),
  );
}

type Post = {
  readonly event?: string;
  readonly id?: string | number;
  readonly title?: string;
  readonly body?: string;
  readonly status?: string;
  readonly published?: string;
  readonly modified?: string;
};

/** A post as the generic sources here say it. */
export const saying = (post: Post): string =>
  JSON.stringify({ event: "post.saved", status: "live", ...post });

// What the wire is compared to: the least that a Worker can do for the same result.

import { DurableObject } from "cloudflare:workers";

type Env = { readonly WIRE: KVNamespace; readonly FEED_JOURNAL: DurableObjectNamespace<FeedJournal> };

let same: ArrayBuffer | null = null;
const HEADERS = { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } };

export default {
  async fetch(request, env) {
    // The least of all: not even a URL is parsed.
    if (request.url.endsWith("/memory")) {
      same ??= await env.WIRE.get("same", "arrayBuffer"); // once
      return new Response(same, HEADERS);
    }
    const url = new URL(request.url);
    switch (url.pathname) {
      case "/kv": // the same value of KV, and the same bytes of it
        return fromKv(
          env,
          "record",
          Number(url.searchParams.get("from")),
          Number(url.searchParams.get("length")),
        );
      case "/kv-alone": // a value that holds nothing else
        return new Response(await env.WIRE.get("same", "arrayBuffer"), HEADERS);
      case "/insert":
        return insert(request, env);
      default:
        return new Response("");
    }
  },
} satisfies ExportedHandler<Env>;

async function fromKv(env: Env, key: string, from: number, length: number): Promise<Response> {
  const record = await env.WIRE.get(key, "arrayBuffer");
  return new Response(record && new Uint8Array(record, from, length), HEADERS);
}

async function insert(request: Request, env: Env): Promise<Response> {
  const body = await request.text();
  await env.FEED_JOURNAL.getByName("bare").insert(JSON.parse(body).id, body);
  return new Response("{}", { status: 201 });
}

/** One table, one row an article. */
export class FeedJournal extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.storage.sql.exec("CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
  }

  async insert(id: string, body: string): Promise<void> {
    this.ctx.storage.sql.exec("INSERT OR REPLACE INTO articles VALUES (?, ?)", id, body);
  }
}

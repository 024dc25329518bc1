// A wire that listens on this machine, and a publisher that posts to it.

import { setTimeout as sleep } from "node:timers/promises";
import type { Receipt } from "../../src/model/receipt.ts";
import { startWire } from "./miniflare.ts";
import { freePort } from "./port.ts";

export type ServedWire = {
  readonly origin: string; // where it listens
  /** Post articles as one batch, and wait until their pages are there. @returns a receipt for each */
  readonly post: (feed: string, articles: readonly object[]) => Promise<readonly Receipt[]>;
  /** Withdraw an article by its page's address, and wait until that says so. */
  readonly withdraw: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Serving = {
  readonly entry: string; // the Worker's file
  readonly port?: number; // any that is free, if none is said
  readonly publicOrigin?: string; // where readers find it, if that isn't where it listens
};

const AUTHORIZED = { Authorization: "Bearer newsroom-secret" };

export async function serveWire({ entry, port, publicOrigin }: Serving): Promise<ServedWire> {
  const listensOn = port ?? (await freePort());
  const origin = `http://127.0.0.1:${listensOn}`;
  const bindings = { PUBLIC_ORIGIN: publicOrigin ?? origin };
  const wire = await startWire({ entry, port: listensOn, bindings, quiet: true });
  const here = (url: string): string => origin + new URL(url).pathname;

  return {
    origin,
    post: async (feed, articles) => {
      const response = await fetch(`${origin}/feeds/${feed}/articles`, {
        method: "POST",
        headers: { ...AUTHORIZED, "Content-Type": "application/json" },
        body: JSON.stringify(articles),
      });
      const { results = [] } = (await response.json()) as Answer; // our own
      const receipts = results.flatMap(({ receipt }) => receipt ?? []);
      if (receipts.length !== articles.length) throw new Error(`refused: ${JSON.stringify(results)}`);
      for (const { url } of receipts) await answers(here(url), 200);
      return receipts;
    },
    withdraw: async (url) => {
      const key = url.slice(-16);
      await fetch(here(url).replace(/[^/]+$/, key), { method: "DELETE", headers: AUTHORIZED });
      await answers(here(url), 410);
    },
    close: () => wire.dispose(),
  };
}

/** What a batch is answered with; an article that was refused has no receipt. */
type Answer = { readonly results?: readonly { readonly receipt?: Receipt }[] };

async function answers(url: string, status: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(url)).status === status) return;
    await sleep(50);
  }
  throw new Error(`${url} does not answer ${status}`);
}

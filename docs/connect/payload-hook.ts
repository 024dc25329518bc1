// Payload 3 → Edgewire: sends what a collection's public articles are, as Standard
// Webhooks, whenever one is published, edited, unpublished, thrown away or deleted.
//
// Copy this file beside your collections; payload.md says how to use it. An
// editor's save waits for the wire eight seconds at most and never fails with it.

import { createHmac, randomUUID } from "node:crypto";
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  JsonObject,
  PayloadRequest,
} from "payload";

const TRIES = 2;
const TRY_MS = 4_000;

type Wire = {
  readonly url: string; // https://wire.example/feeds/world/hooks/payload
  readonly secret: string; // whsec_…, the same as the wire's
  readonly articleOf: (doc: JsonObject) => object; // a document as an article, in the words of JSON Feed
};

/** The hooks of a collection of articles: `hooks: edgewireHooks({ url, secret, articleOf })`. */
export function edgewireHooks({ url, secret, articleOf }: Wire) {
  const afterChange: CollectionAfterChangeHook = async ({ doc, collection: { slug }, req }) => {
    const id = `${slug}/${doc.id}`;
    await logged(req, id, async () => {
      // `doc` may be a draft beside the published version, and is as deep as the editor's form
      // asked for. This is what the public sees; nothing, where it is in the trash.
      const now: JsonObject | null = await req.payload.findByID({
        collection: slug,
        id: doc.id,
        depth: 1,
        disableErrors: true,
        draft: false,
        overrideAccess: true,
        req,
      });
      const isPublic = now !== null && now._status !== "draft";
      if (isPublic && doc._status === "draft") return; // readers see no change
      const article = isPublic
        ? { ...articleOf(now), id, date_modified: now.updatedAt }
        : { id, date_modified: doc.updatedAt };
      await send(url, secret, isPublic ? "article.published" : "article.withdrawn", article);
    });
    return doc;
  };

  const afterDelete: CollectionAfterDeleteHook = async ({ id: key, collection: { slug }, req }) => {
    const id = `${slug}/${key}`;
    const article = { id, date_modified: new Date().toISOString() };
    await logged(req, id, () => send(url, secret, "article.withdrawn", article));
  };

  return { afterChange: [afterChange], afterDelete: [afterDelete] };
}

/** Whatever happens here is written into Payload's log, and is nothing to the editor. */
async function logged(req: PayloadRequest, id: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    req.payload.logger.error(`${id} didn't reach the wire, save it again: ${reason}`);
  }
}

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
async function send(url: string, secret: string, type: string, data: object): Promise<void> {
  const at = new Date();
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const id = `msg_${randomUUID()}`; // the same at every try: what came twice counts once
  const time = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${time}.${body}`).digest("base64");
  const headers = {
    "Content-Type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": `v1,${signature}`,
  };
  for (let tries = 1; ; tries += 1) {
    const signal = AbortSignal.timeout(TRY_MS);
    const outcome = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" }).then(
      async (response) => (response.ok ? null : `${response.status}: ${await response.text()}`),
      // Node says why only in the cause: "connect ECONNREFUSED …".
      (error: Error) => String(error.cause ?? error.message),
    );
    if (outcome === null) return;
    // What the wire refuses, it will refuse again.
    if (tries === TRIES || /^[34]\d\d:/.test(outcome)) throw new Error(outcome);
  }
}

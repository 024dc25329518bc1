// Documents that are put together when somebody asks: kept in this isolate, and at
// this location, so that the next one who asks waits for nobody.
//
// How old one is stands in its record: an isolate that takes it over from the
// location doesn't keep it any longer for that.

import { openRecord, packRecord } from "../formats/record.ts";
import { etagOf } from "../pipeline/render-key.ts";
import type { Deps } from "../ports.ts";
import type { Document } from "./document.ts";
import { createMemory } from "./memory.ts";

type Needs = Pick<Deps, "loadCached" | "keepCached" | "now" | "log">;

export type KeptDocuments = {
  /** What this isolate made or took over within as many seconds. */
  readonly known: (key: string, seconds: number) => Document | undefined;
  /** What this location made within as many seconds, else what `compose` makes. @throws what it throws */
  readonly load: (key: string, seconds: number, compose: () => Promise<string>) => Promise<Document>;
};

type Made = { readonly madeAt: number; readonly etag: string; readonly body: Uint8Array };

const MOST_BYTES = 16 * 1_048_576;

/** @param toDocument what a body with this tag is served as */
export function createKeptDocuments(
  { loadCached, keepCached, now, log }: Needs,
  toDocument: (etag: string, body: Uint8Array) => Document,
): KeptDocuments {
  const memory = createMemory<{ readonly madeAt: number; readonly document: Document }>(MOST_BYTES);
  const holds = ({ madeAt }: { readonly madeAt: number }, seconds: number) =>
    now() - madeAt < seconds * 1_000;

  async function fromLocation(key: string, seconds: number): Promise<Made | null> {
    const record = await loadCached(key);
    const made = record === null ? null : openMade(record);
    return made !== null && holds(made, seconds) ? made : null;
  }

  async function make(key: string, seconds: number, compose: () => Promise<string>): Promise<Made> {
    const madeAt = now(); // what it says may be as old as that
    const body = new TextEncoder().encode(await compose());
    const etag = await etagOf(0, body);
    const record = packRecord({ madeAt, etag }, [body]);
    // Who asked is answered all the same.
    await keepCached(key, record, seconds).catch((error: unknown) =>
      log("warn", "document_not_kept", { key, error: String(error) }),
    );
    return { madeAt, etag, body };
  }

  return {
    known: (key, seconds) => {
      const entry = memory.stale(key);
      return entry !== undefined && holds(entry, seconds) ? entry.document : undefined;
    },
    load: async (key, seconds, compose) => {
      const { madeAt, etag, body } =
        (await fromLocation(key, seconds)) ?? (await make(key, seconds, compose));
      const document = toDocument(etag, body);
      memory.keep(key, { madeAt, document }, 2 * body.byteLength, now()); // the bytes, and the same as text
      return document;
    },
  };
}

/** @returns null for a record of another shape: an older Worker kept it */
function openMade(record: ArrayBuffer): Made | null {
  const opened = openRecord(record);
  const header = opened?.header;
  if (opened === null || typeof header !== "object" || header === null) return null;
  if (!("madeAt" in header) || typeof header.madeAt !== "number") return null;
  if (!("etag" in header) || typeof header.etag !== "string") return null;
  return { madeAt: header.madeAt, etag: header.etag, body: opened.body };
}

// A verified delivery → what happened, by the adapter that the definition names.

import { ok, type Result } from "../../model/result.ts";
import type { SourceDefinition } from "../../model/source.ts";
import type { IngestError } from "../error.ts";
import type { HookDelivery, HookEvent } from "./adapter.ts";
import { readContentful } from "./contentful.ts";
import { readGeneric } from "./generic.ts";
import { readMicrofeed } from "./microfeed.ts";
import { readSanity } from "./sanity.ts";
import { readStrapi } from "./strapi.ts";
import { readWordPress } from "./wordpress.ts";

/** One event, or several that succeed or fail each for itself. */
export type Delivered = {
  readonly isList: boolean;
  readonly events: readonly Result<HookEvent, IngestError>[];
};

/** Read a delivery. @returns the error where not even its list of events can be read */
export async function readDelivery(
  source: SourceDefinition,
  delivery: HookDelivery,
): Promise<Result<Delivered, IngestError>> {
  if (source.adapter === "generic") {
    const events = readGeneric(delivery, source);
    return events.ok ? ok({ isList: source.each !== undefined, events: events.value }) : events;
  }
  return ok({ isList: false, events: [await readEvent(source, delivery)] });
}

async function readEvent(
  source: Exclude<SourceDefinition, { readonly adapter: "generic" }>,
  delivery: HookDelivery,
): Promise<Result<HookEvent, IngestError>> {
  switch (source.adapter) {
    case "strapi":
      return readStrapi(delivery, source);
    case "wordpress":
      return readWordPress(delivery, source);
    case "contentful":
      return readContentful(delivery, source);
    case "sanity":
      return readSanity(delivery, source);
    case "microfeed":
      return readMicrofeed(delivery);
    case "ghost":
      return ok({ kind: "ignored", reason: JSON.stringify(delivery.json) });
  }
}

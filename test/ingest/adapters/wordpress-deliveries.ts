// Deliveries of WordPress, read as its adapter reads them.

import { readWordPress } from "../../../src/ingest/adapters/wordpress.ts";
import { normalize } from "../../../src/ingest/normalize.ts";
import life from "../../lives/wordpress.json";

export const NOW = Date.UTC(2026, 10, 24, 20);

export const read = (json: unknown, types?: readonly string[]) => {
  const result = readWordPress({ json, header: () => null }, types === undefined ? {} : { types });
  if (result instanceof Promise) throw new Error("it answers at once");
  return result;
};
export function eventOf(json: unknown, types?: readonly string[]) {
  const result = read(json, types);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
export function articleOf(json: unknown) {
  const event = eventOf(json);
  if (event.kind !== "article") throw new Error(`is no article: ${JSON.stringify(event)}`);
  return event;
}
export function draftOf(json: unknown) {
  const normalized = normalize(articleOf(json).submission, NOW);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value.draft;
}
export const bodyOf = (step: string): Record<string, unknown> =>
  JSON.parse(life.deliveries.find((delivery) => delivery.step === step)?.body ?? "null");

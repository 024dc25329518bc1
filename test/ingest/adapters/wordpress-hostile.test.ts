// Every field of every recorded delivery, replaced by what it never is.

import { expect, it } from "vitest";
import { normalize } from "../../../src/ingest/normalize.ts";
import life from "../../lives/wordpress.json";
import { eventOf, NOW, read } from "./wordpress-deliveries.ts";

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every place in a JSON value, as the keys that lead there. */
const placesIn = (value: unknown): string[][] =>
  isContainer(value)
    ? Object.entries(value).flatMap(([key, inner]) => [
        [key],
        ...placesIn(inner).map((place) => [key, ...place]),
      ])
    : [];

const DECISIVE = new Set(["type", "status", "guid", "guid/rendered", "content", "content/protected"]);
const ABSENT = Symbol("absent");
function replaced(value: unknown, [key = "", ...rest]: readonly string[], by: unknown): unknown {
  if (!isContainer(value)) return by;
  const inner = rest.length === 0 ? by : replaced(value[key], rest, by);
  if (Array.isArray(value)) return value.with(Number(key), inner === ABSENT ? undefined : inner);
  if (inner !== ABSENT) return { ...value, [key]: inner };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

it.each(life.deliveries)("takes from the delivery $step whatever stands in any field", ({ body }) => {
  const json: unknown = JSON.parse(body);
  const wasArticle = eventOf(json).kind === "article";
  const outcomes = placesIn(json).flatMap((place) =>
    [null, 7, [], {}, "", true, ABSENT].map((value) => {
      const result = read(replaced(json, place, value));
      if (!result.ok || result.value.kind !== "article") return "not published";
      if (!wasArticle || DECISIVE.has(place.join("/")))
        return `published with ${place.join("/")} = ${String(value)}`;
      return normalize(result.value.submission, NOW).ok ? "published" : `refused for ${place.join("/")}`;
    }),
  );
  expect(new Set(outcomes)).toEqual(new Set(wasArticle ? ["not published", "published"] : ["not published"]));
});

// The recorded lives of Strapi's articles, as its adapter gets them.

import type { StrapiOptions } from "../../src/ingest/adapters/strapi/entry.ts";
import { readStrapi } from "../../src/ingest/adapters/strapi.ts";
import type { RecordedDelivery } from "./life.ts";
import strapi5 from "./strapi.json" with { type: "json" };
import strapi4 from "./strapi-4.json" with { type: "json" };

export const LIFE_5: readonly RecordedDelivery[] = strapi5.deliveries;
export const LIFE_4: readonly RecordedDelivery[] = strapi4.deliveries;

export const ARTICLES: StrapiOptions = { adapter: "strapi", model: "api::article.article" };

export const eventOf = (json: unknown, options: StrapiOptions) =>
  readStrapi({ json, header: () => null }, options);

/** What the deliveries of a step say, but for those that are ignored. */
export const saidAt = (life: readonly RecordedDelivery[], step: string, options: StrapiOptions = ARTICLES) =>
  life
    .filter((delivery) => delivery.step === step)
    .map(({ body }) => eventOf(JSON.parse(body), options))
    .filter((event) => !event.ok || event.value.kind !== "ignored");

/** A life in short: what each step says of an article, step by step. */
export const outlineOf = (life: readonly RecordedDelivery[], options: StrapiOptions): string[] =>
  [...new Set(life.map(({ step }) => step))].flatMap((step) =>
    saidAt(life, step, options).map((event) => {
      if (!event.ok) return `${step}: ${event.error.kind}`;
      const { value } = event;
      return `${step}: ${value.kind === "article" ? value.submission.title : value.kind}`;
    }),
  );

// Every recorded life there is.

import { contentfulLife } from "./contentful.ts";
import { directusLife } from "./directus.ts";
import type { Life } from "./life.ts";
import { microfeedLife } from "./microfeed.ts";
import { payloadLife } from "./payload.ts";
import { sanityLife } from "./sanity.ts";
import { strapi4Life, strapi5Life } from "./strapi.ts";
import { wordpressLife } from "./wordpress.ts";

export const lives: readonly Life[] = [
  wordpressLife,
  contentfulLife,
  sanityLife,
  microfeedLife,
  strapi5Life,
  strapi4Life,
  directusLife,
  payloadLife,
];

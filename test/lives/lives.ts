// Every recorded life there is.

import type { Life } from "./life.ts";
import { strapi4Life, strapi5Life } from "./strapi.ts";
import { wordpressLife } from "./wordpress.ts";

export const lives: readonly Life[] = [wordpressLife, strapi5Life, strapi4Life];

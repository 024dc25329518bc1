// Every recorded life there is.

import type { Life } from "./life.ts";
import { strapi4Life, strapi5Life } from "./strapi.ts";

export const lives: readonly Life[] = [strapi5Life, strapi4Life];

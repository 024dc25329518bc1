// Every recorded life there is.

import type { Life } from "./life.ts";

export const lives: readonly Life[] = [];

// The feeds of this wire. A new feed is a file beside this one, and a line here.

import { harbour } from "./harbour.ts";
import { world } from "./world.ts";

export const feeds = [world, harbour];

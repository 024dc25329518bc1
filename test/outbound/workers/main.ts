// Asks the outside from within workerd, by its own `fetch`.

import { type Asking, ask } from "../asking.ts";

export default {
  fetch: async (request) => Response.json(await ask(await request.json<Asking>())),
} satisfies ExportedHandler;

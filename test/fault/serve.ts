// A server to be killed: `node serve.ts {entry} {port} {folder}`, until SIGKILL.

import { startWire } from "../local/miniflare.ts";

const [entry = "", port = "0", persistTo = ""] = process.argv.slice(2);
await startWire({ entry, port: Number(port), persistTo });
process.send?.("ready");

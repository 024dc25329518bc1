// `npm run bench [-- read render …]`: measure what must stay fast, against the
// least that could do it. See ARCHITECTURE.md for what the bars are for.

import { benchAccept } from "./accept.ts";
import { benchHooks } from "./hooks.ts";
import type { Row } from "./measure.ts";
import { benchRead } from "./read.ts";
import { benchRender } from "./render.ts";
import { benchStart } from "./start.ts";

const SUITES: Readonly<Record<string, () => Promise<Row[]>>> = {
  read: benchRead,
  render: benchRender,
  accept: benchAccept,
  hooks: benchHooks,
  start: benchStart,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(SUITES, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}: choose among ${Object.keys(SUITES).join(", ")}.`);
  process.exit(1);
}

const rows: Row[] = [];
for (const [name, suite] of Object.entries(SUITES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`${name} …`);
  rows.push(...(await suite()));
}
const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, bar, measured, met } of rows)
  console.log(
    `${met ? "ok    " : "MISSED"}  ${what.padEnd(width)}  ${bar.padStart(10)}  ${measured.padStart(12)}`,
  );
if (rows.some(({ met }) => !met)) process.exitCode = 1;

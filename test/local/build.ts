// A Worker's entry file → one module, as wrangler would bundle it.

import { resolve } from "node:path";
import { build } from "esbuild";

/** What the Worker has no use for: wrangler.toml, [alias]. */
const insteadOf = (file: string): string => resolve(import.meta.dirname, `../../src/${file}.ts`);

export async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "esnext",
    conditions: ["workerd", "worker", "browser"],
    mainFields: ["browser", "module", "main"],
    external: ["cloudflare:*"],
    alias: {
      postcss: insteadOf("ingest/html/no-postcss"),
      dayjs: insteadOf("ingest/html/no-dayjs"),
      domhandler: insteadOf("ingest/html/no-dom"),
      domutils: insteadOf("ingest/html/no-dom"),
      "@contentful/rich-text-types": insteadOf("ingest/adapters/rich-text-names"),
    },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return output.text;
}

// Two rooms: most tests run inside workerd, with real KV and Durable Objects;
// those that kill processes, start browsers or validate AMP need Node.

import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    silent: "passed-only",
    projects: [
      {
        plugins: [
          cloudflareTest({
            main: "./test/worker/main.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                PUBLIC_ORIGIN: "https://wire.test",
                NEWSROOM_TOKEN: "newsroom-secret",
                DESK_TOKEN: "desk-secret",
                HOOK_SECRET: "whsecHookHookHookHookHookHookHookHookHookHookHookHookHookHookHoo",
                OTHER_HOOK_SECRET: "whsecElseElseElseElseElseElseElseElseElseElseElseElseElseElseEls",
              },
            },
          }),
        ],
        test: {
          name: "workerd",
          testTimeout: 20_000,
          include: ["test/{model,ingest,formats,pages,pipeline,http,worker,conformance}/**/*.test.{ts,tsx}"],
          // sanitize-html brings postcss, which is CommonJS.
          deps: { optimizer: { ssr: { enabled: true, include: ["sanitize-html", "saxes"] } } },
        },
      },
      {
        test: {
          name: "node",
          include: ["test/{house,amp,scripts,docs,doctor,fault,browser,readers,outbound}/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

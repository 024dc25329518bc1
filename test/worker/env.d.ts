// What `env` and `exports` are in a test.

declare namespace Cloudflare {
  type Env = import("../../src/env.ts").Env;
  interface GlobalProps {
    mainModule: typeof import("./main.ts");
  }
}

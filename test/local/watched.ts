// A server in front of another, which passes everything on and writes down what
// was asked and answered: the only witness of what a reader really sends.

import { once } from "node:events";
import { request as ask, createServer } from "node:http";
import { pipeline } from "node:stream";

export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
  readonly status: number;
};

export type Watched = {
  readonly origin: string;
  /** What was asked and answered while something was done. */
  readonly during: <T>(action: () => Promise<T>) => Promise<{ result: T; exchanges: readonly Exchange[] }>;
  readonly close: () => void;
};

/** @param port of this machine: what is in front of it */
export async function watch(port: number): Promise<Watched> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = "GET", url = "/", headers } = incoming;
    const passedOn = ask({ host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      exchanges.push({
        method,
        path: url,
        ifNoneMatch: headers["if-none-match"] ?? null,
        ifModifiedSince: headers["if-modified-since"] ?? null,
        status,
      });
      outgoing.writeHead(status, answer.rawHeaders);
      pipeline(answer, outgoing, () => {});
    });
    // A reader sees a server that broke off, as it would without this one in between.
    passedOn.on("error", () => outgoing.destroy());
    pipeline(incoming, passedOn, () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  return {
    origin: `http://127.0.0.1:${address.port}`,
    during: async (action) => {
      const before = exchanges.length;
      const result = await action();
      return { result, exchanges: exchanges.slice(before) };
    },
    close: () => server.close(),
  };
}

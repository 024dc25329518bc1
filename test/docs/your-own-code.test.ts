// What docs/connect/your-own-code.md says to paste, run as it stands, and judged by
// the library of Standard Webhooks.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";

const PAGE = readFileSync(resolve(import.meta.dirname, "../../docs/connect/your-own-code.md"), "utf8");
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

type Deliver = (address: string, secret: string, event: unknown) => Promise<Response>;

async function pasted(): Promise<Deliver> {
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(PAGE) ?? [];
  const module: { deliver: Deliver } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  return module.deliver;
}

it("the sender on the page signs what Standard Webhooks' own library verifies", async () => {
  const deliver = await pasted();
  const received: { body: string; headers: Record<string, string> }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    received.push({ body: Buffer.concat(chunks).toString(), headers });
    response.writeHead(201).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, so it has one

  const event = { type: "article.published", data: { id: "tide-2", title: "Ebbe & Flut 潮" } };
  const response = await deliver(`http://127.0.0.1:${port}/`, SECRET, event);
  server.close();

  expect(response.status).toBe(201);
  const [delivery] = received;
  expect(new Webhook(SECRET).verify(delivery?.body ?? "", delivery?.headers ?? {})).toEqual(event);
  expect(delivery?.headers["content-type"]).toBe("application/json");
});

it("the page names a source that feeds/world.ts has, and its fields", () => {
  const definition = readFileSync(resolve(import.meta.dirname, "../../feeds/world.ts"), "utf8");
  const plain = (text: string) => text.replace(/\/\/.*$/gm, "").replace(/\s+/g, "");
  const [, onPage = ""] = /sources: \[\s*([\s\S]*?)\],\n```/.exec(PAGE) ?? [];
  expect(plain(onPage).length).toBeGreaterThan(300);
  expect(plain(definition)).toContain(plain(onPage));
});

// The hook that docs/connect/payload.md has people copy, as it stands there: what
// it sends to a wire on this machine, and what it does to an editor's save.

import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";

type Doc = {
  readonly id: number;
  readonly title: string;
  readonly updatedAt: string;
  readonly _status?: string;
};
type FindByID = (options: object) => Promise<Doc | null>;
type Change = { doc: Doc; collection: { slug: string }; req: object };
type Deletion = { id: number; collection: { slug: string }; req: object };
type Hooks = {
  readonly afterChange: readonly [(change: Change) => Promise<unknown>];
  readonly afterDelete: readonly [(deletion: Deletion) => Promise<unknown>];
};
type Wire = { readonly url: string; readonly secret: string; readonly articleOf: (doc: Doc) => object };
type HookFile = { readonly edgewireHooks: (wire: Wire) => Hooks };

// Named by a variable: its types are Payload's, which isn't installed here.
const HOOK_FILE: string = resolve(import.meta.dirname, "../../docs/connect/payload-hook.ts");
const { edgewireHooks }: HookFile = await import(HOOK_FILE);

const KEY = "invented key of a test, 32 bytes";
const SECRET = `whsec_${Buffer.from(KEY).toString("base64")}`;
const DOC: Doc = { id: 7, title: "Tide", updatedAt: "2026-11-24T08:00:00.000Z", _status: "published" };

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };
let received: Received[] = [];
let logged: string[] = [];
let asked: object[] = [];
let statuses: (number | "cut")[] = [];
beforeEach(() => {
  received = [];
  logged = [];
  asked = [];
  statuses = [];
});

const wire = await new Promise<Server>((listening) => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const status = statuses.shift() ?? 201;
      if (status === "cut") request.socket.destroy();
      else response.writeHead(status).end("what the wire says");
    });
  }).listen(0, "127.0.0.1", () => listening(server));
});
afterAll(() => wire.close());

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== "object" || address === null) throw new Error("the wire isn't listening");
  return address.port;
}

const hooks = (articleOf: Wire["articleOf"] = ({ title }) => ({ title })): Hooks =>
  edgewireHooks({
    url: `http://127.0.0.1:${portOf(wire.address())}/feeds/world/hooks/payload`,
    secret: SECRET,
    articleOf,
  });

const requestOf = (findByID: FindByID) => ({
  payload: { findByID, logger: { error: (line: string) => logged.push(line) } },
});
const collection = { slug: "posts" };

/** A save after which `doc` is what the editor sees, and `now` what the public does. */
const save = (doc: Doc, now: Doc | null, made: Hooks = hooks()): Promise<unknown> => {
  const req = requestOf(async (options) => {
    asked.push(options);
    return now;
  });
  return made.afterChange[0]({ doc, collection, req });
};

const sent = (): unknown[] => received.map(({ body }) => JSON.parse(body));
const ofArticle = (type: string, data: object) => ({ type, timestamp: expect.any(String), data });

it("sends a published article, signed as Standard Webhooks say", async () => {
  await save(DOC, DOC);

  expect(sent()).toEqual([
    ofArticle("article.published", { title: "Tide", id: "posts/7", date_modified: DOC.updatedAt }),
  ]);
  const { headers, body } = received[0] ?? { headers: {}, body: "" };
  const [id, time] = [headers["webhook-id"], headers["webhook-timestamp"]];
  const mac = createHmac("sha256", KEY).update(`${id}.${time}.${body}`).digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${mac}`);
  expect(id).toMatch(/^msg_[0-9a-f-]{36}$/);
  expect(time).toMatch(/^\d{10}$/);
  expect(headers["content-type"]).toBe("application/json");
  expect(logged).toEqual([]);
});

it("reads what the public sees, with its relations, in the same transaction", async () => {
  await save({ ...DOC, title: "As the form has it" }, DOC);
  expect(sent()).toMatchObject([{ data: { title: "Tide" } }]);
  expect(asked).toMatchObject([
    { collection: "posts", id: 7, depth: 1, draft: false, disableErrors: true, req: expect.anything() },
  ]);
});

it("takes a document of a collection without drafts for published", async () => {
  const { _status, ...doc } = DOC;
  await save(doc, doc);
  expect(sent()).toMatchObject([{ type: "article.published" }]);
});

it.each<[string, Doc | null]>([
  ["is a draft", { ...DOC, _status: "draft" }],
  ["is in the trash", null],
])("withdraws a document that %s, and says nothing else of it", async (_, now) => {
  await save({ ...DOC, _status: "draft" }, now);
  expect(sent()).toEqual([ofArticle("article.withdrawn", { id: "posts/7", date_modified: DOC.updatedAt })]);
});

it("sends nothing when a draft is saved beside the published version", async () => {
  await save({ ...DOC, title: "Not yet", _status: "draft" }, DOC);
  expect(received).toEqual([]);
});

it("withdraws a deleted document at the time of its deletion", async () => {
  const before = Date.now();
  await hooks().afterDelete[0]({ id: 7, collection, req: requestOf(async () => null) });
  const [delivery] = received.map(({ body }) => JSON.parse(body));
  expect(delivery).toMatchObject({ type: "article.withdrawn", data: { id: "posts/7" } });
  expect(Date.parse(delivery.data.date_modified)).toBeGreaterThanOrEqual(before);
});

it.each<[string, number | "cut"]>([
  ["answers 503", 503],
  ["breaks the connection", "cut"],
])("sends it again, under the same id, when the wire %s", async (_, status) => {
  statuses = [status];
  await save(DOC, DOC);
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([
    received[0]?.headers["webhook-id"],
    received[0]?.headers["webhook-id"],
  ]);
  expect(logged).toEqual([]);
});

it("gives up after two tries, says so in the log, and lets the save succeed", async () => {
  statuses = [503, 503, 503];
  expect(await save(DOC, DOC)).toEqual(DOC);
  expect(received).toHaveLength(2);
  expect(logged).toEqual(["posts/7 didn't reach the wire, save it again: 503: what the wire says"]);
});

it("doesn't send again what the wire refuses", async () => {
  statuses = [401];
  await save(DOC, DOC);
  expect(received).toHaveLength(1);
  expect(logged).toEqual(["posts/7 didn't reach the wire, save it again: 401: what the wire says"]);
});

it.each<[string, () => Promise<unknown>]>([
  [
    "can't be made an article",
    () =>
      save(
        DOC,
        DOC,
        hooks(() => {
          throw new Error("no title");
        }),
      ),
  ],
  [
    "can't be read",
    () =>
      hooks().afterChange[0]({
        doc: DOC,
        collection,
        req: requestOf(() => Promise.reject(new Error("no database"))),
      }),
  ],
])("lets the save succeed when the document %s, and says so in the log", async (_, act) => {
  expect(await act()).toEqual(DOC);
  expect(received).toEqual([]);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatch(/^posts\/7 didn't reach the wire, save it again: no /);
});

it("waits eight seconds at most for a wire that doesn't answer", async () => {
  const waits: number[] = [];
  const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (ms) => {
    waits.push(ms);
    return AbortSignal.abort(new Error("that took too long"));
  };
  try {
    await save(DOC, DOC);
  } finally {
    AbortSignal.timeout = timeout;
  }
  expect(waits).toEqual([4_000, 4_000]);
  expect(logged).toEqual(["posts/7 didn't reach the wire, save it again: that took too long"]);
});

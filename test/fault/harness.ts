// Kills real processes and counts what was lost.
//
// Writers post articles and retry until every one is acknowledged, half of them
// under an idempotency key of their own and half with the article's id alone. Meanwhile the server's whole process group —
// miniflare, and the workerd below it — is killed with SIGKILL at random
// moments, and started again on the same files.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../local/port.ts";

export type Report = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly cut: number; // requests that were under way when a kill came
  readonly lost: readonly string[]; // acknowledged, and not there at the end
  readonly doubled: readonly string[]; // there more than once, or more than one revision of it
  readonly forgotten: readonly string[]; // a retry got another answer than the one given
  readonly unpublished: readonly string[]; // there, and no page or feed shows it
};

type Plan = {
  readonly entry: string;
  readonly kills: number;
  readonly articles: number;
  readonly writers: number;
};

const AUTHORIZED = { Authorization: "Bearer newsroom-secret" };

async function start(entry: string, port: number, folder: string): Promise<ChildProcess> {
  const serve = resolve(import.meta.dirname, "serve.ts");
  // A process group of its own, so that parent and workerd can die at once. What
  // it prints goes to a file: a pipe that nobody reads would end it by itself.
  const log = openSync(join(folder, "server.log"), "a");
  const child = spawn(process.execPath, [serve, entry, String(port), folder], {
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  await Promise.race([once(child, "message"), once(child, "exit").then(() => failStart(folder))]);
  return child;
}

function failStart(folder: string): never {
  throw new Error(`the server ended by itself:\n${readFileSync(join(folder, "server.log"), "utf8")}`);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error(`the server ended before it was killed: ${child.exitCode ?? child.signalCode}`);
  const gone = once(child, "exit");
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await gone;
}

/** Run the plan to its end, and say what became of every article. */
export async function killWhileWriting({ entry, kills, articles, writers }: Plan): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "killed-wire-"));
  const port = await freePort();
  const feed = `http://127.0.0.1:${port}/feeds/killed`;
  const answers = new Map<string, string>();
  let cut = 0;
  let child = await start(entry, port, folder);

  const post = (id: string) =>
    fetch(`${feed}/articles`, {
      method: "POST",
      headers: {
        ...AUTHORIZED,
        "Content-Type": "application/json",
        ...(hasKey(id) ? { "Idempotency-Key": id } : {}),
      },
      body: JSON.stringify({ id, title: `Title of ${id}`, content_html: `<p>${id}</p>` }),
    });
  const waiting = Array.from({ length: articles }, (_, at) => `article-${at}`);
  const write = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      while (!answers.has(id)) {
        // Refused and broken connections are what this is about; only the broken ones had begun.
        const outcome = await post(id)
          .then(async (response) => ({ ok: response.ok, body: await response.text() }))
          .catch((error: unknown) => error);
        if (isAnswer(outcome)) answers.set(id, outcome.body);
        else {
          if (!isRefused(outcome)) cut += 1;
          await sleep(20);
        }
      }
  };
  const writing = Promise.all(Array.from({ length: writers }, write));

  // Each kill comes right after an acknowledgement, so that some are in flight
  // and some are only just given.
  for (let killed = 0; killed < kills; killed += 1) {
    const target = Math.ceil(((killed + Math.random()) * articles) / kills);
    while (answers.size < target) await sleep(1);
    await kill(child);
    child = await start(entry, port, folder);
  }
  await writing;
  const report = await audit(feed, answers, post);
  await kill(child);
  rmSync(folder, { recursive: true });
  return { kills, acknowledged: answers.size, cut, ...report };
}

const hasKey = (id: string): boolean => Number(id.split("-")[1]) % 2 === 0;

const isAnswer = (outcome: unknown): outcome is { readonly body: string } =>
  typeof outcome === "object" && outcome !== null && "ok" in outcome && outcome.ok === true;

const isRefused = (outcome: unknown): boolean =>
  outcome instanceof Error && /ECONNREFUSED/.test(String(outcome.cause));

async function audit(
  feed: string,
  answers: ReadonlyMap<string, string>,
  post: (id: string) => Promise<Response>,
): Promise<Pick<Report, "lost" | "doubled" | "forgotten" | "unpublished">> {
  await sleep(500); // what the last writers sent is on its way to the feed
  const lost: string[] = [];
  const doubled: string[] = [];
  const forgotten: string[] = [];
  for (const [id, answer] of answers) {
    const { key } = JSON.parse(answer);
    const response = await fetch(`${feed}/articles/${key}`, { headers: AUTHORIZED });
    const article = response.ok ? ((await response.json()) as { revision: number }) : null;
    if (article === null) lost.push(id);
    else if (article.revision !== 1) doubled.push(id);
    else if (hasKey(id) && (await (await post(id)).text()) !== answer) forgotten.push(id);
  }
  const shown = await waitForFeed(feed, answers.size - lost.length);
  for (const id of shown) if (shown.indexOf(id) !== shown.lastIndexOf(id)) doubled.push(id);
  const unpublished = [...answers.keys()].filter((id) => !lost.includes(id) && !shown.includes(id));
  return { lost, doubled, forgotten, unpublished };
}

async function waitForFeed(feed: string, most: number): Promise<string[]> {
  let shown: string[] = [];
  for (let tries = 0; tries < 100; tries += 1) {
    shown = await walk(`${feed}/feed.json`);
    if (shown.length >= most) break;
    await sleep(400);
  }
  return shown;
}

type Document = { readonly items: readonly { readonly id: string }[]; readonly next_url?: string };

/** The ids in the head and in every archive behind it. */
async function walk(head: string): Promise<string[]> {
  const met: string[] = [];
  for (let url: string | undefined = head; url !== undefined; ) {
    const response = await fetch(url);
    const document: Document = response.ok ? ((await response.json()) as Document) : { items: [] };
    met.push(...document.items.map(({ id }) => id));
    // By another name than the one under which it listens here.
    url = document.next_url && new URL(new URL(document.next_url).pathname, head).href;
  }
  return met;
}

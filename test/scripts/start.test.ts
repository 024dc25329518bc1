// `npm start` as a newcomer meets it: a copy of the project that was never started.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../local/port.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const NOT_COPIED = new Set(["node_modules", ".git", ".wrangler", ".cache", ".dev.vars"]);

const folder = mkdtempSync(join(tmpdir(), "fresh-wire-"));
let port: number;
let running: Started | null = null;

beforeAll(async () => {
  cpSync(PROJECT, folder, { recursive: true, filter: (source) => !NOT_COPIED.has(basename(source)) });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  port = await freePort();
});
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true });
});

type Started = {
  readonly pid: number;
  readonly printed: () => string;
  readonly exitCode: Promise<number>;
  readonly stop: () => Promise<number>;
};

function start(script = "start", options: readonly string[] = [], env = {}): Started {
  const child: ChildProcess = spawn(process.execPath, [`scripts/${script}.ts`, ...options], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), ...env },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (bytes) => {
      printed += String(bytes);
    });
  const exitCode = once(child, "close").then(([code]) => Number(code));
  const stop = () => {
    child.kill("SIGINT");
    return exitCode;
  };
  return { pid: child.pid ?? 0, printed: () => printed, exitCode, stop };
}

/** Every workerd that this process started, or that one of its own did. */
function workerdsBelow(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,comm="], { encoding: "utf8" }).trim().split("\n");
  const processes = rows.map((row) => {
    const [id, parent, command = ""] = row.trim().split(/\s+/);
    return { pid: Number(id), parent: Number(parent), command };
  });
  const below = (parent: number): typeof processes =>
    processes
      .filter((process) => process.parent === parent)
      .flatMap((process) => [process, ...below(process.pid)]);
  return below(pid)
    .filter(({ command }) => command.startsWith("workerd"))
    .map((process) => process.pid);
}

/** Ask until it is there. */
async function published(url: string): Promise<Response> {
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(url);
    if (response.status !== 404) return response;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`${url} did not come`);
}

/** Run a script to its end. @returns what it printed */
async function run(script: string, ...options: string[]): Promise<string> {
  const { exitCode, printed } = start(script, options);
  await exitCode;
  return printed();
}

/** Start, and wait until it says how to stop. */
async function started(): Promise<string> {
  running = start();
  const ended = running.exitCode.then((code) => {
    throw new Error(`ended with ${code}:\n${running?.printed()}`);
  });
  while (!running.printed().includes("Stop with Ctrl-C"))
    await Promise.race([ended, new Promise((settle) => setTimeout(settle, 50))]);
  ended.catch(() => {}); // it ends when it is stopped
  return running.printed();
}

it("makes .dev.vars, posts a sample that is there in five forms, and keeps it for the next start", async () => {
  const first = await started();
  expect(readFileSync(join(folder, ".dev.vars"), "utf8")).toContain("NEWSROOM_TOKEN=");
  expect(first).not.toMatch(/warn|error/i);
  const forms = [...(first.split("in five forms")[1] ?? "").matchAll(/^ +\w.*?(http\S+)$/gm)].map(
    ([, url]) => url,
  );
  expect(forms).toHaveLength(5);
  for (const form of forms) {
    const response = await fetch(form ?? "");
    expect([form, response.status]).toEqual([form, 200]);
    expect(await response.text()).toContain("Lighthouse Keepers of Seven Islands");
  }

  // The command it prints is one that works.
  const curl = /curl (?:.*\\\n)*.*/.exec(first)?.[0] ?? "";
  const posted = spawn("sh", ["-c", curl], { cwd: folder });
  const [receipt] = await once(posted.stdout, "data");
  expect(JSON.parse(String(receipt))).toMatchObject({ status: "accepted", revision: 1 });

  // And so does the one that signs a webhook.
  writeFileSync(
    join(folder, "post.json"),
    JSON.stringify({ type: "article.published", data: { id: "signed", title: "Signed" } }),
  );
  const signed = spawn("sh", ["-c", await run("sign", "post.json", "--source", "desk")], { cwd: folder });
  const [taken] = await once(signed.stdout, "data");
  expect(JSON.parse(String(taken))).toMatchObject({ status: "accepted", revision: 1 });
  expect(await run("sign", "post.json", "--source", "nobody")).toContain('There is no source "nobody"');

  // And the one that posts a file, which says what would come of it first.
  writeFileSync(join(folder, "note.md"), "# Mind the step\n\nIt is wet.\n");
  expect(await run("post", "note.md", "--feed", "world", "--dry-run")).toBe(
    "Would be accepted, revision 1\n",
  );
  const note = await run("post", "note.md", "--feed", "world");
  expect(note).toContain("accepted, revision 1");
  for (const [, url] of note.matchAll(/(http\S+)$/gm))
    expect([url, (await published(url ?? "")).status]).toEqual([url, 200]);
  expect(await run("post", "note.md", "--feed", "world")).toBe(note);
  expect(await run("post", "note.md")).toContain("Say which feed: --feed world or harbour");
  expect(await run("post", "none.md", "--feed", "world")).toContain("no such file");

  expect(await run("rebuild", "world")).toBe(
    `4 articles of "world" are being written again.
The feed is there: http://localhost:${port}/feeds/world/rss.xml. Pages follow, some 400 a second.
`,
  );
  expect(await run("rebuild", "nowhere")).toBe("Say which feed: npm run rebuild -- world | harbour\n");
  expect(await running?.stop()).toBe(0);

  const second = await started();
  expect(second).not.toContain("in five forms");
  const kept = await fetch(forms[2] ?? "");
  expect(((await kept.json()) as { items: { title: string }[] }).items.map(({ title }) => title)).toEqual([
    "Mind the step",
    "Signed",
    "Hello, wire",
    "Lighthouse Keepers of Seven Islands Agree on One Log Book",
  ]);
  expect(await running?.stop()).toBe(0);
  running = null;
});

it("starts again by itself when workerd is killed, and what was posted is there", async () => {
  port = await freePort();
  await started();
  const feed = `http://localhost:${port}/feeds/world/feed.json`;
  const titles = async () =>
    ((await (await fetch(feed)).json()) as { items: { title: string }[] }).items.length;
  const posted = await titles();
  for (const pid of workerdsBelow(running?.pid ?? 0)) process.kill(pid, "SIGKILL");
  while (!running?.printed().includes("It answers again"))
    await new Promise((settle) => setTimeout(settle, 100));
  expect(await titles()).toBe(posted);
  expect(await running?.stop()).toBe(0);
  running = null;
});

it("says what is wrong with a PORT that is none", async () => {
  const { exitCode, printed } = start("start", [], { PORT: "http" });
  expect(await exitCode).toBe(1);
  expect(printed()).toBe('PORT must be a whole number from 1 to 65535, and is "http".\n');
});

it("says so when the port is taken, and names the way out", async () => {
  port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const { exitCode, printed } = start();
  expect(await exitCode).toBe(1);
  expect(printed()).toBe(
    `Port ${port} is in use. Stop what uses it, or take another:  PORT=${port + 1} npm start\n`,
  );
  other.close();
});

it("doesn't start with a wrong definition, and says which field of which file and what is allowed", async () => {
  const file = join(folder, "feeds/world.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace('language: "en-GB"', 'language: "english, mostly"'));
  const { exitCode, printed } = start();
  expect(await exitCode).toBe(1);
  expect(printed()).toBe('feeds/world.ts: language must be a BCP 47 language tag, such as "en-GB"\n');
});

// The official AMP validator, offline: the npm package amphtml-validator, with
// the validator's own WebAssembly build, which the npm package `next` carries.
// It is fetched from the npm registry once, checked, and kept in .cache/.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { getInstance } from "amphtml-validator";

const PACKAGE = "next@15.5.29";
const INSIDE = "package/dist/compiled/amphtml-validator/validator_wasm.js";
const SHA256 = "f1f4629ab36f555f5a9937a5cf00f0ef780bf025883c035d06389b151c896f26";
const CACHED = resolve(import.meta.dirname, "../../.cache/amp/validator_wasm.js");

const isRight = (file: string): boolean =>
  existsSync(file) && createHash("sha256").update(readFileSync(file)).digest("hex") === SHA256;

/** Fetch the rules unless they are there. @throws when the registry gives others than these */
function ensureRules(): string {
  if (isRight(CACHED)) return CACHED;
  const folder = mkdtempSync(join(tmpdir(), "amp-rules-"));
  execFileSync("npm", ["pack", PACKAGE, "--ignore-scripts", "--silent"], { cwd: folder, stdio: "ignore" });
  execFileSync("tar", ["xzf", `${PACKAGE.replace("@", "-")}.tgz`, INSIDE], { cwd: folder });
  const fetched = join(folder, INSIDE);
  if (!isRight(fetched))
    throw new Error(`${PACKAGE} holds another AMP validator than the one that was checked`);
  mkdirSync(resolve(CACHED, ".."), { recursive: true });
  copyFileSync(fetched, CACHED);
  rmSync(folder, { recursive: true });
  return CACHED;
}

/** @returns a function that lists what is wrong with an AMP document; nothing when it is valid */
export async function loadAmpValidator(): Promise<(html: string) => string[]> {
  const validator = await getInstance(ensureRules());
  return (html) => {
    const { status, errors } = validator.validateString(html);
    const faults = errors.map(({ line, col, message }) => `${line}:${col} ${message}`);
    return status === "PASS" || faults.length > 0 ? faults : [status];
  };
}

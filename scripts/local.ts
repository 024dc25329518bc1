// What the local scripts share: the port, the origin and the secrets.

import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";

export const ROOT = resolve(import.meta.dirname, "..");
const DEV_VARS = resolve(ROOT, ".dev.vars");

/** @throws with what to change when PORT is no port */
export function readPort(): number {
  const port = Number(process.env["PORT"] ?? 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a whole number from 1 to 65535, and is "${process.env["PORT"]}".`);
  return port;
}

/** @returns whether the file had to be made */
export function ensureDevVars(): boolean {
  if (existsSync(DEV_VARS)) return false;
  copyFileSync(resolve(ROOT, ".dev.vars.example"), DEV_VARS);
  return true;
}

/** The value of a named secret: from the environment, else from .dev.vars. */
export function secretOf(name: string): string | undefined {
  if (process.env[name]) return process.env[name];
  return existsSync(DEV_VARS) ? parseEnv(readFileSync(DEV_VARS, "utf8"))[name] : undefined;
}

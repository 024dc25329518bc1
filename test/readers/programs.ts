// Running the feed readers that Debian packages.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

/** @throws with what to do when a program isn't there */
export function requireProgram(program: string, install: string): void {
  if (!existsSync(program)) throw new Error(`There is no ${program}. Install it: apt-get install ${install}`);
}

/**
 * Run a program to its end.
 *
 * @param home a folder of its own: what it keeps is nobody else's
 * @param install the package that has it
 * @returns what it printed
 * @throws when it fails or isn't there
 */
export async function run(
  program: string,
  options: readonly string[],
  { home, install }: { readonly home: string; readonly install: string },
): Promise<string> {
  requireProgram(program, install);
  const { stdout } = await promisify(execFile)(program, options, {
    // Nothing of the caller's: its proxy or its language would change what is asked and read.
    env: { HOME: home, PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
    maxBuffer: 16 * 1_048_576,
  });
  return stdout;
}

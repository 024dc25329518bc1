// Checks feeds/ before a build: every file holds a right definition, under its
// own name, and index.ts lists it.

import { readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkFeed, checkFeeds } from "../src/model/check-feed.ts";

/** @returns every complaint about the definitions in a folder, one a line; none when all is well */
export async function complaintsAbout(folder: string): Promise<readonly string[]> {
  const load = async (file: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(resolve(folder, file)).href);
  const complaints: string[] = [];
  const listed: unknown = (await load("index.ts"))["feeds"];
  if (!Array.isArray(listed) || listed.length === 0)
    return ["feeds/index.ts: feeds must be a list with at least one definition"];

  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "index.ts");
  for (const file of files) {
    const definitions = Object.values(await load(file));
    if (definitions.length !== 1) complaints.push(`feeds/${file}: must export one definition`);
    for (const definition of definitions) {
      const checked = checkFeed(definition);
      if (!checked.ok)
        complaints.push(
          ...checked.error.map(({ field, allowed }) => `feeds/${file}: ${field} must be ${allowed}`),
        );
      else if (checked.value.slug !== basename(file, ".ts"))
        complaints.push(`feeds/${file}: slug must be "${basename(file, ".ts")}", as the file is named`);
      if (!listed.includes(definition)) complaints.push(`feeds/${file}: must be listed in feeds/index.ts`);
    }
  }
  const together = checkFeeds(listed);
  return complaints.length > 0 || together.ok ? complaints : together.error;
}

if (import.meta.main) {
  const complaints = await complaintsAbout(
    resolve(process.argv[2] ?? resolve(import.meta.dirname, "../feeds")),
  );
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}

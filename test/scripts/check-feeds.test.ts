// A wrong definition stops the build with the file, the field and what is allowed.

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { complaintsAbout } from "../../scripts/check-feeds.ts";

const root = mkdtempSync(join(tmpdir(), "definitions-"));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const RIGHT = {
  slug: "sea",
  title: "Sea",
  description: "The sea.",
  homePage: "https://news.example/",
  language: "en",
  publishers: [{ name: "desk", token: "DESK_TOKEN" }],
};

function folderOf(files: Readonly<Record<string, object>>, index: string): string {
  folders += 1;
  const folder = join(root, String(folders));
  mkdirSync(folder);
  for (const [name, definition] of Object.entries(files))
    writeFileSync(join(folder, `${name}.ts`), `export const ${name} = ${JSON.stringify(definition)};`);
  writeFileSync(join(folder, "index.ts"), index);
  return folder;
}
const listing = (...names: string[]): string =>
  `${names.map((name) => `import { ${name} } from "./${name}.ts";`).join("\n")}\nexport const feeds = [${names.join()}];`;

it("has nothing to say about the feeds of this project", async () => {
  expect(await complaintsAbout(resolve(import.meta.dirname, "../../feeds"))).toEqual([]);
});

it.each<[string, Readonly<Record<string, object>>, string, string[]]>([
  ["is right", { sea: RIGHT }, listing("sea"), []],
  [
    "has a wrong field",
    { sea: { ...RIGHT, homePage: "news.example" } },
    listing("sea"),
    ["feeds/sea.ts: homePage must be an absolute http or https URL"],
  ],
  [
    "is named otherwise than its file",
    { sea: { ...RIGHT, slug: "lake" } },
    listing("sea"),
    ['feeds/sea.ts: slug must be "sea", as the file is named'],
  ],
  [
    "isn't listed",
    { sea: RIGHT, lake: { ...RIGHT, slug: "lake" } },
    listing("sea"),
    ["feeds/lake.ts: must be listed in feeds/index.ts"],
  ],
  [
    "is listed by nobody",
    { sea: RIGHT },
    "export const feeds = [];",
    ["feeds/index.ts: feeds must be a list with at least one definition"],
  ],
])("a definition that %s", async (_, files, index, complaints) => {
  expect(await complaintsAbout(folderOf(files, index))).toEqual(complaints);
});

it("ends with 1 and one complaint a line, so that wrangler stops the build", async () => {
  const script = resolve(import.meta.dirname, "../../scripts/check-feeds.ts");
  const folder = folderOf({ sea: { ...RIGHT, slug: "Sea!", colour: "blue" } }, listing("sea"));
  await expect(promisify(execFile)(process.execPath, [script, folder])).rejects.toMatchObject({
    code: 1,
    stderr: `feeds/sea.ts: slug must be lower-case letters a-z, digits and single hyphens, 60 characters at most
feeds/sea.ts: colour must be left out: the fields are slug, title, description, homePage, language, icon, image, copyright, headLimit, amp, deltas, movedTo, retired, markdown, authors, categories, formerSlugs, publishers, sources, podcast, feedly
`,
  });
});

// Findings as a person reads them: by level, what is alike put together.

import type { Format } from "./feed.ts";
import { FORMAT_NAMES } from "./feed.ts";
import { type Finding, type Findings, LEVELS, type Level } from "./finding.ts";

/** Puts colour around a text, or leaves it. */
export type Paint = (style: Level | "dim" | "bold", text: string) => string;

export const plain: Paint = (_, text) => text;

const HEADINGS: Readonly<Record<Level, string>> = { error: "Errors", warning: "Warnings", advice: "Advice" };
const MOST_PLACES = 5;

export function renderReport(source: string, format: Format, findings: Findings, paint: Paint): string {
  const parts = LEVELS.flatMap((level) => {
    const own = findings.filter((finding) => finding.level === level);
    return own.length === 0
      ? []
      : [`\n${paint(level, HEADINGS[level])}\n`, ...alike(own).map((group) => renderGroup(group, paint))];
  });
  return [
    `${paint("bold", source)} (${FORMAT_NAMES[format]})\n`,
    ...parts,
    `\n${summaryOf(findings)}\n`,
  ].join("");
}

/** How many findings there are of each level. */
export const countByLevel = (findings: Findings): Readonly<Record<Level, number>> => {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  return { error: count("error"), warning: count("warning"), advice: count("advice") };
};

function summaryOf(findings: Findings): string {
  const { error, warning, advice } = countByLevel(findings);
  const counted = (number: number, one: string, many: string): string =>
    `${number === 0 ? "no" : number} ${number === 1 ? one : many}`;
  const said = [
    counted(error, "error", "errors"),
    counted(warning, "warning", "warnings"),
    counted(advice, "piece of advice", "pieces of advice"),
  ].join(", ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** Findings that differ in their place alone. */
function alike(findings: Findings): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.message}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

function renderGroup(group: readonly Finding[], paint: Paint): string {
  const [first] = group;
  if (first === undefined) return "";
  const places = group.slice(0, MOST_PLACES).map(({ where }) => where);
  const more = group.length - places.length;
  const where = `${places.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [`  ${where}: ${first.message}`, paint("dim", `    ${first.rule} · ${first.source}`), ""].join("\n");
}

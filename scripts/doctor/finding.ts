// What the doctor says of a feed: one fault, where it is, what to change, and who asks for it.

/**
 * error: a specification says MUST, or a reader loses something by it.
 * warning: a specification says SHOULD, or some readers do badly. advice: it could be better.
 */
export type Level = "error" | "warning" | "advice";

export const LEVELS: readonly Level[] = ["error", "warning", "advice"];

export type Finding = {
  readonly level: Level;
  readonly rule: string; // never renamed: machines match on it
  readonly where: string; // "line 12", a JSON pointer, "the feed", or what was asked over HTTP
  readonly message: string; // what to change
  readonly source: string; // the specification with its section, or the page of whoever asks for it
};

export type Findings = readonly Finding[];

const finding =
  (level: Level) =>
  (rule: string, where: string, message: string, source: string): Finding => ({
    level,
    rule,
    where,
    message,
    source,
  });

export const error = finding("error");
export const warning = finding("warning");
export const advice = finding("advice");

/** A value as a message shows it: on one line, and not all of an article. */
export function shown(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}

// What a value may be. A check gives null when all is well, else what to write
// instead, as the end of a sentence: "write …".

export type Check = (value: string) => string | null;

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value) ? null : `write ${allowed.length === 1 ? "" : "one of "}${allowed.join(", ")}`;

export const matching =
  (pattern: RegExp, change: string): Check =>
  (value) =>
    pattern.test(value) ? null : change;

export const wholeNumber = matching(/^\d+$/, "write a whole number, 0 or more");
export const positiveNumber = matching(/^0*[1-9]\d*$/, "write a whole number above 0");
export const decimalNumber = matching(/^\d+(?:\.\d+)?$/, "write a number such as 12 or 12.5");
export const someText = matching(/\S/, "write something, or leave it out");
export const mediaType = matching(
  /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*\s*(?:;.*)?$/i,
  "write a media type such as audio/mpeg",
);
export const email = matching(/^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/, "write an e-mail address");
export const uuid = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  "write a UUID such as 917393e3-1b1e-5cef-ace4-edaa54e1f810",
);

export const atMost =
  (characters: number): Check =>
  (value) =>
    value.length <= characters ? null : `write ${characters} characters at most`;

/** The first complaint of several checks. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const change = check(value);
      if (change !== null) return change;
    }
    return null;
  };

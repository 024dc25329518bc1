// The look: legible in both themes, and small enough for AMP.

import { describe, expect, it } from "vitest";
import { STYLE } from "../../src/pages/style.ts";

const coloursOf = (block: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    [...(block ?? "").matchAll(/--(\w+):(#[0-9a-f]{6})\b/g)].map(([, name = "", colour = ""]) => [
      name,
      colour,
    ]),
  );

const THEMES = [
  ["light", coloursOf(/:root\{color-scheme[^}]*\}/.exec(STYLE)?.[0])],
  ["dark", coloursOf(/prefers-color-scheme:dark\)\{[^}]*\}/.exec(STYLE)?.[0])],
] as const;

/** WCAG 2.2, relative luminance. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

it("knows contrast when it sees it", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastOf("#777777", "#ffffff")).toBeLessThan(4.5);
});

describe.each(THEMES)("in the %s theme", (_, colours) => {
  it.each([
    ["ink", "paper"],
    ["ink", "tint"],
    ["ink", "mark"],
    ["soft", "paper"],
    ["soft", "tint"],
    ["link", "paper"],
    ["link", "tint"],
    ["accent", "paper"],
  ])("%s on %s passes WCAG AA", (text, ground) => {
    const [one, other] = [colours.get(text), colours.get(ground)];
    if (one === undefined || other === undefined) throw new Error(`no colour named ${text} or ${ground}`);
    expect(contrastOf(one, other)).toBeGreaterThanOrEqual(4.5);
  });
});

it("is within what AMP takes, and half of that", () => {
  expect(new TextEncoder().encode(STYLE).byteLength).toBeLessThan(37_500);
  expect(STYLE).not.toContain("!important");
});

it("knows no left and no right", () => {
  expect(STYLE).not.toMatch(/\b(?:margin|padding|border)-(?:left|right)\b|\b(?:left|right):/);
  const V = "([^\\s;}]+)";
  for (const [, , right, , left] of STYLE.matchAll(
    new RegExp(`(?:margin|padding|inset):${V} ${V} ${V} ${V}[;}]`, "g"),
  ))
    expect(left).toBe(right);
});

// Nothing that runs is left in an article, as parse5 sees it: the parser of the
// HTML standard, which nobody here wrote, and not the one that the sanitizer uses.

import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { sanitize } from "../../src/ingest/html/sanitize.ts";
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from "../../src/model/allowed-html.ts";
import { CLASSICS, hostileHtml } from "../hostile.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const URL_ATTRIBUTES = ["href", "src", "poster", "cite"];
// The parser writes them itself around every table.
const BY_THE_PARSER = ["html", "head", "body", "tbody", "colgroup"];

/** Everything in some HTML that an article must not hold. */
function faultsIn(html: string): string[] {
  const document = parse(`<!doctype html><body>${html}`, { scriptingEnabled: true });
  return document.childNodes.flatMap(faultsOf);
}

function faultsOf(node: Node): string[] {
  if (node.nodeName === "#comment") return ["a comment"];
  if (!("tagName" in node)) return [];
  const name = node.tagName;
  const isKnown = ALLOWED_ELEMENTS.includes(name) || BY_THE_PARSER.includes(name);
  const faults = isKnown && node.namespaceURI.endsWith("/xhtml") ? [] : [`<${name}> of ${node.namespaceURI}`];
  for (const { name: attribute, value } of node.attrs) {
    const isAllowed = [...(ALLOWED_ATTRIBUTES["*"] ?? []), ...(ALLOWED_ATTRIBUTES[name] ?? [])].includes(
      attribute,
    );
    if (!isAllowed) faults.push(`${name} ${attribute}`);
    if (URL_ATTRIBUTES.includes(attribute) && !/^(?:https?|mailto|tel):/.test(value))
      faults.push(`${attribute}=${value}`);
  }
  return [...faults, ...node.childNodes.flatMap(faultsOf)];
}

describe("the judge", () => {
  it.each(CLASSICS.filter((html) => !/^(?:<!\[CDATA|<scr<|<a data-embed)/.test(html)))(
    "sees what is wrong with %s",
    (html) => {
      expect(faultsIn(html)).not.toEqual([]);
    },
  );

  it("finds nothing wrong with an article", () => {
    expect(faultsIn('<p>a <a href="https://n.example/">b</a></p><table><tr><td>c</td></tr></table>')).toEqual(
      [],
    );
  });
});

describe("nothing runs", () => {
  it.each(CLASSICS)("of %s", (html) => {
    expect(faultsIn(sanitize(`<p>a</p>${html}<p>b</p>`, "https://n.example/").html)).toEqual([]);
  });

  it("of any mixture, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const { html: once } = sanitize(html, "https://n.example/a");
        expect(faultsIn(once)).toEqual([]);
        expect(sanitize(once, "https://n.example/a").html).toBe(once);
      }),
      { numRuns: 4_000 },
    );
  });
});

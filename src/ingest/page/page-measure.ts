// How much there is to read in each element of a page: once for all of them, for a
// page may nest what looks like furniture two hundred deep.

import { isInLine, isRead, type PageElement } from "./page-tree.ts";

export type Measure = {
  readonly parent: PageElement | null;
  readonly length: number; // characters
  readonly linked: number; // of these in links
  readonly longest: number; // the longest paragraph: of one block, and in no link
  readonly own: string; // the text that stands in the element itself
};

export type Measures = ReadonlyMap<PageElement, Measure>;

export function measurePage(page: PageElement): Measures {
  const measures = new Map<PageElement, Measure>();
  measure(page, null, measures);
  return measures;
}

type Sum = Pick<Measure, "length" | "linked" | "longest"> & { readonly run: number }; // run: in the line that goes on around it

function measure(element: PageElement, parent: PageElement | null, measures: Map<PageElement, Measure>): Sum {
  let [length, linked, longest, run] = [0, 0, 0, 0];
  const own: string[] = [];
  for (const child of isRead(element) ? element.children : []) {
    if (typeof child === "string") {
      const characters = child.replace(/\s+/g, " ").trim().length;
      length += characters;
      run += characters;
      own.push(child);
      continue;
    }
    const sum = measure(child, element, measures);
    length += sum.length;
    linked += sum.linked;
    longest = Math.max(longest, sum.longest);
    if (isInLine(child)) run += sum.run;
  }
  if (element.name === "a") [linked, run] = [length, 0];
  measures.set(element, { parent, length, linked, longest: Math.max(longest, run), own: own.join(" ") });
  return { length, linked, longest: Math.max(longest, run), run };
}

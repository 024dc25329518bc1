// Elements that go with all that is in them, and never end: "Use the <title> tag"
// in a text about HTML, "<iframe src=… />" as XML would close it. To a parser
// everything after them is in them, so they would take the article along.

import { GONE_WITH_TEXT } from "../../model/allowed-html.ts";

const NAMES = GONE_WITH_TEXT.filter((name) => name !== "embed").join("|"); // a void element
const CLOSING = new RegExp(`</(${NAMES})(?=[\\s>/])`, "gi");
const OPENING = new RegExp(`<(${NAMES})((?:[\\s/][^<>]*?)?)(/?)>`, "gi");

/** Close what closes itself, and take for text what nothing closes. */
export function withRawTagsClosed(html: string): string {
  const lastEnd = new Map<string, number>();
  for (const end of html.matchAll(CLOSING)) lastEnd.set(end[1]?.toLowerCase() ?? "", end.index);
  return html.replace(OPENING, (tag: string, name: string, attributes: string, slash: string, at: number) => {
    const element = name.toLowerCase();
    // An SVG and a formula close their empty elements like this.
    if (slash === "/") return `<${name}${attributes}></${name}>`;
    if ((lastEnd.get(element) ?? -1) > at) return tag;
    return element === "iframe" ? `${tag}</${name}>` : `&lt;${tag.slice(1)}`;
  });
}

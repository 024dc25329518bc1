// What makes XML no XML. A reader's parser stops there, and so does the doctor:
// of a feed that no parser reads to its end, nothing else is worth saying.

import { error, type Finding, type Findings, warning } from "../finding.ts";
import { lineAt } from "../values/lines.ts";
import type { XmlDocument, XmlFault } from "./xml-tree.ts";

type Kind = {
  readonly reason: RegExp; // as saxes words it
  readonly rule: string;
  readonly change: string;
  readonly source: string;
};

// These stand alone. What saxes says of tags mostly follows from the first fault, which is given alone.
const KINDS: readonly Kind[] = [
  {
    reason: /undefined entity/,
    rule: "xml-entity",
    change: "Write the character itself or its number (&#160;): XML knows only &amp; &lt; &gt; &quot; &apos;",
    source: "XML 1.0 §4.1, Entity Declared",
  },
  {
    reason: /malformed character entity|empty entity name/,
    rule: "xml-entity",
    change: "Write & as &amp;, and no number of a character that XML forbids",
    source: "XML 1.0 §4.1, Legal Character",
  },
  {
    reason: /^disallowed character\.$/,
    rule: "xml-character",
    change: "Take out the control character: XML forbids it",
    source: "XML 1.0 §2.2",
  },
  {
    reason: /unbound namespace prefix/,
    rule: "xml-namespace",
    change: "Declare the prefix with xmlns:… on the root element",
    source: "Namespaces in XML 1.0 §5",
  },
  {
    reason: /declaration must (?:be|appear) at the start/,
    rule: "xml-declaration",
    change: "Take out everything before <?xml, white space too",
    source: "XML 1.0 §2.8",
  },
];

const OTHER: Omit<Kind, "reason"> = {
  rule: "xml-well-formed",
  change: "Mend the XML: every parser stops here",
  source: "XML 1.0 §2.1",
};

const MOST = 20;

// Not text: an & may stand here as it is.
const UNREAD = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g;
const BARE_AMPERSAND = /&(?!#\d+;|#x[\da-f]+;|[a-z_][\w.-]*;)/gi;

// The commonest fault of all, and a parser notices it many lines further down.
function bareAmpersands(xml: string): Finding[] {
  const text = xml.replace(UNREAD, (unread) => unread.replace(/[^\n]/g, " "));
  return [...text.matchAll(BARE_AMPERSAND)]
    .slice(0, MOST)
    .map(({ index }) => error("xml-ampersand", lineAt(text, index), "Write & as &amp;.", "XML 1.0 §2.4"));
}

export function faultFindings(faults: readonly XmlFault[], xml: string): Findings {
  const ampersands = bareAmpersands(xml);
  if (ampersands.length > 0) return ampersands;
  const alone: Finding[] = [];
  let first: Finding | null = null;
  for (const fault of faults) {
    const kind = KINDS.find(({ reason }) => reason.test(fault.reason));
    const { rule, change, source } = kind ?? OTHER;
    const found = error(
      rule,
      `line ${fault.line}`,
      `${change} (${fault.reason.replace(/\.$/, "")}).`,
      source,
    );
    if (kind) alone.push(found);
    else first ??= found;
  }
  return [...alone.slice(0, MOST), ...(first === null ? [] : [first])];
}

/** What is well-formed, and yet not what feed readers' parsers like. */
export function checkDocument({ version, hasDoctype }: XmlDocument): Findings {
  return [
    ...(version === "1.0"
      ? []
      : [
          warning(
            "xml-version",
            "line 1",
            `Write version="1.0" in the XML declaration: few parsers read ${version}.`,
            "XML 1.0 §2.8",
          ),
        ]),
    ...(hasDoctype
      ? [
          warning(
            "xml-doctype",
            "line 1",
            "Leave out <!DOCTYPE>: a feed has no DTD, and cautious parsers refuse one.",
            "XML 1.0 §5.1",
          ),
        ]
      : []),
  ];
}

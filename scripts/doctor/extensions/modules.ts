// Small modules: Dublin Core, Syndication, and Dave Winer's source namespace.

import { type Finding, type Findings, warning } from "../finding.ts";
import { type Check, matching, oneOf, positiveNumber, someText } from "../values/check.ts";
import { languageTag } from "../values/languages.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, elementsIn, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkExtension, type Extension } from "./element-rules.ts";

// https://www.w3.org/TR/NOTE-datetime: a year, a month, a day, or a time with its zone.
const w3cDate: Check = matching(
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/,
  'write it as in "2026-11-24T10:08:40Z"',
);

const names = (...all: readonly string[]) => Object.fromEntries(all.map((name) => [name, {}]));

const EXTENSIONS: readonly Extension[] = [
  {
    prefix: "dc",
    namespace: NAMESPACES.dc,
    source: "Dublin Core Metadata Element Set 1.1",
    elements: {
      creator: { text: someText },
      date: { text: w3cDate },
      language: { text: languageTag },
      ...names("title", "subject", "description", "publisher", "contributor", "type", "format", "identifier"),
      ...names("source", "relation", "coverage", "rights"),
    },
  },
  {
    prefix: "sy",
    namespace: NAMESPACES.syndication,
    source: "RSS 1.0 Module: Syndication",
    elements: {
      updatePeriod: { text: oneOf("hourly", "daily", "weekly", "monthly", "yearly"), once: true },
      updateFrequency: { text: positiveNumber, once: true },
      updateBase: { text: w3cDate, once: true },
    },
  },
  {
    prefix: "source",
    namespace: NAMESPACES.source,
    source: "The source namespace, http://source.scripting.com/",
    elements: {
      markdown: { text: someText, parents: ["item"], once: true },
      account: { text: someText, required: ["service"], parents: ["channel"] },
      ...names("outline", "archive", "url", "filename", "folder", "blogroll", "cloud", "self", "likes"),
      ...names("localTime", "linkShort", "linkFull", "subscriptionList", "inReplyTo", "comments"),
    },
  },
];

export const checkModules = (root: XmlElement): Findings => [
  ...EXTENSIONS.flatMap((extension) => checkExtension(root, extension)),
  ...checkMarkdown(root),
];

// Markdown is the source of the HTML, not instead of it: most readers know the HTML alone.
const checkMarkdown = (root: XmlElement): Finding[] =>
  elementsIn(root, NAMESPACES.source)
    .filter(({ element }) => element.local === "markdown")
    .filter(
      ({ parent }) =>
        parent.local === "item" &&
        textOf(parent, "", "description") === "" &&
        childrenOf(parent, NAMESPACES.content, "encoded").length === 0,
    )
    .map(({ element }) =>
      warning(
        "source-markdown-alone",
        lineOf(element),
        `Put the HTML into <description> beside <${element.name}>: few readers know Markdown.`,
        "The source namespace, http://source.scripting.com/",
      ),
    );

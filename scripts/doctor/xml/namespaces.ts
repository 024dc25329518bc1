// The namespaces that feeds use, and the ones that only look like them.

import { error, type Findings, shown } from "../finding.ts";
import type { XmlDocument } from "./xml-tree.ts";

export const NAMESPACES = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  media: "http://search.yahoo.com/mrss/",
  history: "http://purl.org/syndication/history/1.0",
  tombstones: "http://purl.org/atompub/tombstones/1.0",
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  podcast: "https://podcastindex.org/namespace/1.0",
  source: "http://source.scripting.com/",
  webfeeds: "http://webfeeds.org/rss/1.0",
  syndication: "http://purl.org/rss/1.0/modules/syndication/",
  xhtml: "http://www.w3.org/1999/xhtml",
} as const;

/** Its specification asks clients to take this for the podcast namespace. */
export const PODCAST_ALIAS = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";

// What people get wrong when they type one: the scheme, the case, "www.", the last "/" or "#".
const rough = (namespace: string): string =>
  namespace
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[/#]+$/, "");

const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.values(NAMESPACES).map((namespace) => [rough(namespace), namespace]),
);

/** A namespace is compared character by character, so a near miss is another namespace. */
export function checkNamespaces({ namespaces }: XmlDocument): Findings {
  return namespaces.flatMap(({ namespace, line }) => {
    const meant = KNOWN.get(rough(namespace));
    if (meant === undefined || meant === namespace) return [];
    return [
      error(
        "namespace-near",
        `line ${line}`,
        `Write the namespace ${shown(namespace)} as ${shown(meant)}: readers compare it character by character.`,
        "Namespaces in XML 1.0 §2.3",
      ),
    ];
  });
}

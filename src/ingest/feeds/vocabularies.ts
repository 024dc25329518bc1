// Which vocabulary an element is of. Namespaces are declared in as many ways as
// there are publishers: in another case, without the last slash, or not at all.

export type Vocabulary =
  | "app"
  | "atom"
  | "content"
  | "dc"
  | "dcterms"
  | "feedburner"
  | "itunes"
  | "media"
  | "other"
  | "podcast"
  | "rdf"
  | "rss"
  | "wp"
  | "xhtml";

/** Namespaces without their scheme and what they end in. */
const NAMESPACES: Readonly<Record<string, Vocabulary>> = {
  "www.w3.org/2007/app": "app",
  "purl.org/atom/app": "app",
  "www.w3.org/2005/atom": "atom",
  "purl.org/atom/ns": "atom", // 0.3
  "purl.org/rss/1.0/modules/content": "content",
  "purl.org/dc/elements/1.0": "dc",
  "purl.org/dc/elements/1.1": "dc",
  "purl.org/dc/terms": "dcterms",
  "rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "example.com/dtds/podcast-1.0.dtd": "itunes", // as an early example of Apple's had it
  "search.yahoo.com/mrss": "media",
  "podcastindex.org/namespace/1.0": "podcast",
  "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
  "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
  "backend.userland.com/rss": "rss",
  "backend.userland.com/rss2": "rss",
  "blogs.law.harvard.edu/tech/rss": "rss",
  "channel.netscape.com/rdf/simple/0.9": "rss",
  "my.netscape.com/publish/formats/rss-0.91.dtd": "rss",
  "my.netscape.com/rdf/simple/0.9": "rss",
  "purl.org/net/rss1.1": "rss",
  "purl.org/rss/1.0": "rss",
  "www.w3.org/1999/xhtml": "xhtml",
};

/** WordPress gives its exports' namespace a version. */
const WORDPRESS = /^wordpress\.org\/export\/[\d.]+$/;

/** What prefixes mean where nobody declared them. */
const PREFIXES: ReadonlySet<Vocabulary> = new Set(Object.values(NAMESPACES)).add("wp");

const isPrefix = (prefix: string): prefix is Vocabulary => PREFIXES.has(prefix as Vocabulary);

/**
 * Name the vocabulary of an element.
 *
 * @param prefix lower case; "" for none
 * @param namespace as it is declared for that prefix; null when it isn't
 * @param home of the document: the name of its root, and the namespace of what there has no prefix
 */
export function vocabularyOf(
  prefix: string,
  namespace: string | null,
  home: { readonly root: string; readonly namespace: string | null },
): Vocabulary {
  const known = namespace === null ? undefined : knownNamespace(namespace);
  if (known !== undefined) return known;
  if (prefix !== "") return namespace === null && isPrefix(prefix) ? prefix : "other";
  // A namespace that nobody else uses, on the root: what has no prefix is still the feed's.
  if (namespace !== null && namespace !== home.namespace) return "other";
  return home.root === "feed" || home.root === "entry" ? "atom" : "rss";
}

function knownNamespace(namespace: string): Vocabulary | undefined {
  const name = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/#]+$/, "");
  return WORDPRESS.test(name) ? "wp" : NAMESPACES[name];
}

// Stands in for @contentful/rich-text-types in the Worker (wrangler.toml, [alias]):
// its names, which the renderer looks for, without its validator, which nobody asks.
// A test holds them to the package's own.

const names = (...list: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(list.map((name) => [name.toUpperCase().replaceAll("-", "_"), name]));

export const BLOCKS = {
  ...names("document", "paragraph", "list-item", "hr"),
  ...names("heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6"),
  ...names("table", "table-row", "table-cell", "table-header-cell"),
  OL_LIST: "ordered-list",
  UL_LIST: "unordered-list",
  QUOTE: "blockquote",
  EMBEDDED_ENTRY: "embedded-entry-block",
  EMBEDDED_ASSET: "embedded-asset-block",
  EMBEDDED_RESOURCE: "embedded-resource-block",
};

export const INLINES = {
  ...names("asset-hyperlink", "entry-hyperlink", "hyperlink", "resource-hyperlink"),
  EMBEDDED_ENTRY: "embedded-entry-inline",
  EMBEDDED_RESOURCE: "embedded-resource-inline",
};

export const MARKS = names(
  "bold",
  "italic",
  "underline",
  "code",
  "superscript",
  "subscript",
  "strikethrough",
);

export const helpers = { isText: ({ nodeType }: { readonly nodeType: string }) => nodeType === "text" };

// Stands in for postcss in the Worker (wrangler.toml, [alias]): sanitize-html has
// it for the rules in `style` attributes, and no article may have one. It was a
// sixth of the bundle.

/** @throws always: nothing may come here */
export function parse(): never {
  throw new Error("an article has no style attributes to parse");
}

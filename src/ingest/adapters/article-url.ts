// An article's own address, where a source doesn't send it: a template of the definition's.

import { valueAt } from "./pointer.ts";
import { fillTemplate } from "./template.ts";

/** "https://news.example/{category.slug}/{slug}" with what the entry has there; null without a template. */
export const articleUrlOf = (template: string | undefined, entry: unknown): string | null =>
  template === undefined
    ? null
    : fillTemplate(template, (path) => valueAt(entry, `/${path.replaceAll(".", "/")}`));

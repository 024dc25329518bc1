// Why an entry is not taken: it is broken, or it was never meant to be read.

import { KNOWN_ELEMENTS } from "../../model/allowed-html.ts";
import { attributeOf, childOf, elementsOf, findBelow, textAt } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

export type Unusable = { readonly line: number; readonly reason: string };

/** Why, and in which line; null for an entry that can be used. */
export function whyUnusable(entry: XmlElement): Unusable | null {
  const broken = whyBroken(entry);
  if (broken !== null) return broken;
  const reason = whyNotPublic(entry);
  return reason === null ? null : { line: entry.line, reason };
}

export function whyBroken(entry: XmlElement): Unusable | null {
  const broken = brokenIn(entry);
  return broken === null ? null : { line: broken.line, reason: `<${broken.name}> is not closed` };
}

/** An element that nothing closes has taken along what stands after it. HTML in a text may do without. */
function brokenIn(entry: XmlElement): XmlElement | null {
  const own = new Set(elementsOf(entry));
  const isBroken = (one: XmlElement): boolean =>
    !one.isClosed && (own.has(one) || !KNOWN_ELEMENTS.has(one.local));
  return findBelow(entry, isBroken)[0] ?? (entry.isClosed ? null : entry);
}

/** Exports of whole sites are RSS and Atom too, with what only their editors see. A draft of theirs stays one. */
function whyNotPublic(entry: XmlElement): string | null {
  const status = textAt(entry, "wp", "status") ?? "publish";
  const type = textAt(entry, "wp", "post_type") ?? "post";
  if (status !== "publish" && !WORDPRESS_DRAFTS.has(status)) return `has the status "${status}"`;
  if (textAt(entry, "wp", "post_password") !== null) return "has a password";
  if (type !== "post" && type !== "page") return `is no article, but of the type "${type}"`;
  const kind = bloggerKindOf(entry);
  return kind === null || kind === "post" ? null : `is no article, but of the kind "${kind}"`;
}

const WORDPRESS_DRAFTS: ReadonlySet<string> = new Set(["draft", "pending"]);

/** Whether it is a draft: by AtomPub's word for it (RFC 5023 §13.1.1), or by WordPress's. */
export function statusOf(entry: XmlElement): "draft" | null {
  const control = childOf(entry, "app", "control");
  const isDraft = control !== null && textAt(control, "app", "draft")?.toLowerCase() === "yes";
  return isDraft || WORDPRESS_DRAFTS.has(textAt(entry, "wp", "status") ?? "") ? "draft" : null;
}

const BLOGGER_KIND = /^https?:\/\/schemas\.google\.com\/blogger\/2008\/kind#(\w{1,40})$/;

function bloggerKindOf(entry: XmlElement): string | null {
  const terms = elementsOf(entry)
    .filter(({ local }) => local === "category")
    .map((category) => BLOGGER_KIND.exec(attributeOf(category, "term") ?? "")?.[1]);
  return terms.find((kind) => kind !== undefined) ?? null;
}

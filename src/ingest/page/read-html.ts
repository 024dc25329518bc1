// text/html: a fragment as an editor has it, or a whole page as a browser has it.

import { MAX_AUTHORS, MAX_HTML_TAGS, MAX_TAGS } from "../../model/limits.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { Said } from "../content-headers.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { withRawTagsClosed } from "../html/raw-tags.ts";
import { readByline } from "../plain-text/bylines.ts";
import { EMPTY_SUBMISSION, type Submission, type SubmittedAuthor } from "../submission.ts";
import { type PageContent, readPageContent } from "./page-content.ts";
import { readPageFacts } from "./page-facts.ts";
import { openPage, writeInside } from "./page-tree.ts";

/** Read an article out of HTML. Where it is, the request knows best; in which language, the page does. */
export function readHtml(html: string, said: Said): Result<Submission, IngestError> {
  const tags = html.match(/<\/?[a-z]/gi)?.length ?? 0;
  if (tags > MAX_HTML_TAGS)
    return fail(fieldInvalid("", `must have at most ${MAX_HTML_TAGS} tags, and has ${tags}`));
  const page = openPage(withRawTagsClosed(html));
  const { documentTitle, ...facts } = readPageFacts(page, said.address);
  const content = readPageContent(page, facts.title ?? documentTitle);
  const authors = facts.authors.length > 0 ? facts.authors : authorsOf(content);
  return ok({
    ...EMPTY_SUBMISSION,
    ...facts,
    title: content.heading ?? facts.title ?? documentTitle,
    contentHtml: writeInside(content.root),
    authors: authors.slice(0, MAX_AUTHORS),
    tags: facts.tags.slice(0, MAX_TAGS),
    language: facts.language ?? said.language,
    datePublished: facts.datePublished ?? content.datePublished,
    isScraped: true,
    dropped: content.dropped,
  });
}

/** Who the page names at the top of the article, where its head names nobody. */
function authorsOf({ authorLinks, byline }: PageContent): readonly SubmittedAuthor[] {
  const links = authorLinks.filter(({ name }) => name !== "");
  if (links.length > 0)
    return links.map(({ name, href }) => ({ name: readByline(name)?.[0] ?? name, url: href, avatar: null }));
  return (readByline(byline ?? "") ?? []).map((name) => ({ name, url: null, avatar: null }));
}

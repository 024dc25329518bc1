// Who wrote an article, and when.

import { labelPath } from "../model/address.ts";
import type { Author } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { labelNamed } from "../model/label.ts";
import { type ArticlePageProps, authorsOf, languageOf, pageUrlOf } from "./props.ts";
import { When } from "./when.tsx";
import { wordsOf } from "./words.ts";

export const Byline = (props: ArticlePageProps) => {
  const { article, feed } = props;
  const authors = authorsOf(props);
  const isOwn = article.authors.length > 0; // a feed's author has no feed of their own
  return (
    <div class="byline">
      {authors.length === 0 ? null : (
        <ul class="authors">
          {authors.map((author) => (
            <li>
              <AuthorName author={author} path={isOwn ? authorPath(feed, author) : null} />
            </li>
          ))}
        </ul>
      )}
      <Dates {...props} />
    </div>
  );
};

const authorPath = ({ slug }: Feed, { name }: Author): string | null =>
  labelPath(slug, "author", labelNamed("author", name));

type NameProps = {
  readonly author: Pick<Author, "name" | "url">;
  readonly path: string | null; // of the page of what else they wrote for the feed
};

/** A name with a link to where they are at home, else to what else they wrote. */
export const AuthorName = ({ author: { name, url }, path }: NameProps) => {
  const href = url ?? path;
  if (href === null) return <span class="p-author h-card">{name}</span>;
  return (
    <a class="p-author h-card" rel={url === null ? undefined : "author"} href={href}>
      {name}
    </a>
  );
};

// A CMS that saves twice in a minute has not revised anything.
const LEAST_REVISION = 60_000;

const Dates = (props: ArticlePageProps) => {
  const { publishedAt, updatedAt, sourceUrl } = props.article;
  const language = languageOf(props);
  const words = wordsOf(language);
  const published = <When at={publishedAt} language={language} name="dt-published" />;
  return (
    <ul class="dates">
      <li>
        {sourceUrl === null ? (
          <a class="u-url" href={pageUrlOf(props)}>
            {published}
          </a>
        ) : (
          published
        )}
      </li>
      {updatedAt - publishedAt <= LEAST_REVISION ? null : (
        <li>
          <span lang={words.language}>{words.updated}</span>{" "}
          <When at={updatedAt} language={language} name="dt-updated" />
        </li>
      )}
      {sourceUrl === null ? null : (
        <li>
          <a class="u-url" href={sourceUrl}>
            <bdi>{hostOf(sourceUrl)}</bdi>
          </a>
        </li>
      )}
    </ul>
  );
};

/** An address as short as people say it. */
export const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;

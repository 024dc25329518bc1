// Tags, each a link to the feed of the articles that have it.

import { labelPath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import type { NamedLabel } from "../model/place.ts";

type TagsProps = {
  readonly feed: Feed;
  readonly tags: readonly NamedLabel[];
  readonly here?: string; // the path of the page that they are on
};

export const Tags = ({ feed, tags, here }: TagsProps) =>
  tags.length === 0 ? null : (
    <ul class="tags">
      {tags.map((tag) => (
        <li class="p-category" dir="auto">
          <Tag tag={tag} path={labelPath(feed.slug, "tag", tag)} here={here} />
        </li>
      ))}
    </ul>
  );

type TagProps = { readonly tag: NamedLabel; readonly path: string | null; readonly here: string | undefined };

const Tag = ({ tag: { name }, path, here }: TagProps) =>
  path === null ? (
    <span>{name}</span>
  ) : (
    <a rel="tag" href={path} aria-current={path === here ? "page" : undefined}>
      {name}
    </a>
  );

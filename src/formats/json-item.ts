// An article as an item of JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/
//
// What it has no word for is under `_edgewire`, as its "Extensions" ask.

import { type Article, articleId, type LeadImage } from "../model/article.ts";
import type { Episode } from "../model/episode.ts";
import { headlineOf } from "../model/headline.ts";
import { summaryOf } from "../model/summary.ts";
import { contentOf } from "./content.ts";
import { authorsOf, linkOf, ownLanguageOf, type RenderContext } from "./context.ts";
import { isoDate } from "./dates.ts";

// JSON.stringify leaves out what is undefined.
export const present = <T>(value: T | null): T | undefined => value ?? undefined;
export const presentList = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

/** One item, without the comma between two. */
export function renderJsonItem(article: Article, context: RenderContext): string {
  const { html } = contentOf(article, context);
  return JSON.stringify({
    id: articleId(article),
    url: linkOf(article, context),
    external_url: present(article.externalUrl),
    title: present(article.title),
    // One of the two must be there.
    ...(html === "" ? { content_text: headlineOf(article) } : { content_html: html }),
    summary: present(summaryOf(article)),
    image: present(article.image?.url ?? null),
    date_published: isoDate(article.publishedAt),
    date_modified: isoDate(article.updatedAt),
    authors: presentList(authorsOf(article, context).map(authorOf)),
    tags: presentList(article.tags),
    language: present(ownLanguageOf(article, context)),
    attachments: presentList(
      article.attachments.map((attachment) => ({
        url: attachment.url,
        mime_type: attachment.mediaType,
        title: present(attachment.title),
        size_in_bytes: present(attachment.lengthBytes),
        duration_in_seconds: present(attachment.durationSeconds),
      })),
    ),
    _edgewire: extensionOf(article),
  });
}

type NamedAuthor = { readonly name: string; readonly url: string | null; readonly avatar?: string | null };
export const authorOf = ({ name, url, avatar }: NamedAuthor) => ({
  name,
  url: present(url),
  avatar: present(avatar ?? null),
});

/** What JSON Feed has no word for, under the names in which it is submitted. */
const extensionOf = ({ image, episode }: Article) =>
  image === null && episode === null
    ? undefined
    : {
        ...(image === null ? {} : imageWords(image)),
        ...(episode === null ? {} : episodeWords(episode)),
      };

const imageWords = ({ alt, width, height, caption, credit }: LeadImage) => ({
  image_alt: present(alt === "" ? null : alt),
  image_caption: present(caption),
  image_credit: present(credit),
  image_width: present(width),
  image_height: present(height),
});

const episodeWords = ({ number, season, type, explicit, transcripts, chapters }: Episode) => ({
  episode: present(number),
  season: present(season),
  episode_type: present(type),
  explicit: present(explicit),
  transcripts: presentList(
    transcripts.map(({ url, mediaType, language }) => ({
      url,
      mime_type: mediaType,
      language: present(language),
    })),
  ),
  chapters: chapters === null ? undefined : { url: chapters.url, mime_type: chapters.mediaType },
});

// application/json: an item of JSON Feed 1.1, so that publishers learn nothing new,
// and fields that it has no word for: what image_… says of the picture, and what
// makes an article the episode of a podcast.
//
// Source: https://www.jsonfeed.org/version/1.1/#items-a-name-items-a

import { fail, ok, type Result } from "../model/result.ts";
import type { IngestError } from "./error.ts";
import { checkJsonItem, unknownFieldsIn } from "./json-fields.ts";
import { renderMarkdown } from "./markdown/markdown.ts";
import type { Submission } from "./submission.ts";

/** Read an article in JSON Feed's vocabulary; every wrong field is named at once. */
export function readJsonArticle(item: unknown): Result<Submission, IngestError> {
  const checked = checkJsonItem(item);
  if (!checked.ok) return fail({ kind: "fields_invalid", fields: checked.error });

  const article = checked.value;
  // One of the two: HTML is nearer to what the publisher shows. Some send it empty.
  const isHtml = (article.content_html ?? "").trim() !== "";
  const hasMarkdown = (article.content_markdown ?? "").trim() !== "";
  const markdown = !isHtml && hasMarkdown ? article.content_markdown : null;
  const html = markdown === null ? ok(article.content_html) : renderMarkdown(markdown, "/content_markdown");
  if (!html.ok) return html;
  return ok({
    id: article.id === null ? null : String(article.id),
    url: article.url,
    baseUrl: null,
    externalUrl: article.external_url,
    slug: null,
    title: article.title,
    contentHtml: html.value,
    markdown,
    contentText: article.content_text,
    summary: article.summary,
    image: article.image,
    imageAlt: article.image_alt,
    imageCaption: article.image_caption,
    imageCredit: article.image_credit,
    imageWidth: article.image_width,
    imageHeight: article.image_height,
    authors: article.authors.length === 0 && article.author !== null ? [article.author] : article.authors,
    tags: article.tags,
    language: article.language,
    attachments: article.attachments.map((attachment) => ({
      ...fileOf(attachment),
      title: attachment.title,
      lengthBytes: attachment.size_in_bytes,
      durationSeconds: attachment.duration_in_seconds,
    })),
    episode: {
      number: article.episode,
      season: article.season,
      type: article.episode_type,
      explicit: article.explicit,
      transcripts: article.transcripts.map((transcript) => ({
        ...fileOf(transcript),
        language: transcript.language,
      })),
      chapters: article.chapters === null ? null : fileOf(article.chapters),
    },
    status: article.status,
    datePublished: article.date_published,
    dateModified: article.date_modified,
    isScraped: false,
    isLenient: false,
    dropped: [
      ...unknownFieldsIn(article),
      ...(isHtml && hasMarkdown ? [{ rule: "duplicate-field", detail: "content_markdown" }] : []),
    ],
  });
}

type File = { readonly url: string | null; readonly mime_type: string | null };
const fileOf = ({ url, mime_type }: File) => ({ url: url ?? "", mediaType: mime_type ?? "" });

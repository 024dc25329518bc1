// The article's page.

import { ampPath } from "../model/address.ts";
import type { Attachment, LeadImage } from "../model/article.ts";
import { headlineOf } from "../model/headline.ts";
import { leadImageOf } from "../model/lead-image.ts";
import { Attachments, attachmentsOf, mediumOf, nameOf } from "./attachments.tsx";
import { Autodiscovery, Foot, Layout, toDocument } from "./layout.tsx";
import { ArticleMeta } from "./meta.tsx";
import { Caption, Masthead, Story } from "./parts.tsx";
import { type ArticlePageProps, canonicalOf, hasAmpPage, languageOf } from "./props.ts";
import { withPictures, withScrolling } from "./text.ts";

/** Render the page of an article. Same article, same bytes. */
export function renderArticlePage(props: ArticlePageProps): string {
  const { article, feed, publicOrigin } = props;
  const { key, slug } = article;
  const language = languageOf(props);
  const image = leadImageOf(article);
  return toDocument(
    <Layout
      title={`${headlineOf(article)} · ${feed.title}`}
      language={language}
      icon={feed.icon}
      head={
        <>
          <link rel="canonical" href={canonicalOf(props)} />
          {hasAmpPage(props) ? (
            <link rel="amphtml" href={publicOrigin + ampPath(feed.slug, key, slug)} />
          ) : null}
          <ArticleMeta {...props} />
          <Autodiscovery feed={feed} />
        </>
      }
    >
      <Masthead feed={feed} />
      <Story
        {...props}
        lead={image === null ? null : <Lead image={image} language={language} />}
        text={withScrolling(withPictures(article.contentHtml, image?.url == null))}
        attachments={
          <Attachments attachments={attachmentsOf(article)} language={language} player={playerOf} />
        }
      />
      <Foot feed={feed} />
    </Layout>,
  );
}

type LeadProps = { readonly image: LeadImage; readonly language: string };

const Lead = ({ image, language }: LeadProps) => {
  const { url, alt, width, height } = image;
  const sizes = width === null || height === null ? null : { width, height };
  return (
    <figure class="lead">
      {url === null ? null : (
        <img
          class={sizes === null ? "boxed u-featured" : "u-featured"}
          src={url}
          alt={alt}
          {...sizes}
          fetchpriority="high"
        />
      )}
      <Caption image={image} language={language} />
    </figure>
  );
};

function playerOf(attachment: Attachment) {
  const { url } = attachment;
  switch (mediumOf(attachment)) {
    case "audio":
      // biome-ignore lint/a11y/useMediaCaption: an attachment comes without captions.
      return <audio class="u-audio" src={url} title={nameOf(attachment)} controls preload="none"></audio>;
    case "video":
      // biome-ignore lint/a11y/useMediaCaption: an attachment comes without captions.
      return <video class="u-video" src={url} title={nameOf(attachment)} controls preload="none"></video>;
    case null:
      return null;
  }
}

// The article's AMP page.
//
// Source: https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml.
// The two boilerplate styles below must be what the specification prints, to the byte.

import { raw } from "hono/html";
import type { Attachment, LeadImage } from "../model/article.ts";
import { headlineOf } from "../model/headline.ts";
import { directionOf } from "../model/language.ts";
import { leadImageOf } from "../model/lead-image.ts";
import {
  type AmpComponent,
  filmSizes,
  isForbiddenUrl,
  LEAD_BOX,
  pictureSizes,
  toAmp,
  withoutForbiddenUrls,
} from "./amp-content.ts";
import { Attachments, attachmentsOf, mediumOf, nameOf } from "./attachments.tsx";
import { Autodiscovery, Foot, toDocument } from "./layout.tsx";
import { ArticleMeta } from "./meta.tsx";
import { Caption, Masthead, SkipLink, Story } from "./parts.tsx";
import { type ArticlePageProps, languageOf, pageUrlOf } from "./props.ts";
import { STYLE } from "./style.ts";

const BOILERPLATE =
  "body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-moz-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-ms-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-o-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}";
const NOSCRIPT_BOILERPLATE =
  "body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}";

/**
 * What an AMP page may load: its runtime, pictures and media from anywhere, and the
 * frames of the components that stand for embeds. X's are in one of AMP's own, each on a host of its own.
 */
export const AMP_CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src https://cdn.ampproject.org; style-src 'unsafe-inline'; " +
  "img-src https: http: data:; media-src https:; connect-src https://cdn.ampproject.org; " +
  "frame-src https://www.youtube.com https://www.youtube-nocookie.com https://player.vimeo.com https://*.ampproject.net; " +
  "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Render the AMP page of an article. Same article, same bytes. */
export function renderAmpPage(props: ArticlePageProps): string {
  const { article, feed } = props;
  const language = languageOf(props);
  const image = leadImageOf(article);
  const content = toAmp(article.contentHtml);
  const attachments = attachmentsOf(article);
  const components = new Set([...content.components, ...attachments.flatMap(componentsOf)]);
  const document = toDocument(
    // hono/jsx would write a bare `amp` as amp="true", which is invalid.
    <html {...{ amp: "" }} lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <script async src="https://cdn.ampproject.org/v0.js"></script>
        {[...components].sort().map((component) => (
          <script
            async
            {...{ "custom-element": component }}
            src={`https://cdn.ampproject.org/v0/${component}-0.1.js`}
          ></script>
        ))}
        <title>{`${headlineOf(article)} · ${feed.title}`}</title>
        {/* Its pair is the page that names it as its amphtml, which is always ours. That
            page's own canonical is the publisher's where there is one: a search engine
            follows both, while the publisher's page knows nothing of this one. */}
        <link rel="canonical" href={pageUrlOf(props)} />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {feed.icon === null ? null : <link rel="icon" href={feed.icon} />}
        <ArticleMeta {...props} />
        <Autodiscovery feed={feed} />
        <style {...{ "amp-boilerplate": "" }}>{raw(BOILERPLATE)}</style>
        <noscript>
          <style {...{ "amp-boilerplate": "" }}>{raw(NOSCRIPT_BOILERPLATE)}</style>
        </noscript>
        <style {...{ "amp-custom": "" }}>{raw(STYLE)}</style>
      </head>
      <body>
        <SkipLink language={language} />
        <Masthead feed={feed} />
        <Story
          {...props}
          lead={image === null ? null : <Lead image={image} language={language} />}
          text={content.html}
          attachments={<Attachments attachments={attachments} language={language} player={playerOf} />}
        />
        <Foot feed={feed} />
      </body>
    </html>,
  );
  return withoutForbiddenUrls(document);
}

type LeadProps = { readonly image: LeadImage; readonly language: string };

const Lead = ({ image, language }: LeadProps) => {
  const { url, alt, width, height } = image;
  return (
    <figure class="lead">
      {url === null || isForbiddenUrl(url) ? null : (
        <amp-img src={url} alt={alt} {...pictureSizes(width, height, LEAD_BOX)}></amp-img>
      )}
      <Caption image={image} language={language} />
    </figure>
  );
};

/** How AMP plays it: it takes media over https only. */
function playedAs(attachment: Attachment): "amp-audio" | "amp-video" | null {
  const { url } = attachment;
  const medium = url.startsWith("https:") && !isForbiddenUrl(url) ? mediumOf(attachment) : null;
  return medium === null ? null : `amp-${medium}`;
}

const componentsOf = (attachment: Attachment): readonly AmpComponent[] => {
  const component = playedAs(attachment);
  return component === null ? [] : [component];
};

function playerOf(attachment: Attachment) {
  const { url } = attachment;
  const title = nameOf(attachment);
  switch (playedAs(attachment)) {
    case "amp-audio":
      return <amp-audio src={url} title={title} width="auto" height="50" controls=""></amp-audio>;
    case "amp-video":
      return <amp-video src={url} title={title} {...filmSizes(null, null)} controls=""></amp-video>;
    case null:
      return null;
  }
}

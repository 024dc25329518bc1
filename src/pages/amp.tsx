// The article's AMP page.
//
// Source: https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml.
// The two boilerplate styles below must be what the specification prints, to the byte.

import { raw } from "hono/html";
import { articlePath } from "../model/address.ts";
import { headlineOf } from "../model/headline.ts";
import { leadImageOf } from "../model/lead-image.ts";
import { summaryOf } from "../model/summary.ts";
import { sizesOf, toAmp } from "./amp-content.ts";
import { Foot, toDocument } from "./layout.tsx";
import { type ArticlePageProps, Byline, Caption, languageOf, Masthead, Tags } from "./parts.tsx";
import { STYLE } from "./style.ts";

const BOILERPLATE =
  "body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-moz-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-ms-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-o-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}";
const NOSCRIPT_BOILERPLATE =
  "body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}";

/** What an AMP page may load: its runtime, and pictures and media from anywhere. */
export const AMP_CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src https://cdn.ampproject.org; style-src 'unsafe-inline'; " +
  "img-src https: http: data:; media-src https:; connect-src https://cdn.ampproject.org; " +
  "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Render the AMP page of an article. Same article, same bytes. */
export function renderAmpPage(props: ArticlePageProps): string {
  const { article, feed, publicOrigin } = props;
  const image = leadImageOf(article);
  const summary = summaryOf(article);
  const content = toAmp(article.contentHtml);
  return toDocument(
    // hono/jsx would write a bare `amp` as amp="true", which is invalid.
    <html {...{ amp: "" }} lang={languageOf(props)}>
      <head>
        <meta charset="utf-8" />
        <script async src="https://cdn.ampproject.org/v0.js"></script>
        {content.components.map((component) => (
          <script
            async
            {...{ "custom-element": component }}
            src={`https://cdn.ampproject.org/v0/${component}-0.1.js`}
          ></script>
        ))}
        <title>{`${headlineOf(article)} · ${feed.title}`}</title>
        <link rel="canonical" href={publicOrigin + articlePath(feed.slug, article.key, article.slug)} />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {summary === null ? null : <meta name="description" content={summary} />}
        <style {...{ "amp-boilerplate": "" }}>{raw(BOILERPLATE)}</style>
        <noscript>
          <style {...{ "amp-boilerplate": "" }}>{raw(NOSCRIPT_BOILERPLATE)}</style>
        </noscript>
        <style {...{ "amp-custom": "" }}>{raw(STYLE)}</style>
      </head>
      <body>
        <Masthead feed={feed} />
        <main>
          <article dir="auto">
            <h1>{headlineOf(article)}</h1>
            {article.summary === null ? null : <p class="standfirst">{article.summary}</p>}
            <Byline {...props} />
            {image === null ? null : (
              <figure>
                {image.url === null ? null : (
                  <amp-img src={image.url} alt={image.alt} {...sizesOf(undefined, undefined)}></amp-img>
                )}
                <Caption {...image} />
              </figure>
            )}
            <div class="text">{raw(content.html)}</div>
            <Tags tags={article.tags} />
          </article>
        </main>
        <Foot feed={feed} />
      </body>
    </html>,
  );
}

// The article's page.

import { raw } from "hono/html";
import { ampPath, articlePath } from "../model/address.ts";
import { headlineOf } from "../model/headline.ts";
import { leadImageOf } from "../model/lead-image.ts";
import { summaryOf } from "../model/summary.ts";
import { Autodiscovery, Foot, Layout, toDocument } from "./layout.tsx";
import { type ArticlePageProps, Byline, Caption, hasAmpPage, languageOf, Masthead, Tags } from "./parts.tsx";

/** Render the page of an article. Same article, same bytes. */
export function renderArticlePage(props: ArticlePageProps): string {
  const { article, feed, publicOrigin } = props;
  const { key, slug } = article;
  const image = leadImageOf(article);
  const summary = summaryOf(article);
  return toDocument(
    <Layout
      title={`${headlineOf(article)} · ${feed.title}`}
      language={languageOf(props)}
      head={
        <>
          {/* The publisher's own page is the original; without one this is. */}
          <link
            rel="canonical"
            href={article.sourceUrl ?? publicOrigin + articlePath(feed.slug, key, slug)}
          />
          {hasAmpPage(props) ? (
            <link rel="amphtml" href={publicOrigin + ampPath(feed.slug, key, slug)} />
          ) : null}
          {summary === null ? null : <meta name="description" content={summary} />}
          <Autodiscovery feed={feed} />
        </>
      }
    >
      <Masthead feed={feed} />
      <main>
        <article dir="auto">
          <h1>{headlineOf(article)}</h1>
          {article.summary === null ? null : <p class="standfirst">{article.summary}</p>}
          <Byline {...props} />
          {image === null ? null : (
            <figure>
              {image.url === null ? null : <img src={image.url} alt={image.alt} />}
              <Caption {...image} />
            </figure>
          )}
          <div class="text">{raw(article.contentHtml)}</div>
          <Tags tags={article.tags} />
        </article>
      </main>
      <Foot feed={feed} />
    </Layout>,
  );
}

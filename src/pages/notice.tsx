// A page for a person who asked for something that isn't there.

import type { Feed } from "../model/feed.ts";
import { Autodiscovery, Layout, toDocument } from "./layout.tsx";
import { Masthead, WireMasthead } from "./parts.tsx";

/** @param feed whose article it was; null for what belongs to no feed */
export const renderNotice = (title: string, detail: string, feed: Feed | null = null): string =>
  toDocument(
    <Layout
      title={title}
      language="en"
      icon={feed?.icon ?? null}
      head={
        <>
          <meta name="robots" content="noindex" />
          {feed === null ? null : <Autodiscovery feed={feed} />}
        </>
      }
    >
      {feed === null ? <WireMasthead /> : <Masthead feed={feed} />}
      <main id="main" class="notice">
        <h1>{title}</h1>
        <p class="standfirst">{detail}</p>
        <p>
          <a href="/">All feeds</a>
        </p>
      </main>
    </Layout>,
  );

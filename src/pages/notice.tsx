// A page for a person who asked for something that isn't there.

import { Layout, toDocument } from "./layout.tsx";

export const renderNotice = (title: string, detail: string): string =>
  toDocument(
    <Layout title={title} language="en" head={<meta name="robots" content="noindex" />}>
      <header class="masthead">
        <a href="/">Edgewire</a>
      </header>
      <main id="main" class="notice">
        <h1>{title}</h1>
        <p class="standfirst">{detail}</p>
        <p>
          <a href="/">All feeds</a>
        </p>
      </main>
    </Layout>,
  );

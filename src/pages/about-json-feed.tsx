// What `_edgewire` means in our JSON Feed: the page that its `about` leads to.
//
// Source: https://www.jsonfeed.org/version/1.1/#extensions-a-name-extensions-a

import { Layout, toDocument } from "./layout.tsx";
import { WireMasthead } from "./parts.tsx";

type Field = { readonly name: string; readonly type: string; readonly means: string };

const FEED_FIELDS: readonly Field[] = [
  { name: "about", type: "URL", means: "This page." },
  { name: "updated", type: "date", means: "When anything in the document last changed." },
  { name: "copyright", type: "text", means: "Who owns what the feed holds." },
  { name: "categories", type: "list of texts", means: "What the feed is about." },
  {
    name: "archive",
    type: "number",
    means: "Which archive this is, from 1, the oldest. A document without it is the one to subscribe to.",
  },
  {
    name: "newer_url",
    type: "URL",
    means: "Of an archive, where the next newer one is. next_url leads to the next older one.",
  },
  {
    name: "deleted",
    type: "list of objects",
    means: "Articles that were withdrawn, the latest last: the id of each, and when.",
  },
];

// One line a field of `_edgewire` in an item.
const ITEM_FIELDS: readonly Field[] = [
  { name: "image_alt", type: "text", means: "The item's image in words, for who can't see it." },
  { name: "image_caption", type: "text", means: "What stands below the image." },
  { name: "image_credit", type: "text", means: "Whose image it is." },
  { name: "image_width", type: "number", means: "The image's width in pixels." },
  { name: "image_height", type: "number", means: "The image's height in pixels." },
  { name: "episode", type: "number", means: "Which episode of a podcast it is." },
  { name: "season", type: "number", means: "Which season that belongs to." },
  { name: "episode_type", type: "text", means: "full, trailer or bonus." },
  { name: "explicit", type: "truth value", means: "Whether it is not for children." },
  {
    name: "transcripts",
    type: "list of objects",
    means: "What is said in it, in text: each with url, mime_type and perhaps language.",
  },
  { name: "chapters", type: "object", means: "Its chapters: url and mime_type." },
];

const EXAMPLE = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "World Desk",
  "_edgewire": {
    "about": "https://wire.example/about/json-feed",
    "updated": "2026-11-20T10:05:00Z",
    "deleted": [
      { "id": "tide-1", "when": "2026-11-20T10:05:00Z" }
    ]
  },
  "items": [
    {
      "id": "tide-2",
      "content_html": "<p>Mind the step.</p>",
      "image": "https://news.example/tide.jpg",
      "_edgewire": {
        "image_alt": "A quay under water",
        "image_credit": "Harbour Archive"
      }
    }
  ]
}`;

export const renderAboutJsonFeed = (): string =>
  toDocument(
    <Layout
      title="JSON Feed and _edgewire"
      language="en"
      head={
        <meta name="description" content="What _edgewire means in the JSON Feed documents of this wire." />
      }
    >
      <WireMasthead />
      <main id="main" class="notice">
        <h1>JSON Feed and _edgewire</h1>
        <p class="standfirst">
          The feeds of this wire in <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a> have an
          object <code>_edgewire</code> for what JSON Feed has no word for. A reader that knows nothing of it
          misses none of the articles.
        </p>
        <div class="text">
          <h2>Of the feed</h2>
          <Fields fields={FEED_FIELDS} />
          <h2>Withdrawn articles</h2>
          <p>
            Delete your copy of an article that <code>deleted</code> names by its <code>id</code>, unless your
            copy has a <code>date_modified</code> later than <code>when</code>. An article that comes back is
            among the items again, and its <code>date_modified</code> is later.
          </p>
          <h2>Of an item</h2>
          <Fields fields={ITEM_FIELDS} />
          <h2>An example</h2>
          <pre tabindex={0}>
            <code>{EXAMPLE}</code>
          </pre>
          <p>
            Any field may be absent. Dates are as in JSON Feed, by{" "}
            <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a>. More fields may come; none will
            change its meaning.
          </p>
        </div>
      </main>
    </Layout>,
  );

const Fields = ({ fields }: { readonly fields: readonly Field[] }) => (
  <dl>
    {fields.map(({ name, type, means }) => (
      <>
        <dt>
          <code>{name}</code> <span class="facts">{type}</span>
        </dt>
        <dd>{means}</dd>
      </>
    ))}
  </dl>
);

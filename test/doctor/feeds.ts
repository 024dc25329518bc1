// Feeds without a fault, and what the doctor says when one place of them is changed.

import { type Examination, examine, type FeedDocument } from "../../scripts/doctor/examine.ts";
import type { Profile } from "../../scripts/doctor/profiles/profile.ts";

export const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Harbour Desk</title>
<link>https://news.example/harbour</link>
<description>What the tide brings in.</description>
<language>en-GB</language>
<lastBuildDate>Tue, 24 Nov 2026 10:08:40 GMT</lastBuildDate>
<ttl>60</ttl>
<atom:link rel="self" type="application/rss+xml" href="https://news.example/harbour/rss.xml"/>
<item>
<title>The tide is in</title>
<link>https://news.example/tide</link>
<guid isPermaLink="false">tag:news.example,2026:tide</guid>
<pubDate>Tue, 24 Nov 2026 10:08:40 GMT</pubDate>
<dc:creator>Harbour Desk</dc:creator>
<category>Weather</category>
<description>Mind the step.</description>
<content:encoded>&lt;p&gt;Mind &lt;a href="https://news.example/step"&gt;the step&lt;/a&gt;.&lt;/p&gt;</content:encoded>
<enclosure url="https://news.example/tide.mp3" length="1801" type="audio/mpeg"/>
</item>
<item>
<title>The tide is out</title>
<link>https://news.example/ebb</link>
<guid>https://news.example/ebb</guid>
<pubDate>Mon, 23 Nov 2026 22:00:00 +0100</pubDate>
<description>Mind the mud.</description>
</item>
</channel>
</rss>
`;

export const ATOM = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>tag:news.example,2026:harbour</id>
<title>Harbour Desk</title>
<subtitle>What the tide brings in.</subtitle>
<updated>2026-11-24T10:08:40Z</updated>
<author><name>Harbour Desk</name><uri>https://news.example/desk</uri></author>
<link rel="alternate" type="text/html" href="https://news.example/harbour"/>
<link rel="self" type="application/atom+xml" href="https://news.example/harbour/atom.xml"/>
<entry>
<id>tag:news.example,2026:tide</id>
<title>The tide is in</title>
<link rel="alternate" type="text/html" href="https://news.example/tide"/>
<link rel="enclosure" type="audio/mpeg" length="1801" href="https://news.example/tide.mp3"/>
<published>2026-11-24T10:08:40Z</published>
<updated>2026-11-24T11:08:40+01:00</updated>
<category term="Weather"/>
<summary>Mind the step.</summary>
<content type="html">&lt;p&gt;Mind the step.&lt;/p&gt;</content>
</entry>
<entry>
<id>https://news.example/ebb</id>
<title type="html">The tide is &lt;em&gt;out&lt;/em&gt;</title>
<link href="https://news.example/ebb"/>
<updated>2026-11-23T21:00:00.5Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mind the mud.</p></div></content>
</entry>
</feed>
`;

export const JSON_FEED = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour Desk",
  "home_page_url": "https://news.example/harbour",
  "feed_url": "https://news.example/harbour/feed.json",
  "icon": "https://news.example/icon.png",
  "favicon": "https://news.example/favicon.png",
  "authors": [{ "name": "Harbour Desk", "url": "mailto:desk@news.example" }],
  "language": "en-GB",
  "hubs": [{ "type": "WebSub", "url": "https://hub.example/" }],
  "_harbour": { "about": "https://news.example/extension", "pier": 7 },
  "items": [
    {
      "id": "tag:news.example,2026:tide",
      "url": "https://news.example/tide",
      "title": "The tide is in",
      "content_html": "<p>Mind the step.</p>",
      "date_published": "2026-11-24T10:08:40Z",
      "date_modified": "2026-11-24T10:08:40Z",
      "tags": ["Weather"],
      "attachments": [{ "url": "https://news.example/tide.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 1801 }]
    },
    { "id": "https://news.example/ebb", "url": "https://news.example/ebb", "content_text": "Mind the mud." }
  ]
}
`;

export const PODCAST = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>Harbour Voices</title>
<link>https://news.example/voices</link>
<description>Talk from the pier.</description>
<language>en-GB</language>
<atom:link rel="self" type="application/rss+xml" href="https://news.example/voices.xml"/>
<itunes:author>Harbour Desk</itunes:author>
<itunes:explicit>false</itunes:explicit>
<itunes:type>episodic</itunes:type>
<itunes:image href="https://news.example/cover-3000x3000.jpg"/>
<itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category>
<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
<podcast:locked owner="desk@news.example">yes</podcast:locked>
<podcast:medium>podcast</podcast:medium>
<item>
<title>The pilot</title>
<link>https://news.example/voices/1</link>
<guid isPermaLink="false">tag:news.example,2026:voices-1</guid>
<pubDate>Tue, 24 Nov 2026 10:08:40 GMT</pubDate>
<description>Who brings the ships in.</description>
<enclosure url="https://news.example/voices/1.mp3" length="5650889" type="audio/mpeg"/>
<itunes:duration>1801</itunes:duration>
<itunes:explicit>false</itunes:explicit>
<podcast:transcript url="https://news.example/voices/1.vtt" type="text/vtt"/>
</item>
</channel>
</rss>
`;

export const documentOf = (text: string): FeedDocument => ({
  bytes: new TextEncoder().encode(text),
  contentType: null,
  url: null,
});

export const examined = (text: string, profiles: readonly Profile[] = []): Examination =>
  examine(documentOf(text), profiles);

/** The feed with one place changed; it throws when that place isn't there, or there twice. */
export function changed(feed: string, from: string, to: string): string {
  const [before, after, ...more] = feed.split(from);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${from} must be in the feed once`);
  return before + to + after;
}

/** What is said of a feed, each as "error rss-version". */
export const said = (text: string, profiles: readonly Profile[] = []): readonly string[] =>
  examined(text, profiles).findings.map(({ level, rule }) => `${level} ${rule}`);

/** The same with where it is: "error rss-version, line 2". */
export const saidWhere = (text: string, profiles: readonly Profile[] = []): readonly string[] =>
  examined(text, profiles).findings.map(({ level, rule, where }) => `${level} ${rule}, ${where}`);

// One article in every dialect that feeds have had.

import { describe, expect, it } from "vitest";
import { draftOf, entryOf, feedOf, submissionOf } from "./read.ts";

const DIALECTS: readonly (readonly [string, string, string, string])[] = [
  [
    "RSS 0.90",
    "rdf",
    "https://quay.example/tide",
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
      <channel><title>Harbour</title><link>https://quay.example/</link></channel>
      <item><title>The tide is in</title><link>https://quay.example/tide</link></item></rdf:RDF>`,
  ],
  [
    "RSS 0.91 with its document type",
    "rss",
    "https://quay.example/tide",
    `<?xml version="1.0"?>
    <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
    <rss version="0.91"><channel><title>Harbour</title><link>https://quay.example/</link><language>en-gb</language>
      <item><title>The tide is in</title><link>https://quay.example/tide</link><description>Mind the step.</description></item>
    </channel></rss>`,
  ],
  [
    "RSS 0.92",
    "rss",
    "https://quay.example/tide",
    `<rss version="0.92"><channel><title>Harbour</title><link>https://quay.example/</link>
      <item><title>The tide is in</title><link>https://quay.example/tide</link><description>&lt;p&gt;Mind the step.&lt;/p&gt;</description></item>
    </channel></rss>`,
  ],
  [
    "RSS 1.0",
    "rdf",
    "urn:tide:1",
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://quay.example/rdf"><title>Harbour</title><link>https://quay.example/</link>
        <items><rdf:Seq><rdf:li rdf:resource="urn:tide:1"/></rdf:Seq></items></channel>
      <item rdf:about="urn:tide:1"><title>The tide is in</title><link>https://quay.example/tide</link>
        <description>Mind the step.</description><dc:date>2026-11-20T10:05:00Z</dc:date></item></rdf:RDF>`,
  ],
  [
    "RSS 2.0",
    "rss",
    "007",
    `<rss version="2.0"><channel><title>Harbour</title><link>https://quay.example/</link>
      <item><guid isPermaLink="false">007</guid><title>The tide is in</title><link>https://quay.example/tide</link>
        <description><![CDATA[<p>Mind the step.</p>]]></description><pubDate>Fri, 20 Nov 2026 10:05:00 GMT</pubDate></item>
    </channel></rss>`,
  ],
  [
    "RSS 2.0 with prefixes of its own",
    "rss",
    "007",
    `<rss version="2.0" xmlns:text="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title><link>https://quay.example/</link>
      <item><guid>007</guid><title>The tide is in</title><link>https://quay.example/tide</link>
        <text:encoded>&lt;p&gt;Mind the step.&lt;/p&gt;</text:encoded></item>
    </channel></rss>`,
  ],
  [
    "RSS 2.0 in a namespace of its own",
    "rss",
    "007",
    `<rss version="2.0" xmlns="urn:quay:rss"><channel><title>Harbour</title><link>https://quay.example/</link>
      <item><guid>007</guid><title>The tide is in</title><link>https://quay.example/tide</link></item></channel></rss>`,
  ],
  [
    "RSS whose items nothing closes",
    "rss",
    "007",
    `<rss version="2.0"><channel><title>Harbour</title><link>https://quay.example/</link>
      <item><guid>007</guid><title>The tide is in</title><link>https://quay.example/tide</link>
      <item><guid>008</guid><title>The tide is out</title></item></channel></rss>`,
  ],
  [
    "Atom 0.3",
    "atom",
    "urn:tide:1",
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour</title><link rel="alternate" type="text/html" href="https://quay.example/"/>
      <entry><id>urn:tide:1</id><title mode="escaped" type="text/html">The tide is &lt;b&gt;in&lt;/b&gt;</title>
        <link rel="alternate" type="text/html" href="https://quay.example/tide"/>
        <issued>2026-11-20T10:05:00Z</issued><modified>2026-11-20T11:00:00Z</modified>
        <content type="text/html" mode="escaped">&lt;p&gt;Mind the step.&lt;/p&gt;</content></entry></feed>`,
  ],
  [
    "Atom 1.0",
    "atom",
    "urn:tide:1",
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><link href="https://quay.example/"/>
      <entry><id>urn:tide:1</id><title>The tide is in</title><link href="https://quay.example/tide"/>
        <published>2026-11-20T10:05:00Z</published><updated>2026-11-20T11:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mind the step.</p></div></content></entry></feed>`,
  ],
  [
    "Atom 1.0 with a prefix",
    "atom",
    "urn:tide:1",
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Harbour</a:title><a:link href="https://quay.example/"/>
      <a:entry><a:id>urn:tide:1</a:id><a:title>The tide is in</a:title><a:link href="https://quay.example/tide"/></a:entry></a:feed>`,
  ],
  [
    "JSON Feed 1",
    "json",
    "7",
    `{"version":"https://jsonfeed.org/version/1","title":"Harbour","home_page_url":"https://quay.example/","items":[
      {"id":7,"title":"The tide is in","url":"https://quay.example/tide","content_html":"<p>Mind the step.</p>","author":{"name":"Jo Berg"}}]}`,
  ],
  [
    "JSON Feed 1.1",
    "json",
    "007",
    `{"version":"https://jsonfeed.org/version/1.1","title":"Harbour","home_page_url":"https://quay.example/","items":[
      {"id":"007","title":"The tide is in","url":"https://quay.example/tide","content_text":"Mind the step.","date_published":"2026-11-20T10:05:00Z"}]}`,
  ],
];

describe("an entry", () => {
  it.each(DIALECTS)("of %s keeps its id, and has its title and link", (_, dialect, id, text) => {
    expect(feedOf(text).feed).toMatchObject({ dialect, title: "Harbour", url: "https://quay.example/" });
    expect(draftOf(text)).toMatchObject({
      sourceId: id,
      title: "The tide is in",
      sourceUrl: "https://quay.example/tide",
    });
  });

  it.each(DIALECTS.filter(([, , , text]) => text.includes("Mind the step")))(
    "of %s has its text",
    (_, _dialect, _id, text) => {
      expect(draftOf(text).contentHtml).toBe("<p>Mind the step.</p>");
    },
  );

  it.each(DIALECTS.filter(([, , , text]) => text.includes("10:05:00")))(
    "of %s has its date",
    (_, _dialect, _id, text) => {
      expect(draftOf(text).publishedAt).toBe(Date.UTC(2026, 10, 20, 10, 5));
    },
  );

  it.each(DIALECTS)("of %s is kept so that it reads the same again", (_, _dialect, _id, text) => {
    const { kept, submission } = entryOf(text);
    expect(submissionOf(kept)).toEqual(submission);
  });
});

describe("what a feed doesn't say", () => {
  it.each([
    ["an id", "<rss><channel><item><title>A note</title></item></channel></rss>", { id: null, url: null }],
    [
      "a guid: then the link is the id, to the letter",
      "<rss><channel><item><link>HTTPS://Quay.example</link></item></channel></rss>",
      { id: "HTTPS://Quay.example", url: "https://quay.example/" },
    ],
    [
      "a link: then a guid is, where it may be",
      "<rss><channel><item><guid>https://quay.example/1</guid></item></channel></rss>",
      { id: "https://quay.example/1", url: "https://quay.example/1" },
    ],
    [
      "a link, and of a guid that it is none",
      '<rss><channel><item><guid isPermaLink="false">https://quay.example/1</guid></item></channel></rss>',
      { id: "https://quay.example/1", url: null },
    ],
    [
      "a link, and has its sound for a guid",
      '<rss><channel><item><guid>https://quay.example/1.mp3</guid><enclosure url="https://quay.example/1.mp3"/></item></channel></rss>',
      { id: "https://quay.example/1.mp3", url: null },
    ],
  ])("%s", (_, text, expected) => {
    expect(submissionOf(text)).toMatchObject(expected);
  });
});

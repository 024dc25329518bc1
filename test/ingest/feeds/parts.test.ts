// What an entry has besides its title, link and text, in the forms that feeds have for it.

import { describe, expect, it } from "vitest";
import { atom, draftOf, rss, submissionOf } from "./read.ts";

describe("a title", () => {
  it.each([
    ["of RSS, escaped once", rss("<title>Q&amp;A</title>"), "Q&A"],
    ["of RSS, escaped twice", rss("<title>Q&amp;amp;A</title>"), "Q&A"],
    ["of RSS with markup", rss("<title>The &lt;em&gt;Swift&lt;/em&gt;</title>"), "The Swift"],
    ["of RSS with HTML's references", rss("<title>Caf&eacute; &#8211; open</title>"), "Café – open"],
    [
      "of Atom, text",
      atom('<title type="text">How to use &amp;amp; and &lt;b&gt;x&lt;/b&gt;</title>'),
      "How to use &amp; and <b>x</b>",
    ],
    ["of Atom, HTML", atom('<title type="html">Q&amp;amp;A, &lt;b&gt;now</title>'), "Q&A, now"],
    [
      "of Atom, XHTML",
      atom(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The &lt;b&gt; <em>tag</em></div></title>',
      ),
      "The <b> tag",
    ],
    [
      "of Atom, XHTML without an element",
      atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The &lt;b&gt; tag</div></title>'),
      "The <b> tag",
    ],
    ["of Atom, with markup and no type", atom("<title>The &lt;em&gt;Swift&lt;/em&gt;</title>"), "The Swift"],
    ["of an episode", rss("<itunes:title>The Swift</itunes:title>"), "The Swift"],
    [
      "of its own, not of its files",
      rss("<media:title>photo_1.jpg</media:title><title>The Swift</title>"),
      "The Swift",
    ],
  ])("%s", (_, text, title) => {
    expect(draftOf(text).title).toBe(title);
  });
});

describe("the text", () => {
  it.each([
    [
      "content:encoded before the description",
      rss(
        "<title>T</title><description>Short.</description><content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded>",
      ),
      "<p>Long.</p>",
      "Short.",
    ],
    [
      "a description alone",
      rss("<title>T</title><description>&lt;p&gt;Short.&lt;/p&gt;</description>"),
      "<p>Short.</p>",
      null,
    ],
    [
      "HTML written into a description",
      rss("<title>T</title><description><p>Mind<br/>the step.</p></description>"),
      "<p>Mind<br />the step.</p>",
      null,
    ],
    [
      "XHTML's body",
      rss('<title>T</title><body xmlns="http://www.w3.org/1999/xhtml"><p>Long.</p></body>'),
      "<p>Long.</p>",
      null,
    ],
    [
      "an item's full text of old",
      rss("<title>T</title><description>Short.</description><fullitem>&lt;p&gt;Long.&lt;/p&gt;</fullitem>"),
      "<p>Long.</p>",
      "Short.",
    ],
    ["Atom's text", atom('<title>T</title><content type="text">1 &lt; 2</content>'), "<p>1 &lt; 2</p>", null],
    [
      "Atom's text without a type",
      atom("<title>T</title><content>1 &lt; 2</content>"),
      "<p>1 &lt; 2</p>",
      null,
    ],
    [
      "HTML for which nobody gave the type",
      atom("<title>T</title><content>&lt;p&gt;Long.&lt;/p&gt;</content>"),
      "<p>Long.</p>",
      null,
    ],
    [
      "Atom's HTML and summary",
      atom(
        '<title>T</title><summary>Short.</summary><content type="html">&lt;p&gt;Long.&lt;/p&gt;</content>',
      ),
      "<p>Long.</p>",
      "Short.",
    ],
    [
      "a summary alone",
      atom('<title>T</title><summary type="html">&lt;p&gt;Short.&lt;/p&gt;</summary>'),
      "<p>Short.</p>",
      null,
    ],
    [
      "base64, as Atom 0.3 had it",
      '<feed xmlns="http://purl.org/atom/ns#"><entry><title>T</title><content type="text/html" mode="base64">PHA+TG9uZy48L3A+</content></entry></feed>',
      "<p>Long.</p>",
      null,
    ],
    [
      "what a film says of itself",
      atom("<title>T</title><media:group><media:description>A film.</media:description></media:group>"),
      "<p>A film.</p>",
      null,
    ],
    [
      "JSON Feed's two, of which HTML counts",
      '{"items":[{"content_text":"Long","content_html":"<p>Long.</p>","summary":"Short."}]}',
      "<p>Long.</p>",
      "Short.",
    ],
  ])("is %s", (_, text, html, summary) => {
    expect(draftOf(text)).toMatchObject({ contentHtml: html, summary });
  });

  it("is left where it is when it is elsewhere, or no text", () => {
    const page = submissionOf(
      atom('<title>T</title><content type="text/html" src="https://quay.example/t"/>'),
    );
    expect(page.dropped).toEqual([{ rule: "content-elsewhere", detail: "https://quay.example/t" }]);
    const picture = submissionOf(atom('<title>T</title><content type="image/png">iVBORw0KGgo=</content>'));
    expect([picture.contentHtml, picture.contentText]).toEqual([null, null]);
    expect(picture.dropped).toEqual([{ rule: "content-not-usable", detail: "image/png" }]);
    const film = submissionOf(
      atom('<title>T</title><content type="video/mp4" src="https://quay.example/t.mp4"/>'),
    );
    expect(film.attachments).toMatchObject([{ url: "https://quay.example/t.mp4", mediaType: "video/mp4" }]);
  });
});

describe("authors", () => {
  it.each([
    ["an address with a name", rss("<author>jo@quay.example (Jo Berg)</author>"), ["Jo Berg"]],
    ["a name with an address", rss("<author>Jo Berg &lt;jo@quay.example&gt;</author>"), ["Jo Berg"]],
    ["an address alone", rss("<author>jo@quay.example</author>"), []],
    ["a name alone", rss("<author>Jo Berg</author>"), ["Jo Berg"]],
    ["a handle", rss("<dc:creator>@joberg</dc:creator>"), ["@joberg"]],
    [
      "Dublin Core's, each",
      rss(
        "<author>jo@quay.example (J)</author><dc:creator>Jo Berg</dc:creator><dc:creator>Ann Lee</dc:creator>",
      ),
      ["Jo Berg", "Ann Lee"],
    ],
    ["Apple's", rss("<itunes:author>Quay Radio</itunes:author>"), ["Quay Radio"]],
    [
      "Atom's",
      atom(
        "<author><name>Jo Berg</name><email>jo@quay.example</email></author><author><name>Ann Lee</name></author>",
      ),
      ["Jo Berg", "Ann Lee"],
    ],
    ["an address for a name", atom("<author><name>jo@quay.example</name></author>"), []],
    [
      "the feed's, where an entry names none",
      '<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Quay</name></author><entry><title>T</title></entry></feed>',
      ["Quay"],
    ],
    ["the feed's in JSON", '{"authors":[{"name":"Quay"}],"items":[{"title":"T"}]}', ["Quay"]],
    [
      "JSON Feed 1's",
      '{"author":{"name":"Quay"},"items":[{"title":"T","author":{"name":"Jo Berg"}}]}',
      ["Jo Berg"],
    ],
  ])("%s", (_, text, names) => {
    expect(submissionOf(text).authors.map(({ name }) => name)).toEqual(names);
  });

  it("have pages", () => {
    const text = atom("<author><name>Jo Berg</name><uri>https://jo.example/</uri></author>");
    expect(submissionOf(text).authors).toEqual([
      { name: "Jo Berg", url: "https://jo.example/", avatar: null },
    ]);
  });
});

describe("tags", () => {
  it.each([
    [
      "RSS",
      rss("<category>Tides</category><category domain='x'> </category><dc:subject>Sea</dc:subject>"),
      ["Tides", "Sea"],
    ],
    ["Atom", atom('<category term="tides" label="Tides"/><category term="sea"/>'), ["Tides", "sea"]],
    [
      "Blogger",
      atom(
        '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><category term="sea"/>',
      ),
      ["sea"],
    ],
    ["Apple", rss("<itunes:keywords>Tides, Sea</itunes:keywords>"), ["Tides", " Sea"]],
    ["JSON Feed", '{"items":[{"title":"T","tags":["Tides","Sea"]}]}', ["Tides", "Sea"]],
  ])("of %s", (_, text, tags) => {
    expect(submissionOf(text).tags).toEqual(tags);
  });
});

describe("files", () => {
  const file = { title: null, lengthBytes: null, durationSeconds: null };
  it.each([
    [
      "an enclosure",
      rss(
        '<enclosure url="https://q.example/1.mp3" type="audio/mpeg" length="123"/><itunes:duration>1:02:03</itunes:duration>',
      ),
      [
        {
          ...file,
          url: "https://q.example/1.mp3",
          mediaType: "audio/mpeg",
          lengthBytes: 123,
          durationSeconds: 3723,
        },
      ],
    ],
    [
      "an enclosure that says nothing of itself",
      rss('<enclosure url="https://q.example/1.M4A?x=1" length="0"/>'),
      [{ ...file, url: "https://q.example/1.M4A?x=1", mediaType: "audio/mp4" }],
    ],
    [
      "an enclosure of no known kind",
      rss('<enclosure url="https://q.example/1" type="mp3"/>'),
      [{ ...file, url: "https://q.example/1", mediaType: "application/octet-stream" }],
    ],
    [
      "Atom's",
      atom('<link rel="enclosure" href="https://q.example/1.pdf" type="application/pdf" title="Table"/>'),
      [{ ...file, url: "https://q.example/1.pdf", mediaType: "application/pdf", title: "Table" }],
    ],
    [
      "Media RSS, once",
      rss(
        '<enclosure url="https://q.example/1.mp4" type="video/mp4"/><media:content url="https://q.example/1.mp4" type="video/mp4" duration="60"/>',
      ),
      [{ ...file, url: "https://q.example/1.mp4", mediaType: "video/mp4" }],
    ],
  ])("%s", (_, text, attachments) => {
    expect(submissionOf(text).attachments).toEqual(attachments);
  });

  it.each([
    [
      "Media RSS's with its size",
      rss(
        '<media:content url="https://q.example/1.jpg" medium="image" width="800" height="600"><media:credit>Ann Lee</media:credit></media:content><media:thumbnail url="https://q.example/s.jpg"/>',
      ),
      { image: "https://q.example/1.jpg", imageWidth: 800, imageHeight: 600 },
    ],
    [
      "a thumbnail in a group",
      atom('<media:group><media:thumbnail url="https://q.example/s.jpg"/></media:group>'),
      { image: "https://q.example/s.jpg", imageWidth: null },
    ],
    [
      "no face of its author",
      rss(
        '<media:content url="https://1.gravatar.com/avatar/0?s=96" medium="image"/><media:content url="https://q.example/1.jpg" medium="image"/>',
      ),
      { image: "https://q.example/1.jpg" },
    ],
    [
      "an episode's",
      rss('<itunes:image href="https://q.example/1.jpg"/>'),
      { image: "https://q.example/1.jpg" },
    ],
    [
      "an item's",
      rss("<image><url>https://q.example/1.jpg</url></image>"),
      { image: "https://q.example/1.jpg" },
    ],
    [
      "an enclosed one, which is no attachment then",
      rss('<enclosure url="https://q.example/1.jpg" type="image/jpeg"/>'),
      { image: "https://q.example/1.jpg", attachments: [] },
    ],
    [
      "JSON Feed's",
      '{"items":[{"title":"T","banner_image":"https://q.example/1.jpg"}]}',
      { image: "https://q.example/1.jpg" },
    ],
  ])("a picture: %s", (_, text, expected) => {
    expect(submissionOf(text)).toMatchObject(expected);
  });
});

describe("an episode", () => {
  it("has its number, season, kind and what is written of it", () => {
    const text =
      rss(`<title>T</title><itunes:episode>3</itunes:episode><itunes:season>2</itunes:season><itunes:episodeType>Bonus</itunes:episodeType>
      <itunes:explicit>clean</itunes:explicit><podcast:transcript url="/3.vtt" type="text/vtt" language="en"/><podcast:chapters url="/3.json" type="application/json+chapters"/>`);
    expect(draftOf(text).episode).toEqual({
      number: 3,
      season: 2,
      type: "bonus",
      explicit: false,
      transcripts: [{ url: "https://quay.example/3.vtt", mediaType: "text/vtt", language: "en" }],
      chapters: { url: "https://quay.example/3.json", mediaType: "application/json+chapters" },
    });
  });
});

describe("language", () => {
  it.each([
    [
      "the channel's",
      "<rss><channel><language>en-us</language><item><title>T</title></item></channel></rss>",
      "en-US",
    ],
    ["the item's", rss("<title>T</title><dc:language>de</dc:language>"), "de"],
    ["xml:lang of the feed", atom("<title>T</title>", 'xml:lang="fr"'), "fr"],
    [
      "xml:lang of the text, before the feed's",
      atom('<title>T</title><content xml:lang="de">x</content>', 'xml:lang="fr"'),
      "de",
    ],
    ["none", atom("<title>T</title>"), null],
    [
      "none that is known",
      "<rss><channel><language>English!</language><item><title>T</title></item></channel></rss>",
      null,
    ],
    ["JSON Feed's", '{"language":"en","items":[{"title":"T","language":"nl"}]}', "nl"],
  ])("%s", (_, text, language) => {
    expect(draftOf(text).language).toBe(language);
  });
});

describe("a relative address", () => {
  const TEXT = "&lt;p&gt;&lt;img src='a.png'&gt;&lt;/p&gt;";
  it.each([
    [
      "is relative to xml:base",
      rss(`<link>one</link><description>${TEXT}</description>`, 'xml:base="https://base.example/x/"'),
      null,
      "https://base.example/x/one",
      "https://base.example/x/a.png",
    ],
    [
      "of a link to the channel's page, of a text to the item's",
      rss(`<link>/one/</link><description>${TEXT}</description>`),
      null,
      "https://quay.example/one/",
      "https://quay.example/one/a.png",
    ],
    [
      "of Atom to where the feed is",
      atom(`<title>T</title><link href="one/"/><content type="html">${TEXT}</content>`),
      "https://feed.example/x/atom.xml",
      "https://feed.example/x/one/",
      "https://feed.example/x/one/a.png",
    ],
    [
      "of Atom to the innermost xml:base",
      atom(
        `<title>T</title><link href="one/"/><content type="html" xml:base="in/">${TEXT}</content>`,
        'xml:base="https://base.example/x/"',
      ),
      null,
      "https://base.example/x/one/",
      "https://base.example/x/in/a.png",
    ],
    [
      "of JSON Feed to its page",
      '{"home_page_url":"https://quay.example/","items":[{"url":"one/","content_html":"<p><img src=a.png></p>"}]}',
      null,
      "https://quay.example/one/",
      "https://quay.example/one/a.png",
    ],
  ])("%s", (_, text, feedUrl, url, picture) => {
    const draft = draftOf(text, feedUrl);
    expect(draft.sourceUrl).toBe(url);
    expect(draft.contentHtml + JSON.stringify(draft.image)).toContain(picture);
  });
});

describe("what it is about, and when", () => {
  it.each([
    [
      "a link of RSS that a burner put elsewhere",
      '<rss xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><link>https://burner.example/1</link><f:origLink>https://quay.example/1</f:origLink></item></channel></rss>',
      { id: "https://burner.example/1", url: "https://quay.example/1" },
    ],
    [
      "a related link of RSS",
      rss('<title>T</title><a:link rel="related" href="https://tides.example/"/>'),
      { externalUrl: "https://tides.example/" },
    ],
    [
      "a related link of Atom",
      atom('<link rel="related" href="https://tides.example/"/>'),
      { externalUrl: "https://tides.example/", url: null },
    ],
    [
      "the page, of several alternates",
      atom(
        '<link rel="alternate" type="application/json" href="https://q.example/1.json"/><link rel="alternate" type="text/html" href="https://q.example/1"/>',
      ),
      { url: "https://q.example/1" },
    ],
    [
      "a page by the relation's whole name",
      atom('<link rel="http://www.iana.org/assignments/relation/alternate" href="https://q.example/1"/>'),
      { url: "https://q.example/1" },
    ],
    [
      "a date of change alone, which is that of publication too",
      atom("<updated>2026-11-20T11:00:00Z</updated>"),
      { datePublished: "2026-11-20T11:00:00Z", dateModified: "2026-11-20T11:00:00Z" },
    ],
    [
      "a date of change in RSS",
      rss("<pubDate>Fri, 20 Nov 2026 10:05:00 GMT</pubDate><a:updated>2026-11-20T11:00:00Z</a:updated>"),
      { datePublished: "2026-11-20T10:05:00Z", dateModified: "2026-11-20T11:00:00Z" },
    ],
  ])("%s", (_, text, expected) => {
    expect(submissionOf(text)).toMatchObject(expected);
  });
});

describe("a draft", () => {
  it.each([
    [
      "of AtomPub",
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:p="http://www.w3.org/2007/app"><entry><title>T</title><p:control><p:draft>yes</p:draft></p:control></entry></feed>',
    ],
    ["of a WordPress export", rss("<title>T</title><wp:status>draft</wp:status>")],
    ["of a WordPress export, to be looked at", rss("<title>T</title><wp:status>pending</wp:status>")],
  ])("%s stays one", (_, text) => {
    expect(submissionOf(text).status).toBe("draft");
  });

  it("is nothing that is out", () => {
    expect(submissionOf(rss("<title>T</title><wp:status>publish</wp:status>")).status).toBeNull();
  });
});

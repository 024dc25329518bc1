// What was embedded in an article is a component on its AMP page, and valid.

import { beforeAll, describe, expect, it } from "vitest";
import { sanitize } from "../../src/ingest/html/sanitize.ts";
import type { Attachment } from "../../src/model/article.ts";
import { renderAmpPage } from "../../src/pages/amp.tsx";
import { toAmp } from "../../src/pages/amp-content.ts";
import { aFeed, anArticle } from "../articles.ts";
import { loadAmpValidator } from "./validator.ts";

let faultsIn: (html: string) => string[];
beforeAll(async () => {
  faultsIn = await loadAmpValidator();
});

const page = (over: Parameters<typeof anArticle>[0]) =>
  renderAmpPage({
    article: anArticle(over),
    feed: aFeed({ icon: "https://n.example/64.png" }),
    publicOrigin: "https://wire.example",
  });

const YOUTUBE =
  '<figure><a href="https://www.youtube.com/watch?v=a-B_c1234Zz&amp;t=90"><img src="https://i.ytimg.com/vi/a-B_c1234Zz/hqdefault.jpg" alt="A &quot;gauge&quot; at work" width="480" height="360" /></a><figcaption>The gauge</figcaption></figure>';
const VIMEO = '<figure><a href="https://vimeo.com/123456">A "walk" &amp; a talk</a></figure>';
const UNLISTED = '<figure><a href="https://vimeo.com/123456/abcdef0123">A walk</a></figure>';
const X =
  '<blockquote cite="https://x.com/i/status/1234567890"><p lang="en" dir="ltr">The stone is <a href="https://t.co/x">right</a>.<br />Yes.</p><p>— Harbour Office (@office) <a href="https://twitter.com/office/status/1234567890?ref_src=twsrc%5Etfw">November 20, 2026</a></p></blockquote>';

describe("an embed", () => {
  it.each([
    [
      "YouTube's",
      YOUTUBE,
      "amp-youtube",
      '<figure><amp-youtube data-videoid="a-B_c1234Zz" layout="responsive" width="16" height="9" data-param-start="90" title="A &quot;gauge&quot; at work"></amp-youtube><figcaption>The gauge</figcaption></figure>',
    ],
    [
      "Vimeo's",
      VIMEO,
      "amp-vimeo",
      '<figure><amp-vimeo data-videoid="123456" layout="responsive" width="16" height="9" title="A &quot;walk&quot; &amp; a talk"></amp-vimeo><figcaption>A "walk" &amp; a talk</figcaption></figure>',
    ],
    [
      "X's",
      X,
      "amp-twitter",
      '<amp-twitter data-tweetid="1234567890" layout="responsive" width="375" height="472"><blockquote placeholder="" cite="https://x.com/i/status/1234567890"><p lang="en" dir="ltr">The stone is <a href="https://t.co/x">right</a>.<br />Yes.</p><p>— Harbour Office (@office) <a href="https://twitter.com/office/status/1234567890?ref_src=twsrc%5Etfw">November 20, 2026</a></p></blockquote></amp-twitter>',
    ],
  ])("of %s is its component", (_, html, component, expected) => {
    expect(sanitize(html, null).html).toBe(html); // the form is one that articles hold
    const { html: amp, components } = toAmp(html);
    expect(amp).toBe(expected);
    expect(components).toEqual([component]);
  });

  it.each([
    ["has no caption that says no more than its name", VIMEO.replace(/>A .*?</, ">Vimeo<"), []],
    [
      "keeps the caption that it has",
      VIMEO.replace("</a>", "</a>\n<figcaption>c</figcaption>"),
      ["<figcaption>c</figcaption>"],
    ],
  ])("of Vimeo's %s", (_, html, captions) => {
    const amp = toAmp(html).html;
    expect(amp).toContain("<amp-vimeo");
    expect(amp.match(/<figcaption>.*?<\/figcaption>/g) ?? []).toEqual(captions);
    expect(faultsIn(page({ contentHtml: html }))).toEqual([]);
  });

  it.each([
    [
      '<iframe width="560" height="315" src="https://www.youtube.com/embed/a-B_c1234Zz?start=90" title="The gauge" allowfullscreen></iframe>',
      "amp-youtube",
    ],
    [
      '<figure><iframe src="https://player.vimeo.com/video/123456"></iframe><figcaption>c</figcaption></figure>',
      "amp-vimeo",
    ],
    [
      '<blockquote class="twitter-tweet" data-dnt="true"><p lang="en" dir="ltr">The stone is right. <a href="https://t.co/x">pic</a></p>&mdash; Office (@office) <a href="https://twitter.com/office/status/1234567890?ref_src=twsrc%5Etfw">November 20, 2026</a></blockquote> <script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>',
      "amp-twitter",
    ],
  ])("that a publisher sends as %s is %s", (html, component) => {
    const contentHtml = sanitize(`<p>a</p>${html}<p>b</p>`, null).html;
    expect(toAmp(contentHtml).components).toEqual([component]);
    expect(faultsIn(page({ contentHtml }))).toEqual([]);
  });

  it("is one in another language, and with another of X's addresses", () => {
    const html =
      YOUTUBE.replace("<figure>", '<figure lang="de">').replace("<figcaption>", "\n<figcaption>") +
      X.replace("<blockquote", '<blockquote dir="ltr" lang="en"').replace(
        "//twitter.com",
        "//mobile.twitter.com",
      );
    expect(toAmp(html).components).toEqual(["amp-youtube", "amp-twitter"]);
    expect(faultsIn(page({ contentHtml: html }))).toEqual([]);
  });

  it("is valid with its script, which is there once", () => {
    const html = `<p>a</p>${YOUTUBE}<p>b</p>${YOUTUBE}${VIMEO}${X}${X}`;
    const amp = page({ contentHtml: html });
    expect(faultsIn(amp)).toEqual([]);
    for (const component of ["amp-youtube", "amp-vimeo", "amp-twitter"])
      expect(amp.split(`custom-element="${component}"`)).toHaveLength(2);
  });

  it.each([
    ["an unlisted film", UNLISTED],
    ["a link in a sentence", '<p>See <a href="https://www.youtube.com/watch?v=a-B_c1234Zz">this</a>.</p>'],
    ["a link to Vimeo in a sentence", '<p>See <a href="https://vimeo.com/123456">this</a>.</p>'],
    ["a film whose poster is another's", YOUTUBE.replace("/vi/a-B_c1234Zz/", "/vi/other/")],
    ["a poster from elsewhere", YOUTUBE.replace("i.ytimg.com", "n.example")],
    ["a figure with more in it", YOUTUBE.replace("<figure>", "<figure><p>x</p>")],
    ["a figure with more behind the film", VIMEO.replace("</a>", "</a><p>x</p>")],
    ["a quotation of a post without its address", X.replace(/<a href="https:\/\/twitter.*?<\/a>/, "")],
    [
      "a quotation with another post's address",
      X.replace("office/status/1234567890", "office/status/12345678901"),
    ],
    ["a quotation in a quotation", X.replace("<p lang", "<blockquote><p>x</p></blockquote><p lang")],
  ])("isn't %s", (_, html) => {
    const { html: amp, components } = toAmp(html);
    expect(components).toEqual([]);
    expect(amp).not.toMatch(/<amp-(?:youtube|vimeo|twitter)/);
    expect(amp).toContain("<a href=");
    expect(faultsIn(page({ contentHtml: html }))).toEqual([]);
  });

  it("can't be brought in as a component", () => {
    expect(toAmp('<amp-youtube data-videoid="x"></amp-youtube><p>x</p>').html).not.toContain("amp-youtube");
  });
});

describe("a picture", () => {
  const picture = (sizes: string) =>
    toAmp(`<figure><img src="https://n.example/a.png" alt="a"${sizes} /></figure>`).html;

  it("with sizes is never larger than it is", () => {
    expect(picture(' width="120" height="90"')).toBe(
      '<figure><amp-img src="https://n.example/a.png" alt="a" width="120" height="90" layout="intrinsic"></amp-img></figure>',
    );
  });

  it("at the head of an article has a box of the usual shape without", () => {
    const image = { url: "https://n.example/a.png", alt: "a", width: null, height: null };
    expect(page({ image: { ...image, caption: null, credit: null } })).toContain(
      '<amp-img src="https://n.example/a.png" alt="a" width="16" height="9" layout="responsive" class="boxed"></amp-img>',
    );
  });

  it("without has a box", () => {
    expect(picture("")).toBe(
      '<figure><amp-img src="https://n.example/a.png" alt="a" width="3" height="2" layout="responsive" class="boxed"></amp-img></figure>',
    );
  });
});

describe("an attachment", () => {
  const attachment = (url: string, mediaType: string): Attachment => ({
    url,
    mediaType,
    title: "T",
    lengthBytes: 1,
    durationSeconds: 1,
  });

  it("is played over https, and else a link", () => {
    const amp = page({
      attachments: [
        attachment("https://n.example/a.mp3", "audio/mpeg"),
        attachment("https://n.example/a.mp4", "video/mp4"),
        attachment("http://n.example/b.mp3", "audio/mpeg"),
        attachment("https://n.example/c.pdf", "application/pdf"),
      ],
    });
    expect(faultsIn(amp)).toEqual([]);
    expect(amp).toContain('<amp-audio src="https://n.example/a.mp3"');
    expect(amp).toContain('<amp-video src="https://n.example/a.mp4"');
    expect(amp).not.toContain('<amp-audio src="http:');
    expect(amp).toContain('<a href="http://n.example/b.mp3"');
    expect(amp.split('custom-element="amp-audio"')).toHaveLength(2);
  });
});

it("AMP's own parameter is in no address of the page", () => {
  const url = "https://n.example/?__amp_source_origin=x";
  const amp = page({
    sourceUrl: url,
    externalUrl: url,
    image: { url, alt: "", width: 10, height: 10, caption: "c", credit: null },
    authors: [{ name: "Desk", url, avatar: null }],
    attachments: [{ url, mediaType: "audio/mpeg", title: null, lengthBytes: null, durationSeconds: null }],
  });
  expect(faultsIn(amp)).toEqual([]);
});

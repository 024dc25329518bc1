import { describe, expect, it } from "vitest";
import { plainOf } from "../../src/ingest/plain.ts";

describe("text that came as HTML becomes the text that was meant", () => {
  it.each([
    ["<em>Nature</em> is out", "Nature is out"],
    ["Q&amp;A: the caf&eacute; &#8220;Sea&#x201d;", "Q&A: the café “Sea”"],
    ["<p>One.</p><p>Two.</p>", "One. Two."],
    ["One<br>Two", "One Two"],
    ["<script>alert(1)</script>News", "News"],
    ["<img src=x onerror=alert(1)>News", "News"],
    ['<a href="javascript:alert(1)">News</a>', "News"],
    ["<b>&lt;tide&gt;</b>", "<tide>"],
    ["Q&amp;A: why a<b matters", "Q&A: why a<b matters"],
    ["Prices &amp; wages <rise in June", "Prices & wages <rise in June"],
    ["5 <script &lt; 6", "5 <script < 6"],
  ])("%j", (html, text) => {
    expect(plainOf(html).text).toBe(text);
  });
});

describe("text that only looks a little like HTML stays to the letter", () => {
  it.each([
    "How to use the <b> tag",
    "a < b and c > d",
    "R&D; more & more",
    "AT&T",
    "I <3 the sea",
    "List<String> and Map<Key, Value>",
    "if x<y then y>x",
    "</b> closes nothing",
  ])("%j", (text) => {
    expect(plainOf(text)).toEqual({ text, hadMarkup: false });
  });
});

it("is done in time that grows with the length alone", () => {
  for (const hostile of ["<a ", "<b>", "</b>", "&amp", "<a x=", "&#", "<aaaaaaaaaaaaaaaa", "aaaaaaaa"])
    expect(plainOf(`<${hostile.repeat(10_000)}`).text.length).toBeLessThanOrEqual(
      hostile.length * 10_000 + 1,
    );
});

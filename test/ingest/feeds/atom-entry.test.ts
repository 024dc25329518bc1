// application/atom+xml;type=entry, as AtomPub sends it.

import { describe, expect, it } from "vitest";
import { readAtomEntry } from "../../../src/ingest/feeds/read-atom-entry.ts";

const entry = (inside: string): string =>
  `<?xml version="1.0"?>\n<entry xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app">\n${inside}\n</entry>`;

describe("an entry alone", () => {
  it("is read as one of a feed is", () => {
    const read = readAtomEntry(
      entry(
        '<id>urn:tide:1</id><title>The tide is in</title><updated>2026-11-20T10:05:00Z</updated><author><name>Jo Berg</name></author><content type="html">&lt;p&gt;Mind the step.&lt;/p&gt;</content>',
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        id: "urn:tide:1",
        title: "The tide is in",
        contentHtml: "<p>Mind the step.</p>",
        authors: [{ name: "Jo Berg" }],
        dateModified: "2026-11-20T10:05:00Z",
      },
    });
  });

  it.each([
    ["yes", "draft"],
    ["no", null],
    ["", null],
  ])("has the status of app:draft %j: %j", (draft, status) => {
    const read = readAtomEntry(
      entry(`<title>T</title><app:control><app:draft>${draft}</app:draft></app:control>`),
    );
    expect(read).toMatchObject({ ok: true, value: { status } });
  });

  it.each([
    ["a feed", '<feed xmlns="http://www.w3.org/2005/Atom"/>', { kind: "feed_unknown", found: "<feed>" }],
    [
      "an entry of something else",
      '<x:entry xmlns:x="urn:x"/>',
      { kind: "feed_unknown", found: "<x:entry>" },
    ],
    [
      "what is cut off",
      entry("<title>T").slice(0, -10),
      { kind: "xml_invalid", line: 3, reason: "<title> is not closed" },
    ],
    ["no XML", "title: T", { kind: "xml_invalid", line: 1, reason: "there is no element" }],
    [
      "declarations",
      `<!DOCTYPE entry [<!ENTITY x "y">]>${entry("<title>&x;</title>")}`,
      { kind: "xml_invalid", line: 1, reason: "a document type must not declare anything" },
    ],
  ])("is refused where it is %s", (_, text, error) => {
    expect(readAtomEntry(text)).toMatchObject({ ok: false, error });
  });
});

// Headers that the server of http.test.ts doesn't send.

import { describe, expect, it } from "vitest";
import { checkHeaders, targetsOf } from "../../scripts/doctor/http/headers.ts";
import { headersAt } from "./feed-server.ts";

describe("headers", () => {
  const links = { self: ["https://n.example/feed.xml"], hubs: ["https://hub.example/"] };
  const found = (changes: Readonly<Record<string, string>>) =>
    checkHeaders(new Headers({ ...headersAt("https://n.example"), ...changes }), "rss", links).map(
      ({ level, rule }) => `${level} ${rule}`,
    );
  const both = '<https://n.example/feed.xml>; rel="self", <https://hub.example/>; rel="hub"';

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["both links", { Link: both }, []],
    ["no hub", {}, ["warning http-link-hub"]],
    ["no self beside a hub", { Link: '<https://hub.example/>; rel="hub"' }, ["warning http-link-self"]],
    ["a tag without quotes", { Link: both, ETag: "tide-1" }, ["error http-etag"]],
    ["a weak tag", { Link: both, ETag: 'W/"tide-1"' }, ["advice http-etag-weak"]],
    ["a date of another form", { Link: both, "Last-Modified": "2026-11-24" }, ["error http-last-modified"]],
    ["Expires in the past", { Link: both, Expires: "Thu, 01 Jan 1970 00:00:00 GMT" }, []],
  ])("with %s", (_, changes, findings) => {
    expect(found(changes)).toEqual(findings);
  });

  it("asks no charset of JSON", () => {
    const json = { ...headersAt("https://n.example"), "Content-Type": "application/feed+json" };
    expect(checkHeaders(new Headers(json), "json", { self: [], hubs: [] })).toEqual([]);
  });

  it.each([
    ['<https://a.example/>; rel="self"', ["https://a.example/"]],
    ["<https://a.example/>;rel=self", ["https://a.example/"]],
    ['<https://a.example/?a=1,2>; title="a, b"; rel="alternate self"', ["https://a.example/?a=1,2"]],
    ['<https://a.example/>; rel="hub", <https://b.example/>; rel="SELF"', ["https://b.example/"]],
    ['<https://a.example/>; rel="itself"', []],
    [null, []],
  ])("reads %s", (link, targets) => {
    expect(targetsOf(link, "self")).toEqual(targets);
  });
});

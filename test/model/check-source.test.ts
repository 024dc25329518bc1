import { describe, expect, it } from "vitest";
import { checkFeeds } from "../../src/model/check-feed.ts";
import { aDefinition } from "../articles.ts";

const GHOST = { name: "ghost", adapter: "ghost", scheme: "ghost", secret: "GHOST_SECRET" };
const GENERIC = { ...GHOST, adapter: "generic", fields: { id: "/id" } };

const complaintsAbout = (...sources: readonly unknown[]): string => {
  const checked = checkFeeds([{ ...aDefinition(), sources }]);
  return checked.ok ? "" : checked.error.join("\n");
};

describe("a source", () => {
  it.each([
    ["of each system", GHOST],
    [
      "with a former secret",
      { ...GHOST, formerSecret: { secret: "OLD_SECRET", until: "2026-12-01T00:00:00Z" } },
    ],
    [
      "with a token in a header",
      { ...GHOST, adapter: "strapi", model: "article", scheme: "header", header: "X-Token" },
    ],
    [
      "with a map of fields",
      {
        ...GENERIC,
        fields: { id: ["/id", ""], url: "https://news.example/{/slug}", image: ["/image/url", "/image"] },
        each: "",
        only: { at: "/event", is: ["saved"] },
      },
    ],
    [
      "with an address made of its fields",
      {
        ...GHOST,
        adapter: "contentful",
        contentTypes: ["post"],
        locale: "en-US",
        articleUrl: "https://n.example/{slug}",
      },
    ],
  ])("%s is taken", (_, source) => {
    expect(complaintsAbout(source)).toBe("");
  });

  it.each([
    [{ ...GHOST, name: "My Ghost" }, "sources[0].name must be lower-case letters"],
    [{ ...GHOST, adapter: "drupal" }, 'sources[0].adapter must be "ghost" or "wordpress"'],
    [{ ...GHOST, scheme: "none" }, 'sources[0].scheme must be "standard-webhooks" or'],
    [{ ...GHOST, secret: "s3cr3t" }, "sources[0].secret must be the name of a secret in capitals"],
    [{ ...GHOST, scheme: "header" }, "sources[0].header must be the name of a header"],
    [
      { ...GHOST, header: "X-Token" },
      "sources[0].header must be left out: the fields are name, adapter, scheme, secret, formerSecret",
    ],
    [
      { ...GHOST, formerSecret: { secret: "OLD_SECRET", until: "soon" } },
      "sources[0].formerSecret.until must be a time with its zone",
    ],
    [{ ...GENERIC, fields: {} }, "sources[0].fields.id must be a JSON Pointer"],
    [{ ...GENERIC, fields: { id: "id" } }, "sources[0].fields.id must be a JSON Pointer"],
    [{ ...GENERIC, fields: { id: "/id", title: "/a~2b" } }, "sources[0].fields.title must be a JSON Pointer"],
    [
      { ...GENERIC, fields: { id: "/id", url: "https://n.example/{slug}" } },
      "sources[0].fields.url must be a JSON Pointer",
    ],
    [
      { ...GENERIC, fields: { id: "https://n.example/posts" } },
      "sources[0].fields.id must be a JSON Pointer",
    ],
    [
      { ...GENERIC, fields: { id: "https://n.example/{/a{/b}}" } },
      "sources[0].fields.id must be a JSON Pointer",
    ],
    [{ ...GENERIC, fields: { id: "/id", headline: "/t" } }, "sources[0].fields.headline must be left out"],
    [{ ...GENERIC, only: { at: "/event", is: [] } }, "sources[0].only.is must be a list with at least 1"],
    [{ ...GHOST, adapter: "contentful", contentTypes: ["a"] }, "sources[0].locale must be a text"],
    [
      { ...GHOST, adapter: "strapi", model: "article", articleUrl: "https://{host}/a" },
      "sources[0].articleUrl must be an absolute http or https URL with a field in braces",
    ],
    ["ghost", "sources[0] must be an object with name, adapter, scheme, secret"],
  ])("%j is not", (source, complaint) => {
    expect(complaintsAbout(source)).toContain(`feeds/world.ts: ${complaint}`);
  });

  it("has a name of its own", () => {
    expect(complaintsAbout(GHOST, GENERIC)).toBe(
      "feeds/world.ts: sources must be each name once: it is the hook's address",
    );
  });
});

// What Micropub makes of an article, and must not lose of it.

import { describe, expect, it } from "vitest";
import { accepted, reading, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { ask, create, createdAt, errorOf, sendForm, sendJson, sourceOf } from "./micropub-client.ts";

const update = (feed: string, body: Readonly<Record<string, unknown>>): Promise<Response> =>
  sendJson(feed, { action: "update", ...body });

const articleOf = async (feed: string, url: string) => (await reading(feed, url.slice(-16))).article;

describe("an update", () => {
  it("leaves alone what Micropub has no word for", async () => {
    const feed = freshFeed();
    const { url } = await accepted(feed, {
      id: "harbour-1",
      url: "https://publisher.test/harbour",
      title: "The harbour",
      content_html: '<p>Mind the <a href="/step">step</a>.</p>',
      language: "de-DE",
      image: "https://publisher.test/1.jpg",
      image_caption: "At noon",
      image_credit: "Harbour Archive",
      image_width: 16,
      image_height: 9,
      episode: 7,
      date_published: "2026-11-20T10:05:00Z",
      attachments: [
        { url: "https://publisher.test/1.mp3", mime_type: "audio/mpeg", size_in_bytes: 99, title: "Sound" },
        { url: "https://publisher.test/1.pdf", mime_type: "application/pdf" },
      ],
    });
    const before = await articleOf(feed, url);
    const photo = [{ value: "https://publisher.test/1.jpg" }];
    const change = { replace: { content: [{ html: '<p>Mind the <a href="/mud">mud</a>.</p>' }], photo } };
    expect((await update(feed, { url, ...change, add: { category: ["tides"] } })).status).toBe(200);
    expect(await articleOf(feed, url)).toEqual({
      ...Object(before),
      contentHtml: '<p>Mind the <a href="https://publisher.test/mud">mud</a>.</p>',
      tags: ["tides"],
      updatedAt: expect.any(Number),
    });
  });

  it("removes a file by its address, however it is described", async () => {
    const feed = freshFeed();
    const url = await create(feed, {
      content: ["x"],
      photo: ["https://a.test/1.jpg", { value: "https://a.test/2.png", alt: "Two" }],
      audio: ["https://a.test/3.mp3"],
    });
    await update(feed, { url, delete: { photo: ["https://a.test/2.png"] } });
    expect(await sourceOf(feed, url)).toMatchObject({
      photo: ["https://a.test/1.jpg"],
      audio: ["https://a.test/3.mp3"],
    });
  });

  it("keeps the address, but for an mp-slug: then says the new one", async () => {
    const feed = freshFeed();
    const url = await create(feed, { name: ["The tide"], content: ["x"] });
    const renamed = await update(feed, { url, replace: { name: ["The flood"] } });
    expect([renamed.status, renamed.headers.get("Location")]).toEqual([200, url]);
    const moved = await update(feed, { url, replace: { "mp-slug": ["flood"] } });
    const key = url.slice(-16);
    expect([moved.status, moved.headers.get("Location")]).toEqual([
      201,
      `https://wire.test/feeds/${feed}/articles/flood-${key}`,
    ]);
  });

  it("adds no second value to what has one only", async () => {
    const feed = freshFeed();
    const url = await create(feed, { name: ["One"] });
    expect(await errorOf(update(feed, { url, add: { name: ["Two"] } }))).toEqual([
      400,
      "invalid_request",
      "/add/name has a value, and can have one only: use replace.",
    ]);
  });

  it("must leave something to read, and not be older than what is there", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["x"], updated: ["2026-11-20T10:05:00Z"] });
    expect((await errorOf(update(feed, { url, delete: ["content"] })))[2]).toMatch(/^The article must have/);
    const older = update(feed, { url, replace: { content: ["y"], updated: ["2026-11-19T10:05:00Z"] } });
    expect((await errorOf(older))[2]).toMatch(/^\/updated is older/);
    expect((await sourceOf(feed, url))["content"]).toEqual(["x"]);
  });

  it("is not lost when many come at once", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["x"] });
    const tags = ["a", "b", "c", "d"];
    const answers = await Promise.all(tags.map((tag) => update(feed, { url, add: { category: [tag] } })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([...((await sourceOf(feed, url))["category"] ?? [])].sort()).toEqual(tags);
  });

  it("brings nothing back that was withdrawn, nor an undelete what was erased", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["x"] });
    await sendJson(feed, { action: "delete", url });
    const change = update(feed, { url, replace: { content: ["y"] } });
    expect((await errorOf(change))[2]).toBe("This article was withdrawn. Undelete it first.");
    expect((await ask(feed, `?q=source&url=${encodeURIComponent(url)}`)).status).toBe(400);
    await withdraw(feed, url.slice(-16), {}, "?purge=1");
    const undelete = sendJson(feed, { action: "undelete", url });
    expect((await errorOf(undelete))[2]).toBe("This article was erased: nothing of it is left.");
  });
});

describe("a create", () => {
  it("sent again is the same article; with a key or a date of its own it is another", async () => {
    const feed = freshFeed();
    const at = (day: number) =>
      create(feed, { content: ["Good morning"], published: [`2026-11-0${day}T08:00:00Z`] });
    const first = await at(1);
    expect(await at(1)).toBe(first);
    expect(await at(2)).not.toBe(first);
    const keyed = (key: string) =>
      createdAt(sendForm(feed, "content=Good+morning", { headers: { "Idempotency-Key": key } }));
    const one = await keyed("one");
    expect(await keyed("one")).toBe(one);
    expect(await keyed("two")).not.toBe(one);
  });

  it("replays a key, and refuses it with another request", async () => {
    const feed = freshFeed();
    const headers = { "Idempotency-Key": "k" };
    await createdAt(sendForm(feed, "content=One", { headers }));
    const again = await sendForm(feed, "content=One", { headers });
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    const other = sendForm(feed, "content=Two", { headers });
    expect((await errorOf(other)).slice(0, 2)).toEqual([400, "invalid_request"]);
    const unusable = sendForm(feed, "content=Two", { headers: { "Idempotency-Key": "a b" } });
    expect((await errorOf(unusable))[0]).toBe(400);
  });

  it("says what it had no use for, and what of a link and an author it read", async () => {
    const feed = freshFeed();
    const author = { type: ["h-card"], properties: { name: ["Harbour Desk"], url: ["https://a.test/desk"] } };
    const properties = {
      name: ["A link"],
      "in-reply-to": [{ type: ["h-cite"], properties: { url: ["https://b.test/1"] } }],
      author: [author],
      rsvp: ["yes"],
      "mp-syndicate-to": [],
      summary: ["One.", "Two."],
    };
    const answer = await sendJson(feed, { properties });
    const { url, dropped } = await answer.json<{ url: string; dropped: unknown }>();
    expect(dropped).toEqual([
      { rule: "unknown-property", detail: "rsvp" },
      { rule: "command-not-done", detail: "mp-syndicate-to" },
      { rule: "one-value-only", detail: "summary" },
    ]);
    expect(await sourceOf(feed, url)).toMatchObject({
      "bookmark-of": ["https://b.test/1"],
      author: [author],
      summary: ["One."],
    });
  });

  it("takes mp-slug for the address, and HTML from a form", async () => {
    const feed = freshFeed();
    const body = "h=entry&name=Long+title&content[html]=<p>Mind+the+<em>step</em></p>&mp-slug=short";
    const url = await createdAt(sendForm(feed, body));
    expect(url).toMatch(/\/articles\/short-[0-9a-z]{16}$/);
    expect((await sourceOf(feed, url))["content"]).toEqual([{ html: "<p>Mind the <em>step</em></p>" }]);
  });

  it("cleans HTML as every way in does", async () => {
    const feed = freshFeed();
    const html = '<p onclick="x()">Safe</p><script>alert(1)</script>';
    const url = await create(feed, { content: [{ html }] });
    expect((await sourceOf(feed, url))["content"]).toEqual(["Safe"]);
    const named = await sendJson(
      feed,
      '{"properties":{"content":["x"],"__proto__":["y"],"constructor":["z"]}}',
    );
    expect(named.status).toBe(201);
  });
});

describe("a draft", () => {
  const stateOf = async (feed: string, url: string) => (await reading(feed, url.slice(-16))).state;

  it("stays one until it is published", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["Not yet"], "post-status": ["draft"] });
    expect(await stateOf(feed, url)).toBe("draft");
    expect((await sourceOf(feed, url))["post-status"]).toEqual(["draft"]);
    await update(feed, { url, replace: { content: ["Soon"] }, delete: ["post-status"] });
    expect(await stateOf(feed, url)).toBe("draft");
    await update(feed, { url, replace: { "post-status": ["published"] } });
    expect(await stateOf(feed, url)).toBe("live");
    expect(await sourceOf(feed, url)).toMatchObject({ content: ["Soon"], "post-status": ["published"] });
  });

  it("that was deleted is a draft again when that is taken back", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["Not yet"], "post-status": ["draft"] });
    await sendJson(feed, { action: "delete", url });
    expect(await stateOf(feed, url)).toBe("tombstone");
    await sendJson(feed, { action: "undelete", url });
    expect(await stateOf(feed, url)).toBe("draft");
  });
});

describe("a dry run", () => {
  it("answers what would come of it, and changes nothing", async () => {
    const feed = freshFeed();
    const url = await create(feed, { name: ["One"], content: ["x"] });
    const dry = (body: unknown) =>
      request(`/feeds/${feed}/micropub?dry_run=1`, {
        method: "POST",
        headers: { Authorization: "Bearer newsroom-secret", "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    const before = await reading(feed, url.slice(-16));
    for (const [body, expected] of [
      [
        { properties: { name: ["Another"] } },
        { dryRun: true, status: "accepted", article: { title: "Another" } },
      ],
      [
        { action: "update", url, replace: { name: ["Two"] } },
        { dryRun: true, article: { title: "Two", tags: [] } },
      ],
      [
        { action: "delete", url },
        { dryRun: true, status: "withdrawn" },
      ],
    ] as const) {
      const answer = await dry(body);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(expected);
    }
    expect(await reading(feed, url.slice(-16))).toMatchObject({ state: "live", article: before.article });
    const misspelt = request(`/feeds/${feed}/micropub?dry_run=yes`, {
      method: "POST",
      headers: { Authorization: "Bearer newsroom-secret" },
      body: new URLSearchParams({ content: "x" }),
    });
    expect((await errorOf(misspelt))[0]).toBe(400);
  });
});

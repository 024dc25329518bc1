// Micropub, by the cases of https://micropub.rocks (aaronpk/micropub.rocks, server
// tests), under their numbers.
//
// Left out: 700 to 702, for there is no media endpoint. Otherwise answered than
// there: 300 and 301, since a file isn't kept; 804, which asks for the 401 of the
// Recommendation, where its newer draft and RFC 6750 say 403; 805, which asks for the
// error "bad request", that no specification has.

import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { journal, reading } from "../worker/client.ts";
import { freshFeed } from "../worker/feeds.ts";
import {
  ask,
  create,
  createdAt,
  errorOf,
  sendForm,
  sendJson,
  sendMultipart,
  sourceOf,
} from "../worker/micropub-client.ts";
import type { Requirement } from "./requirement.ts";

const PICTURE = "https://media.test/sunset.jpg";
const OTHER_PICTURE = "https://media.test/city-at-night.jpg";
const aFile = (name: string) => new File([new Uint8Array([0xff, 0xd8, 0xff])], name, { type: "image/jpeg" });

/** Whether an article is withdrawn, as its journal has it. */
const isWithdrawn = async (feed: string, url: string): Promise<boolean> =>
  (await reading(feed, url.slice(-16))).state === "tombstone";

const update = async (feed: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
  const answer = await sendJson(feed, { action: "update", ...body });
  expect(answer.status, await answer.clone().text()).toBe(200);
};

/** All that a journal keeps of what was sent, and what it answered. */
const keptIn = (feed: string): Promise<string> =>
  runInDurableObject(journal(feed), (_, state) => {
    const { sql } = state.storage;
    const rows = [
      ...sql.exec<{ body: ArrayBuffer }>("SELECT body FROM submissions"),
      ...sql.exec<{ body: ArrayBuffer }>("SELECT CAST(body AS BLOB) AS body FROM answers"),
    ];
    return rows.map(({ body }) => new TextDecoder().decode(body)).join("\n");
  });

const CASES: readonly Requirement<string>[] = [
  [
    "100",
    "creates an h-entry (form)",
    async (feed) => {
      const url = await createdAt(sendForm(feed, "h=entry&content=Micropub+test+of+a+basic+h-entry"));
      expect((await sourceOf(feed, url))["content"]).toEqual(["Micropub test of a basic h-entry"]);
    },
  ],
  [
    "101",
    "creates an h-entry with several categories (form)",
    async (feed) => {
      const url = await createdAt(sendForm(feed, "h=entry&content=Two&category[]=test1&category[]=test2"));
      expect((await sourceOf(feed, url))["category"]).toEqual(["test1", "test2"]);
    },
  ],
  [
    "104",
    "creates an h-entry with a photo by its address (form)",
    async (feed) => {
      const url = await createdAt(
        sendForm(feed, `h=entry&content=A+photo&photo=${encodeURIComponent(PICTURE)}`),
      );
      expect((await sourceOf(feed, url))["photo"]).toEqual([PICTURE]);
    },
  ],
  [
    "107",
    "creates an h-entry with one category, without brackets (form)",
    async (feed) => {
      const url = await createdAt(sendForm(feed, "h=entry&content=One&category=test1"));
      expect((await sourceOf(feed, url))["category"]).toEqual(["test1"]);
    },
  ],
  [
    "200",
    "creates an h-entry (JSON)",
    async (feed) => {
      const url = await create(feed, { content: ["Micropub test of a JSON h-entry"] });
      expect((await sourceOf(feed, url))["content"]).toEqual(["Micropub test of a JSON h-entry"]);
    },
  ],
  [
    "201",
    "creates an h-entry with several categories (JSON)",
    async (feed) => {
      const url = await create(feed, { content: ["Two"], category: ["test1", "test2"] });
      expect((await sourceOf(feed, url))["category"]).toEqual(["test1", "test2"]);
    },
  ],
  [
    "202",
    "creates an h-entry with HTML, which is not escaped (JSON)",
    async (feed) => {
      const html = "<p>This post has <b>bold</b> and <i>italic</i> text.</p>";
      const url = await create(feed, { content: [{ html }] });
      expect((await sourceOf(feed, url))["content"]).toEqual([{ html }]);
    },
  ],
  [
    "203",
    "creates an h-entry with a photo by its address (JSON)",
    async (feed) => {
      const url = await create(feed, { content: ["A photo"], photo: [PICTURE] });
      expect((await sourceOf(feed, url))["photo"]).toEqual([PICTURE]);
    },
  ],
  [
    "204",
    "creates an h-entry with a nested object, and stores that (JSON)",
    async (feed) => {
      const checkin = { type: ["h-card"], properties: { name: ["The Old Quay"], latitude: [45.5] } };
      const published = ["2017-05-31T12:03:36-07:00"];
      const url = await create(feed, { published, content: ["Lunch meeting"], checkin: [checkin] });
      expect((await sourceOf(feed, url))["published"]).toEqual(["2017-05-31T19:03:36.000Z"]);
      expect(await keptIn(feed)).toContain(JSON.stringify(checkin));
    },
  ],
  [
    "205",
    "creates an h-entry with a photo and its description (JSON)",
    async (feed) => {
      const photo = { value: PICTURE, alt: "Photo of a sunset" };
      const url = await create(feed, { content: ["A photo"], photo: [photo] });
      expect((await sourceOf(feed, url))["photo"]).toEqual([photo]);
    },
  ],
  [
    "206",
    "creates an h-entry with several photos by their addresses (JSON)",
    async (feed) => {
      const url = await create(feed, { content: ["Photos"], photo: [PICTURE, OTHER_PICTURE] });
      expect((await sourceOf(feed, url))["photo"]).toEqual([PICTURE, OTHER_PICTURE]);
    },
  ],
  [
    "300",
    "takes an h-entry with a photo's file (multipart), and says that the file isn't kept",
    async (feed) => {
      const answer = await sendMultipart(feed, [
        ["h", "entry"],
        ["content", "Nice sunset tonight"],
        ["photo", aFile("sunset.jpg")],
      ]);
      const { dropped } = await answer.clone().json<{ dropped: unknown }>();
      expect(dropped).toEqual([{ rule: "file-not-kept", detail: "photo: sunset.jpg" }]);
      expect(await sourceOf(feed, await createdAt(Promise.resolve(answer)))).toMatchObject({
        content: ["Nice sunset tonight"],
      });
    },
  ],
  [
    "301",
    "takes an h-entry with two photos' files (multipart), and says that they aren't kept",
    async (feed) => {
      const answer = await sendMultipart(feed, [
        ["h", "entry"],
        ["content", "This post should have two photos"],
        ["photo[]", aFile("sunset.jpg")],
        ["photo[]", aFile("city-at-night.jpg")],
      ]);
      expect(answer.status).toBe(201);
      const { dropped } = await answer.json<{ dropped: { rule: string }[] }>();
      expect(dropped.map(({ rule }) => rule)).toEqual(["file-not-kept", "file-not-kept"]);
    },
  ],
  [
    "400",
    "replaces a property",
    async (feed) => {
      const url = await create(feed, { content: ["To be replaced."], category: ["kept"] });
      await update(feed, { url, replace: { content: ["This is the updated text."] } });
      expect(await sourceOf(feed, url)).toMatchObject({
        content: ["This is the updated text."],
        category: ["kept"],
      });
    },
  ],
  [
    "401",
    "adds a value to a property",
    async (feed) => {
      const url = await create(feed, { content: ["One category"], category: ["test1"] });
      await update(feed, { url, add: { category: ["test2"] } });
      expect((await sourceOf(feed, url))["category"]).toEqual(["test1", "test2"]);
    },
  ],
  [
    "402",
    "adds a value to a property that wasn't there",
    async (feed) => {
      const url = await create(feed, { content: ["No category"] });
      await update(feed, { url, add: { category: ["test1"] } });
      expect((await sourceOf(feed, url))["category"]).toEqual(["test1"]);
    },
  ],
  [
    "403",
    "removes a value from a property",
    async (feed) => {
      const url = await create(feed, { content: ["Two"], category: ["test1", "test2"] });
      await update(feed, { url, delete: { category: ["test2"] } });
      expect((await sourceOf(feed, url))["category"]).toEqual(["test1"]);
    },
  ],
  [
    "404",
    "removes a property",
    async (feed) => {
      const url = await create(feed, { content: ["Two"], category: ["test1", "test2"] });
      await update(feed, { url, delete: ["category"] });
      expect(await sourceOf(feed, url)).not.toHaveProperty("category");
    },
  ],
  [
    "405",
    "rejects an update whose operation is no list",
    async (feed) => {
      const url = await create(feed, { content: ["Micropub update test #405."] });
      const answer = sendJson(feed, {
        action: "update",
        url,
        replace: "This is not a valid update request.",
      });
      expect(await errorOf(answer)).toEqual([
        400,
        "invalid_request",
        "/replace must be an object of properties.",
      ]);
    },
  ],
  ...(
    [
      [
        "500",
        "deletes a post (form)",
        sendForm,
        (url: string) => `action=delete&url=${encodeURIComponent(url)}`,
      ],
      ["501", "deletes a post (JSON)", sendJson, (url: string) => JSON.stringify({ action: "delete", url })],
    ] as const
  ).map(
    ([number, requirement, send, bodyOf]): Requirement<string> => [
      number,
      requirement,
      async (feed) => {
        const url = await createdAt(sendForm(feed, "h=entry&content=This+post+will+be+deleted."));
        expect((await send(feed, bodyOf(url))).status).toBe(200);
        expect(await isWithdrawn(feed, url)).toBe(true);
      },
    ],
  ),
  ...(
    [
      [
        "502",
        "undeletes a post (form)",
        sendForm,
        (url: string) => `action=undelete&url=${encodeURIComponent(url)}`,
      ],
      [
        "503",
        "undeletes a post (JSON)",
        sendJson,
        (url: string) => JSON.stringify({ action: "undelete", url }),
      ],
    ] as const
  ).map(
    ([number, requirement, send, bodyOf]): Requirement<string> => [
      number,
      requirement,
      async (feed) => {
        const url = await createdAt(sendForm(feed, "h=entry&content=Deleted+and+restored.&category=tides"));
        const before = await sourceOf(feed, url);
        expect((await sendJson(feed, { action: "delete", url })).status).toBe(200);
        expect(await isWithdrawn(feed, url)).toBe(true);
        expect((await send(feed, bodyOf(url))).status).toBe(200);
        expect(await isWithdrawn(feed, url)).toBe(false);
        expect({ ...(await sourceOf(feed, url)), updated: before["updated"] }).toEqual(before);
      },
    ],
  ),
  [
    "600",
    "answers q=config with a JSON object, without a media endpoint",
    async (feed) => {
      const answer = await ask(feed, "?q=config");
      expect(answer.status).toBe(200);
      const config = await answer.json<object>();
      expect(config).toMatchObject({ "syndicate-to": [], categories: [] });
      expect(config).not.toHaveProperty("media-endpoint");
    },
  ],
  [
    "601",
    "answers q=syndicate-to with a list",
    async (feed) => {
      const answer = await ask(feed, "?q=syndicate-to");
      expect([answer.status, await answer.json()]).toEqual([200, { "syndicate-to": [] }]);
    },
  ],
  [
    "602",
    "answers q=source with all properties, and the type",
    async (feed) => {
      const url = await create(feed, { content: ["The source content"], category: ["micropub", "test"] });
      const answer = await ask(feed, `?q=source&url=${encodeURIComponent(url)}`);
      expect([answer.status, await answer.json()]).toMatchObject([
        200,
        {
          type: ["h-entry"],
          properties: { content: ["The source content"], category: ["micropub", "test"], url: [url] },
        },
      ]);
    },
  ],
  [
    "603",
    "answers q=source with the properties that were asked for, and nothing else",
    async (feed) => {
      const url = await create(feed, { content: ["The source content"], category: ["micropub", "test"] });
      const query = `?q=source&properties[]=content&properties[]=category&url=${encodeURIComponent(url)}`;
      expect(await (await ask(feed, query)).json()).toEqual({
        properties: { content: ["The source content"], category: ["micropub", "test"] },
      });
    },
  ],
  [
    "800",
    "takes the token from the header",
    async (feed) => {
      await createdAt(sendForm(feed, "h=entry&content=A+token+in+the+header"));
    },
  ],
  [
    "801",
    "takes the token from the body",
    async (feed) => {
      const body = "h=entry&content=A+token+in+the+body&access_token=newsroom-secret";
      await createdAt(sendForm(feed, body, { token: null }));
    },
  ],
  [
    "802",
    "does not store the token",
    async (feed) => {
      const body = "h=entry&content=A+token+in+the+body&access_token=newsroom-secret";
      const url = await createdAt(sendForm(feed, body, { token: null }));
      expect(JSON.stringify(await sourceOf(feed, url))).not.toMatch(/newsroom-secret|access_token/);
      const kept = await keptIn(feed);
      expect(kept).toContain("A token in the body");
      expect(kept).not.toMatch(/newsroom-secret|access_token/);
    },
  ],
  [
    "803",
    "rejects a request without a token",
    async (feed) => {
      const answer = sendForm(feed, "h=entry&content=Not+to+be+created.", { token: null });
      expect((await errorOf(answer)).slice(0, 2)).toEqual([401, "unauthorized"]);
    },
  ],
  [
    "804",
    "rejects a token that may not create",
    async () => {
      const answer = sendForm("only-update", "h=entry&content=Not+to+be+created.", { token: "desk-secret" });
      expect((await errorOf(answer)).slice(0, 2)).toEqual([403, "insufficient_scope"]);
    },
  ],
  [
    "805",
    "rejects a token that comes in both places",
    async (feed) => {
      const answer = sendForm(feed, "h=entry&content=Not+to+be+created&access_token=newsroom-secret\n");
      expect((await errorOf(answer)).slice(0, 2)).toEqual([400, "invalid_request"]);
    },
  ],
];

describe("Micropub", () => {
  it.each(CASES)("micropub.rocks %s: %s", (_number, _requirement, check) => check(freshFeed()));
});

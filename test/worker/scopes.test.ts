// What a token may be used for, as its publisher's definition says.

import { describe, expect, it } from "vitest";
import { accepted, post, request } from "./client.ts";

describe("the scope", () => {
  it.each([
    ["create", [201, 403, 403, 403, 403, 403]],
    ["update", [403, 200, 403, 403, 403, 202]],
    ["delete", [403, 403, 403, 403, 200, 403]],
    ["read", [403, 403, 200, 200, 403, 403]],
  ])("%s is for that alone", async (scope, statuses) => {
    const feed = `only-${scope}`;
    const { key } = await accepted(feed, { id: "scoped", title: "Mine" });
    const headers = { Authorization: "Bearer desk-secret", "Content-Type": "application/json" };
    const path = `/feeds/${feed}/articles/${key}`;
    const answers = [
      await post(feed, { body: { id: "theirs", title: "Theirs" }, token: "desk-secret" }),
      await request(path, { method: "PUT", headers, body: JSON.stringify({ title: "Theirs" }) }),
      await request(path, { headers }),
      await request(`/feeds/${feed}/articles`, { headers }),
      await request(path, { method: "DELETE", headers }),
      await request(`/feeds/${feed}/rebuild`, { method: "POST", headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(statuses);
    const refused = answers.find(({ status }) => status === 403);
    expect(refused?.headers.get("WWW-Authenticate")).toMatch(/error="insufficient_scope", scope="\w+"$/);
    expect(await refused?.json()).toMatchObject({ type: "urn:edgewire:problem:insufficient-scope" });
  });
});

// microfeed: the recorded life of an item, and what an item can be otherwise.

import { describe, expect, it } from "vitest";
import { readMicrofeed } from "../../../src/ingest/adapters/microfeed.ts";
import { normalize } from "../../../src/ingest/normalize.ts";
import life from "../../lives/microfeed.json" with { type: "json" };
import { replaced } from "./replaced.ts";

const NOW = Date.parse("2026-11-24T20:00:00Z");

const read = (json: unknown) => readMicrofeed({ json, header: () => null });
const delivered = (step: string, nth = 0): unknown => {
  const found = life.deliveries.filter((delivery) => delivery.step === step)[nth];
  if (found === undefined) throw new Error(`no such step: ${step}`);
  return JSON.parse(found.body);
};

/** A delivery of the published item, with other fields. */
function published(fields: object, envelope: object = {}): unknown {
  const event = JSON.parse(JSON.stringify(delivered("published")));
  return { ...event, ...envelope, data: { ...event.data, object: { ...event.data.object, ...fields } } };
}

function submissionOf(json: unknown) {
  const event = read(json);
  if (!event.ok || event.value.kind !== "article") throw new Error(JSON.stringify(event));
  return event.value.submission;
}

function draftOf(json: unknown) {
  const normalized = normalize(submissionOf(json), NOW);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}

describe("the recorded life of an item", () => {
  it("is, delivery by delivery, what happened to it", () => {
    const told = life.deliveries.map(({ step, body }) => {
      const event = read(JSON.parse(body));
      if (!event.ok) return [step, event.error.kind];
      const { value } = event;
      if (value.kind === "article")
        return [step, "article", value.submission.id, value.submission.contentText];
      return value.kind === "withdrawal" ? [step, "withdrawal", value.id] : [step, value.reason];
    });
    const clear = "Fog until ten, then clear.";
    expect(told).toEqual([
      ["draft", "a new item that is not listed"],
      ["draft", "a new item that is not listed"],
      ["draft-edited", "withdrawal", "lampKeeper1"],
      ["published", "article", "lampKeeper1", "Fog until nine."],
      ["published", "article", "lampKeeper1", "Fog until nine."],
      ["edited", "article", "lampKeeper1", clear],
      ["unlisted", "withdrawal", "lampKeeper1"],
      ["unlisted", "withdrawal", "lampKeeper1"],
      ["listed-again", "article", "lampKeeper1", clear],
      ["listed-again", "article", "lampKeeper1", clear],
      ["unpublished", "withdrawal", "lampKeeper1"],
      ["unpublished", "withdrawal", "lampKeeper1"],
      ["published-again", "article", "lampKeeper1", clear],
      ["published-again", "article", "lampKeeper1", clear],
      ["too-long", "fields_invalid"],
      ["shortened", "article", "lampKeeper1", clear],
      ["deleted", "withdrawal", "lampKeeper1"],
      ["api-published", "article", "stormGlass1", "It clouded at noon."],
      ["api-published", "article", "stormGlass1", "It clouded at noon."],
      ["api-deleted", "withdrawal", "stormGlass1"],
      ["page", "page.created is not about an item"],
      ["channel", "channel.updated is not about an item"],
      ["test", "a test"],
      ["test", "webhook.test is not about an item"],
    ]);
  });

  it("has the event's own time where microfeed tells none of the item, so that the newest state counts", () => {
    const times = life.deliveries.flatMap(({ body }) => {
      const event = read(JSON.parse(body));
      if (!event.ok || event.value.kind === "ignored") return [];
      return [event.value.kind === "article" ? event.value.submission.dateModified : event.value.withdrawnAt];
    });
    expect(times).not.toContain(null);
    expect(times).toEqual([...times].sort());
  });

  it("finds pictures and sounds in the site's media, and the item's page where no address was given", () => {
    expect(draftOf(delivered("published")).draft).toMatchObject({
      sourceId: "lampKeeper1",
      sourceUrl: "https://pod.example/i/lampKeeper1/",
      title: "The lamp keeper's log",
      contentHtml:
        '<p>Fog until nine.</p>\n<figure><img src="https://pod.example/media/production/media/rich-editor/images/fog.png" alt="" /></figure>',
      image: { url: "https://pod.example/media/production/images/item-lamp.png" },
      attachments: [
        {
          url: "https://pod.example/media/production/media/audio-lamp.mp3",
          mediaType: "audio/mpeg",
          lengthBytes: 277000,
          durationSeconds: 1262,
        },
      ],
    });
    expect(draftOf(delivered("edited")).draft.sourceUrl).toBe("https://pod.example/log/1");
  });

  it("is kept without what it says of requests", () => {
    const event = read(delivered("published"));
    const kept = JSON.stringify(event.ok && event.value.kind === "article" ? event.value.kept : null);
    expect(kept).toContain("Fog until nine.");
    expect(kept).not.toContain("request_id");
  });
});

describe("an item", () => {
  it("keeps addresses that are whole", () => {
    const url = "https://media.example/a.png";
    expect(draftOf(published({ image: url })).draft.image?.url).toBe(url);
  });

  it("that is a link to elsewhere has it as its external address", () => {
    const attachments = [{ category: "external_url", url: "https://elsewhere.example/" }];
    const { draft, dropped } = draftOf(published({ attachments }));
    expect(draft.externalUrl).toBe("https://elsewhere.example/");
    expect(draft.attachments).toEqual([]);
    expect(dropped).toEqual([]);
  });

  it("loses an attachment of which microfeed says no type, and says so", () => {
    const attachments = [{ category: "document", url: "production/media/plan.pdf" }];
    expect(draftOf(published({ attachments }))).toMatchObject({
      draft: { attachments: [] },
      dropped: [{ rule: "attachment-without-type", detail: "production/media/plan.pdf" }],
    });
  });

  it("is withdrawn by an event that says so, whatever its last state was", () => {
    for (const type of ["item.deleted", "item.unpublished", "item.unlisted"])
      expect(read(published({ status: "published" }, { type }))).toMatchObject({
        value: { kind: "withdrawal", id: "lampKeeper1" },
      });
  });

  it("too long for a hook is refused while it is public, and withdrawn all the same", () => {
    const truncated = published({}, { type: "item.published" });
    const data = { object: { id: "lampKeeper1" }, previous_status: "published", truncated_fields: ["x"] };
    expect(read({ ...Object(truncated), data })).toMatchObject({
      error: { kind: "fields_invalid", fields: [{ pointer: "/data/object/status" }] },
    });
    for (const type of ["item.deleted", "item.unpublished", "item.unlisted"])
      expect(read({ ...Object(truncated), type, data })).toMatchObject({ value: { kind: "withdrawal" } });
  });

  it("of a test changes nothing, although it is signed like any other", () => {
    expect(read(published({}, { test: true }))).toEqual({
      ok: true,
      value: { kind: "ignored", reason: "a test" },
    });
    expect(read(published({}, { test: "false" }))).toMatchObject({ error: { kind: "fields_invalid" } });
  });
});

it("refuses an event without its time, by which late ones are told", () => {
  expect(read(published({}, { timestamp: null }))).toMatchObject({
    error: { fields: [{ pointer: "/timestamp" }] },
  });
});

describe("hostile shapes", () => {
  it("are never an exception, and never publish what isn't public", () => {
    let articles = 0;
    for (const { step, body } of life.deliveries)
      for (const { at, json } of replaced(JSON.parse(body))) {
        const event = read(json);
        if (!event.ok || event.value.kind !== "article") continue;
        articles += 1;
        expect(step, at).toMatch(/published|edited|listed-again|shortened/);
        if (step === "published") normalize(event.value.submission, NOW);
      }
    expect(articles).toBeGreaterThan(1_000);
  });
});

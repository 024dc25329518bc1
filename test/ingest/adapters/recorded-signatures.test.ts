// What each system's own code signed, proved at the time at which it was signed.

import { describe, expect, it } from "vitest";
import { verify } from "../../../src/ingest/signatures/verify.ts";
import { contentfulLife } from "../../lives/contentful.ts";
import type { Life } from "../../lives/life.ts";
import { microfeedLife } from "../../lives/microfeed.ts";
import { sanityLife } from "../../lives/sanity.ts";

const prove = ({ source }: Life, delivery: Life["deliveries"][number], secret: string, now: number) =>
  verify(
    source,
    {
      method: "POST",
      path: `/feeds/harbour/hooks/${source.name}`,
      header: (name) => delivery.headers[name.toLowerCase()] ?? null,
      body: new TextEncoder().encode(delivery.body),
    },
    () => secret,
    now,
  );

describe.each([
  {
    name: "Contentful",
    life: contentfulLife,
    secret: "harbour0".repeat(8),
    signedAt: (headers: Readonly<Record<string, string>>) => Number(headers["x-contentful-timestamp"]),
  },
  {
    name: "Sanity",
    life: sanityLife,
    secret: "a-secret-of-the-harbour-desk",
    signedAt: (headers: Readonly<Record<string, string>>) =>
      Number(/^t=(\d+)/.exec(headers["sanity-webhook-signature"] ?? "")?.[1]),
  },
  {
    name: "microfeed",
    life: microfeedLife,
    secret: "whsec_bWljcm9mZWVkIGxpZmUgc2VjcmV0LCAzMiBieXRlcyE=",
    signedAt: (headers: Readonly<Record<string, string>>) => Number(headers["webhook-timestamp"]) * 1_000,
  },
])("$name", ({ life, secret, signedAt }) => {
  it.each(life.deliveries)("signed: $step", async (delivery) => {
    const now = signedAt(delivery.headers);
    const other = { ...delivery, body: `${delivery.body} ` };
    expect(await prove(life, delivery, secret, now)).toMatchObject({ ok: true });
    expect(await prove(life, other, secret, now)).toEqual({ ok: false, error: "signature_wrong" });
  });
});

it("Contentful signs the event's name", async () => {
  const [delivery] = contentfulLife.deliveries;
  if (delivery === undefined) throw new Error("nothing was recorded");
  const now = Number(delivery.headers["x-contentful-timestamp"]);
  const verified = await prove(contentfulLife, delivery, "harbour0".repeat(8), now);
  expect(verified.ok && verified.value.header("X-Contentful-Topic")).toBe("ContentManagement.Entry.create");
});

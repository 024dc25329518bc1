import { describe, expect, it } from "vitest";
import { signedHeaders } from "../../../scripts/sign/signed-headers.ts";
import { verify } from "../../../src/ingest/signatures/verify.ts";
import type { SchemeName, SourceDefinition } from "../../../src/model/source.ts";
import { judge, PRIVATE_KEY, requestOf, SCHEMES, SECRETS, signingOf, sourceOf } from "./deliveries.ts";

const NOW = 1_760_000_000_000;
const PATH = "/feeds/world/hooks/cms";
const BODY = '{"id":"tide-1","title":"The tide is in"}';

type Over = {
  readonly at?: number;
  readonly secret?: string;
  readonly body?: string;
  readonly id?: string;
  readonly path?: string;
};

async function delivery(scheme: SchemeName, over: Over = {}) {
  const headers = await signedHeaders(sourceOf(scheme), over.secret ?? signingOf(scheme), {
    body: new TextEncoder().encode(over.body ?? BODY),
    path: over.path ?? PATH,
    id: over.id ?? "msg_1",
    now: over.at ?? NOW,
    headers: { "content-type": "application/json" },
  });
  return { "content-type": "application/json", ...headers };
}

const TIMED: readonly SchemeName[] = [
  "standard-webhooks",
  "standard-webhooks-ed25519",
  "ghost",
  "contentful",
  "sanity",
];

describe.each(SCHEMES)("%s", (scheme) => {
  it("proves what its source signed", async () => {
    expect(await judge(sourceOf(scheme), requestOf(await delivery(scheme), BODY), NOW)).toBe("genuine");
  });

  it("proves nothing with another secret, without one, or for a source that doesn't exist", async () => {
    const request = requestOf(await delivery(scheme), BODY);
    const others = Object.fromEntries(
      Object.keys(SECRETS).map((name) => [name, name === "KEY" ? wrongKey : wrongOf(name)]),
    );
    expect(await judge(sourceOf(scheme), request, NOW, others)).toBe("signature_wrong");
    expect(await judge(sourceOf(scheme), request, NOW, {})).toBe("secret_unset");
    expect(await judge(null, request, NOW)).toBe("source_unknown");
  });

  it("proves nothing without its headers, whatever else is sent", async () => {
    const all: Record<string, string> = {};
    for (const other of SCHEMES)
      if (other !== scheme && !(scheme.startsWith("ghost") && other.startsWith("ghost")))
        Object.assign(all, isStandard(scheme) && isStandard(other) ? {} : await delivery(other));
    const own = Object.keys(await delivery(scheme)).filter((name) => name !== "content-type");
    for (const name of own) delete all[name];
    expect(await judge(sourceOf(scheme), requestOf(all, BODY), NOW)).toBe("signature_missing");
  });

  it("refuses headers of every length from 0 to 10,000, and never throws", async () => {
    const headers = await delivery(scheme);
    const names = Object.keys(headers).filter((name) => name !== "content-type");
    for (const name of names)
      for (const length of [
        0, 1, 2, 3, 7, 31, 32, 33, 43, 44, 63, 64, 65, 71, 100, 255, 256, 1_000, 9_999, 10_000,
      ])
        for (const of of ["a", "=", "v1,", "0", " ", "é", "\u{1f30a}", ", t=1"]) {
          const value = of.repeat(length).slice(0, length);
          const judged = await judge(sourceOf(scheme), requestOf({ ...headers, [name]: value }, BODY), NOW);
          if (isUnsigned(scheme, name)) continue;
          expect(judged, `${name}: ${length} × ${of}`).not.toBe("genuine");
        }
  });
});

// What GitHub calls a delivery isn't signed, nor is anything of it looked at but its form.
const isUnsigned = (scheme: SchemeName, name: string) => scheme === "github" && name === "x-github-delivery";
const isStandard = (scheme: SchemeName) => scheme.startsWith("standard");
const wrongKey = "whpk_PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="; // RFC 8032 §7.1, test 2
const wrongOf = (name: string) =>
  name.startsWith("STANDARD")
    ? "whsec_d3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmc="
    : name === "CONTENTFUL"
      ? "b".repeat(64)
      : "wrong";

describe.each(TIMED)("the time that %s signs", (scheme) => {
  it.each([
    [-301, "time_off"],
    [-299, "genuine"],
    [0, "genuine"],
    [299, "genuine"],
    [301, "time_off"],
  ])("may be %i s from ours: %s", async (seconds, expected) => {
    const headers = await delivery(scheme, { at: NOW + seconds * 1_000 });
    expect(await judge(sourceOf(scheme), requestOf(headers, BODY), NOW)).toBe(expected);
  });
});

describe("a secret that changes hands", () => {
  const until = "2025-10-09T09:00:00Z"; // 467 s after NOW
  const source: SourceDefinition = {
    ...sourceOf("standard-webhooks"),
    formerSecret: { secret: "STANDARD_OLD", until },
  };
  const signedBy = async (names: readonly string[], at = NOW) => {
    const signed = await Promise.all(
      names.map((name) => delivery("standard-webhooks", { secret: SECRETS[name] ?? "", at })),
    );
    const signatures = signed.map((headers) => headers["webhook-signature" as keyof typeof headers]);
    return requestOf({ ...signed[0], "webhook-signature": signatures.join(" ") }, BODY);
  };
  const LATER = Date.parse(until);

  it.each([
    ["the new one", ["STANDARD"], NOW, "genuine"],
    ["the old one", ["STANDARD_OLD"], NOW, "genuine"],
    ["both", ["STANDARD_OLD", "STANDARD"], NOW, "genuine"],
    ["the old one, a millisecond before its end", ["STANDARD_OLD"], LATER - 1, "genuine"],
    ["the old one at its end", ["STANDARD_OLD"], LATER, "signature_wrong"],
    ["both after the old one's end", ["STANDARD_OLD", "STANDARD"], LATER, "genuine"],
  ])("%s", async (_, names, at, expected) => {
    expect(await judge(source, await signedBy(names, at), at)).toBe(expected);
  });

  it("tries five signatures, and no sixth", async () => {
    const right = await delivery("standard-webhooks");
    const wrong = await delivery("standard-webhooks", { body: "{}" });
    const of = (headers: object) => String(new Map(Object.entries(headers)).get("webhook-signature"));
    const listed = (wrongs: number) =>
      requestOf(
        { ...right, "webhook-signature": [...Array(wrongs).fill(of(wrong)), of(right)].join(" ") },
        BODY,
      );
    expect(await judge(source, listed(4), NOW)).toBe("genuine");
    expect(await judge(source, listed(5), NOW)).toBe("signature_wrong");
  });
});

describe("Standard Webhooks", () => {
  it("refuses an id with a dot, which could shift what is signed", async () => {
    const headers = await delivery("standard-webhooks", { id: "a.1760000000" });
    expect(await judge(sourceOf("standard-webhooks"), requestOf(headers, BODY), NOW)).toBe(
      "signature_missing",
    );
  });

  it("doesn't take a signature of the version that the source doesn't use", async () => {
    const mac = await delivery("standard-webhooks");
    const signature = await delivery("standard-webhooks-ed25519", { secret: PRIVATE_KEY });
    expect(await judge(sourceOf("standard-webhooks-ed25519"), requestOf(mac, BODY), NOW)).toBe(
      "signature_missing",
    );
    expect(await judge(sourceOf("standard-webhooks"), requestOf(signature, BODY), NOW)).toBe(
      "signature_missing",
    );
  });

  it.each(["whsec_short", "whsec_%%%", "whsec_", "not base64!"])(
    "can't use the secret %s",
    async (secret) => {
      const request = requestOf(await delivery("standard-webhooks"), BODY);
      expect(await judge(sourceOf("standard-webhooks"), request, NOW, { STANDARD: secret })).toBe(
        "secret_unusable",
      );
    },
  );

  it("takes a secret without its prefix", async () => {
    const request = requestOf(await delivery("standard-webhooks"), BODY);
    const bare = { STANDARD: (SECRETS["STANDARD"] ?? "").slice("whsec_".length) };
    expect(await judge(sourceOf("standard-webhooks"), request, NOW, bare)).toBe("genuine");
  });
});

describe("the id of a delivery", () => {
  const idOf = async (scheme: SchemeName, headers: Readonly<Record<string, string>>) => {
    const verified = await verify(sourceOf(scheme), requestOf(headers, BODY), (name) => SECRETS[name], NOW);
    return verified.ok ? verified.value.deliveryId : verified.error;
  };

  it("is the same however Sanity's signature is spelled: a copy with another ending is no new delivery", async () => {
    const name = "sanity-webhook-signature";
    const signature = new Map(Object.entries(await delivery("sanity"))).get(name) ?? "";
    // Of the last character's six bits two are over.
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet[alphabet.indexOf(signature.slice(-1)) ^ 1] ?? "";
    const copies = [signature, `${signature}=`, signature.slice(0, -1) + last];
    const ids = await Promise.all(copies.map((copy) => idOf("sanity", { [name]: copy })));
    expect(new Set(ids).size).toBe(1);
  });

  it("is none where a GitHub-style sender gives none: the same body may come again and be new", async () => {
    const named = await delivery("github", { id: "msg_1" });
    expect(await idOf("github", { ...named, "x-github-delivery": "" })).toBeNull();
    expect(await idOf("github", named)).toMatch(/^msg_1:/);
  });
});

it("a token that no Authorization header can carry is unusable, and said to be", async () => {
  const request = requestOf(await delivery("bearer"), BODY);
  expect(await judge(sourceOf("bearer"), request, NOW, { TOKEN: "two words" })).toBe("secret_unusable");
});

describe("Contentful", () => {
  it("signs the query as its own library escapes it", async () => {
    const signed = await delivery("contentful", { path: "/hook?x%3D1" });
    expect(await judge(sourceOf("contentful"), requestOf(signed, BODY, "/hook?x=1"), NOW)).toBe("genuine");
  });

  it.each(["x-contentful-timestamp", "x-contentful-signed-headers"])("must sign %s", async (name) => {
    const headers = new Map(Object.entries(await delivery("contentful")));
    const names = (headers.get("x-contentful-signed-headers") ?? "").split(",").filter((one) => one !== name);
    headers.set("x-contentful-signed-headers", names.join(","));
    const request = requestOf(Object.fromEntries(headers), BODY);
    expect(await judge(sourceOf("contentful"), request, NOW)).toBe("signature_missing");
  });
});

// A Micropub client, over HTTP into the Worker under test.

import { expect } from "vitest";
import { request } from "./client.ts";

const TOKEN = "newsroom-secret";

type Sending = {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

const headersOf = ({ token = TOKEN, headers }: Sending, type: string | null) => ({
  ...(type === null ? {} : { "Content-Type": type }),
  ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  ...headers,
});

export const sendForm = (feed: string, body: string, sending: Sending = {}): Promise<Response> =>
  request(`/feeds/${feed}/micropub`, {
    method: "POST",
    headers: headersOf(sending, "application/x-www-form-urlencoded; charset=utf-8"),
    body,
  });

export const sendJson = (feed: string, body: unknown, sending: Sending = {}): Promise<Response> =>
  request(`/feeds/${feed}/micropub`, {
    method: "POST",
    headers: headersOf(sending, "application/json"),
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** Parts are texts, or files by name. */
export const sendMultipart = (
  feed: string,
  parts: readonly (readonly [string, string | File])[],
  sending: Sending = {},
): Promise<Response> => {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  return request(`/feeds/${feed}/micropub`, { method: "POST", headers: headersOf(sending, null), body });
};

export const ask = (feed: string, query: string, sending: Sending = {}): Promise<Response> =>
  request(`/feeds/${feed}/micropub${query}`, { headers: headersOf(sending, null) });

/** The address of what was created: it must have been. */
export async function createdAt(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  expect(response.status, await response.clone().text()).toBe(201);
  const location = response.headers.get("Location") ?? "";
  expect(location).toMatch(/^https:\/\/wire\.test\/feeds\/[\w-]+\/articles\/\S+$/);
  return location;
}

/** Create a post as JSON; every property has a list of values. */
export const create = (
  feed: string,
  properties: Readonly<Record<string, readonly unknown[]>>,
): Promise<string> => createdAt(sendJson(feed, { type: ["h-entry"], properties }));

type Properties = Readonly<Record<string, readonly unknown[]>>;

/** What a post's source says of it now. */
export async function sourceOf(feed: string, url: string): Promise<Properties> {
  const response = await ask(feed, `?q=source&url=${encodeURIComponent(url)}`);
  expect(response.status, await response.clone().text()).toBe(200);
  const { properties } = await response.json<{ properties: Properties }>();
  return properties;
}

/** What Micropub says is wrong. */
export async function errorOf(answer: Promise<Response>): Promise<readonly [number, string, string]> {
  const response = await answer;
  expect(response.headers.get("Content-Type")).toBe("application/json");
  const { error, error_description } = await response.json<{ error: string; error_description: string }>();
  return [response.status, error, error_description];
}

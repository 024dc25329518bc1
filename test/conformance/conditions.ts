// A reader's conditions, made of the validators that the magazine's head came with.

import { request } from "../worker/client.ts";
import { headOf, type Magazine } from "./magazine.ts";

export const statusFor = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  (await request(path, { headers })).status;

/** What the head answers to a tag that was made of its own. */
export const statusForTag = (of: Magazine, ifNoneMatch: (tag: string) => string): Promise<number> => {
  const { path, headers } = headOf(of, "rss");
  return statusFor(path, { "If-None-Match": ifNoneMatch(headers.get("ETag") ?? "") });
};

/** What the head answers to a date, so many seconds after its own, in some form. */
export const statusForDate = (of: Magazine, seconds: number, form = (date: Date) => date.toUTCString()) => {
  const { path, headers } = headOf(of, "rss");
  const at = Date.parse(headers.get("Last-Modified") ?? "") + seconds * 1_000;
  return statusFor(path, { "If-Modified-Since": form(new Date(at)) });
};

/** "Tue Nov 24 05:59:50 2026", the form of C's asctime(): a day of one digit after two spaces. */
export const asctime = (date: Date): string => {
  const [weekday = "", day = "", month = "", year = "", time = ""] = date.toUTCString().split(" ");
  return `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
};

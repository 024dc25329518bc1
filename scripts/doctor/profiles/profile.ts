// What one consumer asks of a feed beyond its format. Each profile has its own
// file, which names the page that it was read on.

import type { Feed } from "../feed.ts";
import type { Findings } from "../finding.ts";
import { checkAppleNews } from "./apple-news.ts";
import { checkFeedly } from "./feedly.ts";
import { checkGoogleNews } from "./google-news.ts";
import { checkPodcastShow } from "./podcast.ts";

export const PROFILES = ["apple-news", "google-news", "podcast", "feedly"] as const;

export type Profile = (typeof PROFILES)[number];

export const isProfile = (name: string): name is Profile => PROFILES.some((profile) => profile === name);

export function checkProfile(profile: Profile, feed: Feed): Findings {
  switch (profile) {
    case "apple-news":
      return checkAppleNews(feed);
    case "google-news":
      return checkGoogleNews(feed);
    case "podcast":
      return checkPodcastShow(feed);
    case "feedly":
      return checkFeedly(feed);
  }
}

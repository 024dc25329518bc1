// What only some feeds say in RSS. A namespace that nobody asked for isn't even
// declared: readers skip it, but the W3C validator warns of those it doesn't know.

import type { Feed } from "../model/feed.ts";
import type { DocumentContext } from "./context.ts";
import { PODCAST_NAMESPACES, podcastChannelOf } from "./podcast.ts";
import { WEBFEEDS_NAMESPACE, webfeedsOf } from "./webfeeds.ts";

/** Attributes for the document's root. */
export const extensionNamespacesOf = ({ podcast, feedly }: Feed): Readonly<Record<string, string>> => ({
  ...(podcast === null ? {} : PODCAST_NAMESPACES),
  ...(feedly === null ? {} : WEBFEEDS_NAMESPACE),
});

/** Elements for the channel, before its items. */
export const channelExtensionsOf = (context: DocumentContext): string =>
  podcastChannelOf(context) + webfeedsOf(context.feed);

// Readers on the web, and the address at which each takes a feed that is to be subscribed to.
//
// Sources: https://feedbin.com/help/how-to-subscribe/, NewsBlur's page of goodies and
// The Old Reader's hint in their own code; of Feedly and Inoreader what their buttons lead to.

type ReaderLink = { readonly name: string; readonly href: string };

/** @param feedUrl absolute; of RSS, which every one of them reads */
export function readerLinksOf(feedUrl: string): readonly ReaderLink[] {
  const url = encodeURIComponent(feedUrl);
  return [
    { name: "Feedly", href: `https://feedly.com/i/subscription/feed/${url}` },
    { name: "Inoreader", href: `https://www.inoreader.com/?add_feed=${url}` },
    { name: "NewsBlur", href: `https://www.newsblur.com/?url=${url}` },
    { name: "The Old Reader", href: `https://theoldreader.com/feeds/subscribe?url=${url}` },
    { name: "Feedbin", href: `https://feedbin.com/?subscribe=${url}` },
  ];
}

/** What an app on the reader's machine is called with: the whole address behind it, with its own scheme. */
export const appLinkOf = (feedUrl: string): string => `feed:${feedUrl}`;

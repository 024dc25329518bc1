// The magazine's documents in RSS, and a show with an episode and something in Markdown.

import { accepted, publishedAs } from "../worker/client.ts";
import { childrenOf, type Node, parseXml, textOf } from "../xml.ts";
import { documentsOf, type Magazine, type Read, readMagazine, wholeOf } from "./magazine.ts";

export type Channel = Read & { readonly channel: Node; readonly items: readonly Node[] };

export type Channels = {
  readonly magazine: Magazine;
  readonly channels: readonly Channel[];
  readonly show: Node;
};

const EPISODE = {
  id: "episode-1",
  title: "The light",
  content_html: "<p>Listen.</p>",
  episode: 1,
  attachments: [{ url: "https://publisher.test/1.mp3", mime_type: "audio/mpeg", duration_in_seconds: 61 }],
};

export async function readChannels(): Promise<Channels> {
  const magazine = await readMagazine();
  const channels = documentsOf(magazine, "rss").map((read) => {
    const channel = channelOf(read.text);
    return { ...read, channel, items: childrenOf(channel, "item") };
  });
  await accepted("show", "# Seven lights\n\nA *log* book.", { type: "text/markdown" });
  const { feedVersion } = await accepted("show", EPISODE);
  return { magazine, channels, show: channelOf(await publishedAs("show", feedVersion)) };
}

function channelOf(xml: string): Node {
  const [channel] = childrenOf(parseXml(xml), "channel");
  if (channel === undefined) throw new Error("no channel");
  return channel;
}

export const itemsIn = ({ channels }: Channels): readonly Node[] => channels.flatMap(({ items }) => items);

/** An article of the magazine, wherever it is. */
export const itemOf = ({ magazine }: Channels, id: string): Node =>
  withGuid(
    wholeOf(magazine, "rss").flatMap(({ text }) => childrenOf(channelOf(text), "item")),
    id,
  );

export const episodeOf = ({ show }: Channels): Node => withGuid(childrenOf(show, "item"), EPISODE.id);

function withGuid(items: readonly Node[], id: string): Node {
  const item = items.find((one) => textOf(one, "guid") === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

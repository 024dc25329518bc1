// Feedly's namespace: how a feed looks there. It has no specification but an article.
//
// Source: Feedly, "10 ways to optimize your feed for Feedly",
// https://devhd.wordpress.com/2015/07/31/10-ways-to-optimize-your-feed-for-feedly/

import type { Findings } from "../finding.ts";
import { matching, oneOf, someText } from "../values/check.ts";
import { webUrl } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import type { XmlElement } from "../xml/xml-tree.ts";
import { checkExtension, type Extension } from "./element-rules.ts";

const WEBFEEDS: Extension = {
  prefix: "webfeeds",
  namespace: NAMESPACES.webfeeds,
  source: "Feedly, 10 ways to optimize your feed",
  elements: {
    cover: { required: ["image"], attributes: { image: webUrl }, parents: ["channel", "feed"], once: true },
    icon: { text: webUrl, parents: ["channel", "feed"], once: true },
    logo: { text: webUrl, parents: ["channel", "feed"], once: true },
    accentColor: {
      text: matching(/^[0-9a-f]{6}$/i, "write six hexadecimal digits without #, as in 00FF00"),
      parents: ["channel", "feed"],
      once: true,
    },
    related: {
      required: ["layout", "target"],
      attributes: { layout: oneOf("card"), target: oneOf("browser") },
      parents: ["channel", "feed"],
      once: true,
    },
    analytics: {
      required: ["id", "engine"],
      attributes: { id: someText },
      parents: ["channel", "feed"],
      once: true,
    },
    partial: { text: oneOf("true", "false"), once: true },
    featuredImage: { attributes: { url: webUrl } },
  },
};

export const checkWebfeeds = (root: XmlElement): Findings => checkExtension(root, WEBFEEDS);

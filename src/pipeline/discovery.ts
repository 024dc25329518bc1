// What leads readers, search engines and finders of faults to us, from the
// definitions alone. http never renders, so it asks here.

import { renderOpml } from "../formats/opml.ts";
import { renderRobots } from "../formats/robots.ts";
import { renderSecurityText, type SecurityText } from "../formats/security-text.ts";
import type { Deps } from "../ports.ts";

export const composeOutline = ({ feeds, publicOrigin }: Pick<Deps, "feeds" | "publicOrigin">): string =>
  renderOpml([...feeds.values()], publicOrigin);

export const composeRobots = ({ publicOrigin }: Pick<Deps, "publicOrigin">): string =>
  renderRobots(publicOrigin);

export const composeSecurityText = (facts: SecurityText): string => renderSecurityText(facts);

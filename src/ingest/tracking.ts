// Parameters that say through which campaign somebody came. In an article's own
// address they would make another article of every campaign.

const CAMPAIGN = /^(?:utm_|mtm_|pk_|piwik_|hsa_|__hs|_hs|at_|xtor$|oly_|vero_)/i;
const CLICK = new Set([
  "fbclid",
  "gclid",
  "gclsrc",
  "dclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "yclid",
  "twclid",
  "ttclid",
  "li_fat_id",
  "igshid",
  "igsh",
  "mc_cid",
  "mc_eid",
  "mkt_tok",
  "s_cid",
  "ncid",
  "cmpid",
  "cmp",
  "_ga",
  "_gl",
  "wt_mc",
  "wickedid",
  "rb_clickid",
  "sc_cid",
  "sref",
  "spm",
  "guccounter",
  "guce_referrer",
  "guce_referrer_sig",
  "ocid",
  "smid",
  "ito",
]);

export type Untracked = { readonly url: string; readonly removed: readonly string[] };

/** Take the tracking parameters out of an absolute URL; every other stays as it is written. */
export function withoutTracking(href: string): Untracked {
  const url = new URL(href);
  const removed: string[] = [];
  // Not through searchParams, which would write the others anew.
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => {
      const name = parameter.split("=")[0] ?? "";
      const isTracking = CAMPAIGN.test(name) || CLICK.has(name.toLowerCase());
      if (isTracking) removed.push(name);
      return !isTracking;
    });
  if (removed.length === 0) return { url: href, removed };
  url.search = kept.join("&");
  return { url: url.href, removed };
}

// Parameters that say through which campaign somebody came. In an article's own
// address they would make another article of every campaign.

const CAMPAIGN =
  /^(?:utm_|mtm_|hsa_|__hs|_hs|oly_|vero_|at_(?:medium|campaign|custom|link|ptr|format|type|bbc)|pk_(?:campaign|kwd|keyword|source|medium|content)|piwik_(?:campaign|kwd|keyword)|xtor$)/i;
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
  "_ga",
  "_gl",
  "wt_mc",
  "wickedid",
  "rb_clickid",
  "sc_cid",
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
      const name = nameOf(parameter);
      const isTracking = CAMPAIGN.test(name) || CLICK.has(name.toLowerCase());
      if (isTracking) removed.push(name);
      return !isTracking;
    });
  if (/^#(?:utm_|mtm_)/i.test(url.hash)) {
    removed.push(url.hash.slice(1).split("=")[0] ?? "");
    url.hash = "";
  }
  if (removed.length === 0) return { url: href, removed };
  url.search = kept.join("&");
  return { url: url.href, removed };
}

// "utm%5Fsource" is how some write "utm_source".
const nameOf = (parameter: string): string => (parameter.split("=")[0] ?? "").replace(/%5f/gi, "_");

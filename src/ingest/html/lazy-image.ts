// Pictures that a script would load have their address elsewhere, and a
// placeholder where it belongs. A feed has no scripts, so it is put back.

// In the order in which they are to be believed; what plug-ins for lazy loading use.
const LAZY_URL = ["data-src", "data-lazy-src", "data-original", "data-orig-src", "data-lazy"];
const LAZY_SET = ["data-srcset", "data-lazy-srcset", "data-original-set"];

const PLACEHOLDER =
  /^\s*(?:data:|about:|#|$)|(?:\/|^)(?:blank|spacer|placeholder|transparent|lazy|pixel|1x1)\.(?:gif|png|svg)(?:[?#]|$)/i;

/** Wider than any column, and not yet a burden. */
const WIDEST = 2_000;

type Attributes = Readonly<Record<string, string>>;

/**
 * The address of a picture, wherever its page keeps it.
 *
 * @returns null when there is none: then `src` is all that is known
 * @see https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
 */
export function sourceOf(attributes: Attributes): string | null {
  const lazy = LAZY_URL.map((name) => attributes[name]).find(isAddress);
  if (lazy !== undefined) return lazy;
  const lazySet = LAZY_SET.map((name) => attributes[name]).find(isAddress);
  if (lazySet !== undefined) return widestOf(lazySet);
  const { src, srcset } = attributes;
  return isAddress(src) || srcset === undefined ? null : widestOf(srcset);
}

const isAddress = (value: string | undefined): value is string =>
  value !== undefined && !PLACEHOLDER.test(value);

/** An address may hold commas, but not end in one. */
const CANDIDATE = /([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,|$)/g;

function widestOf(srcset: string): string | null {
  let best: { readonly url: string; readonly size: number } | null = null;
  for (const [, url = "", size = "1"] of srcset.matchAll(CANDIDATE)) {
    const candidate = { url, size: Number(size) };
    if (!isAddress(url)) continue;
    if (best === null || isBetter(candidate.size, best.size)) best = candidate;
  }
  return best?.url ?? null;
}

const isBetter = (size: number, than: number): boolean =>
  than > WIDEST ? size < than : size > than && size <= WIDEST;

/** A picture that nobody is meant to see. */
export const isTrackingPixel = ({ width, height }: Attributes): boolean => isPixel(width) && isPixel(height);

/** Whether a width or a height leaves nothing to see. */
export const isPixel = (size: string | undefined): boolean => /^\s*[01](?:px)?\s*$/.test(size ?? "");

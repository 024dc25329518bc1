// A picture's caption and whose picture it is, from the one line that says both.

import { oneLine } from "../text.ts";
import { CAPTION_RULES, type CaptionRule } from "./caption-rules.ts";
import { isCredit } from "./names.ts";

export type Caption = {
  readonly caption: string | null; // null: the line was a credit alone
  readonly credit: string;
};

// A label and a credit: no pattern needs to see more of a line.
const TAIL_CHARACTERS = 140;

// "PARIS, Sept 15 (Reuters) - The …", "BERLIN (dpa) – …", "【ロンドン共同】…", "新华社北京9月15日电":
// what begins so is the text itself.
const DATELINE =
  /^[^()（）]{0,60}[(（][\p{L}\p{M} ./-]{2,40}[)）] ?[-–—−]|^【[^】]{0,30}(?:共同|時事|新华社|新華社)】|^(?:新华社|新華社|中新社|中新网)[^。，]{0,20}[电電]|^[^。]{0,20} ?(?:共同|時事|ロイター|AFP時事) ?[-–—=＝] ?/u;

/**
 * Read a line of a text as a caption.
 *
 * @param above whether the text hasn't begun: what is plainly a caption there may be prose further down
 */
export const findCaption = (line: string, above: boolean): Caption | null =>
  DATELINE.test(line)
    ? null
    : split(line, (rule) => rule.where === "anywhere" || (above && rule.where === "above"));

/**
 * Split the text of an HTML <figcaption>.
 *
 * @returns null when it credits nobody
 */
export const readCaption = (text: string): Caption | null => split(oneLine(text), () => true);

function split(line: string, isAllowed: (rule: CaptionRule) => boolean): Caption | null {
  const tailAt = Math.max(0, line.length - TAIL_CHARACTERS);
  const tail = line.slice(tailAt);
  for (const rule of CAPTION_RULES) {
    if (!isAllowed(rule)) continue;
    const match = rule.pattern.exec(tail);
    const credit = (match?.groups?.["credit"]?.trim() ?? "").replace(ENDS_ABBREVIATED, "");
    if (match === null || !isCredit(credit)) continue;
    const caption = tidy(line.slice(0, tailAt + match.index));
    if (caption.length <= rule.mostCaption) return { caption: isWorded(caption) ? caption : null, credit };
  }
  return null;
}

// "Foto: EFE."
const ENDS_ABBREVIATED = /(?<=\p{Lu}{2})\.$/u;

// What parts a caption from its credit is neither's.
const tidy = (caption: string): string => caption.replace(/[\s|｜/／=＝·•,;、，–—-]{1,10}$/u, "");

const isWorded = (caption: string): boolean => /[\p{L}\p{N}]/u.test(caption);

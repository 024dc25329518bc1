// Whether words are a name. Scripts with two cases tell: a name is written
// large but for its particles. Of the others only length and signs can be asked.

import { isAgency } from "./agencies.ts";

// A surname may be parted by these; "zu" is left out, for "Von Tür zu Tür".
const PARTICLE =
  /^(?:van|von|vom|de|den|der|del|della|delle|degli|dei|di|da|das|do|dos|du|des|la|las|le|les|los|el|al|ter|ten|te|af|av|bin|ibn|ben|bint|y|e|i|und|d['’].+|al-.+|el-.+|ad-.+|an-.+|as-.+|ash-.+)$/u;

// An initial, "Mary-Jane", "O’Brien", "MacDonald", "J.R.R.", "al-Masri", "SMITH"
const CAPITAL = /^["“”(]?(?:\p{Lu}|\p{Lt}|[dlDLO]['’]\p{Lu}|(?:al|el)-\p{Lu})[\p{L}\p{M}.'’\-‐]*["”)]?$/u;

// With a capital these begin a phrase or a headline, not a name.
const NO_NAME = new Set(
  (
    "a an the this that these those his her its my your their all any some every each no now then what who whom why how when where which " +
    "through to with without from for on at into over under after before until than and or but if is are was be " +
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december " +
    "today tomorrow yesterday early late night day noon dawn land sea air rail road train popular royal order default " +
    "wegen bord nach bis auf aus zum zur mit ohne was wie warum wer wo der die das ein eine einem einer " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli oktober dezember " +
    "fin favor ejemplo qué que cómo como quién quando onde porque exemple pourquoi comment qui quoi où toutatis " +
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo " +
    "nuovo più che chi cosa come perché lunedì martedì mercoledì giovedì venerdì"
  ).split(" "),
);

/** Two words at least, of which all but particles are capitalised: "Annette von Droste-Hülshoff". */
export function isPersonName(text: string): boolean {
  const words = text.split(" ");
  if (words.length < 2 || words.length > 6 || text.length > 60) return false;
  if (words.some((word) => NO_NAME.has(word.toLowerCase()) && !PARTICLE.test(word.toLowerCase())))
    return false;
  const capitals = words.filter((word) => CAPITAL.test(word)).length;
  // "Mariano Ortega y Gasset" is one; "Roma e Milano" are two towns.
  const least = words.some((word) => /^(?:y|e|i|und)$/u.test(word)) ? 3 : 2;
  return (
    capitals >= least &&
    words.every((word) => CAPITAL.test(word) || PARTICLE.test(word)) &&
    CAPITAL.test(words.at(-1) ?? "")
  );
}

/** A name in a script that has no capitals: a few letters, no digits, no signs but those inside names. */
export const isUncasedName = (text: string): boolean =>
  text.length <= 30 && /^[\p{Lo}\p{Lm}\p{M}'׳״.・·＝-]+(?: [\p{Lo}\p{Lm}\p{M}'׳״.・·-]+){0,4}$/u.test(text);

// What picture agencies write small, and what stands between names.
const SMALL =
  /^(?:(?:dpa|epa|afp|ap)-.+|dpa|epa|efe|afp|ap|ansa|imago|picture|alliance|picture-alliance|images?|getty|action|press|nurphoto|privat|archive?|archiv|archivo|archivio|arquivo|handout|pool|file|photos?|foto|fotos|bild|courtesy|collection|museum|library|stock|commons|ullstein|via|and|the|for)$/u;
const ASKS =
  /^(?:what|who|why|how|when|where|which|was|wie|warum|wer|wo|qui|quoi|comment|pourquoi|qué|cómo|quién|che|chi|come|perché|что|как|кто|почему|где)$/iu;

/** Whether a caption can credit this: a name, an agency, or one short word. */
export function isCredit(text: string): boolean {
  // A full stop is one only after a letter that stands for a word, or inside a domain.
  if (
    text.length < 2 ||
    /[!?:;。！？；：]|(?<!\p{Lu}|\bSt|\bDr|\bJr|\bInc|\bLtd|\bCo)\.(?![\p{L}\p{N}])/u.test(text)
  )
    return false;
  if (!/\p{L}/u.test(text)) return false;
  if (isAgency(text)) return true;
  const words = text.split(/[\s/|,&+]+/u).filter((word) => word !== "");
  const [first = ""] = words;
  if (words.length > 10 || ASKS.test(first)) return false;
  if (words.length === 1)
    return /\p{Ll}/u.test(first.charAt(0)) ? first.length <= 8 : /[\p{L}\p{N}]/u.test(first);
  if (/^\p{Ll}/u.test(first) && !SMALL.test(first)) return false;
  return words.every((word) => !/^\p{Ll}/u.test(word) || word.length <= 4 || SMALL.test(word));
}

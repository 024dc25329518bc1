// "By Nellie Bly and Mark Twain in Paris": who wrote it, from a line above the
// text. One row a habit.
//
// "By the time the ferry left" begins like one. So all that follows must be
// names; one word alone is none, unless it is an agency.

import { isAgency } from "./agencies.ts";
import { isPersonName, isUncasedName } from "./names.ts";

export type BylineRule = {
  readonly name: string;
  readonly pattern: RegExp; // on one trimmed line; group `names`
  readonly isName: (text: string) => boolean;
  readonly examples: readonly (readonly [line: string, ...names: string[]])[];
  readonly lookAlikes: readonly string[];
};

const MOST_CHARACTERS = 160;

export const BYLINE_RULES: readonly BylineRule[] = [
  {
    name: "by",
    pattern:
      /^(?:(?:written |reported |words |text |story |article )?by|von|par|por|di|door|av|af|от) (?<names>.+)$/iu,
    isName: isPersonName,
    examples: [
      ["By Nellie Bly", "Nellie Bly"],
      ["BY NELLIE BLY and Mark Twain in Paris", "NELLIE BLY", "Mark Twain"],
      ["By Nellie Bly, Mark Twain and J. M. Barrie", "Nellie Bly", "Mark Twain", "J. M. Barrie"],
      ["By The Associated Press", "The Associated Press"],
      ["By AFP, Paris", "AFP"],
      ["by Mark Twain for the Harbour Gazette", "Mark Twain"],
      ["By Nellie Bly, Harbour Correspondent", "Nellie Bly"],
      [
        "Von Annette von Droste-Hülshoff und Heinrich Heine, dpa",
        "Annette von Droste-Hülshoff",
        "Heinrich Heine",
      ],
      ["Par Albert Londres et Jules Verne à Paris", "Albert Londres", "Jules Verne"],
      ["Por Mariano José de Larra y Rosalía de Castro", "Mariano José de Larra", "Rosalía de Castro"],
      ["Por José Ortega y Gasset", "José Ortega y Gasset"],
      ["Di Matilde Serao", "Matilde Serao"],
    ],
    lookAlikes: [
      "By the time the ferry left",
      "By Monday",
      "By Land and Sea",
      "By Night Train Through Siberia",
      "By George",
      "Von wegen",
      "Von Tür zu Tür",
      "Von Bord der Titanic",
      "Di Roma e Milano",
      "Par Monts et Vaux",
      "Por fin llegó la lluvia",
      "Di mare e di terra",
      "By Nellie Bly.",
    ],
  },
  {
    name: "author-label",
    pattern:
      /^(?:authors?|autore?n?|autorin|auteure?s?|autora?e?s?|autori|text|texte|texto|testo|tekst|автор|авторы|автори|текст|yazan|yazar|haber|συντάκτης|συντάκτρια)\s?[:：]\s?(?<names>.+)$/iu,
    isName: isPersonName,
    examples: [
      ["Author: Mark Twain", "Mark Twain"],
      ["Autorin: Annette von Droste-Hülshoff", "Annette von Droste-Hülshoff"],
      ["Auteur : Albert Londres", "Albert Londres"],
      ["Автор: Антон Чехов", "Антон Чехов"],
      ["Yazan: Namık Kemal", "Namık Kemal"],
      ["Συντάκτης: Αλέξανδρος Παπαδιαμάντης", "Αλέξανδρος Παπαδιαμάντης"],
    ],
    lookAlikes: ["Author: unknown to this day", "Текст: как его читать"],
  },
  {
    name: "author-label-uncased",
    pattern:
      /^(?:(?:取材[・･])?文|著者|執筆|筆者|作者|撰文|撰稿|记者|記者|글|글쓴이|기자|بقلم|كتب|كتبت|إعداد|מאת|כתב|כתבה|लेखक|लेखिका|रिपोर्ट)\s?[:：/／=＝]\s?(?<names>[^:：/／=＝]+?)(?:[/／][^/／]{2,12}(?:报道|報導|報道|電))?$/u,
    isName: isUncasedName,
    examples: [
      ["文／夏目漱石", "夏目漱石"],
      ["作者：鲁迅、老舍", "鲁迅", "老舍"],
      ["記者／魯迅／台北報導", "魯迅"],
      ["글=이상", "이상"],
      ["بقلم: جبران خليل جبران", "جبران خليل جبران"],
      ["מאת: שלום עליכם", "שלום עליכם"],
      ["लेखक: मुंशी प्रेमचंद", "मुंशी प्रेमचंद"],
    ],
    lookAlikes: ["作者：他写下了这座港口一百年的历史。", "كتب: كانت العبارة قد غادرت الميناء، ولم يبق أحد."],
  },
  {
    name: "writer-beside-name",
    pattern:
      /^(?:(?:本报|本報|新华社|新華社)?(?:记者|記者) (?<names>[\p{sc=Han}\p{sc=Kana}・ ]{2,10})|بقلم (?<names>[\p{sc=Arab}\p{M} ]{4,30})|מאת (?<names>[\p{sc=Hebr}'" ]{4,30}))$/u,
    isName: isUncasedName,
    examples: [
      ["记者 鲁迅", "鲁迅"],
      ["بقلم جبران خليل جبران", "جبران خليل جبران"],
      ["מאת שלום עליכם", "שלום עליכם"],
    ],
    lookAlikes: ["记者节来了", "记者 昨天晚上在港口看到了三艘渡轮"],
  },
  {
    // "…기자": the word for a reporter stands behind the name.
    name: "writer-behind-name",
    pattern:
      /^【?(?<names>[\p{sc=Han}\p{sc=Hang}\p{sc=Kana}・]{2,8}(?: \p{sc=Hang}{1,5})?(?<![는은한된던의])) ?(?:기자|특파원|(?<=^【.{2,9})記者|(?<= )記者)】?(?: [\w.-]+@[\w.-]+)?$/u,
    isName: isUncasedName,
    examples: [
      ["마크 트웨인 기자", "마크 트웨인"],
      ["【夏目漱石記者】", "夏目漱石"],
    ],
    lookAlikes: ["발로 뛰는 기자", "新人記者"],
  },
];

/**
 * Read a line as a byline.
 *
 * @returns the names, or null: in doubt it is a sentence
 */
export function readByline(line: string): readonly string[] | null {
  if (line.length > MOST_CHARACTERS || /[.!?…:。！？।](?<!\b(?:Jr|Sr)\.)$/u.test(line)) return null;
  for (const { pattern, isName } of BYLINE_RULES) {
    const names = pattern.exec(line)?.groups?.["names"];
    const found = names === undefined ? null : namesIn(names, isName);
    if (found !== null) return found;
  }
  return null;
}

// " und ", "、", " | ": what parts one name from the next.
const SEPARATOR = /\s?[,;&|/、，；؛،]\s?|\s(?:and|und|et|och|og|en|и|та|ve|και)\s/iu;
// Surnames have these too: "Ortega y Gasset".
const SEPARATOR_OR_SURNAME = / (?:y|e|i) /iu;
// "in Paris", "for The Harbour Gazette": where, and for whom.
const PLACE =
  / (?:in|en|à|a|aus|em|из|в|(?:for|für|pour|para|per)(?: (?:the|die|den|das|le|la|el|il|o))?) \p{Lu}[\p{L}\p{M}.'’ -]{1,40}$/u;
const BRACKETED = /\s?(?:[(（][^()（）]{1,40}[)）]|@\w{1,30})$/u;
const ROLE =
  /\b(?:correspondent|reporter|editor|writer|staff|korrespondentin?|redakteure?|redakteurin|redaktion|correspondante?|rédaction|corresponsal|redacción|corrispondente|redazione|correspondente|redação|корреспондент)\b/iu;

function namesIn(text: string, isName: (text: string) => boolean): string[] | null {
  const parts = text.replace(BRACKETED, "").replace(PLACE, "").split(SEPARATOR).flatMap(splitSurnames);
  const people = parts.filter(
    (part) => isName(part) && !isAgency(part) && !(ROLE.test(part) && parts[0] !== part),
  );
  if (people.length === 0)
    return isAgency(parts[0] ?? "") && parts.slice(1).every(isBeside) ? parts.slice(0, 1) : null;
  // What isn't a person must stand behind one.
  const behind = parts.slice(people.length);
  const isInOrder = parts.slice(0, people.length).join() === people.join();
  return isInOrder && behind.length <= 2 && behind.every(isBeside) ? people : null;
}

/** A place, an agency, a role. */
const isBeside = (part: string): boolean =>
  isAgency(part) || ROLE.test(part) || /^\p{Lu}[\p{L}'’-]+$/u.test(part);

function splitSurnames(part: string): string[] {
  const parts = part.split(SEPARATOR_OR_SURNAME);
  return parts.every(isPersonName) ? parts : [part];
}

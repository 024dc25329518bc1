// How captions end: in whose picture it is. One row a habit.
//
// A row's pattern looks at the end of a line and takes the credit from there;
// what stands before it is the caption. The tests hold every row to its
// examples, and to its look-alikes, which must stay text.

import { AGENCY } from "./agencies.ts";
import {
  BY,
  CREDIT,
  CREDITS,
  capitalised,
  PICTURES,
  SENTENCE,
  SIGN,
  UNCASED,
  UNCASED_SIGN,
} from "./caption-words.ts";

export type CaptionRule = {
  readonly name: string;
  /** anywhere: in the text too; above: only before the text begins; figcaption: only where the HTML says so */
  readonly where: "anywhere" | "above" | "figcaption";
  readonly pattern: RegExp; // on the last characters of one trimmed line; group `credit`
  readonly mostCaption: number; // characters; longer is prose
  readonly examples: readonly (readonly [line: string, caption: string | null, credit: string])[];
  readonly lookAlikes: readonly string[];
};

export const CAPTION_RULES: readonly CaptionRule[] = [
  {
    // "…in Paris.Credit: AFP": scrapers lose the space between two elements, and
    // a caption need not end in a full stop. Prose never runs on like this.
    name: "run-on-credit",
    where: "anywhere",
    pattern: new RegExp(`(?<=[.!?…"”’)\\]\\p{L}\\p{N}])(?:${capitalised(CREDITS)})${SIGN}${CREDIT}$`, "u"),
    mostCaption: 600,
    examples: [
      [
        "The harbour at dawn, March 3, 1909.Credit: Harbour Archive",
        "The harbour at dawn, March 3, 1909.",
        "Harbour Archive",
      ],
      ["Der Hafen am Morgen.Foto: dpa", "Der Hafen am Morgen.", "dpa"],
      ["Le port à l’aubeCrédit photo : AFP", "Le port à l’aube", "AFP"],
    ],
    lookAlikes: ["The bank wrote two words on the slip, Credit: refused, and shut the window."],
  },
  {
    name: "run-on-credit-uncased",
    where: "anywhere",
    pattern: new RegExp(`(?<=[。！？…」』）)])(?:${UNCASED})${UNCASED_SIGN}${CREDIT}$`, "u"),
    mostCaption: 300,
    examples: [["夜明けの港。写真：共同", "夜明けの港。", "共同"]],
    lookAlikes: ["一枚の写真：それが始まりだった。"],
  },
  {
    name: "bracketed-credit",
    where: "anywhere",
    pattern: new RegExp(
      `[(（\\[［【]\\s?(?:(?:${CREDITS}|${PICTURES})${SIGN}|(?:${UNCASED})${UNCASED_SIGN}|(?:${BY}) |(?:photo|foto) (?=${AGENCY}))${CREDIT}\\s?[)）\\]］】]\\.?$`,
      "iu",
    ),
    mostCaption: 300,
    examples: [
      [
        "The harbour at dawn (Photo: Harbour Archive / Reuters)",
        "The harbour at dawn",
        "Harbour Archive / Reuters",
      ],
      [
        "The quay in winter. (Photo by Nellie Bly/Getty Images)",
        "The quay in winter.",
        "Nellie Bly/Getty Images",
      ],
      ["夜明けの港（写真：共同）", "夜明けの港", "共同"],
      ["새벽의 항구 [사진=연합뉴스]", "새벽의 항구", "연합뉴스"],
      ["הנמל עם שחר (צילום: רויטרס)", "הנמל עם שחר", "רויטרס"],
    ],
    lookAlikes: ["He kept one of her (photo: faded, torn at the edges and never framed)"],
  },
  {
    name: "bracketed-agency-photo",
    where: "anywhere",
    pattern: new RegExp(
      `[(\\[](?<credit>${AGENCY} (?:photo|foto|file photo|images?)(?: ?[/,] ?[^()\\[\\]!?:;]{2,60})?)[)\\]]\\.?$`,
      "iu",
    ),
    mostCaption: 400,
    examples: [
      [
        "A keeper trims the lamp on Monday, March 3, 1909. (AP Photo/Harbour Desk)",
        "A keeper trims the lamp on Monday, March 3, 1909.",
        "AP Photo/Harbour Desk",
      ],
    ],
    lookAlikes: ["The ferry left at nine, the company said. (Reuters)"],
  },
  {
    // With a space it may be a subheading, "Tax Credit: Who Is Left Out", or the
    // end of a sentence; above the text it is a caption.
    name: "credit-above",
    where: "above",
    pattern: new RegExp(
      `(?:^(?:${CREDITS}|${PICTURES}|${capitalised(`${CREDITS}|${PICTURES}`)})|(?<=\\s)(?:${capitalised(CREDITS)})|(?<=${SENTENCE}[ |/–—-]{1,3})(?:${capitalised(PICTURES)}))${SIGN}${CREDIT}$`,
      "u",
    ),
    mostCaption: 600,
    examples: [
      [
        "The harbour at dawn, March 3, 1909 Credit: Harbour Archive",
        "The harbour at dawn, March 3, 1909",
        "Harbour Archive",
      ],
      ["Der Hafen am Morgen. Bild: picture alliance / dpa", "Der Hafen am Morgen.", "picture alliance / dpa"],
      ["Photo : AFP", null, "AFP"],
      ["Photo: Harbour Archive (CC BY 4.0)", null, "Harbour Archive (CC BY 4.0)"],
      ["Foto: EFE.", null, "EFE"],
      ["Foto de archivo: EFE", null, "EFE"],
      ["Foto: Hafenredaktion/dpa-Bildfunk", null, "Hafenredaktion/dpa-Bildfunk"],
      [
        "El puerto al amanecer. Fotografía: Archivo del Puerto",
        "El puerto al amanecer.",
        "Archivo del Puerto",
      ],
      ["Порт на рассвете. Фото: РИА Новости", "Порт на рассвете.", "РИА Новости"],
      ["Picture: J. M. Barrie", null, "J. M. Barrie"],
    ],
    lookAlikes: [
      "Debit: nothing. Credit: everything he had ever earned",
      "Ein starkes Bild: Europa",
      "Photo: what the harbour looked like before the storm",
    ],
  },
  {
    name: "credit-above-uncased",
    where: "above",
    pattern: new RegExp(
      `(?:^|(?<=[\\s。！？…」』）)\\]/／＝=・．.、，،؟।|｜]))(?:${UNCASED})${UNCASED_SIGN}${CREDIT}$`,
      "u",
    ),
    mostCaption: 300,
    examples: [
      ["写真＝共同", null, "共同"],
      ["夜明けの港＝2014年9月、写真：AP", "夜明けの港＝2014年9月", "AP"],
      ["清晨的港口 图片来源：新华社", "清晨的港口", "新华社"],
      ["새벽의 항구 사진 제공=부산항", "새벽의 항구", "부산항"],
      ["الميناء عند الفجر. تصوير: رويترز", "الميناء عند الفجر.", "رويترز"],
      ["הנמל עם שחר. צילום: ארכיון הנמל", "הנמל עם שחר.", "ארכיון הנמל"],
    ],
    lookAlikes: ["写真は語る。それでも海は静かだった。"],
  },
  {
    name: "copyright-above",
    where: "above",
    pattern: new RegExp(
      `(?:^|(?<=[\\s.!?…)\\]]))(?<![Cc]opyright:? )(?:©|\\([cC]\\)) ?(?:\\d{4} )?${CREDIT}$`,
      "u",
    ),
    mostCaption: 400,
    examples: [
      ["The harbour at dawn © Reuters", "The harbour at dawn", "Reuters"],
      ["Der Hafen am Morgen (c) dpa", "Der Hafen am Morgen", "dpa"],
      ["© 1909 Harbour Archive", null, "Harbour Archive"],
    ],
    lookAlikes: [
      "Copyright (c) 1909 Harbour Archive",
      "Copyright Change",
      "Who may claim (c) when nobody has signed the picture?",
    ],
  },
  {
    name: "by-above",
    where: "above",
    pattern: new RegExp(
      `(?:^|(?<=[.!?…)\\]"”’|,] ?))(?:${capitalised(BY)}) (?<credit>\\p{Lu}[^!?:;()]{1,79})$`,
      "u",
    ),
    mostCaption: 400,
    examples: [
      ["The harbour at dawn. Photo by Nellie Bly", "The harbour at dawn.", "Nellie Bly"],
      ["Il porto all’alba. Foto di Matilde Serao/ANSA", "Il porto all’alba.", "Matilde Serao/ANSA"],
      ["Photo courtesy of Harbour Archive", null, "Harbour Archive"],
    ],
    lookAlikes: ["Foto de familia en el puerto", "Photo by photo, the harbour comes back"],
  },
  {
    name: "agency-above",
    where: "above",
    pattern: new RegExp(
      `(?<=${SENTENCE} ?)(?<credit>(?:[^\\s.!?:;/。][^.!?:;/。]{0,39} ?(?:/|via) ?){0,2}${AGENCY})$`,
      "u",
    ),
    mostCaption: 400,
    examples: [
      [
        "The harbour at dawn. Hulton Archive/Getty Images",
        "The harbour at dawn.",
        "Hulton Archive/Getty Images",
      ],
      ["The harbour at dawn (1909) Getty Images", "The harbour at dawn (1909)", "Getty Images"],
    ],
    lookAlikes: ["The harbour has sold its archive to Getty Images", "The ferry left at nine. (Reuters)"],
  },
  {
    // 摄: "photographed by" stands behind the name.
    name: "photographed-by",
    where: "above",
    pattern:
      /(?:^|(?<=[。！？）」\s（(]))(?<credit>(?:新华社|新華社|中新社|中新网|法新社|路透社|本报|本報|记者|記者)[\p{sc=Han}\s·]{0,16}(?<!拍))[摄攝][）)]?$/u,
    mostCaption: 300,
    examples: [["清晨的港口。新华社记者 摄", "清晨的港口。", "新华社记者"]],
    lookAlikes: ["这张照片由新华社记者拍摄"],
  },
  {
    name: "source-in-figcaption",
    where: "figcaption",
    pattern: new RegExp(
      `(?:^|(?<=[\\s.!?…)(（。|]))(?:source|quelle|fuente|fonte|bron|źródło|kaynak|πηγή|источник|джерело|来源|來源|出典|提供|출처|المصدر|מקור|स्रोत)\\s?[:：=＝]\\s?${CREDIT}[)）]?$`,
      "iu",
    ),
    mostCaption: 2_000,
    examples: [
      ["Ferries a year. Source: Harbour Office", "Ferries a year.", "Harbour Office"],
      ["来源：新华社", null, "新华社"],
      ["Source: AFP", null, "AFP"],
    ],
    lookAlikes: ["The source: nobody ever found where it rose"],
  },
  {
    name: "agency-in-figcaption",
    where: "figcaption",
    pattern: new RegExp(
      `(?:^|(?<=[\\s/|–—.…＝=])|[(（[【] ?)(?<credit>(?:[^\\s.!?:;/()（）[\\]。][^.!?:;/()（）[\\]。]{0,39} ?(?:/|via) ?)?${AGENCY})[)）\\]】]?\\.?$`,
      "u",
    ),
    mostCaption: 2_000,
    examples: [
      ["The harbour at dawn (Reuters)", "The harbour at dawn", "Reuters"],
      ["The harbour at dawn | AFP", "The harbour at dawn", "AFP"],
      ["dpa", null, "dpa"],
      ["夜明けの港＝共同", "夜明けの港", "共同"],
      ["夜明けの港（共同）", "夜明けの港", "共同"],
    ],
    lookAlikes: ["The ferry left at nine, the company said."],
  },
];

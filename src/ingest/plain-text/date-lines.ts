// A line that says when, and nothing else: "Published 15 September 2014, 3 pm".
//
// It is told by its words: all of them are months, weekdays, numbers or one of
// a few others. Only the day that it came out is a date of the article, and only
// where it is beyond doubt: an ISO date, or a day that is named.

import { parseDate } from "../dates.ts";
import { MONTHS, readNamedDay } from "./named-days.ts";

const MOST_CHARACTERS = 110;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const PUBLISHED = words(`
  published posted filed
  veröffentlicht erschienen
  publié publiée publicado publicada pubblicato pubblicata
  gepubliceerd geplaatst publicerad publisert opublikowano
  опубликовано опубліковано yayınlanma yayınlandı δημοσιεύτηκε δημοσίευση
  公開 公開日 配信 掲載 发布 发布时间 发布于 發布 發布時間 입력 승인 등록 게시 송고
  نشر نشرت النشر פורסם प्रकाशित`);

const UPDATED = words(`
  updated modified
  aktualisiert stand geändert
  modifié actualisé jour
  actualizado actualizada actualización aggiornato aggiornamento
  atualizado atualizada atualização
  bijgewerkt uppdaterad oppdatert aktualizacja
  обновлено оновлено güncelleme güncellendi ενημερώθηκε ενημέρωση
  更新 更新日 更新时间 更新時間 수정
  تحديث التحديث עודכן अपडेट`);

const OTHERS = words(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
  montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
  lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  понедельник вторник среда четверг пятница суббота воскресенье
  pazartesi salı çarşamba perşembe cuma cumartesi pazar
  الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
  last first originally date time am pm a m p at on the of um uhr der den de del le el il em à a às as alle ore o h et e y und and mis mise
  kl klokken om z cet cest gmt utc bst est edt pst pdt ct pt mez mesz msk jst kst ist hkt aest
  г года в tarihi saat στις تاريخ آخر في م ص الساعة بتوقيت تم ב בשעה को बजे
  午前 午後 上午 下午 오전 오후 st nd rd th er`);

const ISO = /(?<!\d)(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})))?(?![\d])/;
const NUMERIC_DATE =
  /\p{Nd}{1,2}[./-] ?\p{Nd}{1,2}[./-] ?\p{Nd}{4}|\p{Nd}{4}[./年년-] ?\p{Nd}{1,2}[./月월-] ?\p{Nd}{1,2}/u;
const TIME = /\p{Nd}{1,2}[:.h時时시] ?\p{Nd}{2}|\p{Nd}{1,2} ?(?:am|pm|uhr)\b/iu;
const AGO =
  /^(?:(?:updated|published|posted|aktualisiert|mis à jour)?:? ?)(?:\d{1,2} (?:minutes?|hours?|days?) ago|vor \d{1,2} (?:minuten?|stunden?|tag(?:en)?)|il y a \d{1,2} (?:minutes?|heures?|jours?)|hace \d{1,2} (?:minutos?|horas?|días?)|há \d{1,2} (?:minutos?|horas?|dias?)|\d{1,2} (?:minuti|ore|giorni) fa|\d{1,2} (?:минуты?|минут|часа?|часов|дня|дней) назад|\d{1,2} ?(?:分|時間|日)前|\d{1,2} ?(?:分钟|小时|天)前|\d{1,2} ?(?:분|시간|일) ?전)$/iu;

export type DateLine = {
  readonly isBare: boolean; // a day and no more: a diary has one above each entry
  readonly isoDate: string | null; // RFC 3339; a time without its zone is left out
};

/** Read a line as one that says when the article came out or was changed. */
export function readDateLine(line: string): DateLine | null {
  if (line.length > MOST_CHARACTERS || !/\p{Nd}/u.test(line)) return null;
  if (AGO.test(line)) return { isBare: false, isoDate: null };
  const tokens = line
    .normalize("NFKC")
    .replace(/(?<=\d)T(?=\d{2}:)|(?<=\p{Nd} ?)[年月日時时分秒년월일시분초]/gu, " ")
    .replace(/[\u200e\u200f]/g, "")
    .toLowerCase()
    .split(/[\s,.:;/|·•()\-–—'’،+]+/u)
    .flatMap((token) => token.split(/(?<=\p{Nd})(?=\P{Nd})|(?<=\P{Nd})(?=\p{Nd})/u))
    .filter((token) => token !== "");
  const isNumber = (token: string) => /^\p{Nd}{1,4}$/u.test(token);
  const isMonth = (token: string) => MONTHS.has(token);
  const isLabel = (token: string) => PUBLISHED.has(token) || UPDATED.has(token);
  if (!tokens.every((token) => isNumber(token) || isMonth(token) || isLabel(token) || OTHERS.has(token)))
    return null;

  const years = tokens.filter((token) => /^\p{Nd}{4}$/u.test(token)).length;
  const numbers = tokens.filter(isNumber).length;
  const months = tokens.filter(isMonth).length;
  const hasDay = NUMERIC_DATE.test(line) || (years >= 1 && numbers > years && months > 0);
  const hasLabel = tokens.some(isLabel);
  const hasTime = TIME.test(line);
  if (!hasDay && !(hasLabel && (hasTime || months > 0))) return null;
  const saysWhenOut = years === 1 && months <= 1 && !tokens.some((token) => UPDATED.has(token));
  return { isBare: !hasLabel && !hasTime, isoDate: saysWhenOut ? isoDateOf(line) : null };
}

function isoDateOf(line: string): string | null {
  const [, day, time] = ISO.exec(line) ?? [];
  const date = day ?? readNamedDay(line);
  if (date === null) return null;
  const written = time === undefined ? date : `${date}T${time}`;
  // Far in the future: only whether there is such a day is asked.
  return parseDate(written, Date.UTC(9999, 0, 1)).ok ? written : null;
}

// A line that says when, and nothing else: "Published 15 September 2014, 3 pm".
//
// It is told by its words: all of them are months, weekdays, numbers or one of
// a few others. Whether 05/06 is in May or in June nobody can tell from here,
// so no such line becomes a date; an ISO date is one.

import { parseDate } from "../dates.ts";

const MOST_CHARACTERS = 110;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const LABELS = words(`
  published posted updated modified filed
  veröffentlicht aktualisiert erschienen stand geändert
  publié publiée modifié actualisé jour
  publicado publicada actualizado actualizada actualización
  pubblicato pubblicata aggiornato aggiornamento
  atualizado atualizada atualização
  gepubliceerd geplaatst bijgewerkt publicerad uppdaterad publisert oppdatert opublikowano aktualizacja
  опубликовано обновлено опубліковано оновлено
  yayınlanma yayınlandı güncelleme güncellendi δημοσιεύτηκε δημοσίευση ενημερώθηκε ενημέρωση
  公開 公開日 更新 更新日 配信 掲載 发布 发布时间 发布于 更新时间 發布 發布時間 更新時間 입력 수정 승인 등록 게시 송고
  نشر نشرت النشر تحديث التحديث פורסם עודכן प्रकाशित अपडेट`);

const MONTHS = words(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  januar jänner februar märz mai juni juli oktober dezember mär okt dez
  janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out
  januari februari maart mei augustus augusti marts styczeń stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
  ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
  يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
  ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
  בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
  जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर नवंबर दिसंबर`);

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
  if (!tokens.every((token) => isNumber(token) || isMonth(token) || LABELS.has(token) || OTHERS.has(token)))
    return null;

  const years = tokens.filter((token) => /^\p{Nd}{4}$/u.test(token)).length;
  const numbers = tokens.filter(isNumber).length;
  const hasDay = NUMERIC_DATE.test(line) || (years >= 1 && numbers > years && tokens.some(isMonth));
  const hasLabel = tokens.some((token) => LABELS.has(token));
  const hasTime = TIME.test(line);
  if (!hasDay && !(hasLabel && (hasTime || tokens.some(isMonth)))) return null;
  return { isBare: !hasLabel && !hasTime, isoDate: years === 1 ? isoDateOf(line) : null };
}

// Far in the future: only whether there is such a day is asked.
function isoDateOf(line: string): string | null {
  const [, day, time] = ISO.exec(line) ?? [];
  if (day === undefined || /updat|aktual|modif|actual|aggiorn|atual|обновл|更新|수정/iu.test(line))
    return null;
  const written = time === undefined ? day : `${day}T${time}`;
  const parsed = parseDate(written, Date.UTC(9999, 0, 1));
  return parsed.ok ? written : null;
}

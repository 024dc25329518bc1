// Who and when: the lines between a title and its text.

import { describe, expect, it } from "vitest";
import { BYLINE_RULES, readByline } from "../../src/ingest/plain-text/bylines.ts";
import { readDateLine } from "../../src/ingest/plain-text/date-lines.ts";

const bylines = BYLINE_RULES.flatMap(({ name, examples }) =>
  examples.map(([line, ...names]) => ({ name, line, names })),
);
const noBylines = BYLINE_RULES.flatMap(({ name, lookAlikes }) => lookAlikes.map((line) => ({ name, line })));

describe("a byline", () => {
  it.each(bylines)("$name: $line", ({ line, names }) => {
    expect(readByline(line)).toEqual(names);
  });

  it.each(noBylines)("$name leaves $line", ({ line }) => {
    expect(readByline(line)).toBeNull();
  });
});

describe("a line that says when", () => {
  it.each([
    "Published 15 September 2014",
    "Sept. 15, 2014 3:04 pm ET",
    "Updated: 3:04 pm",
    "Last updated on Monday, 15 September 2014 at 15:04 GMT",
    "Veröffentlicht am 15. September 2014 um 12:30 Uhr",
    "Stand: 15.09.2014, 12:30 Uhr",
    "15.09.2014, 12:30 Uhr",
    "Publié le 15 septembre 2014 à 12h30, mis à jour le 16 septembre 2014 à 8h",
    "Publicado el 15 de septiembre de 2014",
    "Pubblicato il 15 settembre 2014 alle ore 12:30",
    "Atualizado em 15/09/2014 às 12h30",
    "Опубликовано 15 сентября 2014 г., 12:30",
    "2014年9月15日 12:30",
    "公開日：2014年9月15日",
    "发布时间：2014-09-15 12:30",
    "입력 2014.09.15 12:30",
    "تم النشر في 15 سبتمبر 2014",
    "פורסם ב-15 בספטמבר 2014",
    "प्रकाशित: 15 सितंबर 2014",
    "Yayınlanma tarihi: 15 Eylül 2014",
    "3 hours ago",
    "vor 3 Stunden",
    "3時間前",
  ])("%j", (line) => {
    expect(readDateLine(line)).not.toBeNull();
  });

  it.each([
    "1984",
    "May 2014",
    "15 September",
    "In May 2014 the harbour froze",
    "March, march, march",
    "PARIS, Sept 15 (Reuters) - The ferry left",
    "Monday, 15 September 2014, was a day like any other.",
    "12:30",
    "On the first of May",
    "Updated every Monday",
  ])("is not %j", (line) => {
    expect(readDateLine(line)).toBeNull();
  });

  it.each([
    ["2014-09-15", "2014-09-15"],
    ["Published: 2014-09-15T12:30:00Z", "2014-09-15T12:30:00Z"],
    ["Published 2014-09-15 12:30+02:00", "2014-09-15T12:30+02:00"],
    ["2014-09-15 12:30", "2014-09-15"],
    ["Updated 2014-09-15", null],
    ["2014-02-30", null],
    ["15.09.2014", null],
  ])("has an ISO date: %j is %j", (line, isoDate) => {
    expect(readDateLine(line)?.isoDate).toBe(isoDate);
  });

  it.each([
    ["15 September 2014", "2014-09-15"],
    ["15. September 2026, 10:00 Uhr", "2026-09-15"],
    ["12:30 Uhr, 15. September 2014", "2014-09-15"],
    ["Publié le 15 septembre 2026 à 10h00", "2026-09-15"],
    ["Publié le 1er août 2014", "2014-08-01"],
    ["Publicado el 15 de septiembre de 2014", "2014-09-15"],
    ["Sept. 15, 2014 3:04 pm ET", "2014-09-15"],
    ["September 15th, 2014", "2014-09-15"],
    ["15-Sep-2014", "2014-09-15"],
    ["Опубликовано 15 сентября 2014 г., 12:30", "2014-09-15"],
    ["Yayınlanma tarihi: 15 Eylül 2014", "2014-09-15"],
    ["פורסם ב-15 בספטמבר 2014", "2014-09-15"],
    ["प्रकाशित: 15 सितंबर 2014", "2014-09-15"],
    ["15 मई 2014", "2014-05-15"],
    ["2014年9月15日 12:30", "2014-09-15"],
    ["２０１４年９月５日", "2014-09-05"],
    ["입력 2014년 9월 15일 오후 3:04", "2014-09-15"],
  ])("has the day that it names: %j is %j", (line, isoDate) => {
    expect(readDateLine(line)?.isoDate).toBe(isoDate);
  });

  it.each([
    "Last updated on Monday, 15 September 2014 at 15:04 GMT",
    "Stand: 15. September 2014, 12:30 Uhr",
    "Publié le 15 septembre 2014, mis à jour le 16 septembre 2014",
    "Mis à jour le 15 septembre 2014",
    "Bijgewerkt 15 september 2014",
    "更新日：2014年9月15日",
    "تحديث 15 سبتمبر 2014",
    "14–15 September 2014",
    "14 y 15 de septiembre de 2014",
    "30 August – 15 September 2014",
    "Published 31 February 2014",
    "Published at 12:15 September 2014",
    "03/04/2014",
    "Published September 2014",
  ])("has no day: %j", (line) => {
    expect(readDateLine(line)).toMatchObject({ isoDate: null });
  });

  it.each([
    ["January", "01"],
    ["Feb.", "02"],
    ["März", "03"],
    ["avril", "04"],
    ["mayo", "05"],
    ["giugno", "06"],
    ["julho", "07"],
    ["augustus", "08"],
    ["września", "09"],
    ["октября", "10"],
    ["Kasım", "11"],
    ["Δεκεμβρίου", "12"],
  ])("knows the month of its name: %s", (name, month) => {
    expect(readDateLine(`15 ${name} 2014`)?.isoDate).toBe(`2014-${month}-15`);
  });
});

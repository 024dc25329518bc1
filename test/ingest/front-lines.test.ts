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
    ["15 September 2014", null],
  ])("has the ISO date alone: %j is %j", (line, isoDate) => {
    expect(readDateLine(line)?.isoDate).toBe(isoDate);
  });
});

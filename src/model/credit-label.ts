// Whose picture it is, as newspapers of each language say it in front of a name.

// French puts a space before a colon, Chinese and Japanese have a wide one and
// no space behind it, Polish newspapers abbreviate.
const LABELS: Readonly<Record<string, string>> = {
  ar: "الصورة: ",
  cs: "Foto: ",
  da: "Foto: ",
  de: "Foto: ",
  el: "Φωτογραφία: ",
  es: "Foto: ",
  fa: "عکس: ",
  fi: "Kuva: ",
  fr: "Photo\u00a0: ",
  he: "צילום: ",
  hu: "Fotó: ",
  id: "Foto: ",
  it: "Foto: ",
  ja: "写真：",
  ko: "사진: ",
  nb: "Foto: ",
  nl: "Foto: ",
  nn: "Foto: ",
  no: "Foto: ",
  pl: "Fot. ",
  pt: "Foto: ",
  ro: "Foto: ",
  ru: "Фото: ",
  sv: "Foto: ",
  tr: "Fotoğraf: ",
  uk: "Фото: ",
  zh: "图片：",
};
const TRADITIONAL_CHINESE = "圖片：";
const ENGLISH = "Credit: ";

/** @param language BCP 47; one that isn't in the table is served in English */
export function creditLine(credit: string, language: string): string {
  const { language: name, script } = new Intl.Locale(language).maximize();
  if (name === "zh" && script === "Hant") return TRADITIONAL_CHINESE + credit;
  return (LABELS[name] ?? ENGLISH) + credit;
}

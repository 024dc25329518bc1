// The words that stand before a credit, in the languages of the wire: sources of
// patterns. caption-rules.ts says where each of them counts.

/** Labels that hardly another line has before a colon and a name. */
export const CREDITS = [
  "credit|credits|photo credit|photo credits|image credit|picture credit|photo|photos|photograph|photographs|photographer|photo source|image source|photo courtesy|courtesy|file photo|archive photo",
  "foto|fotos|fotograf|fotografin|bildquelle|fotoquelle|bildnachweis|bildrechte|fotocredit|aufnahme|archivfoto|archivbild|symbolfoto|symbolbild",
  "crédit|crédits|crédit photo|crédits photo|crédit image|photographie|photographe|photo d’archives|photo d'archives",
  "fotografía|crédito|créditos|crédito de la imagen|crédito de la foto|fuente de la imagen|crédito da foto|foto de archivo|foto d'archivio",
  "fotografia|credito|crediti|sursa foto|zdjęcie|fotó|kuva|fotoğraf|φωτογραφία|φωτό|φωτο",
  "фото|снимок|фотография|світлина|ảnh",
].join("|");

/** Labels that a headline may have too: "Ein starkes Bild: Europa". */
export const PICTURES =
  "image|images|picture|pictures|illustration|bild|bilder|imagen|imágenes|immagine|imagem|beeld|billede|bilde|obraz|kép|görsel|εικόνα";

/** Labels in scripts without capitals. Longer ones first: a pattern takes the first that fits. */
export const UNCASED = [
  "写真提供|提供写真|写真|撮影|画像提供|画像",
  "图片来源|图片|图源|图|照片|摄影|圖片來源|圖片|圖源|圖|攝影",
  "사진 ?제공|사진 ?출처|사진|이미지",
  "مصدر الصورة|الصورة|صورة|تصوير|عکس",
  "צילום|קרדיט|תמונה",
  "फोटो|फ़ोटो|तस्वीर|छायाचित्र",
  "ภาพ",
].join("|");

/** Labels as a line has them in its midst: "Photo credit", "Photo Credit", "PHOTO CREDIT". */
export const capitalised = (labels: string): string =>
  labels
    .split("|")
    .flatMap((label) => [
      label.replace(/^./u, (letter) => letter.toUpperCase()),
      label.replace(/(?<=^| )./gu, (letter) => letter.toUpperCase()),
      label.toUpperCase(),
    ])
    .join("|");

/** Labels that need no colon. */
export const BY = [
  "photo by|photos by|photograph by|photographs by|photography by|photographed by|image by|images by|picture by|pictures by|illustration by|illustrations by",
  "photo courtesy of|photos courtesy of|photo courtesy|image courtesy of|picture courtesy of|courtesy of",
  "foto von|fotos von|bild von|photo de|photographie de|foto de|fotos de|fotografía de|fotografías de",
  "foto di|foto del|fotografia di|fotografie di|foto do|foto da|fotografia de|fot\\.",
].join("|");

export const SIGN = "\\s?[:：]\\s?"; // French puts a space before it
export const UNCASED_SIGN = "\\s?[:：=＝／/]\\s?";

const NOT_IN_CREDIT = "<>@#*!?:;。！？；：©()（）\\[\\]［］【】";
export const CREDIT = `(?<credit>[^\\s${NOT_IN_CREDIT}][^${NOT_IN_CREDIT}]{1,79}(?: ?\\([^()!?:;]{1,30}\\))?)`;

/** Where a caption ends, before a label that could be a part of it. */
export const SENTENCE = '[.!?…。！？؟।”’"»」』)）\\]］】]';

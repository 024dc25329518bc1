// The few words that a page of ours says by itself, in the article's language.

type Words = {
  readonly language: string; // of these words
  readonly updated: string; // in front of a date
  readonly skip: string; // to the text, past the page's head
};

const ENGLISH: Words = { language: "en", updated: "Updated", skip: "Skip to the article" };

const WORDS: Readonly<Record<string, Omit<Words, "language">>> = {
  ar: { updated: "آخر تحديث", skip: "انتقل إلى المقال" },
  cs: { updated: "Aktualizováno", skip: "Přejít k článku" },
  da: { updated: "Opdateret", skip: "Gå til artiklen" },
  de: { updated: "Aktualisiert", skip: "Zum Artikel" },
  es: { updated: "Actualizado", skip: "Ir al artículo" },
  fi: { updated: "Päivitetty", skip: "Siirry artikkeliin" },
  fr: { updated: "Mis à jour", skip: "Aller à l’article" },
  he: { updated: "עודכן", skip: "דלגו לכתבה" },
  it: { updated: "Aggiornato", skip: "Vai all’articolo" },
  ja: { updated: "更新", skip: "本文へ" },
  ko: { updated: "수정", skip: "본문으로 건너뛰기" },
  nb: { updated: "Oppdatert", skip: "Gå til artikkelen" },
  nl: { updated: "Bijgewerkt", skip: "Naar het artikel" },
  no: { updated: "Oppdatert", skip: "Gå til artikkelen" },
  pl: { updated: "Aktualizacja", skip: "Przejdź do artykułu" },
  pt: { updated: "Atualizado", skip: "Ir para o artigo" },
  ru: { updated: "Обновлено", skip: "Перейти к статье" },
  sv: { updated: "Uppdaterad", skip: "Gå till artikeln" },
  tr: { updated: "Güncellendi", skip: "Habere geç" },
  uk: { updated: "Оновлено", skip: "Перейти до статті" },
  zh: { updated: "更新", skip: "跳至正文" },
};

/** @param language BCP 47 */
export function wordsOf(language: string): Words {
  const words = rowOf(WORDS, language);
  return words === undefined ? ENGLISH : { language, ...words };
}

/** A language's row in a table: that of its script ("zh-Hant" for Taiwan's) where there is one. */
export function rowOf<Row>(rows: Readonly<Record<string, Row>>, tag: string): Row | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  return rows[`${language}-${script}`] ?? rows[language];
}

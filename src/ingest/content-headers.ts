// What a request's headers say of a text that can't say it itself.

export type Said = {
  readonly address: string | null; // where the article is; absolute
  readonly language: string | null;
};

/**
 * Read Content-Location and Content-Language.
 *
 * A location that is relative (RFC 9110 §8.7) says nothing of where the article
 * is, and several languages (§8.5) are no article's language.
 */
export const readContentHeaders = (location: string | null, language: string | null): Said => ({
  address: location !== null && URL.canParse(location) ? location : null,
  language: language?.includes(",") ? null : language,
});

// The safe forms in which an article holds what was embedded in it → AMP's components.
//
// Only these exact forms are embeds: a link in a sentence to the same address is
// a link. They are looked for after the content was cleaned and its pictures
// became amp-img, so no component is there that isn't written here.

export type AmpEmbed = "amp-twitter" | "amp-vimeo" | "amp-youtube";

type Found = (...groups: string[]) => string;
type Form = { readonly component: AmpEmbed; readonly shape: RegExp; readonly become: Found };

const LANGUAGE = '((?: (?:dir|lang)="[^"]*")*)'; // all that these elements may have besides
const END = "(?=\\s*(<figcaption|</figure>))";
const SIXTEEN_TO_NINE = 'layout="responsive" width="16" height="9"';

const FORMS: readonly Form[] = [
  {
    // <figure><a href="https://www.youtube.com/watch?v=ID&amp;t=90"><img src="https://i.ytimg.com/vi/ID/…" alt="TITLE" …></a>
    component: "amp-youtube",
    shape: new RegExp(
      `<figure${LANGUAGE}><a href="https://www\\.youtube\\.com/watch\\?v=([\\w-]+)(?:&amp;t=(\\d{1,6}))?">` +
        '<amp-img src="https://i\\.ytimg\\.com/vi/\\2/hqdefault\\.jpg" alt="([^"]*)"[^>]*></amp-img></a>' +
        END,
      "g",
    ),
    become: (language, id, start, title) =>
      `<figure${language}><amp-youtube data-videoid="${id}" ${SIXTEEN_TO_NINE}` +
      `${start === undefined ? "" : ` data-param-start="${start}"`} title="${title}"></amp-youtube>`,
  },
  {
    // <figure><a href="https://vimeo.com/ID">TITLE</a>; an unlisted one has a secret behind its id, and stays a link.
    // Its words may be the writer's own: they are the caption of a film that has none.
    component: "amp-vimeo",
    shape: new RegExp(`<figure${LANGUAGE}><a href="https://vimeo\\.com/(\\d+)">([^<]*)</a>${END}`, "g"),
    become: (language, id, title = "", next) =>
      `<figure${language}><amp-vimeo data-videoid="${id}" ${SIXTEEN_TO_NINE} ` +
      `title="${title.replace(/"/g, "&quot;")}"></amp-vimeo>` +
      (next === "<figcaption" || /^\s*(?:Vimeo)?\s*$/i.test(title)
        ? ""
        : `<figcaption>${title}</figcaption>`),
  },
  {
    // <blockquote cite="https://x.com/i/status/ID"> with the post's own address in it.
    component: "amp-twitter",
    shape: new RegExp(
      `<blockquote${LANGUAGE} cite="https://x\\.com/i/status/(\\d+)">` +
        '((?:(?!</?blockquote)[\\s\\S])*?<a href="https?://(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/\\w+/status(?:es)?/\\2[^\\d]' +
        "(?:(?!</?blockquote)[\\s\\S])*)</blockquote>",
      "g",
    ),
    // Until it is there, and where it can't be, the post's words are.
    become: (language, id, quote) =>
      `<amp-twitter data-tweetid="${id}" layout="responsive" width="375" height="472">` +
      `<blockquote${language} placeholder="" cite="https://x.com/i/status/${id}">${quote}</blockquote></amp-twitter>`,
  },
];

/** @param add called with each component that the HTML needs */
export function withEmbeds(html: string, add: (component: AmpEmbed) => void): string {
  let text = html;
  for (const { component, shape, become } of FORMS)
    text = text.replace(shape, (_, ...groups: string[]) => {
      add(component);
      return become(...groups);
    });
  return text;
}

// Lines that speak for the site and not for the article: advertisements,
// newsletters, other articles, cookies.

import { type LineRule, whole } from "./line-rule.ts";

const READ_MORE = [
  "read more|read also|also read|read next|see also|related|related story|related stories|related article|related articles|more on this|more on this story|don't miss|recommended|you may also like",
  "lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu auch|auch interessant|mehr zum thema|mehr dazu|lies auch|weiterlesen",
  "lire aussi|à lire aussi|a lire aussi|à lire également|lire également|lire la suite|voir aussi|sur le même sujet|lisez aussi",
  "lea también|lea además|lee también|leer también|leer más|lea más|le puede interesar|te puede interesar|te recomendamos|ver también|relacionado|noticias relacionadas",
  "leggi anche|leggi di più|leggi tutto|vedi anche|per approfondire|leia também|leia mais|veja também|saiba mais|leia ainda",
  "lees ook|lees meer|lees verder|läs också|läs även|läs mer|læs også|les også|czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|przeczytaj także",
  "читайте также|читать также|читайте ещё|читайте еще|читать далее|по теме|читайте також|читайте ще",
  "ayrıca okuyun|bunu da okuyun|bunlar da ilginizi çekebilir|ilgili haber|ilgili haberler|devamını oku|διαβάστε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|διαβάστε περισσότερα|δείτε επίσης",
  "関連記事|【関連記事】|\\[関連記事\\]|関連|あわせて読みたい|合わせて読みたい|続きを読む|相关阅读|相关新闻|相关报道|延伸阅读|阅读更多|阅读全文|相關閱讀|相關新聞|延伸閱讀|閱讀更多|관련기사|관련 기사|관련뉴스|더 읽기|함께 읽기|함께 보면 좋은 기사",
  "اقرا ايضا|اقرا المزيد|اقرأ ايضا|شاهد ايضا|للمزيد|مواضيع ذات صلة|قد يهمك ايضا|קראו גם|קראו עוד|קרא גם|קרא עוד|עוד בנושא|כתבות נוספות|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें",
].join("|");
// Alone, without a headline, a label must be one that asks: "Related" can be a subheading.
const READ_MORE_ALONE =
  "read more|read also|weiterlesen|mehr lesen|lire la suite|lire aussi|leer más|leggi tutto|leggi anche|leia mais|leia também|lees verder|lees meer|läs mer|czytaj więcej|читать далее|читайте также|devamını oku|διαβάστε περισσότερα|続きを読む|阅读全文|阅读更多|閱讀更多|더 보기|더보기|اقرا المزيد|اقرا ايضا|קרא עוד|קראו עוד|और पढ़ें|यह भी पढ़ें";

const OUR = "(?:our|the|this|your)";

const ADVERTISEMENT = [
  "advertisements?|advertising|advert|ad|paid content|sponsored content|anzeigen?|werbung|publicités?|publicite|pub|annonce publicitaire",
  "publicidad|anuncio|pubblicità|annuncio pubblicitario|publicidade|propaganda|publicitate|advertentie|reclame|annons|annonse|annonce",
  "reklame|reklam|reklama|mainos|hirdetés|διαφήμιση|реклама|广告|廣告|広告|スポンサーリンク|광고|إعلان|إعلانات|פרסומת|מודעה|विज्ञापन|โฆษณา|quảng cáo",
].join("|");

export const NOTICE_RULES: readonly LineRule[] = [
  {
    name: "advertisement",
    aboveTitle: true,
    // Framed on both sides or on none: a dash before it opens speech.
    pattern: whole(
      `(?:${ADVERTISEMENT})`,
      `[-–—*~=_|\\[(]{1,40} ?(?:${ADVERTISEMENT}) ?[-–—*~=_|\\])]{1,40}`,
    ),
    examples: [
      "Advertisement",
      "- Advertisement -",
      "ADVERTISEMENT",
      "(Anzeige)",
      "Werbung",
      "Publicité",
      "Publicidad",
      "Pubblicità",
      "Publicidade",
      "Advertentie",
      "Reklam",
      "Διαφήμιση",
      "Реклама",
      "広告",
      "广告",
      "광고",
      "إعلان",
      "פרסומת",
      "विज्ञापन",
    ],
    lookAlikes: ["An advertisement of 1909", "Reklama Bay", "广告人", "— Publicité, dit-il"],
  },
  {
    name: "newsletter",
    pattern: whole(
      `(?:sign up|subscribe|register) (?:now |here |today )?(?:for|to) ${OUR} (?:(?:free|daily|weekly|morning|evening|e-?mail|news) ){0,3}newsletters?(?: (?:here|today|now|below))?[.!:]?`,
      "(?:get|receive) (?:the |our |all the )?(?:(?:latest|top|daily|weekly|free|best|breaking) ){0,3}(?:news|stories|headlines|newsletter|updates) (?:delivered |sent |straight |directly ){0,2}(?:to|in|into) your inbox(?: (?:every|each) (?:day|morning|week))?[.!:]?|newsletter sign-?up|(?:enter )?your e-?mail address",
      "(?:jetzt |hier )?(?:(?:abonnieren sie|bestellen sie) (?:hier |jetzt )?unseren (?:kostenlosen |täglichen )?newsletter|(?:zum |für den |unseren )?(?:kostenlosen )?newsletter (?:abonnieren|anmelden|bestellen)|melden sie sich (?:hier |jetzt )?(?:für|zu) unseren? (?:kostenlosen )?newsletter an)[.!]?",
      "(?:inscrivez-vous|abonnez-vous|s'inscrire|s'abonner) à (?:notre|la) (?:newsletter|lettre d'information|infolettre)(?: gratuite| quotidienne)?[.!]?|recevez (?:notre newsletter|(?:toutes )?les dernières (?:actualités|nouvelles|infos) (?:dans|par) (?:votre )?(?:boîte (?:mail|de réception|e-mail)|e-?mail))[.!]?",
      "(?:suscríbete|suscríbase|suscribirse|apúntate|regístrate|regístrese) (?:gratis )?a (?:nuestr[oa]|la|el) (?:boletín|newsletter)(?: de noticias| diario| semanal)?[.!]?|recibe (?:nuestro boletín|las últimas noticias) en tu (?:correo|e-?mail|bandeja de entrada)[.!]?",
      "(?:iscriviti|abbonati|iscrivetevi) (?:gratis )?alla (?:nostra )?newsletter[.!]?|(?:assine|subscreva|inscreva-se n?a?|cadastre-se n?a?) ?(?:a |na )?(?:nossa )?newsletter[.!]?|receba as (?:últimas|principais) notícias (?:no|em) seu e-?mail[.!]?",
      "(?:schrijf je in|meld je aan) voor onze nieuwsbrief[.!]?|prenumerera på vårt nyhetsbrev[.!]?|meld deg på (?:vårt )?nyhetsbrev(?:et)?[.!]?|zapisz się (?:do|na) (?:naszego |nasz )?newsletter(?:a)?[.!]?|(?:подпишитесь|подписывайтесь) на (?:нашу )?рассылку[.!]?|підпишіться на (?:нашу )?розсилку[.!]?|(?:e-)?bültenimize (?:abone|kayıt) olun[.!]?|εγγραφείτε στο newsletter(?: μας)?[.!]?",
      "(?:無料)?(?:ニュースレター|メールマガジン|メルマガ)(?:に|を|の)?(?:登録|購読)(?:する|はこちら)?|(?:订阅|訂閱)(?:我们的|我們的)?(?:新闻通讯|新聞通訊|电子报|電子報|简报|時事通訊)|뉴스레터(?:를)? ?(?:구독|신청)(?:하기|하세요)?|اشترك في (?:نشرتنا|النشرة) (?:الاخبارية|البريدية)|הירשמו ל(?:ניוזלטר|עלון)(?: שלנו)?|(?:हमारे )?न्यूज़?लेटर (?:की सदस्यता लें|सब्सक्राइब करें)",
    ),
    examples: [
      "Sign up for our newsletter",
      "Subscribe to our free daily newsletter!",
      "Get the latest news in your inbox",
      "Abonnieren Sie unseren Newsletter",
      "Inscrivez-vous à notre newsletter",
      "Suscríbete a nuestro boletín",
      "Iscriviti alla nostra newsletter",
      "Assine a nossa newsletter",
      "Schrijf je in voor onze nieuwsbrief",
      "Подпишитесь на нашу рассылку",
      "Bültenimize abone olun",
      "メールマガジンに登録",
      "订阅我们的电子报",
      "뉴스레터 구독하기",
      "اشترك في نشرتنا الإخبارية",
      "הירשמו לניוזלטר שלנו",
    ],
    lookAlikes: [
      "Sign up for our newsletter, the poster said, and win a boat",
      "Get the latest news in your village",
      "Abonnieren Sie unseren Newsletter nicht",
      "The newsletter of 1909",
    ],
  },
  {
    // The label, a sign, and a headline: whatever ends like a sentence stays.
    name: "read-more",
    pattern: whole(
      `(?:${READ_MORE}) ?[:|] ?(?:[^.!?。؟।«»「」]|(?<=[\\s.]\\p{L})\\.(?!\\S)|\\.(?=\\S)){0,199}[^.!?:,;。؟।«»「」\\s]`,
      `(?:${READ_MORE_ALONE}) ?:?(?:\\.\\.\\.)?`,
    ),
    // A headline begins with a capital, if its script has any.
    asWritten: /^[^:：|｜]+(?:[:：|｜]\s?[^\p{Ll}\s|:][^|｜]*)?:?$/u,
    examples: [
      "Read more: Harbour closed until Monday",
      "Read more: U.S. ferry sails again",
      "READ ALSO | Ferry sails again",
      "Read more...",
      "Lesen Sie auch: Hafen bis Montag gesperrt",
      "Lire aussi : Le port fermé jusqu’à lundi",
      "Lea también: El puerto cierra hasta el lunes",
      "Leggi anche: Il porto chiuso fino a lunedì",
      "Leia também: Porto fechado até segunda",
      "Lees ook: Haven dicht tot maandag",
      "Читайте также: Порт закрыт до понедельника",
      "İlgili haber: Liman pazartesiye kadar kapalı",
      "Διαβάστε επίσης: Κλειστό το λιμάνι",
      "関連記事：港、月曜まで閉鎖",
      "相关阅读：港口关闭至周一",
      "관련기사: 항구 월요일까지 폐쇄",
      "اقرأ أيضًا: إغلاق الميناء حتى الاثنين",
      "קראו גם: הנמל סגור עד יום שני",
      "यह भी पढ़ें: सोमवार तक बंदरगाह बंद",
    ],
    lookAlikes: [
      "Read more: it is good for you.",
      "Related: if you like the sea, you may also like the harbour",
      "Read more: The harbour is closed. Ferries sail again",
      "Read more books",
      "Related",
      "Lesen Sie auch: Das Meer ist kein Archiv.",
      "Lire aussi : « Le port est fermé »",
    ],
  },
  {
    name: "story-continues",
    pattern: whole(
      "(?:the )?(?:story|article|text) continues (?:below|after (?:this |the )?(?:ad|advert|advertisement))(?: (?:this |the )?(?:ad|advert|advertisement|video|photo))?|continue reading below|(?:der )?artikel (?:geht|wird) (?:unter|nach) der (?:anzeige|werbung) (?:weiter|fortgesetzt)|lesen sie nach der (?:anzeige|werbung) weiter|nach der (?:anzeige|werbung) geht's weiter",
      "la suite après (?:la|cette) publicité|(?:la noticia )?continúa (?:después|debajo) de la publicidad|sigue leyendo|(?:l'articolo )?continua (?:dopo|sotto) la pubblicità|continua (?:após a|depois da) publicidade|(?:artikel|tekst) gaat verder (?:onder|na) de (?:advertentie|foto|video)|artikeln fortsätter (?:efter|under) annonsen",
      "продолжение (?:после рекламы|ниже)|haberin devamı(?: aşağıda)?|η συνέχεια μετά τη διαφήμιση|(?:記事は)?広告の(?:後|あと|下)に(?:記事が)?続きます|(?:文章|正文)(?:在)?广告(?:后|之后|下方)继续|기사는 광고 (?:뒤|아래)에 계속됩니다|يستمر المقال (?:بعد|اسفل) الاعلان|הכתבה ממשיכה (?:אחרי|לאחר) הפרסומת|विज्ञापन के बाद जारी",
    ),
    examples: [
      "Story continues below advertisement",
      "Article continues after ad",
      "Lesen Sie nach der Anzeige weiter",
      "La suite après cette publicité",
      "Continúa después de la publicidad",
      "Continua dopo la pubblicità",
      "Artikel gaat verder onder de advertentie",
      "Продолжение после рекламы",
      "記事は広告の後に続きます",
      "يستمر المقال بعد الإعلان",
    ],
    lookAlikes: ["The story continues below deck", "La suite après la pluie"],
  },
  {
    name: "cookies",
    aboveTitle: true,
    pattern: whole(
      "(?:accept|allow|reject|manage) (?:all )?cookies|cookie (?:settings|preferences|policy|notice)|(?:we use|this (?:web)?site uses|our (?:web)?site uses) cookies(?: to (?:improve your experience|enhance your experience|ensure you get the best experience|give you the best (?:possible )?experience))?(?: on our (?:web)?site)?[.!]?",
      "(?:alle )?cookies (?:akzeptieren|ablehnen)|cookie-einstellungen|diese (?:website|seite) verwendet cookies\\.?|(?:tout )?(?:accepter|refuser|gérer) (?:tous )?(?:les )?cookies|ce site utilise des cookies\\.?|(?:aceptar|rechazar|configurar) (?:todas )?(?:las )?cookies|este sitio (?:web )?utiliza cookies\\.?|(?:accetta|rifiuta|gestisci) (?:tutti )?(?:i )?cookie|questo sito utilizza (?:i )?cookie\\.?|(?:aceitar|rejeitar|gerir) (?:todos )?(?:os )?cookies|este site utiliza cookies\\.?",
      "(?:alle )?cookies (?:accepteren|weigeren)|(?:принять|отклонить) (?:все )?(?:cookie|cookies|куки)|(?:наш |этот )?сайт использует (?:файлы )?cookies?\\.?|(?:すべての)?cookieを(?:受け入れる|許可する)|cookie(?:の)?設定|接受(?:所有|全部)? ?cookie|cookie ?(?:设置|設定)|(?:모든 )?쿠키 (?:허용|동의|설정)|قبول (?:جميع |كل )?ملفات تعريف الارتباط|אישור (?:כל ה)?עוגיות|çerezleri kabul et|tüm çerezleri kabul et|αποδοχή (?:όλων των )?cookies",
    ),
    examples: [
      "Accept all cookies",
      "We use cookies to improve your experience.",
      "Alle Cookies akzeptieren",
      "Accepter les cookies",
      "Aceptar todas las cookies",
      "Принять все cookie",
      "すべてのCookieを受け入れる",
      "قبول جميع ملفات تعريف الارتباط",
    ],
    lookAlikes: ["We use cookies to bait the seagulls", "Cookies for the keeper"],
  },
];

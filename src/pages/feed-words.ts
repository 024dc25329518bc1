// The words of a feed's page, in the feed's language: short ones, and few.

import { rowOf } from "./words.ts";

type FeedWords = {
  readonly language: string; // of these words
  readonly subscribe: string; // a heading, and a link to the page
  readonly device: string; // a button beside the names of readers
  readonly copy: string; // above the addresses
  readonly latest: string;
  readonly none: string;
  readonly topics: string;
};

const ENGLISH: FeedWords = {
  language: "en",
  subscribe: "Subscribe",
  device: "App on this device",
  copy: "Or copy an address into your reader",
  latest: "Latest articles",
  none: "No article yet",
  topics: "Topics",
};

type Row = Omit<FeedWords, "language">;

const NORWEGIAN: Row = {
  subscribe: "Abonner",
  device: "App på denne enheten",
  copy: "Eller kopier en adresse til feedleseren",
  latest: "Siste artikler",
  none: "Ingen artikler ennå",
  topics: "Emner",
};

const ROWS: Readonly<Record<string, Row>> = {
  ar: {
    subscribe: "اشترك",
    device: "تطبيق على هذا الجهاز",
    copy: "أو انسخ عنوانًا إلى قارئ الخلاصات",
    latest: "أحدث المقالات",
    none: "لا توجد مقالات بعد",
    topics: "المواضيع",
  },
  cs: {
    subscribe: "Odebírat",
    device: "Aplikace v tomto zařízení",
    copy: "Nebo zkopírujte adresu do čtečky",
    latest: "Nejnovější články",
    none: "Zatím žádné články",
    topics: "Témata",
  },
  da: {
    subscribe: "Abonner",
    device: "App på denne enhed",
    copy: "Eller kopier en adresse til din feedlæser",
    latest: "Seneste artikler",
    none: "Ingen artikler endnu",
    topics: "Emner",
  },
  de: {
    subscribe: "Abonnieren",
    device: "App auf diesem Gerät",
    copy: "Oder eine Adresse in den Feedreader kopieren",
    latest: "Neueste Artikel",
    none: "Noch kein Artikel",
    topics: "Themen",
  },
  es: {
    subscribe: "Suscribirse",
    device: "Aplicación en este dispositivo",
    copy: "O copie una dirección en su lector",
    latest: "Últimos artículos",
    none: "Aún no hay artículos",
    topics: "Temas",
  },
  fi: {
    subscribe: "Tilaa",
    device: "Tämän laitteen sovellus",
    copy: "Tai kopioi osoite syötteenlukijaan",
    latest: "Uusimmat artikkelit",
    none: "Ei vielä artikkeleita",
    topics: "Aiheet",
  },
  fr: {
    subscribe: "S’abonner",
    device: "Application sur cet appareil",
    copy: "Ou copiez une adresse dans votre lecteur de flux",
    latest: "Derniers articles",
    none: "Pas encore d’article",
    topics: "Thèmes",
  },
  he: {
    subscribe: "הירשמו",
    device: "יישום במכשיר הזה",
    copy: "או העתיקו כתובת לקורא ה־RSS",
    latest: "הכתבות האחרונות",
    none: "אין עדיין כתבות",
    topics: "נושאים",
  },
  it: {
    subscribe: "Iscriviti",
    device: "App su questo dispositivo",
    copy: "Oppure copia un indirizzo nel lettore di feed",
    latest: "Ultimi articoli",
    none: "Ancora nessun articolo",
    topics: "Argomenti",
  },
  ja: {
    subscribe: "購読する",
    device: "この端末のアプリ",
    copy: "またはアドレスをリーダーにコピー",
    latest: "新着記事",
    none: "記事はまだありません",
    topics: "トピック",
  },
  ko: {
    subscribe: "구독",
    device: "이 기기의 앱",
    copy: "또는 주소를 리더에 복사하세요",
    latest: "최신 기사",
    none: "아직 기사가 없습니다",
    topics: "주제",
  },
  nb: NORWEGIAN,
  nl: {
    subscribe: "Abonneren",
    device: "App op dit apparaat",
    copy: "Of kopieer een adres naar uw feedreader",
    latest: "Nieuwste artikelen",
    none: "Nog geen artikelen",
    topics: "Onderwerpen",
  },
  no: NORWEGIAN,
  pl: {
    subscribe: "Subskrybuj",
    device: "Aplikacja na tym urządzeniu",
    copy: "Lub skopiuj adres do czytnika",
    latest: "Najnowsze artykuły",
    none: "Nie ma jeszcze artykułów",
    topics: "Tematy",
  },
  pt: {
    subscribe: "Assinar",
    device: "App neste dispositivo",
    copy: "Ou copie um endereço para o seu leitor",
    latest: "Últimos artigos",
    none: "Ainda não há artigos",
    topics: "Temas",
  },
  ru: {
    subscribe: "Подписаться",
    device: "Приложение на этом устройстве",
    copy: "Или скопируйте адрес в программу для чтения лент",
    latest: "Последние статьи",
    none: "Статей пока нет",
    topics: "Темы",
  },
  sv: {
    subscribe: "Prenumerera",
    device: "App på den här enheten",
    copy: "Eller kopiera en adress till din läsare",
    latest: "Senaste artiklarna",
    none: "Inga artiklar än",
    topics: "Ämnen",
  },
  tr: {
    subscribe: "Abone ol",
    device: "Bu cihazdaki uygulama",
    copy: "Ya da bir adresi okuyucunuza kopyalayın",
    latest: "Son haberler",
    none: "Henüz haber yok",
    topics: "Konular",
  },
  uk: {
    subscribe: "Підписатися",
    device: "Застосунок на цьому пристрої",
    copy: "Або скопіюйте адресу до програми читання стрічок",
    latest: "Останні статті",
    none: "Статей поки немає",
    topics: "Теми",
  },
  zh: {
    subscribe: "订阅",
    device: "此设备上的应用",
    copy: "或将地址复制到阅读器",
    latest: "最新文章",
    none: "暂无文章",
    topics: "主题",
  },
  "zh-Hant": {
    subscribe: "訂閱",
    device: "此裝置上的應用程式",
    copy: "或將網址複製到閱讀器",
    latest: "最新文章",
    none: "尚無文章",
    topics: "主題",
  },
};

/** @param language BCP 47 */
export function feedWordsOf(language: string): FeedWords {
  const row = rowOf(ROWS, language);
  return row === undefined ? ENGLISH : { language, ...row };
}

// Invented articles to look at: every element that a page has a look for, in four scripts.

export type Sample = { readonly feed: string; readonly name: string; readonly article: object };

/** @param pictures the origin of a host that draws them */
export const samplesFrom = (pictures: string): readonly Sample[] => [
  { feed: "coast", name: "english", article: english(pictures) },
  { feed: "hafen", name: "german", article: german(pictures) },
  { feed: "mina", name: "arabic", article: arabic(pictures) },
  { feed: "minato", name: "japanese", article: japanese(pictures) },
  ...HEADLINES.map(([feed, title, at], number) => ({
    feed,
    name: `headline-${number}`,
    article: { title, content_text: title, date_published: at },
  })),
];

const HEADLINES: readonly (readonly [string, string, string])[] = [
  ["coast", "Ferry to the Outer Isles Will Sail on Sundays Again", "2026-11-19T16:40:00Z"],
  ["coast", "A Bell Buoy, Lost in the Great Storm, Is Heard Before It Is Seen", "2026-11-18T08:15:00Z"],
  ["coast", "Herring Return to the Sound Three Weeks Early, and Nobody Is Ready", "2026-11-17T12:00:00Z"],
  ["coast", "Harbour Office Lends Its Noon Gun to the Museum", "2026-11-15T11:59:00Z"],
  ["hafen", "Schlepper „Undine“ nach vierzig Jahren außer Dienst", "2026-11-18T09:00:00Z"],
  ["hafen", "Eisgang auf der Unterelbe: Lotsen bitten um Geduld", "2026-11-16T06:30:00Z"],
  ["hafen", "Speicherstadt bekommt ihren Paternoster zurück", "2026-11-12T10:00:00Z"],
  ["mina", "عودة سفن الصيد إلى الميناء القديم بعد العاصفة", "2026-11-18T09:00:00Z"],
  ["mina", "فتح المنارة أمام الزوار كل يوم جمعة", "2026-11-14T09:00:00Z"],
  ["minato", "冬の定期船、来月から朝の便を増やす", "2026-11-18T02:00:00Z"],
  ["minato", "霧笛の音、百年ぶりに録音", "2026-11-13T02:00:00Z"],
];

const english = (pictures: string) => ({
  id: "tide-tables",
  title: "The Tide Tables Are Being Rewritten, One Harbour at a Time",
  summary:
    "For a hundred and thirty years the sea was read off a painted board. Now the boards are coming down, and what the harbours find behind them is not what the books say.",
  image: `${pictures}/harbour-1600x1000.svg`,
  image_width: 1600,
  image_height: 1000,
  image_alt: "A lighthouse above a harbour at dusk, with the tide going out",
  image_caption: "The inner harbour at half tide. The board on the mole has been painted over eleven times.",
  image_credit: "Harbour Archive",
  authors: [{ name: "Coast Desk", url: "https://courier.example/coast" }, { name: "Data Desk" }],
  tags: ["Tides", "Harbours", "Measurement"],
  date_published: "2026-11-20T06:30:00Z",
  date_modified: "2026-11-20T14:05:00Z",
  content_html: `<p>The board stands where it has stood since 1894, bolted to the north face of the mole: a plank of elm, four metres long, with feet and tenths of a foot in white on black. Every quarter of an hour, by day, somebody from the harbour office walked out and looked at it. That was the tide. Everything else – the tables in the almanac, the hour at which the ferry left, the depth the pilots trusted – came out of a long row of such walks.</p>
<p>This autumn the office took the board down to clean it, and measured it. It was <em>eleven centimetres</em> too long. Nobody can say since when.</p>
<h2>What the paint hid</h2>
<p>“A plank swells,” said the harbour office in a statement. “One paints it, one paints it again, and every painter is a little generous at the joints.” The same letter lists four more harbours whose boards are now <a href="https://tides.example/boards">to be checked before the spring tides</a>, and asks skippers to add a margin of their own until then.</p>
<blockquote><p>We have not been wrong about the sea. We have been wrong about a piece of wood, very carefully, four times an hour.</p></blockquote>
<p>The correction is small beside the range of the tide, and large beside what a loaded coaster has under her keel. In the old basin it is the difference between leaving on the ebb and leaving tomorrow.</p>
<figure><a href="https://www.youtube.com/watch?v=tidetable01"><img src="https://i.ytimg.com/vi/tidetable01/hqdefault.jpg" alt="How a tide gauge works" width="480" height="360" /></a><figcaption>A float, a wire and a drum of paper: the gauge at work.</figcaption></figure>
<h2>Five harbours, five zeros</h2>
<p>Each port measures from a zero of its own, cut into stone when the port was built. Put side by side, they tell how far the boards had wandered:</p>
<table><caption>Boards against the levelled mark, in centimetres</caption><thead><tr><th scope="col">Harbour</th><th scope="col">Board since</th><th scope="col">Painted</th><th scope="col">Error</th></tr></thead><tbody><tr><th scope="row">Brough</th><td>1894</td><td>11 times</td><td>+11.0</td></tr><tr><th scope="row">Sandwick</th><td>1902</td><td>9 times</td><td>+6.5</td></tr><tr><th scope="row">Old Basin</th><td>1911</td><td>4 times</td><td>−2.0</td></tr><tr><th scope="row">Ferry Pier</th><td>1958</td><td>3 times</td><td>+0.5</td></tr></tbody></table>
<p>The office has published the sum that turns an old reading into a new one. It fits on a line:</p>
<pre><code>level = reading × 0.9728 − 0.04   # metres, Brough, 1894 to 2026</code></pre>
<h3>What changes for those who sail</h3>
<ul><li>High water comes at the same minute as before; it is only lower than was printed.</li><li>The ferry keeps its timetable, but loads less on the lowest tides.</li><li>Charts are right: they were drawn from soundings, not from the board.</li></ul>
<figure><img src="${pictures}/gauge-900x640.svg" alt="A drum of paper with a line that rises and falls" /><figcaption>Four days on the drum, from neap to spring.</figcaption></figure>
<p>For the almanac of 2027 the tables will be worked out afresh, from the float gauge that has stood in a shed beside the board since the war, and that nobody had thought to ask.</p>
<blockquote cite="https://x.com/i/status/1234567890123456789"><p lang="en" dir="ltr">Add ten centimetres of caution to anything you read off the mole until Friday. The stone is right, the plank is not.</p>— Harbour Office (@harbouroffice) <a href="https://twitter.com/harbouroffice/status/1234567890123456789">November 20, 2026</a></blockquote>
<p>The board itself goes to the museum, next to the noon gun. The label has been written already. It says, to the nearest tenth of a foot, how long it is.</p>`,
  attachments: [
    {
      url: `${pictures}/tide-bell.mp3`,
      mime_type: "audio/mpeg",
      title: "The bell at half tide",
      size_in_bytes: 1_843_200,
      duration_in_seconds: 95,
    },
    {
      url: "https://courier.example/boards.pdf",
      mime_type: "application/pdf",
      title: "The boards, measured",
      size_in_bytes: 412_000,
    },
  ],
});

const german = (pictures: string) => ({
  id: "lotsenhaus",
  title: "Das Lotsenhaus bekommt sein Licht zurück",
  summary:
    "Siebzig Jahre lang war die Laterne auf dem Dach ein Blumenkasten. Nun brennt sie wieder, und die Nachbarschaft muss sich an helle Nächte gewöhnen.",
  image: `${pictures}/harbour-1500x900.svg`,
  image_alt: "Ein Leuchtturm über dem Hafen in der Dämmerung",
  image_caption: "Seit Sonntag wieder in Betrieb: die Laterne am Lotsenhaus.",
  image_credit: "Hafenarchiv",
  authors: [{ name: "Redaktion Hafen" }],
  tags: ["Lotsen", "Denkmalpflege"],
  date_published: "2026-11-20T07:10:00Z",
  content_html: `<p>Am Sonntag um 17.04 Uhr, drei Minuten nach Sonnenuntergang, wurde auf dem Dach des alten Lotsenhauses ein Schalter umgelegt, den es seit 1956 nicht mehr gegeben hatte. Die Schifffahrtsverwaltung sprach von einem „Probebetrieb“. Auf der Kaimauer standen zweihundert Leute und klatschten.</p>
<h2>Ein Blumenkasten mit Linse</h2>
<p>Die Laterne war nie abgebaut worden. Man hatte die Linse herausgenommen, Erde eingefüllt und Geranien gepflanzt; so steht es jedenfalls im Hausbuch, in dem auch die <strong>Donaudampfschifffahrtsgesellschaftskapitänsmütze</strong> verzeichnet ist, die man beim Ausräumen fand.</p>
<ol><li>Die Linse lag in einer Kiste im Keller, beschriftet mit „Glas, Vorsicht“.</li><li>Das Uhrwerk lief nach einem Tropfen Öl.</li><li>Nur der Sockel musste neu gegossen werden.</li></ol>
<blockquote><p>Wir haben nichts restauriert. Wir haben nur die Geranien umgetopft.</p></blockquote>
<p>Bis zum Frühjahr brennt das Licht an jedem Abend von der Dämmerung bis Mitternacht. Danach soll gemessen werden, ob es jemandem hilft.</p>
<figure><a href="https://vimeo.com/123456789">Rundgang durch das Lotsenhaus (Video)</a></figure>`,
});

const arabic = (pictures: string) => ({
  id: "manara",
  title: "المنارة القديمة تعود إلى العمل بعد نصف قرن من الصمت",
  summary: "أعاد عمال الميناء تشغيل المصباح بعد إصلاح العدسة، وخرج أهل الحي إلى الرصيف ليروا الضوء الأول.",
  image: `${pictures}/harbour-1600x900.svg`,
  image_width: 1600,
  image_height: 900,
  image_alt: "منارة فوق الميناء عند الغروب",
  image_caption: "المنارة عند الغروب، قبل دقائق من إضاءة المصباح.",
  image_credit: "أرشيف الميناء",
  authors: [{ name: "قسم البحر" }],
  tags: ["منارات", "موانئ"],
  date_published: "2026-11-20T15:00:00Z",
  date_modified: "2026-11-20T18:20:00Z",
  content_html: `<p>عند الساعة الخامسة من مساء الجمعة أضاء المصباح في أعلى البرج للمرة الأولى منذ عام 1976. دار الضوء مرة كل عشر ثوان، كما كان يدور من قبل، ورآه الصيادون من مسافة ثمانية عشر ميلاً.</p>
<h2>عدسة في صندوق</h2>
<p>وُجدت العدسة في مخزن المرفأ داخل صندوق كُتب عليه <bdi>FRAGILE</bdi>، ولم ينكسر منها شيء. يقول مكتب الميناء إن الإصلاح استغرق <strong>أحد عشر شهراً</strong> ولم يكلّف إلا ثمن الزيت والنحاس.</p>
<blockquote><p>لم نصنع ضوءاً جديداً، بل تذكّرنا الضوء القديم.</p></blockquote>
<table><caption>مواعيد الإضاءة</caption><thead><tr><th scope="col">الشهر</th><th scope="col">من</th><th scope="col">إلى</th></tr></thead><tbody><tr><td>نوفمبر</td><td>17:00</td><td>06:10</td></tr><tr><td>ديسمبر</td><td>16:45</td><td>06:35</td></tr></tbody></table>
<ul><li>الزيارة مفتوحة كل يوم جمعة.</li><li>يُرجى من السفن الإبلاغ عن أي عطل.</li></ul>
<p>وسيُنشر جدول الإضاءة الكامل مع جدول المد والجزر في مطلع العام المقبل.</p>`,
});

const japanese = (pictures: string) => ({
  id: "todai",
  title: "岬の灯台、百三十年ぶりに時計を合わせる",
  summary: "港の正午の号砲と灯台の時計が四分ずれていた。どちらが正しいのか、町は冬のあいだ議論を続けた。",
  image: `${pictures}/harbour-1600x1067.svg`,
  image_width: 1600,
  image_height: 1067,
  image_alt: "夕暮れの港を見下ろす灯台",
  image_caption: "日没後の岬。灯は十秒に一度、港を照らす。",
  image_credit: "港湾資料室",
  authors: [{ name: "海事部" }],
  tags: ["灯台", "時計", "港"],
  date_published: "2026-11-20T03:00:00Z",
  content_html: `<p>岬の灯台の時計は、明治の終わりに据え付けられてから一度も止まったことがない。ただし、正しかったことがあるかどうかは誰も知らなかった。この秋、港の事務所が正午の号砲と見比べたところ、<em>四分</em>の差が見つかった。</p>
<h2>どちらの時刻か</h2>
<p>号砲は駅の時計に、駅の時計は電信に合わせてある。一方、灯台守は代々、日の出と<ruby>暦<rp>（</rp><rt>こよみ</rt><rp>）</rp></ruby>とを見比べて針を直してきた。どちらにも言い分がある。</p>
<blockquote><p>海は四分を気にしない。気にするのは船に乗る人だけだ。</p></blockquote>
<ol><li>号砲の時刻を正とする。</li><li>灯台の日誌には、当分のあいだ両方の時刻を記す。</li><li>来年の春分に、もう一度確かめる。</li></ol>
<table><caption>時刻の差</caption><thead><tr><th scope="col">場所</th><th scope="col">差</th></tr></thead><tbody><tr><td>岬の灯台</td><td>＋4分</td></tr><tr><td>旧桟橋</td><td>−1分</td></tr></tbody></table>
<p>町議会は金曜日、灯台の時計を号砲に合わせることを決めた。針を動かしたのは、当番の灯台守ではなく、いちばん年下の見習いだったという。</p>`,
});

// What the fixtures' feeds hold: invented headlines, by the feed's slug.

/** A title, a summary, and the language where it isn't the feed's. */
type Headline = readonly [title: string, summary?: string | null, language?: string];

export const LATEST: Readonly<Record<string, readonly Headline[]>> = {
  coast: [
    [
      "The Tide Tables Are Being Rewritten, One Harbour at a Time",
      "For a hundred and thirty years the sea was read off a painted board. Now the boards are coming down, and what the harbours find behind them is not what the books say.",
    ],
    [
      "Ferry to the Outer Isles Will Sail on Sundays Again",
      "The evening boat returns with the summer timetable, and with it the post.",
    ],
    ["A Bell Buoy, Lost in the Great Storm, Is Heard Before It Is Seen"],
    [
      "Das Lotsenhaus bekommt sein Licht zurück",
      "Siebzig Jahre lang war die Laterne auf dem Dach ein Blumenkasten.",
      "de-DE",
    ],
    [
      "Herring Return to the Sound Three Weeks Early, and Nobody Is Ready",
      "Nets are still in the lofts. The gulls, at least, had read the water.",
    ],
    ["Harbour Office Lends Its Noon Gun to the Museum", "It is to be fired twice a year, by appointment."],
  ],
  hafen: [
    [
      "Das Lotsenhaus bekommt sein Licht zurück",
      "Siebzig Jahre lang war die Laterne auf dem Dach ein Blumenkasten. Nun brennt sie wieder, und die Nachbarschaft muss sich an helle Nächte gewöhnen.",
    ],
    ["Schlepper „Undine“ nach vierzig Jahren außer Dienst"],
    ["Eisgang auf der Unterelbe: Lotsen bitten um Geduld", "Bis Freitag fährt nur, wer muss."],
  ],
  mina: [
    [
      "المنارة القديمة تعود إلى العمل بعد نصف قرن من الصمت",
      "أعاد عمال الميناء تشغيل المصباح بعد إصلاح العدسة، وخرج أهل الحي إلى الرصيف ليروا الضوء.",
    ],
    ["عودة سفن الصيد إلى الميناء القديم بعد العاصفة"],
    ["The Ferry Sails Again", "On Sundays, with the post.", "en-GB"],
  ],
  minato: [
    [
      "岬の灯台、百三十年ぶりに時計を合わせる",
      "岬の灯台の時計は、一度も止まったことがない。しかし、町の時刻とは八分ずれていた。",
    ],
    ["冬の定期船、来月から朝の便を増やす"],
    ["霧笛の音、百年ぶりに録音"],
  ],
};

export const TAGS: Readonly<Record<string, readonly string[]>> = {
  coast: [
    "Almanac",
    "Buoys",
    "Ferries",
    "Fishing",
    "Harbours & more",
    "Lighthouses",
    "Tides",
    "..",
    "Weather",
  ],
  hafen: ["Denkmalpflege", "Eis", "Lotsen", "Schlepper"],
  mina: ["منارات", "موانئ", "سفن الصيد", "Ferries"],
  minato: ["灯台", "定期船", "霧笛"],
};

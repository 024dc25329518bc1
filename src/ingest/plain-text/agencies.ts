// News and picture agencies, as captions and bylines name them. A list that is
// never done: an agency that isn't here is read as any other name.

const AGENCIES = [
  "AFP|AP|A\\.P\\.|AAP|ANP|ANSA|APA|ATS|Belga|CTK|ČTK|DDP|dpa|EFE|EPA|EPA-EFE|IPP|KNA|Lusa|MTI|NTB|PA|PAP|PTI|ANI|Ritzau|TT|UPI|STT",
  "Agence France-Presse|Associated Press|The Associated Press|Press Association|PA Media|PA Wire|Deutsche Presse-Agentur|Europa Press|LaPresse|La Presse|Canadian Press|Reuters|Bloomberg|Anadolu|Anadolu Agency|AA|TASS|ITAR-TASS|RIA Novosti|Interfax|Xinhua|Kyodo|Kyodo News|Jiji|Jiji Press|Yonhap|Antara|Keystone|SIPA|SIPA USA",
  "Getty|Getty Images|Hulton Archive|Shutterstock|Alamy|Alamy Stock Photo|iStock|iStockphoto|Unsplash|Pixabay|Pexels|Wikimedia Commons|Wikipedia|Flickr|imago|imago images|picture alliance|picture-alliance|ullstein bild|action press|NurPhoto|ZUMA Press|Magnum|Magnum Photos|Corbis|Bettmann|Bettmann Archive|Library of Congress",
  "АФП|РИА|РИА Новости|ТАСС|ИТАР-ТАСС|Рейтер|Интерфакс|УНИАН|Укринформ|ΑΠΕ|ΑΠΕ-ΜΠΕ",
  "共同|共同通信|共同通信社|時事|時事通信|時事通信社|ロイター|新华社|新華社|中新社|中央社|路透社|路透|法新社|美联社|美聯社|연합뉴스|뉴시스|뉴스1|로이터",
  "رويترز|أ ف ب|أ\\.ف\\.ب|فرانس برس|أسوشيتد برس|الأناضول|وكالات|רויטרס|איי פי|סוכנויות|पीटीआई|रॉयटर्स|भाषा|एएनआई",
].join("|");

/** A pattern's source. Agencies write their own names small or large, newsrooms the other way. */
export const AGENCY = `(?:${AGENCIES})`;

const WHOLE = new RegExp(`^(?:the )?${AGENCY}(?: ?(?:/|via|,|\\|) ?${AGENCY}){0,3}$`, "iu");

export const isAgency = (name: string): boolean => name.length <= 80 && WHOLE.test(name);

// Labels of things to press: share, follow, listen, comment, skip.

import { type LineRule, whole } from "./line-rule.ts";

const NETWORKS = [
  "facebook|twitter|x|linkedin|instagram|threads|bluesky|mastodon|youtube|tiktok|whatsapp|telegram|reddit|pinterest|flipboard|xing|viber|messenger|signal|google news|apple news|google discover|social media",
  "line|はてなブックマーク|はてな|ツイッター|フェイスブック|微信|微博|朋友圈|페이스북|트위터|카카오톡|카카오스토리|네이버",
  "فيسبوك|تويتر|واتساب|تلغرام|تيليجرام|פייסבוק|טוויטר|וואטסאפ|טלגרם|फेसबुक|ट्विटर|व्हाट्सएप",
  "вконтакте|вк|одноклассники|одноклассниках|фейсбук|фейсбуке|телеграм|телеграме|твиттер|твиттере",
].join("|");
// Labels that are whole.
const SHARE = [
  "share|(?:share|tweet|e-?mail|print|save|send) this(?: (?:article|story|page|post|link))?|copy (?:the |this )?link(?: to clipboard)?|save for later|send in e-?mail|share (?:by|via) link",
  "teilen|(?:diesen |den )?(?:artikel|beitrag) (?:teilen|drucken|versenden|empfehlen|merken)|link kopieren",
  "partage[rz](?: (?:cet |l')article)?|envoyer par e-?mail|imprimer l'article|copier le lien",
  "compart(?:ir|e)(?: (?:este |esta |el |la )?(?:artículo|noticia|nota))?|copiar (?:el )?enlace|enviar por correo",
  "condividi(?: (?:l'|questo )articolo)?|copia (?:il )?link|stampa l'articolo",
  "(?:compartilh|partilh)(?:ar|e)(?: (?:este |esta |o |a )?(?:artigo|notícia|matéria))?|copiar (?:o )?link",
  "(?:dit artikel )?delen|deel dit artikel|dela artikeln|del artikkelen|del artiklen|udostępnij(?: artykuł)?",
  "поделиться(?: (?:статьей|новостью|в соцсетях))?|скопировать ссылку|поділитися(?: (?:новиною|у соцмережах))?",
  "(?:haberi )?paylaş|κοινοποίηση(?: άρθρου)?|μοιραστείτε (?:το|αυτό το) άρθρο",
  "(?:この記事を)?シェア(?:する)?|分享(?:本文|文章)?|复制链接|複製連結|(?:기사 )?공유(?:하기)?",
  "شارك(?: هذا)?(?: المقال| الخبر)?|مشاركة|نسخ الرابط|שתפו(?: (?:את )?הכתבה)?|שיתוף(?: הכתבה)?|(?:इसे |खबर )?(?:शेयर|साझा) करें",
].join("|");
// Labels that a network's name follows.
const SHARE_ON = [
  "share(?: this)?(?: (?:article|story|page|post))? (?:on|via|by|to|in)|send (?:in|by|via)|pin on|post on",
  "partage[rz](?: (?:cet |l')article)? (?:sur|par|via)|compart(?:ir|e) (?:en|por)|condividi (?:su|via)|(?:compartilh|partilh)(?:ar|e) (?:no|na|por|via)",
  "delen (?:op|via)|dela på|del på|udostępnij na|поделиться в|поделиться на|κοινοποίηση στο|分享(?:到|至)|شارك (?:على|عبر)|مشاركة على|שתפו ב-?|שיתוף ב-?",
].join("|");
const FOLLOW_ON =
  "(?:follow|like|find|join) us on|folgen sie uns (?:auf|bei)|suivez-nous sur|(?:síguenos|síganos) en|seguici su|sig(?:a|am)-nos n[oa]|volg ons op|följ oss på|(?:подпишитесь|подписывайтесь) на нас в|ακολουθήστε μας στο|(?:关注|關注)我们的?|تابعونا على|تابعنا على|עקבו אחרינו ב-?";
const FOLLOWED =
  "this|these|the|our|more|your|for|to|us|and|or|by|via|topics?|authors?|story|stories|articles?|page|series|news|updates?|alerts?|newsletters?|notifications?|e-?mails?|comments?";

export const BUTTON_RULES: readonly LineRule[] = [
  {
    // A button's label and its tooltip, run together: "…mailSend…" is no word.
    name: "doubled-label",
    pattern: /^(.{4,60})\1+$/u,
    asWritten: /^(\p{Lu}[^.!?。！？؟।]{2,58}[\p{Ll}\p{N}])\1+$/u,
    examples: ["Send in e-mailSend in e-mail", "Artikel teilenArtikel teilen"],
    lookAlikes: ["New York, New York", "Hahahahahaha"],
  },
  {
    name: "share-button",
    pattern: whole(
      `(?:${SHARE})`,
      `(?:${SHARE_ON}) ?(?:${NETWORKS}|e-?mail|mail|correo)`,
      `(?:auf |bei |per |über |via )?(?:${NETWORKS}|e-?mail)(?: teilen| senden| versenden| empfehlen|'?[td][ae] paylaş|でシェア(?:する)?| ?(?:로 |에 )?공유(?:하기)?)`,
      `(?:${NETWORKS})(?:(?: \\|)? (?:${NETWORKS}|e-?mail)){1,8}`,
    ),
    examples: [
      "Share on Facebook",
      "Facebook Twitter WhatsApp Email",
      "Artikel teilen",
      "Partager sur WhatsApp",
      "Compartir en Facebook",
      "Condividi su Facebook",
      "Compartilhar no WhatsApp",
      "Dit artikel delen",
      "Поделиться в Фейсбуке",
      "Haberi paylaş",
      "この記事をシェアする",
      "分享到微信",
      "페이스북 공유하기",
      "شارك المقال",
      "שתפו בפייסבוק",
      "शेयर करें",
    ],
    lookAlikes: [
      "Share this cake with a friend",
      "Facebook and Twitter",
      "Partager le pain",
      "Compartir el mar",
      "分享是一种快乐",
      "Teilen und herrschen",
    ],
  },
  {
    name: "call-to-action",
    pattern: whole(
      `(?:click|tap|press) (?:on )?(?:the |this )?(?:[\\p{L}-]+ ){0,3}(?:icon|button|link|bell|here) to (?:follow|save|share|subscribe|receive|get|sign up|read)(?: (?:${FOLLOWED}))*:?`,
      "(?:click|tap) here(?: for more)?",
      "(?:klicken sie|klick(?:e)?) hier(?:,? um (?:mehr zu (?:lesen|erfahren)|sich anzumelden|den newsletter zu abonnieren))?|hier klicken|mehr erfahren",
      "cliquez ici(?: pour (?:lire la suite|en savoir plus|vous abonner|s'abonner))?|en savoir plus",
      "(?:haga|haz|pulse|pincha) (?:clic )?aquí(?: para (?:leer más|suscribirse|suscribirte|saber más))?",
      "clicca qui(?: per (?:leggere|abbonarti|iscriverti|saperne di più))?|clique aqui(?: para (?:ler mais|assinar|saber mais))?",
      "klik hier(?: om (?:verder te lezen|je in te schrijven))?|klicka här|kliknij tutaj",
      "(?:нажмите|жмите|кликните) (?:здесь|сюда)(?:,? чтобы (?:подписаться|читать дальше|узнать больше))?|натисніть тут",
      "(?:devamı için )?(?:buraya )?tıklayın(?:ız)?|κάντε κλικ εδώ|πατήστε εδώ",
      "(?:詳し?くは)?(?:こちら|ここ)を?クリック(?:してください)?|詳しくはこちら|(?:点击|點擊)(?:这里|此处|這裡|此處)(?:订阅|訂閱|查看更多|阅读全文)?|여기를 (?:클릭|눌러)(?:하세요| ?주세요)?",
      "(?:اضغط|انقر) هنا(?: (?:للاشتراك|لقراءة المزيد|للمزيد))?|לחצו כאן(?: (?:להרשמה|לקריאה נוספת))?|यहां क्लिक करें",
    ),
    examples: [
      "Click the alert icon to follow topics:",
      "Click here",
      "Klicken Sie hier, um mehr zu lesen",
      "Cliquez ici pour vous abonner",
      "Haga clic aquí para leer más",
      "Clicca qui per saperne di più",
      "Нажмите здесь, чтобы подписаться",
      "詳しくはこちらをクリック",
      "点击这里订阅",
      "اضغط هنا للاشتراك",
      "לחצו כאן להרשמה",
      "यहां क्लिक करें",
    ],
    lookAlikes: [
      "Press the red button to save the world",
      "Click here to save the whales, the poster said",
      "Klicken Sie hier nicht, stand auf dem Schild",
      "Cliquez ici et perdez tout",
    ],
  },
  {
    name: "follow-us",
    pattern: whole(
      `(?:${FOLLOW_ON}) ?(?:${NETWORKS})(?:(?:,| and|, and| or| und| et| y| e| и) (?:${NETWORKS})){0,6}:?`,
      `(?:bizi |हमें )?(?:${NETWORKS})(?:をフォロー(?:する)?|'?[td]?[ae]? takip edin| पर फॉलो करें)`,
      "(?:подпишитесь|подписывайтесь) на наш (?:telegram|телеграм)-канал|(?:关注|關注)我们的?(?:微信|微博)公众号",
    ),
    examples: [
      "Follow us on Mastodon and Bluesky",
      "Folgen Sie uns auf Instagram und Facebook",
      "Suivez-nous sur X",
      "Síguenos en Facebook",
      "Seguici su Telegram",
      "Подписывайтесь на наш телеграм-канал",
      "تابعونا على فيسبوك",
    ],
    lookAlikes: ["Join us on Saturday at noon in Trafalgar Square", "Folgen Sie uns auf eine Reise ans Meer"],
  },
  {
    name: "listen-button",
    pattern: whole(
      "(?:listen to|play) this (?:article|story)(?: \\(?\\d{1,3} ?min(?:ute)?s?\\)?)?|(?:diesen )?(?:artikel|beitrag) (?:an)?hören|(?:écouter|écoutez) (?:l'|cet )article|(?:escuchar|escucha|escuche) (?:este |el |esta |la )?(?:artículo|noticia)|ascolta (?:l'|questo )articolo|(?:ouça|ouvir) (?:este |o |esta |a )?(?:artigo|conteúdo|notícia|matéria)",
      "luister naar dit artikel|lyssna på artikeln|(?:слушать|послушать|прослушать) (?:статью|новость)|haberi dinle|ακούστε το άρθρο|この記事を(?:聴|聞)く|(?:收听|聆听|收聽)(?:本文|文章|新闻)|(?:이 )?기사 (?:음성으로 )?듣기|استمع (?:الي|إلي|الى) (?:هذا )?المقال|האזינו לכתבה|(?:यह |इस )?(?:खबर|लेख) (?:को )?सुनें",
    ),
    examples: [
      "Listen to this article",
      "Artikel anhören",
      "Écouter l’article",
      "Escuchar este artículo",
      "Слушать статью",
      "この記事を聴く",
      "기사 듣기",
      "استمع إلى المقال",
    ],
    lookAlikes: ["Listen to this story of the sea", "Écouter la mer"],
  },
  {
    name: "comment-count",
    pattern: whole(
      "(?:\\d{1,5}|no) comments?|comments? ?(?:\\(\\d{1,5}\\)|: ?\\d{1,5})|(?:leave|add|post|write) a comment|(?:view|show|hide|read|see) (?:all )?(?:the )?(?:\\d{1,5} )?comments|join the conversation",
      "\\d{1,5} kommentare?|kommentare? ?\\(\\d{1,5}\\)|kommentar (?:schreiben|verfassen)|\\d{1,5} commentaires?|commentaires? ?\\(\\d{1,5}\\)|(?:laisser|ajouter) un commentaire",
      "\\d{1,5} comentarios?|comentarios? ?\\(\\d{1,5}\\)|(?:deja|escribe) un comentario|\\d{1,5} comentários?|comentários? ?\\(\\d{1,5}\\)|deixe um comentário|\\d{1,5} commenti|commenti ?\\(\\d{1,5}\\)|lascia un commento",
      "\\d{1,5} reacties|reacties ?\\(\\d{1,5}\\)|комментарии ?\\(\\d{1,5}\\)|\\d{1,5} комментари(?:й|я|ев)|оставить комментарий|\\d{1,5} yorum|yorumlar ?\\(\\d{1,5}\\)|\\d{1,5} σχόλια|σχόλια ?\\(\\d{1,5}\\)",
      "コメント ?\\(?\\d{1,5}件?\\)?|コメントする|(?:评论|評論|留言) ?\\(\\d{1,5}\\)|\\d{1,5} ?条评论|댓글 ?\\(?\\d{1,5}\\)?개?|التعليقات ?\\(\\d{1,5}\\)|\\d{1,5} تعليقات?|اضف تعليقا?|תגובות ?\\(\\d{1,5}\\)|\\d{1,5} תגובות|टिप्पणियाँ ?\\(\\d{1,5}\\)",
    ),
    examples: [
      "12 comments",
      "Leave a comment",
      "Kommentare (3)",
      "3 commentaires",
      "Deja un comentario",
      "Комментарии (3)",
      "コメント（3件）",
      "评论（3）",
      "댓글 3",
      "3 תגובות",
    ],
    lookAlikes: ["12 comments that changed the harbour", "Kommentare", "3 commentaires sur la mer"],
  },
  {
    name: "skip-link",
    aboveTitle: true,
    pattern: whole(
      "(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|footer|article|search|menu)|(?:direkt )?zum (?:haupt)?inhalt(?: springen)?|aller au contenu(?: principal)?|(?:ir|saltar) al contenido(?: principal)?|(?:vai|salta) al contenuto(?: principale)?|(?:ir|pular|saltar) para o conteúdo(?: principal)?",
      "(?:ga )?naar (?:de )?inhoud|hoppa till innehåll(?:et)?|przejdź do treści|перейти к (?:основному )?(?:содержанию|содержимому)|(?:ana )?içeriğe (?:geç|atla)|μετάβαση στο (?:κύριο )?περιεχόμενο",
      "(?:本文|コンテンツ|メインコンテンツ)へ(?:スキップ|移動)|(?:跳到|跳至|跳转到|跳轉到)(?:主要)?(?:内容|內容)|본문 ?(?:바로가기|으로 (?:건너뛰기|이동))|(?:انتقل|الانتقال|تخطي|تخط) (?:الي|الى) المحتوى(?: الرئيسي)?|דלגו? לתוכן|(?:मुख्य )?सामग्री पर जाएं",
    ),
    examples: [
      "Skip to content",
      "Zum Inhalt springen",
      "Aller au contenu principal",
      "Saltar al contenido",
      "Перейти к содержанию",
      "本文へスキップ",
      "본문 바로가기",
      "انتقل إلى المحتوى",
    ],
    lookAlikes: ["Skip to the harbour", "Jump to the main stage"],
  },
  {
    name: "reading-time",
    pattern: whole(
      "\\d{1,3}[ -]min(?:ute)?s?\\.? read|(?:estimated )?read(?:ing)? time:? \\d{1,3} min(?:ute)?s?|lesezeit:? (?:ca\\. )?\\d{1,3} min(?:uten?|\\.)?|\\d{1,3} min(?:uten?|\\.)? lesezeit|temps de lecture ?:? \\d{1,3} min(?:utes?)?|lecture ?:? \\d{1,3} min(?:utes?)?|tiempo de lectura:? \\d{1,3} min(?:utos?)?|\\d{1,3} min(?:utos?)? de (?:lectura|leitura)|tempo di lettura:? \\d{1,3} min(?:uti?)?|tempo de leitura:? \\d{1,3} min(?:utos?)?",
      "leestijd:? \\d{1,3} min(?:uten)?|lästid:? \\d{1,3} min(?:uter)?|czas czytania:? \\d{1,3} min(?:ut[ya]?)?|время (?:чтения|на чтение):? \\d{1,3} мин(?:ут[ыа]?)?\\.?|okuma süresi:? \\d{1,3} (?:dk|dakika)\\.?|χρόνος ανάγνωσης:? \\d{1,3} λεπτά",
      "読了時間:? ?(?:約)?\\d{1,3} ?分|この記事は(?:約)?\\d{1,3} ?分で読めます|(?:阅读|閱讀)(?:时间|時間)?:? ?(?:约|約)?\\d{1,3} ?(?:分钟|分鐘)|읽는 시간:? ?(?:약 )?\\d{1,3} ?분|(?:وقت|مدة) القراءة:? \\d{1,3} (?:دقائق|دقيقة)|זמן קריאה:? \\d{1,3} דקות|पढ़ने का समय:? \\d{1,3} मिनट",
    ),
    examples: [
      "3 min read",
      "Lesezeit: 3 Minuten",
      "Temps de lecture : 3 min",
      "Tiempo de lectura: 3 minutos",
      "Tempo di lettura: 3 minuti",
      "Время чтения: 3 минуты",
      "この記事は約3分で読めます",
      "阅读时间：约3分钟",
      "مدة القراءة: 3 دقائق",
    ],
    lookAlikes: ["3 minutes read like an hour", "Lesezeit im Hafen"],
  },
];

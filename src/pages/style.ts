// The look, once for pages and AMP pages: a newspaper's measure and rhythm in the
// fonts that a reader's machine has, dark where that is dark.
//
// AMP forbids !important, and a CSP pins this text by its hash, so nothing is
// added to it at run time. Only logical properties: it is the same from the right.
//
// A rule for `img` must not reach the one that an amp-img makes for itself:
// what a page's own needs hangs on the class that pages/text.ts gives it.

const COLOURS = `
:root{color-scheme:light dark;--paper:#fcfbf7;--ink:#1b1a17;--soft:#5c5951;--rule:#dad6cc;--tint:#f3f0e8;--link:#0c4a80;--accent:#9d2018;--mark:#fde9a3}
@media(prefers-color-scheme:dark){:root{--paper:#141413;--ink:#e9e6df;--soft:#aaa69c;--rule:#3b3935;--tint:#201f1d;--link:#93c3ef;--accent:#f0937f;--mark:#5c4a12}}
`;

// Each language begins anew: an English headline among Japanese ones is set in English.
// Chinese, Japanese and Korean are set in their own faces (each country draws the
// same letter in its own way), looser, and never spaced out; Arabic needs room above and below.
const SCRIPTS = `
:root,[lang]{--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Noto Serif","Liberation Serif",serif;--display:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Sitka Display",Cambria,Georgia,"Noto Serif","Liberation Serif",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;--leading:1.62;--tight:1.12;--tracking:-.012em;--slant:italic}
:lang(ja){--serif:"Hiragino Mincho ProN","Yu Mincho",YuMincho,"Noto Serif JP","Noto Serif CJK JP",serif;--sans:"Hiragino Sans","Yu Gothic",YuGothic,Meiryo,"Noto Sans JP","Noto Sans CJK JP",sans-serif}
:lang(zh){--serif:"Songti SC",SimSun,"Noto Serif SC","Noto Serif CJK SC",serif;--sans:"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
:lang(zh-Hant),:lang(zh-TW),:lang(zh-HK){--serif:"Songti TC",PMingLiU,"Noto Serif TC","Noto Serif CJK TC",serif;--sans:"PingFang TC","Microsoft JhengHei","Noto Sans TC","Noto Sans CJK TC",sans-serif}
:lang(ko){--serif:AppleMyungjo,Batang,"Noto Serif KR","Noto Serif CJK KR",serif;--sans:"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif}
:lang(ja),:lang(zh),:lang(ko){--display:var(--serif);--leading:1.9;--tight:1.35;--tracking:0;--slant:normal;line-break:strict;hyphens:manual}
:lang(ko){word-break:keep-all}
:lang(ar),:lang(fa),:lang(ur),:lang(ps),:lang(ug){--serif:"Geeza Pro","Noto Naskh Arabic","Traditional Arabic","Times New Roman","DejaVu Sans",serif;--sans:"Geeza Pro","Segoe UI","Noto Sans Arabic","DejaVu Sans",sans-serif;--display:var(--serif);--leading:1.85;--tight:1.4;--tracking:0;--slant:normal}
:lang(he),:lang(yi){--serif:"New Peninim MT","Times New Roman","Noto Serif Hebrew",serif;--display:var(--serif);--tracking:0;--slant:normal}
:lang(hi),:lang(mr),:lang(ne),:lang(bn),:lang(ta),:lang(th){--leading:1.8;--tight:1.35;--tracking:0;--slant:normal}
`;

const PAGE = `
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-size:clamp(1.125rem,1.06rem + .28vw,1.25rem);font-kerning:normal;text-rendering:optimizeLegibility}
body,.feed,.text [lang]{font-family:var(--serif);line-height:var(--leading)}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.17em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:3px}
.skip,.unseen{position:absolute;inline-size:1px;block-size:1px;margin:0;overflow:hidden;white-space:nowrap;clip-path:inset(50%)}
.skip:focus{inset-block-start:.5rem;inset-inline-start:.5rem;inline-size:auto;block-size:auto;padding:.5rem 1rem;clip-path:none;background:var(--paper);z-index:2}
h1,h2,h3,h4,h5,h6{margin:0;font-family:var(--display);font-weight:700;line-height:var(--tight);letter-spacing:var(--tracking);text-wrap:balance;overflow-wrap:break-word}
h1{font-size:clamp(2rem,1.35rem + 2.9vw,3.1rem)}
.masthead,.foot{max-inline-size:54.5rem;margin-inline:auto;padding-inline:1.25rem}
.masthead{padding-block:1.1rem .8rem;text-align:center}
.masthead::after{content:"";display:block;margin-block-start:.8rem;border-block:1px solid var(--ink);block-size:4px}
.masthead a{font-family:var(--display);font-size:1.45rem;font-weight:700;line-height:1.2;letter-spacing:var(--tracking);color:inherit;text-decoration:none}
.masthead a:hover{text-decoration:underline;text-decoration-thickness:2px}
.meta,.byline,.foot,.feeds,.tags,.facts,figcaption,.external{font-family:var(--sans);font-size:.8125rem;line-height:1.5;color:var(--soft)}
.foot{margin-block-start:3.5rem;padding-block:1rem 3rem}
.foot::before{content:"";display:block;margin-block-end:1rem;border-block:1px solid var(--ink);block-size:4px}
.foot p{margin:0 0 .4rem}
.feeds a{margin-inline-end:1.1rem}
.notice{max-inline-size:40.5rem;margin-inline:auto;padding:1.75rem 1.25rem 4rem}
.notice .text{margin-block-start:2.2rem}
.notice p+p{margin-block-start:1.2em}
`;

const STORY = `
.story{display:grid;grid-template-columns:1.25rem minmax(0,1fr) 1.25rem;padding-block-start:1.75rem}
.story>*{grid-column:2;min-inline-size:0}
.story>.lead{grid-column:1/-1;margin-block:0 1.75rem}
.story>.lead figcaption{margin-inline:1.25rem}
@media(min-width:40rem){.story{grid-template-columns:minmax(1.25rem,1fr) minmax(0,38rem) minmax(1.25rem,1fr);padding-block-start:2.75rem}.story>.lead{grid-column:2}.story>.lead figcaption{margin-inline:0}}
@media(min-width:60rem){.story{grid-template-columns:minmax(0,1fr) 7rem 38rem 7rem minmax(0,1fr)}.story>*{grid-column:3}.story>.lead{grid-column:2/5}}
.standfirst{margin:.9rem 0 0;font-family:var(--display);font-size:1.2em;line-height:calc(var(--leading) - .2);color:var(--soft);text-wrap:pretty;overflow-wrap:break-word}
.byline{margin:1.35rem 0 1.75rem;padding-block-start:.8rem;border-block-start:1px solid var(--rule);font-size:.875rem}
.unseen~.byline{margin-block-start:0;padding-block-start:0;border:0}
.byline ul{display:flex;flex-wrap:wrap;margin:0;padding:0;list-style:none}
.dates{column-gap:1.2em}
.authors li:not(:last-child)::after{content:"\\B7";margin-inline:.45em}
.authors{color:var(--ink);font-weight:600}
.byline a{color:inherit;text-decoration-color:var(--rule)}
.byline a:hover{text-decoration-color:currentColor}
.text{overflow-wrap:break-word}
.text>:first-child{margin-block-start:0}
.text>:last-child{margin-block-end:0}
p,ul,ol,dl,figure,blockquote,address,details,.wide,pre{margin:0 0 1.15em}
p{text-wrap:pretty}
@media(max-width:40rem){.text{hyphens:auto;hyphenate-limit-chars:9 4 4}}
.text :is(h2,h3,h4,h5,h6){break-after:avoid}
.text h2{margin:1.65em 0 .5em;font-size:1.4em}
.text h3{margin:1.55em 0 .4em;font-size:1.15em}
.text :is(h4,h5,h6){margin:1.6em 0 .4em;font-family:var(--sans);font-size:.9em;line-height:1.4;letter-spacing:0}
.text :is(h2,h3,h4,h5,h6)+:is(h3,h4,h5,h6){margin-block-start:0}
ul,ol{padding-inline-start:1.5em}
.text li+li{margin-block-start:.35em}
li>:is(ul,ol){margin-block:.35em 0}
.text li::marker{color:var(--soft)}
dt{font-weight:700}
dt .facts{margin-inline-start:.4em;font-weight:400}
dd{margin-inline-start:1.5em;margin-block-end:.5em}
em,i,cite,dfn,address{font-style:var(--slant)}
:lang(ja) em,:lang(zh) em,:lang(ko) em,:lang(ar) em{font-weight:700}
blockquote{margin-inline:0;padding-inline-start:1.2em;border-inline-start:3px solid var(--accent)}
blockquote>:last-child{margin-block-end:0}
hr{inline-size:5rem;margin:2.2em auto;border:0;border-block-start:1px solid var(--ink)}
mark{background:var(--mark);color:inherit}
sub,sup{font-size:.72em;line-height:0}
abbr[title]{text-decoration:underline dotted}
:is(pre,code,kbd,samp):not([dir]){direction:ltr;unicode-bidi:isolate}
pre,code,kbd,samp{font-family:var(--mono);font-size:.86em;line-height:1.5;hyphens:manual}
code,kbd,samp{padding:.08em .3em;background:var(--tint);overflow-wrap:anywhere}
pre{padding:.9em 1.1em;background:var(--tint);border-inline-start:3px solid var(--rule);overflow-x:auto;tab-size:4}
pre :is(code,kbd,samp){padding:0;background:none;font-size:1em;overflow-wrap:normal}
.wide{overflow-x:auto}
table{min-inline-size:100%;border-collapse:collapse;font-family:var(--sans);font-size:.84em;line-height:1.45;font-variant-numeric:tabular-nums;overflow-wrap:normal;hyphens:manual}
caption{padding-block-end:.6em;text-align:start;font-weight:600}
th,td{padding-block:.5em;padding-inline:0 1em;border-block-end:1px solid var(--rule);text-align:start;vertical-align:top}
th:last-child,td:last-child{padding-inline-end:0}
thead th{border-block-end:2px solid var(--ink);vertical-align:bottom}
table p{margin-block-end:.4em}
details{padding-block:.6em;border-block:1px solid var(--rule)}
summary{font-weight:600;cursor:pointer}
summary~*{margin-block-start:.8em}
ruby rt{font-size:.5em}
.external{margin:1.75rem 0 0;font-size:.9375rem;overflow-wrap:anywhere}
.external::before{content:"\\2192" / "";margin-inline-end:.5em}
[dir=rtl] .external::before{content:"\\2190" / ""}
.tags{display:flex;flex-wrap:wrap;gap:.5rem;margin:2.2rem 0 0;padding:0;list-style:none}
.tags li{min-inline-size:0;margin:0}
.tags li>*{display:block;padding:.2rem .65rem;border:1px solid var(--rule);color:var(--ink);text-decoration:none;overflow-wrap:anywhere}
.tags a:hover,.tags [aria-current]{border-color:currentColor}
.attachments{margin:2.2rem 0 0;padding:0;list-style:none;border-block-start:1px solid var(--rule)}
.attachments li{margin:0;padding-block:.85rem;border-block-end:1px solid var(--rule)}
.attachments p{display:flex;flex-wrap:wrap;gap:0 .9rem;align-items:baseline;margin:0;overflow-wrap:anywhere}
.attachments p+*{margin-block-start:.65rem}
`;

// The box of a picture without sizes is there before the picture is, and holds
// it whole; one with sizes is never made larger, and never taller than the window.
const MEDIA = `
img,video{max-inline-size:100%;block-size:auto}
img{vertical-align:middle;max-block-size:85vh;object-fit:contain}
amp-img>img{max-block-size:none}
figure{margin-block:2em}
figure>img,figure>a>img{display:block;margin-inline:auto}
figure>amp-img[layout=intrinsic]{display:block;margin-inline:auto;inline-size:fit-content;max-block-size:85vh}
.boxed{display:block;inline-size:100%;aspect-ratio:3/2;object-fit:scale-down;background:var(--tint)}
.lead>.boxed{aspect-ratio:16/9}
.boxed>img{object-fit:scale-down}
figcaption{padding-block-start:.6rem}
video{display:block;inline-size:100%;background:#000}
video:not([width][height]){aspect-ratio:16/9}
audio{display:block;inline-size:100%;block-size:3.375rem}
amp-video,amp-youtube,amp-vimeo{background:#000}
figure>a[href^="https://www.youtube.com/watch?v="]{position:relative;display:block;aspect-ratio:16/9;overflow:hidden;background:#000;color:#fff}
figure>a[href^="https://www.youtube.com/watch?v="]>img{position:absolute;inset:0;inline-size:100%;block-size:100%;max-block-size:none;object-fit:cover}
figure>a[href^="https://www.youtube.com/watch?v="]::before{content:"";position:absolute;inset:0;margin:auto;inline-size:4.75rem;block-size:4.75rem;border:2px solid #fff;border-radius:50%;background:rgba(0,0,0,.66);z-index:1}
figure>a[href^="https://www.youtube.com/watch?v="]::after{content:"";position:absolute;inset:0;margin:auto;inline-size:1.5rem;block-size:1.75rem;background:#fff;clip-path:polygon(12% 0,100% 50%,12% 100%);z-index:1}
figure>a[href^="https://www.youtube.com/watch?v="]:hover::before{background:var(--accent)}
figure>a[href^="https://vimeo.com/"]{display:flex;align-items:center;gap:.9rem;padding:1rem 1.1rem;background:var(--tint);font-family:var(--sans);font-size:.95rem;line-height:1.4;font-weight:600}
figure>a[href^="https://vimeo.com/"]::before{content:"";flex:none;inline-size:1.5rem;block-size:1.75rem;background:var(--accent);clip-path:polygon(12% 0,100% 50%,12% 100%)}
blockquote[cite^="https://x.com/i/status/"]{padding:1.1rem 1.25rem;border:1px solid var(--rule);background:var(--tint);font-family:var(--sans);font-size:.95rem;line-height:1.55}
blockquote[cite^="https://x.com/i/status/"] [lang]{font-family:inherit;line-height:inherit}
blockquote[cite^="https://x.com/i/status/"]>p:not(:last-child){margin-block-end:.6em;font-size:1.1em}
blockquote[placeholder]{margin:0}
amp-twitter{max-inline-size:34rem}
`;

const FRONT = `
.front{max-inline-size:72rem;margin-inline:auto;padding:0 1.25rem 3rem}
.nameplate{padding-block:2rem 1.1rem;text-align:center}
.nameplate h1{font-size:clamp(2.75rem,1.5rem + 6vw,5.25rem);line-height:1;letter-spacing:-.025em}
.nameplate p{margin:.9rem 0 0;font-family:var(--sans);font-size:.875rem;line-height:1.5;color:var(--soft)}
.nameplate::after{content:"";display:block;margin-block-start:1.1rem;border-block:1px solid var(--ink);block-size:4px}
.columns{columns:19.5rem;column-gap:2.75rem;column-rule:1px solid var(--rule);padding-block-start:1.5rem}
.columns:has(>.feed:nth-child(2):last-child),.columns:has(>.feed:nth-child(4):last-child){columns:2 19.5rem}
@media(min-width:67rem){.columns:has(>.feed:nth-child(3):last-child)>.feed{break-before:column}}
.columns:has(>.feed:only-child){columns:auto;max-inline-size:40rem;margin-inline:auto}
.feed{break-inside:avoid;padding-block-end:2.75rem}
.feed>header{padding-block-end:.8rem;border-block-end:1px solid var(--rule)}
.feed>header p{margin:.3rem 0 0;font-family:var(--sans);font-size:.875rem;line-height:1.5;color:var(--soft)}
.feed h2,.subscribe h2,.latest h2,.topics h2{font-size:1.05rem;color:var(--accent);letter-spacing:0}
.feed h2 a{color:inherit;text-decoration:none}
.feed h2 a:hover{text-decoration:underline}
.feed ol{margin:0 0 1rem;padding:0;list-style:none}
.feed li{margin:0;padding-block:.85rem;border-block-end:1px solid var(--rule)}
.feed h3{font-size:1.0625rem;line-height:calc(var(--tight) + .16);letter-spacing:0}
.feed li:first-child h3{font-size:1.7rem;line-height:var(--tight);letter-spacing:var(--tracking)}
.feed h3 a{color:inherit;text-decoration:none}
.feed h3 a:hover{text-decoration:underline}
.feed li p{margin:.3rem 0 0}
.feed>.meta{margin:.85rem 0 1rem}
.feed .feeds{margin:0}
`;

// A browser draws what it has of a page: what comes later must not change how
// what is there is laid out, so a class says it, and never :has().
const ABOUT = `
.about{display:grid;grid-template-columns:minmax(0,1fr);gap:2.5rem 4.5rem;max-inline-size:72rem;margin-inline:auto;padding:1.75rem 1.25rem 0}
.broad{max-inline-size:72rem}
.about>data{display:none}
.about>header img{display:block;margin-block-end:1.1rem;aspect-ratio:1}
.about h1 a{display:block;inline-size:fit-content;margin-block-end:.3em;font-size:max(1.05rem,.42em);line-height:1.3;letter-spacing:0;overflow-wrap:anywhere;color:var(--accent)}
.about .byline{margin-block-end:0}
.subscribe h2,.latest h2,.topics h2{padding-block-end:.6rem;border-block-end:1px solid var(--ink)}
.readers{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.5rem;max-inline-size:44rem;margin:1.1rem 0 1.6rem;padding:0;list-style:none}
.readers a{display:flex;align-items:center;block-size:100%;padding:.5rem .75rem;border:1px solid var(--ink);font-family:var(--sans);font-size:.9375rem;line-height:1.3;font-weight:600;color:var(--ink);text-decoration:none}
.readers a:hover{background:var(--ink);color:var(--paper)}
.addresses{margin:0;font-family:var(--sans);font-size:.875rem;line-height:1.4}
.addresses dt{margin-block:.9rem .35rem;font-weight:600}
.addresses dd{margin:0}
.addresses code{display:block;padding:.5rem .7rem;border:1px solid var(--rule);font-size:.78rem;-webkit-user-select:all;user-select:all}
.subscribe .meta{margin:0}
.latest ol{margin:0;padding:0;list-style:none}
.latest li{padding-block:1.15rem;border-block-end:1px solid var(--rule)}
.latest h3{font-size:1.35rem;line-height:calc(var(--tight) + .08)}
.latest li:first-child h3{font-size:clamp(1.6rem,1.3rem + 1.3vw,2.1rem);line-height:var(--tight)}
.latest h3 a{color:inherit;text-decoration:none}
.latest h3 a:hover{text-decoration:underline}
.latest .p-summary{display:-webkit-box;margin:.45rem 0 0;overflow:hidden;font-family:var(--serif);font-size:.95em;line-height:var(--leading);overflow-wrap:break-word;-webkit-box-orient:vertical;-webkit-line-clamp:5}
.latest .meta{margin:.45rem 0 0}
.latest>p{margin:1.1rem 0 0;color:var(--soft)}
.topics .tags{margin-block-start:1.1rem}
@media(min-width:40rem){.about{padding-block-start:2.75rem}.about>.pictured{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:1.75rem}.about>.pictured>img{grid-row:1/span 2}.about>.pictured>.byline{grid-column:1/-1}}
@media(min-width:60rem){.about.listed{grid-template-columns:minmax(0,1fr) 22rem;grid-template-rows:auto auto 1fr}.about>header{grid-column:1/-1}.listed>.latest{grid-area:2/1/4}.listed>.subscribe{grid-area:2/2}.listed>.topics{grid-area:3/2}.listed>.many{grid-area:4/1/auto/-1}}
`;

const PRINT = `
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--rule:#999;--tint:#fff;--link:#000;--accent:#000;--mark:#fff}body{font-size:11pt}.skip,audio,video,.feeds,.readers{display:none}.story,.front,.about,.masthead,.foot{display:block;max-inline-size:none;padding-inline:0}figure,blockquote,pre,table,.attachments li{break-inside:avoid}img{max-block-size:60vh}.wide,pre{overflow:visible}pre{white-space:pre-wrap}p{orphans:3;widows:3}}
`;

export const STYLE = COLOURS + SCRIPTS + PAGE + STORY + MEDIA + FRONT + ABOUT + PRINT;

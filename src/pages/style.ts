// The look, once for pages and AMP pages: system fonts, a newspaper's measure,
// dark where the reader's machine is dark. AMP forbids !important, and a CSP
// pins this text by its hash, so nothing is added to it at run time.

export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#5c5c5c;--rule:#d9d6cf;--paper:#fdfcf9;--link:#0b4f8a}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a5a29b;--rule:#3b3a37;--paper:#161614;--link:#8cc0ee}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Charter,"Bitstream Charter",Cambria,Georgia,serif;-webkit-text-size-adjust:100%}
a{color:var(--link);text-underline-offset:.15em}
.masthead,.foot,.meta,.label,figcaption{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.masthead,main,.foot{max-width:42rem;margin:0 auto;padding:0 1.25rem}
.masthead{padding-top:1.25rem;padding-bottom:.75rem;border-bottom:3px double var(--rule);font-size:.95rem}
.masthead a{color:inherit;text-decoration:none;font-weight:600}
main{padding-top:1.5rem;padding-bottom:2rem}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;overflow-wrap:break-word}
h1{font-size:clamp(1.8rem,1.2rem + 3vw,2.75rem);margin:0 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.4rem;margin:2rem 0 .5rem}
h3{font-size:1.15rem;margin:1.5rem 0 .5rem}
.standfirst{font-size:1.25rem;line-height:1.45;color:var(--soft);margin:.25rem 0 1rem}
.meta{color:var(--soft);font-size:.9rem;margin:0 0 1.5rem}
p,ul,ol,dl,pre,table,figure,blockquote{margin:0 0 1.1rem}
.text{overflow-wrap:break-word}
figure{margin:0 0 1.75rem}
img,video{max-width:100%;height:auto}
figure img{display:block;width:100%}
figcaption{font-size:.85rem;line-height:1.45;color:var(--soft);padding-top:.5rem;border-bottom:1px solid var(--rule);padding-bottom:.5rem}
blockquote{border-inline-start:3px solid var(--rule);padding-inline-start:1rem;margin-inline:0;color:var(--soft)}
pre,table{display:block;max-width:100%;overflow-x:auto}
pre,code,kbd,samp{font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{border:1px solid var(--rule);padding:.75rem 1rem}
table{border-collapse:collapse;font-size:.95rem}
th,td{border-bottom:1px solid var(--rule);padding:.35rem .75rem .35rem 0;text-align:start;vertical-align:top}
.label{display:inline-block;font-size:.8rem;border:1px solid var(--rule);border-radius:1rem;padding:.1rem .7rem;margin:0 .35rem .35rem 0;color:var(--soft)}
.labels{list-style:none;padding:0;margin:2rem 0 0}
.labels li{display:inline}
.foot{border-top:1px solid var(--rule);padding-top:1rem;padding-bottom:3rem;font-size:.85rem;color:var(--soft)}
.feeds a{margin-inline-end:1rem}
.feed{border-top:1px solid var(--rule);padding-top:1rem;margin-top:2rem}
.feed h2{margin-top:0}
.contain img{object-fit:contain}
`;

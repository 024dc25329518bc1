// HTML that means harm: the classics by name, and a generator of any mixture of their pieces.

import fc from "fast-check";

/** What has got past one sanitizer or another. Each would call `hacked()`. */
export const CLASSICS: readonly string[] = [
  "<script>hacked()</script>",
  "<img src=x onerror=hacked()>",
  "<a href='javascript:hacked()'>x</a>",
  "<a href='java\nscript:hacked()'>x</a>",
  "<a href='&#106;avascript:hacked()'>x</a>",
  "<a href='\u0001javascript:hacked()'>x</a>",
  "<a href='data:text/html,<script>hacked()</script>'>x</a>",
  "<a href='vbscript:hacked()'>x</a>",
  "<iframe srcdoc='<script>parent.hacked()</script>'></iframe>",
  "<iframe src='javascript:parent.hacked()'></iframe>",
  "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ\" onload=\"hacked()'></iframe>",
  "<svg><script>hacked()</script></svg>",
  "<svg onload=hacked()>",
  "<svg><a xlink:href='javascript:hacked()'><text>x</text></a></svg>",
  "<svg></p><style><a id='</style><img src=1 onerror=hacked()>'>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=hacked()>",
  "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=hacked() src>'>",
  "<math><annotation-xml encoding='text/html'><style><img src=x onerror=hacked()></style></annotation-xml></math>",
  "<noscript><p title='</noscript><img src=x onerror=hacked()>'>",
  "<noembed><img src='</noembed><img src=x onerror=hacked()>'></noembed>",
  "<textarea><img title='</textarea><img src=x onerror=hacked()>'></textarea>",
  "<title><img title='</title><img src=x onerror=hacked()>'></title>",
  "<xmp><img title='</xmp><img src=x onerror=hacked()>'></xmp>",
  "<form><button formaction='javascript:hacked()'>x",
  "<video><source onerror=hacked()>",
  "<audio src onloadstart=hacked()>",
  "<details open ontoggle=hacked()>",
  "<div style='background:url(javascript:hacked())'>x</div>",
  "<style>@import 'javascript:hacked()';</style>",
  "<link rel=stylesheet href='javascript:hacked()'>",
  "<meta http-equiv=refresh content='0;url=javascript:hacked()'>",
  "<base href='javascript:hacked()//'>",
  "<object data='javascript:hacked()'></object>",
  "<embed src='javascript:hacked()'>",
  "<template><script>hacked()</script></template>",
  "<!--><script>hacked()</script>-->",
  "<!--!><img src=x onerror=hacked()>-->",
  "<![CDATA[<script>hacked()</script>]]>",
  "<scr<script>ipt>hacked()</scr</script>ipt>",
  "<img src='x' alt='\"onerror=hacked() x=\"'>",
  "<img alt='`onerror=hacked()' src=`x`>",
  "<table><td background='javascript:hacked()'>x",
  "<p id=hacked name=hacked class=x>y</p>",
  "<x onclick=hacked()>x</x>",
  "<a href=\"https://a.example/\" ping='javascript:hacked()' target=_top>x</a>",
  "<blockquote class='twitter-tweet' cite='javascript:hacked()'><a href='https://twitter.com/a/status/1\"onclick=hacked()'>x</a></blockquote>",
  "<a data-embed=frame href='javascript:hacked()' title='<img src=x onerror=hacked()>'>x</a>",
  "<img data-src='javascript:hacked()' srcset='javascript:hacked() 2x'>",
  "\ufffe<script>hacked()</script>\uffff",
  "<p>]]><script>hacked()</script>",
];

const PIECES = [
  ..."p b a div h1 h2 ul li table tr td svg math mtext mglyph style form noscript textarea title template script iframe object figure figcaption blockquote pre video img br select option details xmp".split(
    " ",
  ),
].flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} onclick=hacked() style="x" id=x>`]);

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom(...CLASSICS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "<a href='",
      '<img alt="',
      "'>",
      '">',
      "<!--",
      "-->",
      "]]>",
      "&lt;",
      "&amp;lt;",
      "&#x1;",
      "&#60;script&#62;",
      "\0",
      "\ud800",
      " ",
      "text",
      "<iframe src=https://www.youtube.com/embed/dQw4w9WgXcQ>",
      "<iframe src=https://player.vimeo.com/video/1>",
      '<blockquote class="twitter-tweet"><a href="https://x.com/a/status/1">b</a></blockquote>',
      "<img data-src=a.png>",
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);

/** Any mixture of them. */
export const hostileHtml = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

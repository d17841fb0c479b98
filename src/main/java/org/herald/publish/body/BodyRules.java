package org.herald.publish.body;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.herald.model.Body;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The rules of bodies: any HTML becomes Herald's strict subset, once, when it is saved. Two walls stand one behind the
 * other: {@link BodyReader} builds the subset anew from what it understands, and an allow-list sanitiser passes nothing
 * else, should the first err. docs/body.md lists the subset.
 */
public final class BodyRules {

    private static final int MOST_NESTED = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern PICTURE = Pattern.compile("asset:[0-9]{1,18}");
    /** DEL and the C1 controls, which HTML does not allow; those before the space the sanitiser takes out itself. */
    private static final Pattern CONTROLS = Pattern.compile("[\\x7f-\\x9f]");

    /** It never goes back, so that no text takes long or fills the stack. */
    static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}+(?:-[A-Za-z0-9]{1,8}+)*+");

    private static final PolicyFactory WALL = new HtmlPolicyBuilder()
            .allowElements(Body.ELEMENTS.toArray(String[]::new))
            .allowWithoutAttributes("a", "span")
            .allowUrlProtocols("http", "https", "mailto", "tel", "item", "asset")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("class")
            .matching(Pattern.compile("gallery"))
            .onElements("figure")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(Pattern.compile("col|row"))
            .onElements("th")
            .allowAttributes("lang")
            .matching(LANGUAGE_TAG)
            .globally()
            .allowAttributes("dir")
            .matching(Pattern.compile("ltr|rtl|auto"))
            .globally()
            .toFactory();

    private BodyRules() {}

    /** The body that this HTML becomes. What the subset cannot say is left out; its words stay. */
    public static Body read(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        flatten(parsed.body());
        EmbeddedContent.becomeLinks(parsed.body());
        PlainElements.replaceIn(parsed.body());
        StyledEmphasis.applyIn(parsed.body());
        LooseMarks.pushDownIn(parsed.body());
        orderHeadings(parsed.body());
        String written = CONTROLS.matcher(new BodyReader().read(parsed.body())).replaceAll("");
        return new Body(WALL.sanitize(written));
    }

    /** HTML that was read once and had its links written anew, through the second wall again. */
    public static Body walled(String html) {
        return new Body(WALL.sanitize(html));
    }

    /** What is nested deeper than any text needs becomes plain paragraphs, so that no wall cuts its words off. */
    static void flatten(Element body) {
        for (Element list : body.select(":is(ul, ol, menu) > :is(ul, ol, menu)")) {
            Element before = list.previousElementSibling();
            if (before != null && before.normalName().equals("li")) {
                before.appendChild(list);
            } else {
                list.wrap("<li></li>");
            }
        }
        var deep = new ArrayList<Element>();
        body.traverse((node, depth) -> {
            if (depth == MOST_NESTED && node instanceof Element element) {
                deep.add(element);
            }
        });
        for (Element element : deep) {
            var flat = new Element("p").text(element.text());
            element.select("a[href]")
                    .forEach(link -> flat.appendText(" ")
                            .appendElement("a")
                            .attr("href", link.attr("href"))
                            .text(link.text()));
            element.select("img").forEach(picture -> flat.appendChild(picture.clone()));
            element.replaceWith(flat);
        }
    }

    /** Headings begin at level 2, below the headline, and never skip one on the way down (WCAG 2.2, technique G141). */
    private static void orderHeadings(Element body) {
        int above = 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int wanted = Math.clamp(heading.normalName().charAt(1) - '0', 2, 4);
            above = Math.min(wanted, above + 1);
            heading.tagName("h" + above);
        }
    }
}

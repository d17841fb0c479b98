package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.herald.model.Blank;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What other hosts or plug-ins would play inside a text: it becomes a link, because readers' pages load nothing from
 * elsewhere. The words and links that an author put inside, for browsers that cannot play it, stay.
 */
public final class EmbeddedContent {

    private static final String EMBEDDED = "iframe, embed, object, applet, video, audio, noembed, noframes";
    private static final Set<String> WRITTEN_AS_TEXT = Set.of("iframe", "noembed", "noframes");
    private static final Set<String> ADDRESS_PARAMETERS = Set.of("movie", "src", "url", "filename", "href");

    /**
     * An element that became a link.
     *
     * @param element its name: {@code iframe}
     * @param address where the link leads; empty when the element named no address that a link may have
     */
    public record Replaced(String element, String address) {}

    private EmbeddedContent() {}

    /** Replaces everything embedded in this element, and says what was replaced. */
    public static List<Replaced> becomeLinks(Element body) {
        var replaced = new ArrayList<Replaced>();
        // what is embedded in something embedded comes first
        for (Element element : List.copyOf(body.select(EMBEDDED)).reversed()) {
            replaced.add(new Replaced(element.normalName(), replace(element, true)));
        }
        return List.copyOf(replaced.reversed());
    }

    private static String replace(Element element, boolean isWrittenHtml) {
        String address = addressOf(element);
        var plain = new Element("div");
        var inside = inside(element, isWrittenHtml);
        if (!address.isEmpty() && !linksTo(inside, address)) {
            String title = Blank.is(element.attr("title")) ? element.attr("aria-label") : element.attr("title");
            var link = new Element("a").attr("href", address).text(Blank.is(title) ? address : title);
            plain.appendChild(new Element("p").appendChild(link));
        }
        if (!Blank.is(element.attr("poster"))) {
            plain.appendElement("img").attr("src", element.attr("poster")).attr("alt", "");
        }
        plain.appendChildren(List.copyOf(inside.childNodes()));
        element.replaceWith(plain);
        return address;
    }

    private static String addressOf(Element element) {
        return switch (element.normalName()) {
            case "object" -> Blank.is(element.attr("data")) ? parameter(element) : address(element, "data");
            case "applet" -> address(element, "archive");
            case "video", "audio" ->
                element.hasAttr("src") ? address(element, "src") : address(element.selectFirst("source[src]"));
            default -> Blank.is(element.attr("src")) ? address(element, "data-src") : address(element, "src");
        };
    }

    private static String parameter(Element object) {
        return object.select("> param[value]").stream()
                .filter(each -> ADDRESS_PARAMETERS.contains(each.attr("name").toLowerCase(Locale.ROOT)))
                .map(each -> address(each, "value"))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String address(@Nullable Element source) {
        return source == null ? "" : address(source, "src");
    }

    private static String address(Element element, String attribute) {
        return InlineReader.address(element.attr(attribute));
    }

    /** What stands inside, as HTML; parsers read some of these elements as text. */
    private static Element inside(Element element, boolean isWrittenHtml) {
        var inside = new Element("div");
        if (WRITTEN_AS_TEXT.contains(element.normalName())) {
            String text = element.wholeText() + element.data() + element.attr("srcdoc");
            if (!isWrittenHtml) {
                return inside.appendChild(new TextNode(text));
            }
            var parsed = Jsoup.parseBodyFragment(text).body();
            BodyRules.flatten(parsed);
            List.copyOf(parsed.select(EMBEDDED)).reversed().forEach(each -> replace(each, false));
            return inside.appendChildren(List.copyOf(parsed.childNodes()));
        }
        for (Node child : List.copyOf(element.childNodes())) {
            if (child instanceof Element part && part.normalName().equals("track")) {
                track(part, inside);
            } else if (!(child instanceof Element part
                    && Set.of("source", "param").contains(part.normalName()))) {
                inside.appendChild(child);
            }
        }
        return inside;
    }

    /** The subtitles of a film. */
    private static void track(Element track, Element inside) {
        String address = address(track, "src");
        if (!address.isEmpty()) {
            String label = Blank.is(track.attr("label")) ? address : track.attr("label");
            inside.appendElement("p")
                    .appendChild(new Element("a").attr("href", address).text(label));
        }
    }

    private static boolean linksTo(Element inside, String address) {
        return inside.select("a[href]").stream()
                .anyMatch(link -> InlineReader.address(link.attr("href")).equals(address)
                        && !InlineReader.isBlank(link.wholeText()));
    }
}

package org.herald.site.feeds;

import java.util.List;
import java.util.Locale;
import org.herald.model.Body;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes the HTML of a page into that of a feed: the same words and pictures, with absolute addresses and without what belongs
 * to the page, such as classes and choices of pictures.
 */
public final class FeedHtml {

    private static final String[] WEB = {"http", "https", "mailto", "tel"};

    private static final Safelist KEPT = Safelist.none()
            .addTags(Body.ELEMENTS.toArray(String[]::new))
            .addTags("div")
            .addAttributes("a", "href")
            .addProtocols("a", "href", WEB)
            .addAttributes("img", "src", "alt", "width", "height")
            .addProtocols("img", "src", "http", "https")
            .addAttributes("ol", "start")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes(":all", "lang", "dir");

    /** Elements whose content stays, and which mean nothing outside of the page. */
    private static final String OF_PAGE = "picture, bdi, a.full, div.scroll";

    private FeedHtml() {}

    /**
     * The HTML of a feed, which is well-formed XML too.
     *
     * @param page the address of the page, absolute
     * @param language a tag that is said of all of it
     * @param direction {@code rtl} or {@code ltr}
     */
    public static String of(String html, String page, String language, String direction) {
        Document document = Jsoup.parseBodyFragment(html, page);
        document.select(".hidden, source, script, style").remove();
        document.select(OF_PAGE).unwrap();
        document.select("span:not([lang]):not([dir])").unwrap();
        var clean = new Cleaner(KEPT).clean(document);
        clean.outputSettings()
                .prettyPrint(false)
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml);
        for (Element element : clean.body().getAllElements()) {
            if (List.of("img", "a").contains(element.normalName()) && element.attributesSize() == 0) {
                element.unwrap();
            }
        }
        boolean isFromRight = direction.toLowerCase(Locale.ROOT).equals("rtl");
        String words = Xml.legal(clean.body().html());
        return isFromRight ? "<div lang=\"" + language + "\" dir=\"rtl\">" + words + "</div>" : words;
    }
}

package org.herald.site;

import org.herald.site.feeds.Xml;
import org.herald.web.Page;
import org.herald.web.Representation;

/** What browsers need to know to offer the search of a portal in their address bar: OpenSearch Description 1.1. */
final class SearchDescription {

    static final String WORD = "description.xml";
    private static final String TYPE = "application/opensearchdescription+xml;charset=UTF-8";
    private static final String SPACE = "http://a9.com/-/spec/opensearch/1.1/";
    private static final String WORDS = "?q={searchTerms}";

    /** The longest names that the specification allows. */
    private static final int SHORT_NAME = 16;

    private static final int LONG_NAME = 48;

    private SearchDescription() {}

    static Page of(Edition edition, Layouts layouts) {
        String name = layouts.name(edition.language());
        String address = layouts.base() + Urls.search(edition.language());
        String text = new Xml()
                .begin("OpenSearchDescription", "xmlns", SPACE)
                .element("ShortName", cut(name, SHORT_NAME))
                .element("LongName", cut(name, LONG_NAME))
                .element("Description", layouts.describe(edition, "describe.search"))
                .element("Language", edition.language().tag())
                .element("InputEncoding", "UTF-8")
                .empty("Url", "type", "text/html", "template", address + WORDS)
                .empty("Url", "type", "application/x-suggestions+json", "template", address + "/suggest" + WORDS)
                .write();
        return new Page(200, Representation.text(TYPE, text));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}

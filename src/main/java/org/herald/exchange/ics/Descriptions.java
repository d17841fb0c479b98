package org.herald.exchange.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.publish.body.BodyRules;

/** What calendars say of an event in many words, as standfirst and body. */
final class Descriptions {

    private static final int LONGEST_STANDFIRST = 500;
    private static final Pattern MARKUP =
            Pattern.compile("(?i)<(?:p|br|a|b|i|ul|ol|li|strong|em|div|span|h[1-6]|html)(?:\\s[^<>]*)?/?>");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private Descriptions() {}

    /** Standfirst and body; either may be empty. */
    record Said(String standfirst, String body) {}

    /** @param html X-ALT-DESC when it is HTML, or empty */
    static Said of(String description, String html) {
        if (!html.isEmpty()) {
            return new Said("", clean(html));
        }
        if (MARKUP.matcher(description).find()) {
            return new Said("", clean(description.replace("\n", description.contains("<p") ? " " : "<br>")));
        }
        var paragraphs = paragraphs(description);
        if (paragraphs.isEmpty()) {
            return new Said("", "");
        }
        String first = paragraphs.getFirst();
        boolean isShort = first.length() <= LONGEST_STANDFIRST
                && first.indexOf('\n') < 0
                && !URL.matcher(first).find();
        var body = new StringBuilder();
        paragraphs
                .subList(isShort ? 1 : 0, paragraphs.size())
                .forEach(paragraph ->
                        body.append("<p>").append(marked(paragraph)).append("</p>"));
        return new Said(isShort ? first : "", clean(body.toString()));
    }

    private static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        for (String part : text.replace("\r", "").split("\n\\s*\n", -1)) {
            String stripped = part.strip();
            if (!stripped.isEmpty()) {
                paragraphs.add(stripped);
            }
        }
        return paragraphs;
    }

    /** Plain text as HTML, with its addresses as links. */
    private static String marked(String text) {
        var marked = new StringBuilder();
        int from = 0;
        Matcher url = URL.matcher(text);
        while (url.find()) {
            marked.append(escaped(text.substring(from, url.start())));
            String address = escaped(url.group());
            marked.append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            from = url.end();
        }
        return marked.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }

    private static String clean(String html) {
        return BodyRules.read(html).html();
    }
}

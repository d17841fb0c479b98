package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** HTML as no editor writes it: elements in places that are not theirs, full of words, links and pictures with numbers. */
final class MixedHtml {

    private static final List<String> BLOCKS = List.of(
            "p",
            "div",
            "h2",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "footer",
            "pre",
            "figure",
            "figcaption",
            "table",
            "caption",
            "tr",
            "td",
            "th",
            "section",
            "noscript",
            "object",
            "form",
            "details",
            "summary");
    private static final List<String> INLINE = List.of("b", "i", "span", "q", "sup", "font", "label", "svg", "mark");
    private static final Pattern WORD = Pattern.compile("w[0-9]+");

    private static final Pattern IN_A_LINE =
            Pattern.compile("</?(a|em|strong|s|q|cite|code|sub|sup|span|ins)\\b[^>]*>");

    private final Random random;
    private final StringBuilder html = new StringBuilder();
    private int number;

    MixedHtml(int seed) {
        this.random = new Random(seed);
    }

    String body() {
        for (int at = 0; at < 4; at++) {
            element(0);
        }
        return html.toString();
    }

    private void element(int depth) {
        int kind = random.nextInt(depth > 5 ? 3 : 8);
        switch (kind) {
            case 0, 1 -> html.append(" w").append(++number).append(' ');
            case 2 -> html.append("<img src=\"asset:").append(++number).append("\" alt=\"\">");
            case 3 -> around("a href=\"https://x.example/" + ++number + "\"", depth);
            case 4 -> around(INLINE.get(random.nextInt(INLINE.size())), depth);
            default -> around(BLOCKS.get(random.nextInt(BLOCKS.size())), depth);
        }
    }

    private void around(String opening, int depth) {
        String name = opening.replaceFirst(" .*", "");
        html.append('<').append(opening).append('>');
        int count = 1 + random.nextInt(3);
        for (int at = 0; at < count; at++) {
            element(depth + 1);
        }
        html.append("</").append(name).append('>');
    }

    /** The words, links and pictures of one that are not in the other. */
    static List<String> missing(String from, String in) {
        var source = Jsoup.parseBodyFragment(from).body();
        var target = Jsoup.parseBodyFragment(in).body();
        var missing = new ArrayList<>(words(source.wholeText()));
        missing.removeAll(words(IN_A_LINE.matcher(in).replaceAll("").replaceAll("<[^>]*>", " ")));
        for (var link : source.select("a[href]")) {
            boolean isSeen = !link.text().isBlank() || link.selectFirst("img") != null;
            if (isSeen && target.select("a[href=" + link.attr("href") + "]").isEmpty()) {
                missing.add(link.attr("href"));
            }
        }
        for (var picture : source.select("img")) {
            if (target.select("img[src=" + picture.attr("src") + "]").size() != 1) {
                missing.add(picture.attr("src"));
            }
        }
        return missing;
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+")).stream()
                .filter(word -> WORD.matcher(word).find())
                .toList();
    }
}

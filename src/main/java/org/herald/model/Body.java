package org.herald.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of an item in Herald's strict HTML subset, already sanitised: {@code publish.body.BodyRules} makes it, everybody
 * else only shows it. Links to items and pictures are by identity ({@code item:12}, {@code asset:7}).
 */
public record Body(String html) {

    public static final Body EMPTY = new Body("");

    /** The elements of the subset. */
    public static final List<String> ELEMENTS = List.of(
            "p",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "blockquote",
            "footer",
            "pre",
            "hr",
            "figure",
            "figcaption",
            "img",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "a",
            "em",
            "strong",
            "ins",
            "s",
            "q",
            "cite",
            "code",
            "sub",
            "sup",
            "br",
            "span");

    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(asset|item):([0-9]{1,18})\"");

    /** What its pictures and links name, in the form in which they name it. */
    public Set<String> named() {
        var named = new LinkedHashSet<String>();
        NAMED.matcher(html)
                .results()
                .forEach(found -> named.add(found.group(1) + ":" + Long.parseLong(found.group(2))));
        return named;
    }
}

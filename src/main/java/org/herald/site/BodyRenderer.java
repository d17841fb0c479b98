package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Words;
import org.herald.store.ItemQueries.Attached;
import org.jsoup.parser.Parser;

/**
 * Makes a stored body ready for a page: links and pictures by identity become addresses, the dateline opens the first
 * paragraph. It relies on the one form in which {@code publish.body.BodyRules} writes the subset.
 */
final class BodyRenderer {

    private static final Pattern ITEM_LINK =
            Pattern.compile("<a href=\"item:([0-9]{1,18})\">(.*?)</a>", Pattern.DOTALL);
    private static final Pattern ASSET_LINK =
            Pattern.compile("<a href=\"asset:([0-9]{1,18})\">(.*?)</a>", Pattern.DOTALL);
    private static final Pattern PICTURE =
            Pattern.compile("<img src=\"asset:([0-9]{1,18})\"(?: alt=\"([^\"]*)\")?\\s*/?>");

    private static final Pattern TABLE =
            Pattern.compile("<table>(?:<caption>(.*?)</caption>)?.*?</table>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** Characters of a description that is taken from the body. */
    private static final int DESCRIPTION = 200;

    /** How wide the style shows the pictures of a body: as wide as its lines. */
    private static final String SIZES = "(min-width: 42rem) 40rem, 100vw";

    private BodyRenderer() {}

    /** The items that it leads to, in the order of the text. */
    static Set<ItemId> links(Body body) {
        var ids = new LinkedHashSet<ItemId>();
        ITEM_LINK.matcher(body.html()).results().forEach(found -> ids.add(new ItemId(number(found))));
        return ids;
    }

    static Set<AssetId> assets(Body body) {
        var ids = new HashSet<AssetId>();
        PICTURE.matcher(body.html()).results().forEach(found -> ids.add(new AssetId(number(found))));
        ASSET_LINK.matcher(body.html()).results().forEach(found -> ids.add(new AssetId(number(found))));
        return ids;
    }

    /**
     * What a body begins with.
     *
     * @param dateline plain text before the first words of the first paragraph, or empty
     * @param hasPicture true when a picture stands above it; otherwise its own first picture is loaded before all others
     */
    record Opening(String dateline, boolean hasPicture) {}

    static RawString render(Body body, Attached attached, Opening opening, Words words) {
        String html = body.html();
        html = ITEM_LINK.matcher(html).replaceAll(found -> Matcher.quoteReplacement(link(found, attached)));
        html = ASSET_LINK.matcher(html).replaceAll(found -> Matcher.quoteReplacement(file(found, attached)));
        if (!opening.hasPicture()) {
            html = PICTURE.matcher(html)
                    .replaceFirst(found -> Matcher.quoteReplacement(picture(found, attached, words, true)));
        }
        html = PICTURE.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(picture(found, attached, words, false)));
        html = TABLE.matcher(html).replaceAll(found -> Matcher.quoteReplacement(table(found, words)));
        if (!opening.dateline().isEmpty()) {
            String first = "<span class=\"dateline\">" + Image.escape(opening.dateline()) + "</span> ";
            html = html.startsWith("<p>") ? "<p>" + first + html.substring(3) : "<p>" + first + "</p>" + html;
        }
        return new RawString(html);
    }

    /** A link to an item that readers do not see is its words alone. */
    private static String link(MatchResult found, Attached attached) {
        String path = attached.links().get(new ItemId(number(found)));
        return path == null ? found.group(2) : "<a href=\"" + Image.escape(path) + "\">" + found.group(2) + "</a>";
    }

    /** A link to a file that is not here is its words alone. */
    private static String file(MatchResult found, Attached attached) {
        return Optional.ofNullable(attached.assets().get(new AssetId(number(found))))
                .flatMap(Asset::path)
                .map(FileRoot::of)
                .map(path -> "<a href=\"" + Image.escape(path) + "\">" + found.group(2) + "</a>")
                .orElseGet(() -> found.group(2));
    }

    /** What search engines and shared links say of an item: its standfirst, or else how its words begin. */
    static String description(Content content) {
        if (!Blank.is(content.standfirst())) {
            return content.standfirst();
        }
        String words = plain(content.body().html().replaceAll("</(?:p|h[2-4]|li|figcaption|td|th|footer)>", " "));
        if (words.length() <= DESCRIPTION) {
            return words;
        }
        int end = words.lastIndexOf(' ', DESCRIPTION);
        return words.substring(0, end > 0 ? end : DESCRIPTION) + "…";
    }

    private static String plain(String html) {
        return Parser.unescapeEntities(TAG.matcher(html).replaceAll(""), false)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A table that is wider than the screen is scrolled by itself, also by keyboard, and says what it is. */
    private static String table(MatchResult found, Words words) {
        String name = found.group(1) == null ? words.say("article.table") : plain(found.group(1));
        return "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + Image.escape(name) + "\">"
                + found.group() + "</div>";
    }

    private static String picture(MatchResult found, Attached attached, Words words, boolean isFirst) {
        Asset asset = attached.assets().get(new AssetId(number(found)));
        String alt = found.group(2) == null ? "" : found.group(2);
        if (asset == null || asset.path().isEmpty() || !asset.isPicture()) {
            String name = asset == null ? alt : Image.escape(asset.name());
            return "<span class=\"missing\">" + Image.escape(words.say("article.picture-missing", name)) + "</span>";
        }
        var tag = new ImageTag(asset, FileRoot.of(asset.path().get()));
        String picture = isFirst ? tag.eager(alt, SIZES) : tag.lazy(alt, SIZES);
        return tag.full()
                .map(full -> "<a class=\"full\" href=\"" + Image.escape(full) + "\">" + picture
                        + "<span class=\"hidden\"> " + Image.escape(words.say("article.full-size")) + "</span></a>")
                .orElse(picture);
    }

    private static long number(MatchResult found) {
        return Long.parseLong(found.group(1));
    }
}

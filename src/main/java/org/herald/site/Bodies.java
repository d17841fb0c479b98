package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.ItemId;
import org.herald.model.Words;
import org.herald.store.ItemQueries.Attached;

/**
 * Makes a stored body ready for a page: links and pictures by identity become addresses, the dateline opens the first
 * paragraph. It relies on the one form in which {@code publish.BodyRules} writes the subset.
 */
final class Bodies {

    private static final Pattern ITEM_LINK =
            Pattern.compile("<a href=\"item:([0-9]{1,18})\">(.*?)</a>", Pattern.DOTALL);
    private static final Pattern ASSET_LINK =
            Pattern.compile("<a href=\"asset:([0-9]{1,18})\">(.*?)</a>", Pattern.DOTALL);
    private static final Pattern PICTURE =
            Pattern.compile("<img src=\"asset:([0-9]{1,18})\"(?: alt=\"([^\"]*)\")?\\s*/?>");

    private Bodies() {}

    static Set<ItemId> links(Body body) {
        var ids = new HashSet<ItemId>();
        ITEM_LINK.matcher(body.html()).results().forEach(found -> ids.add(new ItemId(number(found))));
        return ids;
    }

    static Set<AssetId> assets(Body body) {
        var ids = new HashSet<AssetId>();
        PICTURE.matcher(body.html()).results().forEach(found -> ids.add(new AssetId(number(found))));
        ASSET_LINK.matcher(body.html()).results().forEach(found -> ids.add(new AssetId(number(found))));
        return ids;
    }

    /** @param dateline plain text before the first words of the first paragraph, or empty */
    static RawString render(Body body, Attached attached, String dateline, Words words) {
        String html = body.html();
        html = ITEM_LINK.matcher(html).replaceAll(found -> Matcher.quoteReplacement(link(found, attached)));
        html = ASSET_LINK.matcher(html).replaceAll(found -> Matcher.quoteReplacement(file(found, attached)));
        html = PICTURE.matcher(html).replaceAll(found -> Matcher.quoteReplacement(picture(found, attached, words)));
        if (!dateline.isEmpty()) {
            String opening = "<span class=\"dateline\">" + escape(dateline) + "</span> ";
            html = html.startsWith("<p>") ? "<p>" + opening + html.substring(3) : "<p>" + opening + "</p>" + html;
        }
        return new RawString(html);
    }

    /** A link to an item that readers do not see is its words alone. */
    private static String link(MatchResult found, Attached attached) {
        String path = attached.links().get(new ItemId(number(found)));
        return path == null ? found.group(2) : "<a href=\"" + escape(path) + "\">" + found.group(2) + "</a>";
    }

    /** A link to a file that is not here is its words alone. */
    private static String file(MatchResult found, Attached attached) {
        return Optional.ofNullable(attached.assets().get(new AssetId(number(found))))
                .flatMap(Asset::path)
                .map(path -> "<a href=\"" + escape(path) + "\">" + found.group(2) + "</a>")
                .orElseGet(() -> found.group(2));
    }

    private static String picture(MatchResult found, Attached attached, Words words) {
        Asset asset = attached.assets().get(new AssetId(number(found)));
        String alt = found.group(2) == null ? "" : found.group(2);
        if (asset == null || asset.path().isEmpty() || !asset.isPicture()) {
            String name = asset == null ? alt : escape(asset.name());
            return "<span class=\"missing\">" + escape(words.say("article.picture-missing", name)) + "</span>";
        }
        var tag = new StringBuilder("<img src=\"").append(escape(asset.path().get()));
        tag.append("\" alt=\"").append(alt).append('"');
        if (asset.width() > 0 && asset.height() > 0) {
            tag.append(String.format(Locale.ROOT, " width=\"%d\" height=\"%d\"", asset.width(), asset.height()));
        }
        return tag.append(" loading=\"lazy\" decoding=\"async\">").toString();
    }

    private static long number(MatchResult found) {
        return Long.parseLong(found.group(1));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

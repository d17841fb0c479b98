package org.herald.exchange.wxr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses that a post had before the one at which it stood last, as the export names them: by earlier slugs and
 * dates, by the address that it had at the service it came from, by a guid that was its first address.
 */
final class EarlierAddresses {

    /** The custom fields that name them. */
    static final List<String> FIELDS =
            List.of("_wp_old_slug", "_wp_old_date", "blogger_permalink", "lj_permalink", "custom_permalink");

    private static final Pattern DATE = Pattern.compile("/([0-9]{4})(?:/([0-9]{2})(?:/([0-9]{2}))?)?(?=/|$)");
    private static final int MOST = 200;

    private EarlierAddresses() {}

    /** These addresses of a post, as they are kept; neither the last nor those that name it by its number. */
    static Set<String> of(WxrPart.Post post, OldSite site) {
        var meta = post.filed().meta();
        if (FIELDS.stream().noneMatch(meta::containsKey)) {
            return Set.of();
        }
        var paths = new LinkedHashSet<String>();
        site.path(post.named().link()).ifPresent(last -> {
            var slugged = new LinkedHashSet<String>(List.of(last));
            values(meta, "_wp_old_slug")
                    .forEach(slug -> slugged.add(
                            withSlug(last, OldSite.decoded(post.named().slug()), slug)));
            paths.addAll(slugged);
            values(meta, "_wp_old_date").forEach(date -> slugged.forEach(path -> paths.add(withDate(path, date))));
        });
        Stream.of("blogger_permalink", "lj_permalink", "custom_permalink")
                .flatMap(field -> values(meta, field))
                .map(written -> written.matches("(?i)(https?:)?/.*") ? written : "/" + written)
                .forEach(written -> site.path(written.replaceFirst("(?i)^https?://[^/]*", ""))
                        .ifPresent(paths::add));
        site.path(post.named().link()).ifPresent(paths::remove);
        paths.removeIf(path -> path.equals("/") || path.contains("?"));
        return paths;
    }

    private static Stream<String> values(Map<String, String> meta, String field) {
        return meta.getOrDefault(field, "")
                .lines()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(MOST);
    }

    /** The path with another slug in the place of its own, which is its last word that reads so. */
    private static String withSlug(String path, String slug, String earlier) {
        int at = slug.isEmpty() ? -1 : path.lastIndexOf("/" + slug);
        int end = at < 0 ? -1 : at + 1 + slug.length();
        boolean isWord = at >= 0 && (end == path.length() || "/.".indexOf(path.charAt(end)) >= 0);
        return isWord ? path.substring(0, at + 1) + OldSite.decoded(earlier) + path.substring(end) : path;
    }

    /** The path with another date ({@code 2020-03-01}) in the place of its own. */
    private static String withDate(String path, String earlier) {
        var date = DATE.matcher(path);
        if (!earlier.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || !date.find()) {
            return path;
        }
        int length = date.group(3) != null ? 10 : date.group(2) != null ? 7 : 4;
        return path.substring(0, date.start(1))
                + earlier.substring(0, length).replace('-', '/')
                + path.substring(date.end());
    }
}

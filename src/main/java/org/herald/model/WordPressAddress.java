package org.herald.model;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What WordPress answers at beside the address of a post or a file: an identity in the query, the pages, feeds and
 * comments of a post, the smaller sizes of a picture. An import reads links by it, and readers' pages read requests.
 */
public final class WordPressAddress {

    private static final List<String> IDENTITIES = List.of("p", "page_id", "attachment_id", "cat");
    private static final Pattern IDENTITY = Pattern.compile("[1-9][0-9]{0,17}");

    /** Parameters by which WordPress chooses what it shows; a request with one of them does not mean the front page. */
    private static final Set<String> CHOOSING = Set.of(
            "p",
            "page_id",
            "attachment_id",
            "cat",
            "tag",
            "tag_id",
            "name",
            "pagename",
            "category_name",
            "author",
            "author_name",
            "attachment",
            "post_type",
            "feed",
            "m",
            "year",
            "monthnum",
            "day");

    /** The pages of a post and of a list, a post's other forms, and the comments below it. */
    private static final Pattern PART = Pattern.compile(
            "(/.+?)/(?:(?:page/)?[1-9][0-9]{0,3}|comment-page-[1-9][0-9]{0,3}|feed(?:/(?:rss2?|atom|rdf|feed))?"
                    + "|amp|embed|trackback|print)");

    private static final Pattern PICTURE =
            Pattern.compile("(?i)(/.+?)((?:[.-](?:jpe?g|png|gif|bmp|heic))?)\\.(jpe?g|png|gif|webp|avif|bmp)");
    private static final Pattern SIZE =
            Pattern.compile("(?i)(?:-[0-9]{1,5}x[0-9]{1,5}c?|-scaled|-rotated|-e[0-9]{10,13}|@[23]x|\\.thumbnail)$");

    private static final int MOST_PARTS = 3;
    private static final int MOST_SIZES = 4;
    private static final int LONGEST_SIZE = 16;
    private static final int MOST_PARAMETERS = 16;

    private WordPressAddress() {}

    /** The parameter of a query that names a post, a file or a category, whatever stands around it: {@code p=12}. */
    public static Optional<String> identity(String query) {
        var parameters = parameters(query);
        return IDENTITIES.stream()
                .flatMap(name -> parameters.stream()
                        .filter(each -> name(each).equals(name)
                                && IDENTITY.matcher(each.substring(Math.min(each.length(), name.length() + 1)))
                                        .matches()))
                .findFirst();
    }

    /** The value of a parameter, as written. */
    public static Optional<String> value(String query, String name) {
        return parameters(query).stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }

    /** True when a query chooses what WordPress shows at its first address. */
    public static boolean isChoice(String query) {
        return parameters(query).stream().anyMatch(each -> CHOOSING.contains(name(each)));
    }

    /**
     * The addresses from which this one may be derived, the nearest first: of {@code /long/2} it is {@code /long}, of
     * {@code /a-300x200.jpg} it is {@code /a.jpg}.
     *
     * @param path decoded, without a slash at its end
     */
    public static List<String> origins(String path) {
        var all = new LinkedHashSet<String>();
        String plain = path.startsWith("/index.php/") ? path.substring("/index.php".length()) : path;
        all.add(plain);
        String part = plain;
        for (int i = 0; i < MOST_PARTS; i++) {
            var found = PART.matcher(part);
            if (!found.matches()) {
                break;
            }
            part = found.group(1);
            all.add(part);
        }
        sizes(plain, all);
        List.copyOf(all).forEach(each -> all.add(each.toLowerCase(Locale.ROOT)));
        all.remove(path);
        return List.copyOf(all);
    }

    /** The path of a picture in its first size: without what WordPress adds to the name of each it makes. */
    public static String picture(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || path.indexOf('/', dot) >= 0) {
            return path;
        }
        String stem = path.substring(0, dot);
        for (int i = 0; i < MOST_SIZES; i++) {
            stem = withoutSize(stem);
        }
        return stem + path.substring(dot);
    }

    private static void sizes(String path, Set<String> all) {
        var picture = PICTURE.matcher(path);
        if (!picture.matches()) {
            return;
        }
        String ending = path.substring(path.lastIndexOf('.'));
        // a plugin's a.jpg.webp and a-jpg.webp are a.jpg in another format
        String before = picture.group(2);
        String stem = before.isEmpty() ? path.substring(0, path.length() - ending.length()) : picture.group(1);
        String first = before.isEmpty() ? ending : "." + before.substring(1);
        all.add(stem + first);
        for (int i = 0; i < MOST_SIZES; i++) {
            stem = withoutSize(stem);
            all.add(stem + first);
        }
        if (stem.endsWith("-pdf")) {
            all.add(stem.substring(0, stem.length() - "-pdf".length()) + ".pdf");
        }
    }

    /** A name that is nothing but a size keeps it. */
    private static String withoutSize(String stem) {
        var size = SIZE.matcher(stem).region(Math.max(0, stem.length() - LONGEST_SIZE), stem.length());
        return size.find() && size.start() > stem.lastIndexOf('/') + 1 ? stem.substring(0, size.start()) : stem;
    }

    /** The parameters of a query, each as written; of very many the first. */
    public static List<String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(each -> !each.isEmpty())
                .limit(MOST_PARAMETERS)
                .toList();
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }
}

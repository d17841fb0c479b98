package org.herald.site.feeds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.WordPressAddress;

/**
 * A feed of an earlier site, as its address names it: {@code /category/culture/feed/}, {@code /?feed=rss2&cat=3}. WordPress
 * has these forms, and other sites those at the root.
 *
 * @param list the address of the page whose feed it was; {@code /} or that of an edition for the whole site
 * @param rest of the query, which may name the list
 * @param format the nearest of ours
 * @param isOfComments true for what readers said
 * @param isByQuery true when a parameter of the query asks for it
 */
public record EarlierFeed(String list, String rest, FeedFormat format, boolean isOfComments, boolean isByQuery) {

    private static final String PARAMETER = "feed=";
    private static final String OF_COMMENTS = "comments-";

    /** The words by which WordPress calls formats. */
    private static final Set<String> FORMATS = Set.of("feed", "rss", "rss2", "rdf", "atom");

    private static final Pattern PATH =
            Pattern.compile("(/.+?)??/(comments/)?feed(?:/(feed|rss|rss2|rdf|atom))?", Pattern.DOTALL);
    private static final Pattern AT_ROOT = Pattern.compile(
            "(/[a-z]{2,3}(?:-[a-z0-9]{2,8})*+)?/(?:wp-)?(comments)?(rss|rss2|rdf|atom|feed)(?:[.](?:php|xml))?");

    /** Lists of an earlier site that have none here: of an author, and of a year, month or day. */
    private static final Pattern WITHOUT_LIST =
            Pattern.compile("(?:/[a-z]{2,3})?/(?:author/[^/]+|[0-9]{4}(?:/[0-9]{2}){0,2})");

    /**
     * The feed that an address may name; empty for one that is none.
     *
     * @param path decoded, without a slash at its end
     */
    public static Optional<EarlierFeed> of(String path, String query) {
        var parameters = WordPressAddress.parameters(query);
        var asked = parameters.stream()
                .filter(each -> each.startsWith(PARAMETER))
                .map(each -> each.substring(PARAMETER.length()))
                .filter(each -> FORMATS.contains(each.replaceFirst("^" + OF_COMMENTS, "")))
                .findFirst();
        if (asked.isPresent()) {
            String rest = String.join(
                    "&",
                    parameters.stream()
                            .filter(each -> !each.startsWith(PARAMETER) && WordPressAddress.isChoice(each))
                            .toList());
            boolean isOfComments = asked.get().startsWith(OF_COMMENTS) || parameters.contains("withcomments=1");
            return Optional.of(new EarlierFeed(
                    path.replaceFirst("/index[.]php$", "/").replaceFirst("(?<=.)/$", ""),
                    rest,
                    format(asked.get()),
                    isOfComments,
                    true));
        }
        var atRoot = AT_ROOT.matcher(path);
        if (atRoot.matches()) {
            return Optional.of(new EarlierFeed(
                    atRoot.group(1) == null ? "/" : atRoot.group(1),
                    "",
                    format(atRoot.group(3)),
                    atRoot.group(2) != null,
                    false));
        }
        var below = PATH.matcher(path);
        return below.matches()
                ? Optional.of(new EarlierFeed(
                        below.group(1) == null ? "/" : below.group(1),
                        "",
                        format(below.group(3) == null ? "" : below.group(3)),
                        below.group(2) != null,
                        false))
                : Optional.empty();
    }

    /** True for one that may be answered whatever is stored: of a whole site, of comments, of a list that has none here. */
    public boolean isKnown() {
        return isOfComments || isWhole() || isWithoutList();
    }

    /** True for the feed of everything. */
    public boolean isWhole() {
        return rest.isEmpty() && list.indexOf('/', 1) < 0;
    }

    private static FeedFormat format(String word) {
        return word.endsWith("atom") ? FeedFormat.ATOM : FeedFormat.RSS;
    }

    /** True when it was the feed of a list that has none here: the feed of the portal is nearest to it. */
    public boolean isWithoutList() {
        return WITHOUT_LIST.matcher(list).matches()
                || WordPressAddress.value(rest, "author").isPresent();
    }

    /** The addresses of the list, as WordPress has them: by name, or by a parameter. */
    public List<String> lists() {
        String before = list.equals("/") ? "" : list;
        return Stream.concat(
                        Stream.of("category_name=", "tag=")
                                .flatMap(name -> WordPressAddress.parameters(rest).stream()
                                        .filter(each -> each.startsWith(name))
                                        .map(each -> before
                                                + (name.startsWith("cat") ? "/category/" : "/tag/")
                                                + each.substring(name.length()))),
                        rest.isEmpty() || list.isEmpty() ? Stream.of(list) : Stream.empty())
                .toList();
    }
}

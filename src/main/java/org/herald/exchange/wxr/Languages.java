package org.herald.exchange.wxr;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.WordPressAddress;

/**
 * What Polylang and WPML say of the languages of posts, categories and tags: by terms, by custom fields and by addresses.
 * A language is told here as the old site wrote it; {@link #here} finds the portal's.
 */
final class Languages {

    private static final String FIELD = "_wpml_import_language_code";
    private static final String GROUP = "_wpml_import_translation_group";
    /** A pair of a language and an identity in PHP's form: {@code s:2:"be";i:4;} */
    private static final Pattern MEMBER = Pattern.compile("s:[0-9]+:\"([A-Za-z_-]{2,20})\";i:([0-9]{1,18});");

    private static final Pattern LOCALE = Pattern.compile("s:6:\"locale\";s:[0-9]+:\"([A-Za-z_]{2,20})\"");
    private static final Pattern FIRST_WORD = Pattern.compile("/([a-z]{2,3}(?:-[a-z]{2,4})?)(?:/.*)?", Pattern.DOTALL);

    private final OldSite site;
    private final Map<String, String> locales = new LinkedHashMap<>();
    private final Map<Long, String> postLanguages = new HashMap<>();
    private final Map<Long, String> postGroups = new HashMap<>();
    private final Map<Long, String> termLanguages = new HashMap<>();
    private final Map<Long, String> termGroups = new HashMap<>();
    private final Map<String, Map<String, Integer>> postsOf = new HashMap<>();

    Languages(OldSite site) {
        this.site = site;
    }

    void add(WxrPart.OtherTerm term) {
        switch (term.taxonomy()) {
            case "language" -> {
                var locale = LOCALE.matcher(term.description());
                locales.put(term.slug(), locale.find() ? locale.group(1) : term.slug());
            }
            case "post_translations" -> members(term, postLanguages, postGroups);
            case "term_translations" -> members(term, termLanguages, termGroups);
            default -> {}
        }
    }

    private static void members(WxrPart.OtherTerm term, Map<Long, String> languages, Map<Long, String> groups) {
        MEMBER.matcher(term.description()).results().forEach(found -> {
            long id = Long.parseLong(found.group(2));
            languages.put(id, found.group(1));
            groups.put(id, term.slug());
        });
    }

    /** Hears what a category or tag says of itself. */
    void add(long term, Map<String, String> meta) {
        Optional.ofNullable(meta.get(FIELD)).ifPresent(language -> termLanguages.putIfAbsent(term, language));
        Optional.ofNullable(meta.get(GROUP)).ifPresent(group -> termGroups.putIfAbsent(term, "wpml " + group));
    }

    /** Counts under which categories and tags the posts of each language stand. */
    void count(WxrPart.Post post) {
        String language = of(post).orElse("");
        post.filed().terms().stream()
                .filter(term ->
                        term.domain().equals("category") || term.domain().equals("post_tag"))
                .forEach(term -> postsOf.computeIfAbsent(key(term.domain(), term.slug()), _ -> new HashMap<>())
                        .merge(language, 1, Integer::sum));
    }

    /** The language of a post as the old site wrote it; nothing when it says none. */
    Optional<String> of(WxrPart.Post post) {
        return post.filed().terms().stream()
                .filter(term -> term.domain().equals("language"))
                .map(WxrPart.Term::slug)
                .findFirst()
                .or(() -> Optional.ofNullable(post.filed().meta().get(FIELD)))
                .or(() -> Optional.ofNullable(postLanguages.get(post.named().id())))
                .filter(language -> !Blank.is(language))
                .or(() -> ofAddress(post.named().link()));
    }

    /** The language that an address of the old site begins with, or names in its query. */
    private Optional<String> ofAddress(String link) {
        int question = link.indexOf('?');
        var asked =
                question < 0 ? Optional.<String>empty() : WordPressAddress.value(link.substring(question + 1), "lang");
        return asked.or(() -> site.path(link).map(site::inside).map(FIRST_WORD::matcher).stream()
                .filter(word -> word.matches())
                .map(word -> word.group(1))
                .findFirst());
    }

    /** The name of the group of translations that a post belongs to. */
    Optional<String> group(WxrPart.Post post) {
        return post.filed().terms().stream()
                .filter(term -> term.domain().equals("post_translations"))
                .map(WxrPart.Term::slug)
                .findFirst()
                .or(() -> Optional.ofNullable(post.filed().meta().get(GROUP)).map(group -> "wpml " + group))
                .or(() -> Optional.ofNullable(postGroups.get(post.named().id())));
    }

    /** The language of a category: its own, or that of all posts under it. */
    Optional<String> ofCategory(WxrPart.Category category) {
        return Optional.ofNullable(termLanguages.get(category.id())).or(() -> ofPosts("category", category.slug()));
    }

    /** The language of a tag: its own, or that of all posts that have it. */
    Optional<String> ofTag(WxrPart.Tag tag) {
        return Optional.ofNullable(termLanguages.get(tag.id())).or(() -> ofPosts("post_tag", tag.slug()));
    }

    private Optional<String> ofPosts(String domain, String slug) {
        var languages = postsOf.getOrDefault(key(domain, slug), Map.of()).keySet();
        return languages.size() == 1
                ? languages.stream().filter(language -> !language.isEmpty()).findFirst()
                : Optional.empty();
    }

    /** True when both categories say the same in two languages. */
    boolean areTranslations(WxrPart.Category one, WxrPart.Category other) {
        String group = termGroups.get(one.id());
        return one.id() > 0 && one.id() != other.id() && group != null && group.equals(termGroups.get(other.id()));
    }

    /** The language of the portal that the old site wrote so; nothing when the portal does not have it. */
    Optional<Language> here(String written, List<Language> portal) {
        return Stream.of(written, locales.getOrDefault(written, written))
                .flatMap(each -> candidates(each).stream())
                .filter(portal::contains)
                .findFirst();
    }

    /** True for a language that the old site declared or marked posts with, so that it is none by chance. */
    private boolean isDeclared(WxrPart.Post post) {
        return post.filed().terms().stream().anyMatch(term -> term.domain().equals("language"))
                || post.filed().meta().containsKey(FIELD)
                || postLanguages.containsKey(post.named().id())
                || of(post).filter(locales::containsKey).isPresent();
    }

    /** The language that a post is in by the old site's word, when the portal does not have it. */
    Optional<String> missing(WxrPart.Post post, List<Language> portal) {
        return of(post).filter(_ -> isDeclared(post))
                .filter(written -> here(written, portal).isEmpty());
    }

    /** The tag of a language that the old site wrote so, when that is one. */
    Optional<Language> tag(String written) {
        return candidates(locales.getOrDefault(written, written)).stream().reduce((whole, base) -> base);
    }

    /** The languages that the old site declared, as tags. */
    Set<String> declared() {
        var tags = new LinkedHashSet<String>();
        locales.keySet().forEach(slug -> tag(slug).ifPresent(language -> tags.add(language.tag())));
        return tags;
    }

    /** The language of this tag, and the same without its region. */
    static List<Language> candidates(String written) {
        String tag = written.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(tag, tag.replaceFirst("-.*$", ""))
                .filter(Language::isTag)
                .map(Language::new)
                .toList();
    }

    private static String key(String domain, String slug) {
        return domain + " " + slug;
    }
}

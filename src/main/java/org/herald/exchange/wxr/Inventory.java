package org.herald.exchange.wxr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.WordPressAddress;

/**
 * What a first reading of an export finds: everything that posts refer to, and nothing of their words. That the whole file
 * was read means that it is not broken, before anything of it is kept.
 */
final class Inventory {

    private static final Pattern LIST = Pattern.compile("(?:/[^/]+)?/(category|tag)/(.+)", Pattern.DOTALL);
    private static final Pattern LIST_NUMBER = Pattern.compile("/(?:[^/]+)?\\?cat=([0-9]{1,18})");

    /** The types that become items. */
    static final List<String> ITEMS = List.of("post", "page");

    /** A file of the old site, as the media library there told it. */
    record Attachment(
            int line,
            long id,
            String address,
            String page,
            String title,
            String alt,
            String caption,
            String description,
            long parent) {}

    private final WxrPart.Site told;
    private final OldSite site;
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, WxrPart.Category> categories = new LinkedHashMap<>();
    private final Set<Long> categoryNumbers = new HashSet<>();
    private final List<WxrPart.Tag> tags = new ArrayList<>();
    private final Set<String> tagWords = new HashSet<>();
    private final Languages languages;
    private final Map<Long, Attachment> attachments = new LinkedHashMap<>();
    private final Map<String, Long> attachmentByPath = new HashMap<>();
    private final Map<String, Long> attachmentByFile = new HashMap<>();
    private final Map<String, Long> attachmentByPage = new HashMap<>();
    private final Map<Long, List<Long>> attachmentsOf = new HashMap<>();
    private final Map<String, Long> itemByAddress = new HashMap<>();
    private final Map<String, Long> itemByEarlierAddress = new HashMap<>();
    private final Map<Long, String> reusable = new HashMap<>();
    private final Map<String, Integer> postsOf = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private Inventory(WxrPart.Site told) {
        this.told = told;
        this.site = new OldSite(told.address());
        this.languages = new Languages(site);
    }

    /**
     * Reads the whole file.
     *
     * @param progress hears how many bytes were read
     * @throws WxrFault when the file is broken or no export
     */
    static Inventory read(Path file, LongConsumer progress) {
        try (var reader = WxrReader.open(file)) {
            var told = reader.next()
                    .filter(WxrPart.Site.class::isInstance)
                    .map(WxrPart.Site.class::cast)
                    .orElseThrow(() -> new WxrFault(file + " holds nothing."));
            var inventory = new Inventory(told);
            for (Optional<WxrPart> part = reader.next(); part.isPresent(); part = reader.next()) {
                inventory.add(part.get());
                progress.accept(reader.bytes());
            }
            return inventory;
        }
    }

    private void add(WxrPart part) {
        switch (part) {
            case WxrPart.Author author -> authors.put(author.login(), author.name());
            case WxrPart.Category category -> {
                categories.put(category.slug(), category);
                categoryNumbers.add(category.id());
            }
            case WxrPart.Tag tag -> {
                tags.add(tag);
                tagWords.add(OldSite.decoded(tag.slug()));
            }
            case WxrPart.OtherTerm term -> languages.add(term);
            case WxrPart.TermFields(var term, var meta) -> languages.add(term, meta);
            case WxrPart.Post post -> add(post);
            case WxrPart.Site _ -> {}
        }
    }

    private void add(WxrPart.Post post) {
        var named = post.named();
        counts.merge(named.type(), 1, Integer::sum);
        switch (named.type()) {
            case "post", "page" -> {
                if (Taking.isLeftOut(named.status())) {
                    return;
                }
                site.path(named.link()).ifPresent(path -> itemByAddress.put(path, named.id()));
                itemByAddress.put("/?p=" + named.id(), named.id());
                EarlierAddresses.of(post, site).forEach(path -> itemByEarlierAddress.putIfAbsent(path, named.id()));
                languages.count(post);
                post.filed().terms().stream()
                        .filter(term -> term.domain().equals("post_tag") && tagWords.add(OldSite.decoded(term.slug())))
                        .forEach(term -> tags.add(new WxrPart.Tag(0, term.slug(), term.name())));
                post.filed().terms().stream()
                        .filter(term -> term.domain().equals("category") && !categories.containsKey(term.slug()))
                        .forEach(term ->
                                categories.put(term.slug(), new WxrPart.Category(0, term.slug(), "", term.name(), "")));
                post.filed().terms().stream()
                        .filter(term -> term.domain().equals("category"))
                        .forEach(term -> postsOf.merge(term.slug(), 1, Integer::sum));
            }
            case "attachment" -> {
                var attachment = new Attachment(
                        named.line(),
                        named.id(),
                        OldSite.withoutQuery(post.filed().fileAddress()),
                        named.link(),
                        post.written().title(),
                        post.filed().meta().getOrDefault("_wp_attachment_image_alt", ""),
                        post.written().excerpt(),
                        PlainWords.of(post.written().content()),
                        named.parent());
                attachments.put(named.id(), attachment);
                if (!attachment.address().isEmpty()) {
                    attachmentByPath.put(OldSite.filePath(attachment.address()), named.id());
                    attachmentByFile.putIfAbsent(OldSite.fileKey(attachment.address()), named.id());
                }
                site.path(named.link()).ifPresent(path -> attachmentByPage.put(path, named.id()));
                if (named.parent() > 0) {
                    attachmentsOf
                            .computeIfAbsent(named.parent(), _ -> new ArrayList<>())
                            .add(named.id());
                }
            }
            case "wp_block" -> reusable.put(named.id(), post.written().content());
            default -> {}
        }
    }

    WxrPart.Site told() {
        return told;
    }

    OldSite site() {
        return site;
    }

    Languages languages() {
        return languages;
    }

    /** The name that readers know an author by. */
    String author(String login) {
        String name = authors.getOrDefault(login, "");
        return Blank.is(name) ? login : name;
    }

    /** The categories by their slugs, in the order of the file. */
    Map<String, WxrPart.Category> categories() {
        return categories;
    }

    /** How many posts stand under a category. */
    int postsOf(String category) {
        return postsOf.getOrDefault(category, 0);
    }

    List<WxrPart.Tag> tags() {
        return tags;
    }

    Map<Long, Attachment> attachments() {
        return attachments;
    }

    /** The attachment whose file this address means, in whatever size, also through a picture proxy. */
    Optional<Attachment> attachmentAt(String url) {
        return attachmentOfFile(url).or(() -> site.behindProxy(url).flatMap(this::attachmentOfFile));
    }

    private Optional<Attachment> attachmentOfFile(String url) {
        return Optional.ofNullable(attachmentByPath.get(OldSite.filePath(url)))
                .or(() -> Optional.ofNullable(attachmentByFile.get(OldSite.fileKey(url))))
                .map(attachments::get);
    }

    /** The attachment that the old site showed on a page at this address. */
    Optional<Attachment> attachmentOfPage(String path) {
        return Optional.ofNullable(attachmentByPage.get(path)).map(attachments::get);
    }

    /** The attachments that hang on a post. */
    List<Long> attachmentsOf(long post) {
        return attachmentsOf.getOrDefault(post, List.of());
    }

    /** The post or page that stood at this address. */
    Optional<Long> itemAt(String path) {
        return itemAtExactly(path)
                .or(() -> site.named(path).filter(this::hasItem))
                .or(() -> WordPressAddress.origins(path).stream()
                        .map(this::itemAtExactly)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<Long> itemAtExactly(String path) {
        return Optional.ofNullable(itemByAddress.get(path))
                .or(() -> Optional.ofNullable(itemByEarlierAddress.get(path)));
    }

    /** True for an address at which the old site listed a category, a tag or all posts, and which leads to a list here. */
    boolean isList(String path) {
        return Stream.concat(Stream.of(path), WordPressAddress.origins(path).stream())
                .map(site::inside)
                .anyMatch(this::isListItself);
    }

    private boolean isListItself(String path) {
        var list = LIST.matcher(path);
        if (list.matches()) {
            String word = path.substring(path.lastIndexOf('/') + 1);
            return list.group(1).equals("tag")
                    ? tagWords.contains(word)
                    : categories.keySet().stream().anyMatch(slug -> OldSite.decoded(slug).equals(word));
        }
        var number = LIST_NUMBER.matcher(path);
        return path.equals("/") || (number.matches() && categoryNumbers.contains(Long.parseLong(number.group(1))));
    }

    /** True for the address of a file of the old site, listed or not. */
    boolean isFile(String url) {
        return attachmentAt(url).isPresent()
                || site.path(url).or(() -> site.behindProxy(url)).filter(References::isFileName).isPresent();
    }

    boolean hasItem(long id) {
        return itemByAddress.containsKey("/?p=" + id);
    }

    /** The contents of reusable blocks by their identity. */
    Map<Long, String> reusable() {
        return reusable;
    }

    /** How many parts of each type of content the file holds. */
    Map<String, Integer> counts() {
        return counts;
    }

    int items() {
        return ITEMS.stream().mapToInt(type -> counts.getOrDefault(type, 0)).sum();
    }
}

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
            int place,
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
    private final Identities identities;
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, String> guests = new HashMap<>();
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
    private final Map<Long, String> pages = new LinkedHashMap<>();
    private final Map<Long, String> reusable = new HashMap<>();
    private final Map<String, Integer> postsOf = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<ReportEntry> entries = new ArrayList<>();
    private final LocalTimes times = new LocalTimes();

    private Inventory(WxrPart.Site told) {
        this.told = told;
        this.site = new OldSite(told.address());
        this.languages = new Languages(site);
        this.identities = new Identities(site);
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
            reader.repairs()
                    .forEach((line, notes) -> inventory.entries.add(
                            new ReportEntry(line, "file", 0, "", ReportEntry.Became.REPAIRED, "", notes.all())));
            return inventory;
        }
    }

    private void add(WxrPart part) {
        switch (part) {
            case WxrPart.Author author -> add(author);
            case WxrPart.Category category -> {
                add(category);
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

    private void add(WxrPart.Author author) {
        String name = PlainWords.of(author.name());
        authors.put(author.login(), name);
        if (name.isEmpty()) {
            tell(
                    author.line(),
                    "author",
                    author.login(),
                    Blank.is(author.login())
                            ? "left out: it has neither a name nor a login"
                            : "converted: it has no name, its login became one");
        }
    }

    private void add(WxrPart.Category category) {
        var before = categories.putIfAbsent(OldSite.key(category.slug()), category);
        if (before != null) {
            tell(
                    category.line(),
                    "category",
                    PlainWords.of(category.name()),
                    "converted: the same category as \"" + before.slug() + "\" of line " + before.line()
                            + ", one section");
        }
    }

    private void tell(int line, String type, String title, String note) {
        var became = note.startsWith("left out") ? ReportEntry.Became.LEFT_OUT : ReportEntry.Became.CONVERTED;
        entries.add(new ReportEntry(line, type, 0, title, became, "", List.of(note)));
    }

    private void add(WxrPart.Post read) {
        identities.add(read);
        var post = identities.numbered(read);
        var named = post.named();
        counts.merge(named.type(), 1, Integer::sum);
        switch (named.type()) {
            case "post", "page" -> {
                if (PostImporter.isLeftOut(named.status())) {
                    return;
                }
                times.add(post);
                if (named.type().equals("page")) {
                    pages.put(named.id(), post.title());
                }
                site.path(named.link()).ifPresent(path -> itemByAddress.put(path, named.id()));
                itemByAddress.put("/?p=" + named.id(), named.id());
                EarlierAddresses.of(post, site).forEach(path -> itemByEarlierAddress.putIfAbsent(path, named.id()));
                languages.count(post);
                post.filed().terms().stream()
                        .filter(term -> term.domain().equals("post_tag") && tagWords.add(OldSite.decoded(term.slug())))
                        .forEach(term -> tags.add(new WxrPart.Tag(named.line(), 0, term.slug(), term.name())));
                post.filed().terms().stream()
                        .filter(term -> term.domain().equals("category"))
                        .forEach(term -> {
                            String key = OldSite.key(term.slug());
                            categories.putIfAbsent(
                                    key, new WxrPart.Category(named.line(), 0, term.slug(), "", term.name(), ""));
                            postsOf.merge(key, 1, Integer::sum);
                        });
            }
            case "attachment" -> {
                var attachment = new Attachment(
                        named.line(),
                        named.place(),
                        named.id(),
                        OldSite.withoutQuery(post.filed().fileAddress()),
                        named.link(),
                        post.written().title(),
                        post.filed().meta().getOrDefault("_wp_attachment_image_alt", ""),
                        post.written().excerpt(),
                        PlainWords.of(post.written().content()),
                        named.parent());
                var before = attachments.put(named.id(), attachment);
                if (before != null) {
                    entries.add(new ReportEntry(
                            before.line(),
                            named.type(),
                            writtenId(before.id()),
                            PlainWords.of(before.title()),
                            ReportEntry.Became.LEFT_OUT,
                            "",
                            List.of("left out: the same attachment stands again in line " + named.line())));
                }
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
            case "guest-author" ->
                guests.put(named.slug(), PlainWords.of(post.written().title()));
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

    /** What the first reading found that an editor should know, in the order of the file. */
    List<ReportEntry> entries() {
        return entries;
    }

    /** What the file says of the old site's clock. */
    LocalTimes times() {
        return times;
    }

    /** An item as it was read, under a number that nothing else of its sort has. */
    WxrPart.Post numbered(WxrPart.Post read) {
        return identities.numbered(read);
    }

    /** The number that stands in the file, which may be another's. */
    long writtenId(long id) {
        return identities.written(id);
    }

    /** Where the item stands that counts, when the same one stands several times in the file. */
    Identities.Occurrence counting(WxrPart.Post numbered) {
        return identities.counting(numbered);
    }

    /** The name by which items of this export are known again. */
    String origin(long id) {
        return "wxr " + site.address() + " " + identities.name(id);
    }

    /** The name that readers know an author by. */
    String author(String login) {
        String name = authors.getOrDefault(login, "");
        return name.isEmpty() ? Blank.strip(login) : name;
    }

    /** The name of an author whom a term of a post names: a guest, somebody with a login, or only a name. */
    String author(WxrPart.Term term) {
        String login = term.slug().replaceFirst("^cap-", "");
        String guest = guests.getOrDefault(term.slug(), guests.getOrDefault(login, ""));
        return Stream.of(guest, authors.getOrDefault(login, ""), authors.getOrDefault(term.name(), ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> PlainWords.of(term.name()).isEmpty() ? login : PlainWords.of(term.name()));
    }

    /** The category of this slug, in whatever case. */
    Optional<WxrPart.Category> category(String slug) {
        // a category above that has no slug is none
        return Blank.is(slug) ? Optional.empty() : Optional.ofNullable(categories.get(OldSite.key(slug)));
    }

    /** The categories by the keys of their slugs, in the order of the file. */
    Map<String, WxrPart.Category> categories() {
        return categories;
    }

    /** How many posts stand under a category. */
    int postsOf(String category) {
        return postsOf.getOrDefault(OldSite.key(category), 0);
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
            return list.group(1).equals("tag") ? tagWords.contains(word) : categories.containsKey(OldSite.key(word));
        }
        var number = LIST_NUMBER.matcher(path);
        return path.equals("/") || (number.matches() && categoryNumbers.contains(Long.parseLong(number.group(1))));
    }

    /** True for the address of a file of the old site, listed or not. */
    boolean isFile(String url) {
        return attachmentAt(url).isPresent()
                || site.path(url)
                        .or(() -> site.behindProxy(url))
                        .filter(References::isFileName)
                        .isPresent();
    }

    /** The pages with their titles, in the order of the file. */
    Map<Long, String> pages() {
        return pages;
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

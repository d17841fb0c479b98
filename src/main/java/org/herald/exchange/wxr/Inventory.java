package org.herald.exchange.wxr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.herald.model.Blank;

/**
 * What a first reading of an export finds: everything that posts refer to, and nothing of their words. That the whole file
 * was read means that it is not broken, before anything of it is kept.
 */
final class Inventory {

    /** The types that become items. */
    static final List<String> ITEMS = List.of("post", "page");

    /** A file of the old site, as the media library there told it. */
    record Attachment(
            int line, long id, String address, String page, String title, String alt, String caption, long parent) {}

    private final WxrPart.Site told;
    private final OldSite site;
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, WxrPart.Category> categories = new LinkedHashMap<>();
    private final List<WxrPart.Tag> tags = new ArrayList<>();
    private final Map<Long, Attachment> attachments = new LinkedHashMap<>();
    private final Map<String, Long> attachmentByFile = new HashMap<>();
    private final Map<String, Long> attachmentByPage = new HashMap<>();
    private final Map<Long, List<Long>> attachmentsOf = new HashMap<>();
    private final Map<String, Long> itemByAddress = new HashMap<>();
    private final Map<Long, String> reusable = new HashMap<>();
    private final Map<String, Integer> postsOf = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private Inventory(WxrPart.Site told) {
        this.told = told;
        this.site = new OldSite(told.address());
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
            case WxrPart.Category category -> categories.put(category.slug(), category);
            case WxrPart.Tag tag -> tags.add(tag);
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
                        named.parent());
                attachments.put(named.id(), attachment);
                if (!attachment.address().isEmpty()) {
                    attachmentByFile.put(OldSite.fileKey(attachment.address()), named.id());
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

    /** The attachment whose file this address means, in whatever size. */
    Optional<Attachment> attachmentAt(String url) {
        return Optional.ofNullable(attachmentByFile.get(OldSite.fileKey(url))).map(attachments::get);
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
        return Optional.ofNullable(itemByAddress.get(path))
                .or(() -> OldSite.named(path).filter(id -> itemByAddress.containsKey("/?p=" + id)));
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

package org.herald.exchange.wxr;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Newspaper;
import org.herald.publish.CleanContent;
import org.jspecify.annotations.Nullable;

/** Makes the words of posts the contents of items. It looks at the file alone, never at the portal. */
final class PostMapper {

    private static final int LONGEST_HEADLINE = 500;
    private static final int LONGEST_STANDFIRST = 3000;
    private static final int LONGEST_BYLINE = 500;

    private final Inventory inventory;
    private final ImportOptions options;

    PostMapper(Inventory inventory, ImportOptions options) {
        this.inventory = inventory;
        this.options = options;
    }

    /** The content of an item, what it refers to, and what an editor should know of how it was made. */
    record Words(CleanContent content, References references, Notes notes) {}

    /** @param unknown posts to which links stay as they are written */
    Words of(WxrPart.Post post, Set<Long> unknown) {
        var notes = new Notes();
        var references = new References(inventory, unknown);
        var missing = inventory.languages().missing(post, options.languages());
        missing.ifPresent(written -> notes.add("converted: the portal does not have its language, \"" + written
                + "\"; it was imported as " + options.language()));
        var converted =
                new Conversion(inventory, references, notes).html(post, missing.flatMap(inventory.languages()::tag));
        if (!post.filed().fields().isEmpty()) {
            notes.add(
                    "left out: custom fields, " + String.join(", ", post.filed().fields()));
        }
        if (post.filed().comments() > 0) {
            notes.add("left out: comments, " + post.filed().comments());
        }
        var content = new Content(
                headline(post, converted.html(), notes),
                cut(PlainWords.of(post.written().excerpt()), LONGEST_STANDFIRST, "standfirst", notes),
                picture(post, references),
                tags(post, notes),
                new Body(converted.html()),
                Fields.NONE.with(Newspaper.BYLINE, byline(post, notes)));
        var clean = CleanContent.of(content);
        var losses = new Losses(clean.content().body().html(), notes);
        losses.tellWords(converted.source());
        losses.tellLinksAndPictures(converted.html(), references.written());
        return new Words(clean, references, notes);
    }

    /** Everybody who wrote it, in the order of the file. */
    private String byline(WxrPart.Post post, Notes notes) {
        var logins = post.written()
                .creator()
                .lines()
                .filter(login -> !Blank.is(login))
                .distinct()
                .toList();
        var named = post.filed().terms().stream()
                .filter(term -> term.domain().equals("author"))
                .map(inventory::author)
                .distinct()
                .toList();
        var names = named.isEmpty() ? logins.stream().map(inventory::author).toList() : named;
        if (!named.isEmpty()) {
            logins.stream()
                    .map(inventory::author)
                    .filter(name -> !named.contains(name))
                    .forEach(
                            name -> notes.add("left out: \"" + name + "\", who saved it and is not among its authors"));
        }
        return cut(String.join(", ", names), LONGEST_BYLINE, "byline", notes);
    }

    private static String headline(WxrPart.Post post, String html, Notes notes) {
        String title = post.title();
        if (!title.isEmpty()) {
            return cut(title, LONGEST_HEADLINE, "headline", notes);
        }
        notes.add("converted: it had no title, the first words of its text became one");
        String text = PlainWords.of(html);
        var words = List.of(text.isEmpty() ? new String[] {"Untitled"} : text.split(" ", 9));
        return String.join(" ", words.subList(0, Math.min(8, words.size()))) + (words.size() > 8 ? "…" : "");
    }

    private static String cut(String text, int longest, String name, Notes notes) {
        if (text.length() <= longest) {
            return text;
        }
        notes.add("converted: its " + name + " was cut after " + longest + " characters");
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1) + "…";
    }

    private @Nullable Picture picture(WxrPart.Post post, References references) {
        String id = post.filed().meta().getOrDefault("_thumbnail_id", "");
        var attachment = id.matches("[0-9]{1,18}") ? inventory.attachments().get(Long.parseLong(id)) : null;
        return attachment == null
                ? null
                : references
                        .attachment(attachment.id())
                        .map(asset -> new Picture(
                                new AssetId(asset), attachment.alt(), PlainWords.of(attachment.caption()), ""))
                        .orElse(null);
    }

    /** The tags, and the categories beside the one that became the item's section. */
    private List<String> tags(WxrPart.Post post, Notes notes) {
        var tags = new Tags(notes);
        String main = category(post).map(term -> OldSite.key(term.slug())).orElse("");
        for (WxrPart.Term term : post.filed().terms()) {
            switch (term.domain()) {
                case "post_tag" -> tags.add(PlainWords.of(term.name()));
                case "category" -> {
                    if (!OldSite.key(term.slug()).equals(main) && !isUncategorized(term)) {
                        String name = PlainWords.of(term.name());
                        tags.add(name);
                        notes.add(
                                name.isEmpty()
                                        ? "left out: a further category without a name, \"" + term.slug() + "\""
                                        : "converted: the further category \"" + name + "\" became a tag");
                    }
                }
                case "author", "language", "post_translations" -> {}
                default ->
                    notes.add("left out: \"" + PlainWords.of(term.name()) + "\" of the taxonomy " + term.domain());
            }
        }
        return tags.all();
    }

    /** The category an item stands under: the one that was marked as the main one, or the first that says something. */
    Optional<WxrPart.Term> category(WxrPart.Post post) {
        var all = post.filed().terms().stream()
                .filter(term -> term.domain().equals("category"))
                .toList();
        String main = post.filed().meta().getOrDefault("_yoast_wpseo_primary_category", "");
        return all.stream()
                .filter(term -> inventory
                        .category(term.slug())
                        .filter(category -> category.id() > 0 && main.equals(Long.toString(category.id())))
                        .isPresent())
                .findFirst()
                .or(() -> all.stream().filter(term -> !isUncategorized(term)).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static boolean isUncategorized(WxrPart.Term term) {
        return term.slug().equals("uncategorized");
    }
}

package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Picture;
import org.herald.model.Words;
import org.herald.model.kind.FactLine;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldGroup;
import org.herald.model.kind.Fields;
import org.herald.model.kind.GalleryType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Newspaper;
import org.herald.store.ItemQueries.Attached;

/** Makes the facts of an item from the values of its fields; those of a newspaper stand elsewhere on the page. */
final class FactRenderer {

    private static final String ITEM = "item:";
    private static final String ASSET = "asset:";

    /** As wide as the style shows pictures in the table. */
    private static final String SIZES = "(min-width: 42rem) 28rem, 100vw";

    private final Attached attached;
    private final Map<ItemId, Link> items;
    private final Words words;

    /** @param items those that readers see, with their headlines */
    FactRenderer(Attached attached, Map<ItemId, Link> items, Words words) {
        this.attached = attached;
        this.items = items;
        this.words = words;
    }

    /** The fields that stand in the table. */
    private static Stream<Field> told(Kind kind) {
        return kind.fields().stream().filter(FactRenderer::isTold);
    }

    private static boolean isTold(Field field) {
        return !Newspaper.ALL.contains(field.name());
    }

    /** The items that the values themselves name, which are called by their headlines. */
    static Set<ItemId> items(Kind kind, Fields fields) {
        return named(kind, fields, ITEM).map(ItemId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<AssetId> assets(Kind kind, Fields fields) {
        return named(kind, fields, ASSET).map(AssetId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Long> named(Kind kind, Fields fields, String what) {
        return told(kind)
                .flatMap(
                        field -> fields.get(field.name()).stream().flatMap(value -> field.type().named(value).stream()))
                .filter(named -> named.startsWith(what))
                .map(named -> Long.valueOf(named.substring(what.length())));
    }

    /** The pictures of all galleries, each a figure. */
    List<RawString> gallery(Kind kind, Fields fields) {
        return told(kind)
                .filter(FactRenderer::isGallery)
                .flatMap(field ->
                        fields.get(field.name()).stream().flatMap(value -> field.type().lines(value, words).stream()))
                .flatMap(line -> line(line).stream())
                .flatMap(line -> Optional.ofNullable(line.html()).stream())
                .toList();
    }

    private static boolean isGallery(Field field) {
        return field.type() instanceof GalleryType;
    }

    /** Without the galleries of an entry, which stand above its text. */
    Facts of(Kind kind, Fields fields, RawString linkedData) {
        var language = new Language(words.tag());
        var groups = kind.parts().stream()
                .map(part -> new Facts.Group(
                        part.group().map(FieldGroup::name).orElse(""),
                        part.group()
                                .map(group -> group.label().in(language).orElse(group.name()))
                                .orElse(""),
                        part.fields().stream()
                                .filter(FactRenderer::isTold)
                                .filter(field -> kind.stands() != Kind.Stands.DIRECTORY || !isGallery(field))
                                .flatMap(field -> fact(field, fields, language).stream())
                                .toList()))
                .filter(group -> !group.facts().isEmpty())
                .toList();
        return new Facts(words.say("facts.title"), groups, linkedData);
    }

    private Optional<Facts.Fact> fact(Field field, Fields fields, Language language) {
        return fields.get(field.name())
                .map(value -> field.type().lines(value, words).stream()
                        .flatMap(line -> line(line).stream())
                        .toList())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new Facts.Fact(field.label().in(language).orElse(field.name()), lines));
    }

    /** Absent for what readers do not see. */
    private Optional<Facts.Line> line(FactLine line) {
        return switch (line) {
            case FactLine.Plain(String text) -> Optional.of(Facts.Line.of(text));
            case FactLine.Outward(String text, String url) -> Optional.of(new Facts.Line(text, url, null));
            case FactLine.Own(String named, String text)
            when named.startsWith(ITEM) ->
                Optional.ofNullable(items.get(new ItemId(number(named, ITEM))))
                        .map(link -> new Facts.Line(text.isEmpty() ? link.label() : text, link.path(), null));
            case FactLine.Own(String named, String text) ->
                asset(new AssetId(number(named, ASSET)))
                        .flatMap(asset -> asset.path()
                                .map(path ->
                                        new Facts.Line(text.isEmpty() ? asset.name() : text, FileRoot.of(path), null)));
            case FactLine.Shown(Picture picture) -> picture(picture);
            case FactLine.Markup(String html) ->
                Optional.of(new Facts.Line(
                        "",
                        "",
                        BodyRenderer.render(new Body(html), attached, new BodyRenderer.Opening("", true), words)));
        };
    }

    private static long number(String named, String what) {
        return Long.parseLong(named.substring(what.length()));
    }

    private Optional<Asset> asset(AssetId id) {
        return Optional.ofNullable(attached.assets().get(id));
    }

    private Optional<Facts.Line> picture(Picture picture) {
        return asset(picture.asset())
                .filter(Asset::isPicture)
                .flatMap(asset -> asset.path().map(path -> new ImageTag(asset, FileRoot.of(path))))
                .map(tag -> {
                    String words = Stream.of(picture.caption(), picture.credit())
                            .filter(text -> !text.isEmpty())
                            .map(Image::escape)
                            .collect(Collectors.joining(" "));
                    String caption = words.isEmpty() ? "" : "<figcaption>" + words + "</figcaption>";
                    return new Facts.Line(
                            "",
                            "",
                            new RawString(
                                    "<figure>" + tag.lazy(Image.escape(picture.alt()), SIZES) + caption + "</figure>"));
                });
    }
}

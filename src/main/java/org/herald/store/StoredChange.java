package org.herald.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * A planned change as the column {@code planned.change} has it: JSON with these kinds and names, which therefore never
 * change. A picture is stored by its identity.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "section-added", value = StoredChange.SectionAdded.class),
    @JsonSubTypes.Type(name = "section-moved", value = StoredChange.SectionMoved.class),
    @JsonSubTypes.Type(name = "section-removed", value = StoredChange.SectionRemoved.class),
    @JsonSubTypes.Type(name = "titles", value = StoredChange.Titles.class),
    @JsonSubTypes.Type(name = "sections", value = StoredChange.SectionOrder.class),
    @JsonSubTypes.Type(name = "menu", value = StoredChange.Menu.class),
    @JsonSubTypes.Type(name = "placed", value = StoredChange.BlockPlaced.class),
    @JsonSubTypes.Type(name = "changed", value = StoredChange.BlockChanged.class),
    @JsonSubTypes.Type(name = "removed", value = StoredChange.BlockRemoved.class),
    @JsonSubTypes.Type(name = "blocks", value = StoredChange.BlockOrder.class)
})
sealed interface StoredChange {

    JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    record SectionAdded(long section, long parent, String word, Map<String, Title> titles) implements StoredChange {}

    record SectionMoved(long section, long parent, String word) implements StoredChange {}

    record SectionRemoved(long section) implements StoredChange {}

    record Titles(long section, Map<String, Title> titles) implements StoredChange {}

    /**
     * The order of sections.
     *
     * @param section whose children these are
     */
    record SectionOrder(long section, List<Long> order) implements StoredChange {}

    record Menu(String menu, String language, List<Entry> entries) implements StoredChange {}

    record BlockPlaced(long id, PlacedBlock block) implements StoredChange {}

    record BlockChanged(long id, PlacedBlock block) implements StoredChange {}

    record BlockRemoved(long id) implements StoredChange {}

    record BlockOrder(String language, String spot, List<Long> order) implements StoredChange {}

    record Title(String title, String description) {

        static Map<String, Title> of(Map<Language, Section.Title> titles) {
            var stored = new LinkedHashMap<String, Title>();
            titles.forEach(
                    (language, title) -> stored.put(language.tag(), new Title(title.title(), title.description())));
            return stored;
        }

        static Map<Language, Section.Title> read(Map<String, Title> stored) {
            var titles = new LinkedHashMap<Language, Section.Title>();
            stored.forEach((tag, title) ->
                    titles.put(new Language(tag), new Section.Title(title.title(), title.description())));
            return titles;
        }
    }

    record Entry(String label, String target) {}

    /**
     * A block.
     *
     * @param picture the identity of an asset
     * @param from milliseconds since 1970
     * @param until milliseconds since 1970
     * @param branch the identity of a section
     */
    record PlacedBlock(
            String kind,
            String spot,
            String language,
            String title,
            String text,
            String target,
            @Nullable Long picture,
            @Nullable Long from,
            @Nullable Long until,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            StoredEntries entries,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long branch,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            StoredMonths months) {

        /** Plans that were stored before there were such blocks do not have these. */
        private static final List<String> LATER = List.of("entries", "branch", "months");

        /** The same change with all that a block has today. */
        static JsonNode completed(JsonNode change) {
            if (change.get("block") instanceof ObjectNode block) {
                LATER.stream().filter(name -> !block.has(name)).forEach(block::putNull);
                if (block.get("entries") instanceof ObjectNode entries && !entries.has("filter")) {
                    entries.putObject("filter");
                }
            }
            return change;
        }

        /** Which entries of a directory it shows. */
        record StoredEntries(
                String directory,
                String order,
                int most,
                @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> filter) {}

        /** The months of a calendar above which it stands: {@code 2026-07}. */
        record StoredMonths(String from, String until) {}

        static PlacedBlock of(Block block) {
            Asset picture = block.picture();
            var entries = block.entries();
            var branch = block.branch();
            var months = block.months();
            return new PlacedBlock(
                    block.kind().word(),
                    block.spot().word(),
                    block.language().tag(),
                    block.title(),
                    block.text(),
                    block.target(),
                    picture == null ? null : picture.id().value(),
                    millis(block.fromAt()),
                    millis(block.untilAt()),
                    entries == null
                            ? null
                            : new StoredEntries(
                                    entries.directory().toString(),
                                    entries.order().word(),
                                    entries.most(),
                                    entries.filter()),
                    branch == null ? null : (Long) branch.value(),
                    months == null
                            ? null
                            : new StoredMonths(
                                    months.from().toString(), months.until().toString()));
        }

        Block read(Map<AssetId, Asset> assets) {
            return new Block(
                    Block.Kind.of(kind),
                    Block.Spot.of(spot),
                    new Language(language),
                    0,
                    title,
                    text,
                    target,
                    picture == null ? null : assets.get(new AssetId(picture)),
                    instant(from),
                    instant(until),
                    entries == null
                            ? null
                            : new Block.Entries(
                                    new KindName(entries.directory()),
                                    Block.Order.of(entries.order()),
                                    entries.most(),
                                    new TreeMap<>(entries.filter())),
                    branch == null ? null : new SectionId(branch),
                    months == null
                            ? null
                            : new Block.Months(YearMonth.parse(months.from()), YearMonth.parse(months.until())));
        }

        private static @Nullable Long millis(@Nullable Instant instant) {
            return instant == null ? null : (Long) instant.toEpochMilli();
        }

        private static @Nullable Instant instant(@Nullable Long millis) {
            return millis == null ? null : Instant.ofEpochMilli(millis);
        }
    }

    static StoredChange of(OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded(var id, var parent, var word, var titles) ->
                new SectionAdded(id.value(), parent.value(), word, Title.of(titles));
            case OutlineChange.SectionMoved(var id, var parent, var word) ->
                new SectionMoved(id.value(), parent.value(), word);
            case OutlineChange.SectionRemoved(var id) -> new SectionRemoved(id.value());
            case OutlineChange.Titles(var section, var titles) -> new Titles(section.value(), Title.of(titles));
            case OutlineChange.SectionOrder(var parent, var order) ->
                new SectionOrder(parent.value(), map(order, SectionId::value));
            case OutlineChange.Menu(var menu, var language, var entries) ->
                new Menu(menu, language.tag(), map(entries, entry -> new Entry(entry.label(), entry.target())));
            case OutlineChange.BlockPlaced(var id, var block) -> new BlockPlaced(id.value(), PlacedBlock.of(block));
            case OutlineChange.BlockChanged(var id, var block) -> new BlockChanged(id.value(), PlacedBlock.of(block));
            case OutlineChange.BlockRemoved(var id) -> new BlockRemoved(id.value());
            case OutlineChange.BlockOrder(var language, var spot, var order) ->
                new BlockOrder(language.tag(), spot.word(), map(order, BlockId::value));
        };
    }

    /**
     * The change that is stored.
     *
     * @param assets those that the changes of the plan name, as far as they are there
     */
    default OutlineChange read(Map<AssetId, Asset> assets) {
        return switch (this) {
            case SectionAdded(var id, var parent, var word, var titles) ->
                new OutlineChange.SectionAdded(new SectionId(id), new SectionId(parent), word, Title.read(titles));
            case SectionMoved(var id, var parent, var word) ->
                new OutlineChange.SectionMoved(new SectionId(id), new SectionId(parent), word);
            case SectionRemoved(var id) -> new OutlineChange.SectionRemoved(new SectionId(id));
            case Titles(var section, var titles) ->
                new OutlineChange.Titles(new SectionId(section), Title.read(titles));
            case SectionOrder(var parent, var order) ->
                new OutlineChange.SectionOrder(new SectionId(parent), map(order, SectionId::new));
            case Menu(var menu, var language, var entries) ->
                new OutlineChange.Menu(
                        menu,
                        new Language(language),
                        map(entries, entry -> new OutlineChange.Menu.Entry(entry.label(), entry.target())));
            case BlockPlaced(var id, var block) -> new OutlineChange.BlockPlaced(new BlockId(id), block.read(assets));
            case BlockChanged(var id, var block) -> new OutlineChange.BlockChanged(new BlockId(id), block.read(assets));
            case BlockRemoved(var id) -> new OutlineChange.BlockRemoved(new BlockId(id));
            case BlockOrder(var language, var spot, var order) ->
                new OutlineChange.BlockOrder(new Language(language), Block.Spot.of(spot), map(order, BlockId::new));
        };
    }

    /** The asset that it names. */
    default Optional<AssetId> picture() {
        return switch (this) {
            case BlockPlaced(var _, var block) ->
                Optional.ofNullable(block.picture()).map(AssetId::new);
            case BlockChanged(var _, var block) ->
                Optional.ofNullable(block.picture()).map(AssetId::new);
            default -> Optional.empty();
        };
    }

    static StoredChange parse(String json) {
        try {
            JsonNode change = PlacedBlock.completed(JSON.readTree(json));
            if (change.isObject()) {
                return JSON.readerFor(StoredChange.class).readValue(change);
            }
            throw new IllegalStateException("The plan has a change that is no object: " + json);
        } catch (IOException fault) {
            throw new IllegalStateException("The plan has a change that cannot be read: " + json, fault);
        }
    }

    default String json() {
        try {
            return JSON.writerFor(StoredChange.class).writeValueAsString(this);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Records of texts and numbers can always be written", fault);
        }
    }

    private static <A, B> List<B> map(List<A> all, Function<A, B> each) {
        return all.stream().map(each).toList();
    }
}

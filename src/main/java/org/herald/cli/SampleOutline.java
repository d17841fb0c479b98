package org.herald.cli;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slugs;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.PlaceBlock;
import org.herald.publish.PlaceMenuEntry;
import org.herald.publish.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The sections, menus and blocks of the sample, from its {@code outline.yaml}. */
final class SampleOutline {

    private final Map<?, ?> root;
    private final List<Language> languages;

    SampleOutline(List<Language> languages) {
        this.root = map(new Load(LoadSettings.builder().build()).loadFromString(SampleFiles.text("outline.yaml")));
        this.languages = languages;
    }

    void addSections(UnitOfWork unit) {
        for (Object each : list(root.get("sections"))) {
            var section = map(each);
            var titles = languages.stream()
                    .collect(Collectors.toMap(
                            language -> language,
                            language -> new Section.Title(
                                    in(language, section.get("title")), in(language, section.get("description")))));
            String path = String.valueOf(section.get("path"));
            unit.carryOut(new AddSection(path, titles)).orThrow();
        }
    }

    void addMenus(UnitOfWork unit) {
        map(root.get("menus")).forEach((menu, entries) -> {
            long place = 1;
            for (Object each : list(entries)) {
                var entry = map(each);
                for (Language language : languages) {
                    unit.carryOut(new PlaceMenuEntry(new MenuEntry(
                                    String.valueOf(menu),
                                    language,
                                    place,
                                    in(language, entry.get("label")),
                                    target(language, entry))))
                            .orThrow();
                }
                place++;
            }
        });
    }

    /** @param pictures the sample's pictures by their names without ending */
    void addBlocks(UnitOfWork unit, Map<String, Asset> pictures) {
        long place = 1;
        for (Object each : list(root.get("blocks"))) {
            var block = map(each);
            for (Language language : languages) {
                unit.carryOut(new PlaceBlock(new Block(
                                Block.Kind.of(String.valueOf(block.get("kind"))),
                                Block.Spot.of(String.valueOf(block.get("spot"))),
                                language,
                                place,
                                in(language, block.get("title")),
                                block.get("text") == null ? "" : in(language, block.get("text")),
                                target(language, block),
                                pictures.get(String.valueOf(block.get("picture"))),
                                null,
                                null,
                                entries(block),
                                branch(unit, block),
                                months(block))))
                        .orThrow();
            }
            place++;
        }
    }

    private static Block.@Nullable Entries entries(Map<?, ?> block) {
        return block.get("directory") == null
                ? null
                : new Block.Entries(
                        new KindName(String.valueOf(block.get("directory"))),
                        Block.Order.of(String.valueOf(block.get("order"))),
                        Integer.parseInt(String.valueOf(block.get("most"))));
    }

    private static Block.@Nullable Months months(Map<?, ?> block) {
        return block.get("months") instanceof List<?> months
                ? new Block.Months(
                        YearMonth.parse(String.valueOf(months.getFirst())),
                        YearMonth.parse(String.valueOf(months.getLast())))
                : null;
    }

    private static @Nullable SectionId branch(UnitOfWork unit, Map<?, ?> block) {
        Object branch = block.get("branch");
        return branch == null ? null : unit.sectionAt(String.valueOf(branch)).orElseThrow();
    }

    private static String target(Language language, Map<?, ?> from) {
        if (from.get("tag") == null && from.get("target") == null) {
            return "";
        }
        return from.get("tag") == null
                ? "/" + language + from.get("target")
                : "/" + language + "/tag/"
                        + Slugs.suggest(in(language, from.get("tag")), language).orElseThrow();
    }

    private static String in(Language language, @Nullable Object texts) {
        return String.valueOf(Objects.requireNonNull(map(texts).get(language.tag())));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("The sample's outline.yaml has no map where one is needed: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException("The sample's outline.yaml has no list where one is needed: " + value);
    }
}

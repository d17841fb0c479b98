package org.herald.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.Target;
import org.jspecify.annotations.Nullable;

/** The texts of the outline as they are kept: without control characters, titles of nothing left out. */
final class OutlineTexts {

    private static final String VENUE = "venue";

    private OutlineTexts() {}

    /** @param now what the change is made to */
    static OutlineChange clean(UnitOfWork unit, Arrangement now, OutlineChange change) {
        var languages = unit.transaction().sections().languages();
        return switch (change) {
            case OutlineChange.Titles(var section, var titles) -> new OutlineChange.Titles(section, clean(titles));
            case OutlineChange.SectionAdded(var id, var parent, var word, var titles) ->
                new OutlineChange.SectionAdded(
                        id, parent, TypedSlug.word(word, titledFirst(titles, languages)), clean(titles));
            case OutlineChange.SectionMoved(var section, var parent, var word) ->
                new OutlineChange.SectionMoved(section, parent, TypedSlug.word(word, languages));
            case OutlineChange.Menu(var menu, var language, var entries) ->
                new OutlineChange.Menu(
                        menu,
                        language,
                        entries.stream()
                                .map(entry -> new OutlineChange.Menu.Entry(
                                        PlainText.clean(entry.label()),
                                        unit.links().target(entry.target(), language, now)))
                                .toList());
            case OutlineChange.BlockPlaced(var id, var block) ->
                new OutlineChange.BlockPlaced(id, settled(unit, now, clean(block)));
            case OutlineChange.BlockChanged(var id, var block) ->
                new OutlineChange.BlockChanged(id, settled(unit, now, clean(block)));
            case OutlineChange.SectionRemoved _,
                    OutlineChange.SectionOrder _,
                    OutlineChange.BlockRemoved _,
                    OutlineChange.BlockOrder _ -> change;
        };
    }

    /** The languages of the titles, then the others. */
    private static List<Language> titledFirst(Map<Language, Section.Title> titles, List<Language> languages) {
        return Stream.concat(titles.keySet().stream().sorted(Comparator.comparing(Language::tag)), languages.stream())
                .toList();
    }

    /** The block with the targets of itself and of its lines as they are stored. */
    static Block settled(UnitOfWork unit, Arrangement now, Block block) {
        UnaryOperator<String> target = typed -> unit.links().target(typed, block.language(), now);
        String text = switch (block.kind()) {
            case LIST ->
                block.text()
                        .lines()
                        .map(line -> {
                            int mark = line.lastIndexOf('|');
                            return mark < 0
                                    ? line
                                    : line.substring(0, mark).strip() + " | " + target.apply(line.substring(mark + 1));
                        })
                        .collect(Collectors.joining("\n"));
            case ENTRIES ->
                block.text()
                        .lines()
                        .map(line -> line.matches("#?[1-9][0-9]{0,17}") ? "item:" + line.replace("#", "") : line)
                        .map(target)
                        .collect(Collectors.joining("\n"));
            case PROMOTION, NOTICE -> block.text();
        };
        return block.with(block.title(), text, Blank.is(block.target()) ? "" : target.apply(block.target()))
                .withEntries(settled(unit, block.entries()));
    }

    /** A venue by the number under which events name it: that of its original. */
    private static Block.@Nullable Entries settled(UnitOfWork unit, Block.@Nullable Entries entries) {
        String venue = entries == null ? null : entries.filter().get(VENUE);
        if (entries == null || venue == null) {
            return entries;
        }
        var filter = new TreeMap<>(entries.filter());
        Target.item("item:" + venue)
                .flatMap(id -> unit.transaction().items().find(id))
                .ifPresent(item -> filter.put(VENUE, item.group().toString()));
        return new Block.Entries(entries.directory(), entries.order(), entries.most(), filter);
    }

    static Block clean(Block block) {
        boolean hasLines = block.kind() == Block.Kind.LIST || block.kind() == Block.Kind.ENTRIES;
        String text = hasLines
                ? block.text()
                        .lines()
                        .map(PlainText::clean)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                : PlainText.clean(block.text());
        return block.with(PlainText.clean(block.title()), text, block.target().strip());
    }

    private static Map<Language, Section.Title> clean(Map<Language, Section.Title> typed) {
        var titles = new LinkedHashMap<Language, Section.Title>();
        typed.forEach((language, title) -> {
            var clean = new Section.Title(PlainText.clean(title.title()), PlainText.clean(title.description()));
            if (!clean.title().isEmpty() || !clean.description().isEmpty()) {
                titles.put(language, clean);
            }
        });
        return titles;
    }
}

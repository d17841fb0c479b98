package org.herald.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.publish.Create;
import org.herald.publish.PublishingRules;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows the table of a kind has. */
final class KindTableQueriesTest {

    private static final KindName SIGHT = new KindName("sight");
    private static final Language ENGLISH = new Language("en");
    private static final Language BELARUSIAN = new Language("be");

    private final Path folder;

    KindTableQueriesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static ItemId created(
            TestPortal portal, Language language, @Nullable GroupId group, String name, Fields of) {
        return portal.done(new Create(
                SIGHT,
                language,
                group,
                Section.ROOT,
                null,
                Content.of(name, new Body("<p>Stones.</p>")).withFields(of),
                null));
    }

    private static JsonValue words(String... words) {
        return new JsonValue.Values(
                List.of(words).stream().<JsonValue>map(JsonValue.Text::new).toList());
    }

    private static List<String> found(TestPortal portal, Kind kind, Language language, Map<String, JsonValue> values) {
        var filter = new KindTableQueries.Filter(kind, Set.of(), Set.of(), language, "", values);
        var queries = new KindTableQueries(portal.database());
        var found = queries.list(filter, KindTableQueries.Order.HEADLINE, false, 0, 10).stream()
                .map(line -> line.head().content().headline())
                .toList();
        assertEquals(found.size(), queries.count(filter));
        return found;
    }

    @Test
    void rowsAreFoundByTheirOwnValuesAndTranslationsBySharedOnesOfTheirOriginals() throws IOException {
        Files.createDirectories(folder.resolve("site/kinds"));
        Files.writeString(folder.resolve("site/kinds/sight.yaml"), """
            kind: sight
            names: {en: {one: Sight, many: Sights}}
            stands: standing
            fields:
              type: {type: choice, choices: [castle, church], shared: true}
              suits: {type: choices, choices: [children, groups]}
              sells: {type: choices, choices: [books, groups]}
            """);
        Kinds kinds = KindFiles.read(folder.resolve("site")).kinds();
        Kind kind = kinds.of(SIGHT);
        try (var portal = new TestPortal(folder, PublishingRules.none(kinds))) {
            var castle = Fields.NONE
                    .with("type", new JsonValue.Text("castle"))
                    .with("suits", words("children"))
                    .with("sells", words("groups"));
            var mir = created(portal, ENGLISH, null, "Mir Castle", castle);
            created(portal, ENGLISH, null, "A church", Fields.NONE.with("suits", words("children", "groups")));
            created(portal, BELARUSIAN, new GroupId(mir.value()), "Мірскі замак", Fields.NONE);

            assertEquals(
                    List.of("Mir Castle"), found(portal, kind, ENGLISH, Map.of("type", new JsonValue.Text("castle"))));
            assertEquals(List.of("A church", "Mir Castle"), found(portal, kind, ENGLISH, Map.of()));
            assertEquals(
                    List.of("Мірскі замак"),
                    found(portal, kind, BELARUSIAN, Map.of("type", new JsonValue.Text("castle"))));
            assertEquals(List.of(), found(portal, kind, BELARUSIAN, Map.of("type", new JsonValue.Text("church"))));
            assertEquals(
                    List.of("A church"),
                    found(portal, kind, ENGLISH, Map.of("suits", words("groups"))),
                    "the same word of another field is none of it");
            assertEquals(
                    List.of("A church", "Mir Castle"),
                    found(portal, kind, ENGLISH, Map.of("suits", words("children"))));
        }
    }
}

package org.herald.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.herald.model.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored form of planned changes, which portals have had since there are plans. */
final class StoredChangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"section-added\",\"section\":12,\"parent\":1,\"word\":\"sights\",\"titles\":"
                        + "{\"en\":{\"title\":\"Sights\",\"description\":\"\"}}}",
                "{\"kind\":\"section-moved\",\"section\":12,\"parent\":3,\"word\":\"sights\"}",
                "{\"kind\":\"section-removed\",\"section\":12}",
                "{\"kind\":\"titles\",\"section\":12,\"titles\":"
                        + "{\"be\":{\"title\":\"Славутасці\",\"description\":\"“Усё”\"}}}",
                "{\"kind\":\"sections\",\"section\":1,\"order\":[3,2,12]}",
                "{\"kind\":\"menu\",\"menu\":\"main\",\"language\":\"en\",\"entries\":"
                        + "[{\"label\":\"News\",\"target\":\"section:2\"},{\"label\":\"A \\\"b\\\"\",\"target\":\"item:7\"}]}",
                "{\"kind\":\"placed\",\"id\":5,\"block\":{\"kind\":\"promotion\",\"spot\":\"beside\",\"language\":\"en\","
                        + "\"title\":\"Visit\",\"text\":\"Now\",\"target\":\"item:7\",\"picture\":9,"
                        + "\"from\":1724050800000,\"until\":null}}",
                "{\"kind\":\"changed\",\"id\":5,\"block\":{\"kind\":\"notice\",\"spot\":\"top\",\"language\":\"be\","
                        + "\"title\":\"\",\"text\":\"\",\"target\":\"\",\"picture\":null,\"from\":null,\"until\":7}}",
                "{\"kind\":\"placed\",\"id\":6,\"block\":{\"kind\":\"entries\",\"spot\":\"front\",\"language\":\"en\","
                        + "\"title\":\"Of the day\",\"text\":\"\",\"target\":\"\",\"picture\":null,\"from\":null,\"until\":null,"
                        + "\"entries\":{\"directory\":\"sight\",\"order\":\"daily\",\"most\":4},\"branch\":3}}",
                "{\"kind\":\"removed\",\"id\":5}",
                "{\"kind\":\"blocks\",\"language\":\"en\",\"spot\":\"below\",\"order\":[5,4]}"
            })
    void storedFormIsReadAndWrittenAsItWas(String stored) {
        var change = StoredChange.parse(stored);

        assertEquals(stored, change.json());
        if (change.picture().isEmpty()) {
            assertEquals(stored, PlannedRows.json(change.read(Map.of())));
        }
    }

    @Test
    void pictureIsNamedByItsIdentity() {
        var change = StoredChange.parse(
                "{\"kind\":\"changed\",\"id\":5,\"block\":{\"kind\":\"notice\",\"spot\":\"top\","
                        + "\"language\":\"be\",\"title\":\"\",\"text\":\"\",\"target\":\"\",\"picture\":9,\"from\":null,\"until\":null}}");

        assertEquals(Optional.of(new AssetId(9)), change.picture());
    }

    /** The forms of blocks in their order: without entries, with entries alone, and with what was added for calendars. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"entries\":{\"directory\":\"event\",\"order\":\"coming\",\"most\":4}",
                ",\"entries\":{\"directory\":\"event\",\"order\":\"coming\",\"most\":4,\"filter\":{\"town\":\"minsk\"}}",
                ",\"branch\":7,\"months\":{\"from\":\"2026-12\",\"until\":\"2027-01\"}"
            })
    void blockOfEachEarlierFormIsReadAndWrittenAgain(String later) {
        String stored = "{\"kind\":\"placed\",\"id\":5,\"block\":{\"kind\":\"entries\",\"spot\":\"front\","
                + "\"language\":\"be\",\"title\":\"A\",\"text\":\"\",\"target\":\"\",\"picture\":null,\"from\":null,\"until\":null"
                + later + "}}";

        var change = StoredChange.parse(stored).read(Map.of());

        assertEquals(stored, StoredChange.of(change).json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"kind\":\"other\"}", "{\"kind\":\"removed\"}", "{\"kind\":\"removed\",\"id\":null}"
            })
    void unknownFormIsRefused(String stored) {
        assertThrows(IllegalStateException.class, () -> StoredChange.parse(stored));
    }
}

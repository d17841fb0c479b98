package org.herald.model.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.herald.model.event.EventTimes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** When events take place, as somebody would write it in each language. */
final class EventTimesLinesTest {

    private static final EventTimesType TYPE = new EventTimesType();

    /** {@code first=2026-07-05|times=15:00}; rows after a slash. */
    private static EventTimes times(String typed) {
        var parts = new LinkedHashMap<String, String>();
        int row = 0;
        for (String line : typed.split(" / ", -1)) {
            row++;
            for (String part : line.split("\\|", -1)) {
                String[] each = part.split("=", 2);
                boolean isZone = each[0].equals(EventTimesType.ZONE);
                parts.put(isZone ? each[0] : EventTimesType.part(row, each[0]), each[1].replace('@', ';'));
            }
        }
        JsonValue value = TYPE.typed(parts);
        assertNotNull(value);
        assertEquals(
                Map.of(),
                FieldType.unfit(value).orElse(Map.of()),
                () -> TYPE.fault(value).toString());
        return EventTimesType.of(value).orElseThrow();
    }

    private static String said(List<FactLine> lines) {
        return lines.stream()
                .map(line -> switch (line) {
                    case FactLine.Plain(String text) -> text;
                    case FactLine.Own(String named, String _) -> named;
                    case FactLine other -> other.toString();
                })
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/event-times.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void timesAreSaidInEachLanguage(String typed, String english, String belarusian, String russian) {
        EventTimes times = times(typed);

        assertEquals(english, said(new EventTimesLines(FieldTypesTest.words("en")).of(times)));
        assertEquals(belarusian, said(new EventTimesLines(FieldTypesTest.words("be")).of(times)));
        assertEquals(russian, said(new EventTimesLines(FieldTypesTest.words("ru")).of(times)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "first=2026-07-05|times=15:00|repeat=weekly; every Sunday at 15:00, from 5 July 2026; every Sunday at"
                        + " 15:00",
                "first=2026-07-05|repeat=daily|ends=2026-09-30; every day from 5 July until 30 September 2026; every"
                        + " day until 30 September 2026",
                "first=2026-07-05|repeat=weekly|except=2026-07-12, 2026-09-06; every Sunday from 5 July 2026, not on"
                        + " 12 July and 6 September; every Sunday, not on 6 September",
                "first=2026-07-05|repeat=weekly|changed=2026-07-12 cancelled; every Sunday from 5 July 2026, cancelled"
                        + " on 12 July; every Sunday",
            })
    void whatIsOverIsNotSaid(String typed, String before, String later) {
        EventTimes times = times(typed);
        var words = FieldTypesTest.words("en");

        assertEquals(before, said(new EventTimesLines(words, LocalDate.of(2026, 6, 1)).of(times)));
        assertEquals(later, said(new EventTimesLines(words, LocalDate.of(2026, 8, 1)).of(times)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/event-times.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void noRuleIsShownAsItIsWritten(String typed) {
        for (String language : List.of("en", "be", "ru")) {
            String said = said(new EventTimesLines(FieldTypesTest.words(language)).of(times(typed)));
            assertFalse(said.contains("FREQ") || said.contains("BYDAY") || said.contains("when."), said);
        }
    }
}

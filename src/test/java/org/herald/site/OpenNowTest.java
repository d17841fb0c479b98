package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.herald.model.kind.OpeningCalendar;
import org.herald.model.kind.OpeningHours;
import org.herald.model.kind.OpeningHoursType;
import org.herald.testing.ReaderWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a place is open, in words of each language, and until when they are true. 30 November 2026 is a Monday. */
final class OpenNowTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 10:00-18:00 | 2026-11-30T10:00 | Open now, until 18:00                              | 2026-11-30T18:00
            be | 10:00-18:00 | 2026-11-30T10:00 | Цяпер адчынена, да 18:00                           | 2026-11-30T18:00
            ru | 10:00-18:00 | 2026-11-30T10:00 | Сейчас открыто, до 18:00                           | 2026-11-30T18:00
            en | 10:00-24:00 | 2026-11-30T22:00 | Open now, until 24:00                              | 2026-12-01T00:00
            en | 18:00-02:00 | 2026-11-30T22:00 | Open now, until 02:00                              | 2026-12-01T00:00
            en | 18:00-02:00 | 2026-12-01T01:00 | Open now, until 02:00                              | 2026-12-01T02:00
            en | 10:00-18:00 | 2026-11-30T09:00 | Closed now, opens at 10:00                         | 2026-11-30T10:00
            be | 10:00-18:00 | 2026-11-30T09:00 | Цяпер зачынена, адчыніцца ў 10:00                  | 2026-11-30T10:00
            ru | 10:00-18:00 | 2026-11-30T09:00 | Сейчас закрыто, откроется в 10:00                  | 2026-11-30T10:00
            en | 10:00-18:00 | 2026-11-30T20:00 | Closed now, opens on Wednesday at 10:00            | 2026-12-01T00:00
            be | 10:00-18:00 | 2026-11-30T20:00 | Цяпер зачынена, адчыніцца ў сераду, 10:00          | 2026-12-01T00:00
            ru | 10:00-18:00 | 2026-11-30T20:00 | Сейчас закрыто, откроется в среду в 10:00          | 2026-12-01T00:00
            en | 10:00-18:00 | 2026-12-01T20:00 | Closed now, opens tomorrow at 10:00                | 2026-12-02T00:00
            be | 10:00-18:00 | 2026-12-01T20:00 | Цяпер зачынена, адчыніцца заўтра ў 10:00           | 2026-12-02T00:00
            ru | 10:00-18:00 | 2026-12-01T20:00 | Сейчас закрыто, откроется завтра в 10:00           | 2026-12-02T00:00
            en | 10:00-18:00 | 2026-12-14T20:00 | Closed now, opens on 21 December at 10:00          | 2026-12-15T00:00
            en | 10:00-18:00 | 2026-12-28T20:00 | Closed now, opens on 4 January 2027 at 10:00       | 2026-12-29T00:00
            ru | 10:00-18:00 | 2026-12-28T20:00 | Сейчас закрыто, откроется 4 января 2027 в 10:00    | 2026-12-29T00:00
            be | 10:00-18:00 | 2026-12-28T20:00 | Цяпер зачынена, адчыніцца 4 студзеня 2027, 10:00   | 2026-12-29T00:00
            """)
    void theWordsAreTrueUntilTheInstantThatIsGiven(
            String language, String hours, String at, String text, String changes) {
        // Tuesdays are closed, and so are the weeks from 15 and from 29 December
        var now = LocalDateTime.parse(at).atZone(ZONE).toInstant();
        var said = OpenNow.of(OpeningCalendar.of(hours(hours), ZONE), now, ReaderWords.of(language));

        var until = LocalDateTime.parse(changes).atZone(ZONE).toInstant();
        assertEquals(Optional.of(new OpenNow(text.matches("(?U)(Open|Цяпер ад|Сейчас от).*"), text, until)), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24 h   | 2026-12-10T12:00 | Open now, 24 hours     | 2026-12-11T00:00
            24 h   | 2026-12-13T23:00 | Open now, 24 hours     | 2026-12-14T00:00
            24 h   | 2026-12-14T00:00 | Open now, until 24:00  | 2026-12-15T00:00
            closed | 2026-12-10T12:00 | Closed now             | 2026-12-11T00:00
            """)
    void whatGoesOnForDaysIsSaidWithoutATime(String typed, String at, String text, String changes) {
        var now = LocalDateTime.parse(at).atZone(ZONE).toInstant();
        var hours = read(Map.of(
                "mo",
                typed,
                "tu",
                typed,
                "we",
                typed,
                "th",
                typed,
                "fr",
                typed,
                "sa",
                typed,
                "su",
                typed,
                "special",
                "12-15 closed"));

        var said = OpenNow.of(OpeningCalendar.of(hours, ZONE), now, ReaderWords.of("en"))
                .orElseThrow();

        assertEquals(text, said.text());
        assertEquals(LocalDateTime.parse(changes).atZone(ZONE).toInstant(), said.changesAt());
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T12:00", "2026-12-05T23:59"})
    void nothingIsSaidOfADayOfWhichNothingIsKnown(String at) {
        var calendar = OpeningCalendar.of(read(Map.of("mo", "10:00-18:00")), ZONE);

        assertEquals(
                Optional.empty(),
                OpenNow.of(calendar, LocalDateTime.parse(at).atZone(ZONE).toInstant(), ReaderWords.of("en")));
    }

    private static OpeningHours hours(String typed) {
        return read(Map.of(
                "mo",
                typed,
                "tu",
                "closed",
                "we",
                typed,
                "th",
                typed,
                "fr",
                typed,
                "sa",
                typed,
                "su",
                typed,
                "special",
                "12-15 - 12-20 closed\n12-29 - 01-03 closed"));
    }

    private static OpeningHours read(Map<String, String> parts) {
        return Optional.ofNullable(new OpeningHoursType().typed(parts))
                .flatMap(OpeningHoursType::of)
                .orElseThrow();
    }
}

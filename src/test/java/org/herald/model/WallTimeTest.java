package org.herald.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor's local time means, on days when clocks are changed too. */
final class WallTimeTest {
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private static WallTime at(String time, ZoneId zone) {
        return WallTime.of(LocalDateTime.parse(time), zone);
    }

    @Test
    void usualTimeIsOneInstant() {
        assertEquals(new WallTime.Once(Instant.parse("2024-08-19T09:00:00Z")), at("2024-08-19T12:00", MINSK));
        assertEquals(new WallTime.Once(Instant.parse("2024-08-19T10:00:00Z")), at("2024-08-19T12:00", WARSAW));
    }

    @Test
    void timeInTheHourThatIsLeftOutIsNone() {
        var next = LocalDateTime.parse("2024-03-31T03:00");
        assertEquals(new WallTime.Never(next), at("2024-03-31T02:00", WARSAW));
        assertEquals(new WallTime.Never(next), at("2024-03-31T02:59:59", WARSAW));
        assertEquals(new WallTime.Once(Instant.parse("2024-03-31T01:00:00Z")), at("2024-03-31T03:00", WARSAW));
    }

    @Test
    void timeInTheHourThatComesTwiceIsTwo() {
        assertEquals(
                new WallTime.Twice(Instant.parse("2024-10-27T00:30:00Z"), Instant.parse("2024-10-27T01:30:00Z")),
                at("2024-10-27T02:30", WARSAW));
        assertEquals(new WallTime.Once(Instant.parse("2024-10-27T02:00:00Z")), at("2024-10-27T03:00", WARSAW));
    }

    /** Clocks there are changed by half an hour only. */
    @Test
    void halfAnHourIsEnough() {
        assertEquals(
                new WallTime.Twice(Instant.parse("2024-04-06T14:45:00Z"), Instant.parse("2024-04-06T15:15:00Z")),
                at("2024-04-07T01:45", LORD_HOWE));
    }

    /** Minsk put its clocks back for the last time in 2010 and left summer time for good in 2011. */
    @Test
    void oldRulesHoldForOldDays() {
        assertEquals(
                new WallTime.Twice(Instant.parse("2010-10-30T23:30:00Z"), Instant.parse("2010-10-31T00:30:00Z")),
                at("2010-10-31T02:30", MINSK));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-21T14:00    , 2026-11-21T14:00
            2026-11-21T14:00:30 , 2026-11-21T14:00:30
            2026-11-21 14:00    , 2026-11-21T14:00
            2026-11-21T9:05     , 2026-11-21T09:05
            2026-11-21 9.05.07  , 2026-11-21T09:05:07
            """)
    void secondsAreOptionalInWhatIsTyped(String typed, String time) {
        assertEquals(LocalDateTime.parse(time), WallTime.typed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T", "2026-11-21T14", "2026-11-21T25:00", "2026-11-21T14:60", "14:00", "soon"})
    void whatIsNoTimeIsRefused(String typed) {
        assertThrows(DateTimeException.class, () -> WallTime.typed(typed));
    }
}

package org.herald.model.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening hours as press officers type them, as they are stored, and as readers see them. */
final class OpeningHoursTypeTest {

    private static final OpeningHoursType HOURS = new OpeningHoursType();

    private static JsonValue typed(String... parts) {
        var map = new LinkedHashMap<String, String>();
        for (String part : parts) {
            map.put(part.replaceFirst("(?s)=.*", ""), part.replaceFirst("[a-z]+=", ""));
        }
        JsonValue value = HOURS.typed(map);
        assertNotNull(value);
        return value;
    }

    private static JsonValue museum() {
        return typed(
                "tu=10-18",
                "we=10:00 - 18:00",
                "th=10.00–18.00",
                "fr=10:00-13:00, 14:00-20:00",
                "sa=18:00-02:00",
                "su=24 h",
                "mo=выхадны",
                "holidays=closed",
                "special=12-25 closed\n31.12.2026 10:00-15:00\n24.12 - 26.12: 10:00-14:00",
                "seasons=1.5 - 30.9: пн-пт 9:00-19:00; сб, нд зачынена\n11-01 - 02-28: 11:00-16:00");
    }

    private static String said(JsonValue value, String language) {
        return HOURS.lines(value, FieldTypesTest.words(language)).stream()
                .map(line -> line instanceof FactLine.Plain(String text) ? text : "")
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aWeekWithHolidaysSeasonsAndSpecialDaysIsReadAndShownInOneForm() {
        JsonValue value = museum();

        assertEquals("", HOURS.fault(value).map(Object::toString).orElse(""));
        assertEquals(value, HOURS.typed(HOURS.shown(value)));
        assertEquals("""
                mo closed
                tu 10:00-18:00
                we 10:00-18:00
                th 10:00-18:00
                fr 10:00-13:00, 14:00-20:00
                sa 18:00-02:00
                su 00:00-24:00
                holidays closed
                12-25 closed
                2026-12-31 10:00-15:00
                12-24 - 12-26 10:00-14:00
                05-01 - 09-30: mo-fr 09:00-19:00; sa-su closed
                11-01 - 02-28: mo-su 11:00-16:00""", HOURS.text(value));
    }

    @Test
    void readersSeeItInTheirLanguage() {
        assertEquals("""
                Mon closed
                Tue–Thu 10:00–18:00
                Fri 10:00–13:00, 14:00–20:00
                Sat 18:00–02:00
                Sun 24 hours
                1 May – 30 September: Mon–Fri 09:00–19:00; Sat–Sun closed
                1 November – 28 February: Mon–Sun 11:00–16:00
                Public holidays: closed
                25 December: closed
                31 December 2026: 10:00–15:00
                24 December – 26 December: 10:00–14:00""", said(museum(), "en"));
        assertEquals("пн–пт 10:00–18:00\nсб–нд зачынена", said(week("10-18", "closed"), "be"));
        assertEquals("пн–пт 10:00–18:00\nсб–вс закрыто", said(week("10-18", "closed"), "ru"));
    }

    private static JsonValue week(String workdays, String weekend) {
        return typed(
                "mo=" + workdays,
                "tu=" + workdays,
                "we=" + workdays,
                "th=" + workdays,
                "fr=" + workdays,
                "sa=" + weekend,
                "su=" + weekend);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-06, false, 10:00-18:00",
        "2026-10-05, false, closed",
        "2026-10-06, true, closed",
        "2026-05-01, false, 09:00-19:00",
        "2026-09-30, false, 09:00-19:00",
        "2026-10-01, false, 10:00-18:00",
        "2026-12-31, false, 10:00-15:00",
        "2027-12-31, false, 11:00-16:00",
        "2026-12-25, false, 10:00-14:00",
        "2027-01-15, true, closed",
        "2027-02-28, false, 11:00-16:00",
    })
    void aDayHasTheHoursOfWhatIsSaidMostParticularlyOfIt(LocalDate day, boolean isHoliday, String hours) {
        var museum = OpeningHoursType.of(museum()).orElseThrow();

        assertEquals(hours, museum.on(day, isHoliday).map(HoursText::shown).orElse("unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | hours",
                "25:00-26:00 | hours",
                "10:00-10:00 | hours",
                "10:61-12:00 | hours",
                "by appointment | hours",
                "10:00-14:00, 13:00-18:00 | hours-overlap",
                "10:00-18:00, break 17:00-19:00 | hours-overlap",
            })
    void whatIsNoTimeOfOpeningIsRefused(String typed, String reason) {
        assertEquals(
                "refused.field-" + reason,
                HOURS.fault(typed("mo=" + typed)).orElseThrow().key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "special | Christmas closed | hours-special",
                "special | 13-25 closed | hours-special",
                "special | 2026-12-26 - 2026-12-24 closed | hours-special",
                "special | 12-25 | hours-special",
                "special | 12-25 all day | hours",
                "seasons | 05-01: mo 10:00-12:00 | hours-season",
                "seasons | 2026-05-01 - 2026-09-30: mo 10:00-12:00 | hours-season",
                "seasons | 05-01 - 09-30: xx 10:00-12:00 | hours",
            })
    void whatIsNoDayOrSeasonIsRefused(String part, String typed, String reason) {
        assertEquals(
                "refused.field-" + reason,
                HOURS.fault(typed(part + "=" + typed)).orElseThrow().key());
    }

    @Test
    void aBreakPartsTheDay() {
        String parted = "{\"days\":{\"mo\":[\"10:00-13:00\",\"14:00-18:00\"]}}";

        assertEquals(parted, typed("mo=10:00-18:00, перерыв 13:00-14:00").canonical());
        assertEquals(parted, typed("mo=10:00-18:00 (break 13-14)").canonical());
    }

    @Test
    void searchEnginesAreToldTheWeekAndDaysOfOneYear() {
        assertEquals(
                "[{\"@type\":\"OpeningHoursSpecification\",\"closes\":\"18:00\",\"dayOfWeek\":[\"Monday\"],\"opens\":\"10:00\"},"
                        + "{\"@type\":\"OpeningHoursSpecification\",\"closes\":\"00:00\",\"opens\":\"00:00\","
                        + "\"validFrom\":\"2026-12-31\",\"validThrough\":\"2026-12-31\"}]",
                HOURS.schemaOrg(typed("mo=10-18", "special=2026-12-31 closed"), named -> named)
                        .map(JsonValue::canonical)
                        .orElse(""));
    }

    @Test
    void anotherValueHasNoHours() {
        assertEquals(
                "",
                OpeningHoursType.of(JsonValue.Members.of(Map.of("days", new JsonValue.Text("always"))))
                        .map(Object::toString)
                        .orElse(""));
    }
}

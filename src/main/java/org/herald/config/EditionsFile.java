package org.herald.config;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Language;

/** Reads the settings of {@code portal.yaml} about how a portal's languages are shown to readers. */
final class EditionsFile {

    private static final String SWITCH = "language-switch";
    private static final String WEEK_STARTS = "week-starts";
    private static final String EXPECTED_DAY = "a day of the week such as monday, or one for some of the languages ";

    private final SettingsFile file;

    EditionsFile(SettingsFile file) {
        this.file = file;
    }

    Settings.Editions read(List<Language> languages) {
        boolean hidesUntranslated = switch (file.optional(SWITCH)) {
            case "", "all" -> false;
            case "translated" -> true;
            default -> throw file.wrong(SWITCH, "all or translated");
        };
        return new Settings.Editions(hidesUntranslated, weekStarts(languages));
    }

    private Map<Language, DayOfWeek> weekStarts(List<Language> languages) {
        var starts = new HashMap<Language, DayOfWeek>();
        var named = file.map(WEEK_STARTS);
        String same = file.optional(WEEK_STARTS);
        if (named.isEmpty() && !same.isEmpty()) {
            var day = day(same, languages);
            languages.forEach(language -> starts.put(language, day));
        }
        named.forEach((tag, text) -> {
            if (!Language.isTag(tag) || !languages.contains(new Language(tag))) {
                throw file.wrong(WEEK_STARTS, EXPECTED_DAY + languages);
            }
            starts.put(new Language(tag), day(text, languages));
        });
        return starts;
    }

    private DayOfWeek day(String text, List<Language> languages) {
        Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        return day.orElseThrow(() -> file.wrong(WEEK_STARTS, EXPECTED_DAY + languages));
    }
}

package org.herald.site;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Language;
import org.herald.store.ArchiveQueries;
import org.herald.store.Months;
import org.jspecify.annotations.Nullable;

/**
 * Where an archive page stands in the other languages. Only a span with stories has a page; for one without, the nearest
 * wider span that has one stands for it.
 *
 * @param same addresses of pages of the same span, by language
 * @param nearest addresses of the pages that stand for it in the languages without one
 */
record OtherArchives(Map<Language, String> same, Map<Language, String> nearest) {

    OtherArchives {
        same = Map.copyOf(same);
        nearest = Map.copyOf(nearest);
    }

    /** A span of the calendar: a year, a month of it, or a day. */
    private record Span(
            Year year, @Nullable YearMonth month, @Nullable LocalDate day) {}

    /** Of the overview of the years, which there is in every language. */
    static OtherArchives overview(ArchiveScope scope) {
        return new OtherArchives(
                scope.layouts().everywhere(scope.edition(), other -> Urls.archive(other, scope.section())), Map.of());
    }

    static OtherArchives of(ArchiveScope scope, ArchiveQueries queries, Year year) {
        return of(scope, queries, new Span(year, null, null));
    }

    static OtherArchives of(ArchiveScope scope, ArchiveQueries queries, YearMonth month) {
        return of(scope, queries, new Span(Year.of(month.getYear()), month, null));
    }

    static OtherArchives of(ArchiveScope scope, ArchiveQueries queries, LocalDate day) {
        return of(scope, queries, new Span(Year.of(day.getYear()), YearMonth.from(day), day));
    }

    private static OtherArchives of(ArchiveScope scope, ArchiveQueries queries, Span span) {
        var list = Urls.list(scope.section());
        List<Language> languages = List.copyOf(
                scope.layouts().everywhere(scope.edition(), Language::tag).keySet());
        var there = queries.languages(list, languages, span.day());
        var same = new HashMap<Language, String>();
        var nearest = new HashMap<Language, String>();
        for (Language language : languages) {
            String base = Urls.archiveBase(language, scope.section());
            var known = there.months().get(language);
            exact(span, base, known, there.onDay().contains(language))
                    .ifPresentOrElse(
                            path -> same.put(language, path),
                            () -> nearest.put(
                                    language,
                                    wider(span, base, known).orElse(Urls.archive(language, scope.section()))));
        }
        return new OtherArchives(same, nearest);
    }

    private static Optional<String> exact(Span span, String base, @Nullable Months months, boolean isOnDay) {
        if (span.day() != null) {
            return isOnDay ? Optional.of(Urls.day(base, span.day())) : Optional.empty();
        }
        return span.month() == null ? year(span, base, months) : month(span, base, months);
    }

    private static Optional<String> wider(Span span, String base, @Nullable Months months) {
        return span.day() == null
                ? year(span, base, months)
                : month(span, base, months).or(() -> year(span, base, months));
    }

    private static Optional<String> month(Span span, String base, @Nullable Months months) {
        return Optional.ofNullable(span.month())
                .filter(month -> months != null && months.has(month))
                .map(month -> Urls.month(base, month));
    }

    private static Optional<String> year(Span span, String base, @Nullable Months months) {
        return months != null && months.yearsWithStories().contains(span.year())
                ? Optional.of(Urls.year(base, span.year().getValue()))
                : Optional.empty();
    }
}

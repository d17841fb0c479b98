package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Section;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.web.RouteParameters;
import org.jspecify.annotations.Nullable;

/** Tells sections that show a calendar from others, and what their addresses ask for. */
@Singleton
public final class CalendarScopes {

    private final Editions editions;
    private final Layouts layouts;
    private final Kinds kinds;
    private final RouteParameters parameters;

    public CalendarScopes(Editions editions, Layouts layouts, Kinds kinds) {
        this.editions = editions;
        this.layouts = layouts;
        this.kinds = kinds;
        this.parameters = CalendarRoute.parameters("/", kinds);
    }

    /** What an address below a section asks of its calendar; absent when there is none. */
    Optional<CalendarScope> at(String language, String section, UriInfo uri) {
        return editions.find(language)
                .flatMap(edition -> layouts.navigation()
                        .atPath(section)
                        .flatMap(found -> of(edition, found, uri.getRequestUri().getRawQuery())));
    }

    private Optional<CalendarScope> of(Edition edition, Section section, @Nullable String query) {
        return calendar(section)
                .map(kind ->
                        new CalendarScope(edition, section, kind, CalendarQuery.of(kind, parameters.values(query))));
    }

    /** The calendar of a section at its own address, with all its events. */
    Optional<CalendarScope> plain(Edition edition, Section section, KindName kind) {
        return kinds.find(kind)
                .filter(CalendarScopes::isCalendar)
                .map(found -> new CalendarScope(edition, section, found, CalendarQuery.of(found, Map.of())));
    }

    private Optional<Kind> calendar(Section section) {
        return layouts.navigation().directory(section).flatMap(kinds::find).filter(CalendarScopes::isCalendar);
    }

    private static boolean isCalendar(Kind kind) {
        return kind.stands() == Kind.Stands.CALENDAR;
    }
}

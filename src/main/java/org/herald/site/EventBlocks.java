package org.herald.site;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Block;
import org.herald.model.PageKey;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.site.events.Agenda;
import org.herald.site.events.EventFilter;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;
import org.herald.store.ItemQueries;
import org.herald.web.CurrentRequest;

/** The events that blocks show: those that come next, or those that editors chose while they are not over. */
@Singleton
public final class EventBlocks {

    /** Of those that are on for several days, beside the dated ones. */
    private static final int MOST_RUNNING = 4;

    private final EventIndex index;
    private final ItemQueries items;
    private final Kinds kinds;
    private final InstantSource clock;

    public EventBlocks(EventIndex index, ItemQueries items, Kinds kinds, InstantSource clock) {
        this.index = index;
        this.items = items;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** What a block shows, and how its calendar is narrowed to that. */
    record Shown(Promotion.Events events, Edition edition, Kind kind, EventFilter filter) {

        /** The calendar with what the block chooses of it; empty while no section shows it. */
        String path(Navigation navigation) {
            return navigation
                    .ofDirectory(kind.name())
                    .map(section -> Urls.section(edition.language(), section))
                    .map(section -> filter.values().isEmpty()
                            ? section
                            : new CalendarQuery(kind, filter.values()).at(section + "/" + CalendarScope.UPCOMING))
                    .orElse("");
        }
    }

    /** True when what a block shows stands in a calendar. */
    boolean isCalendar(Block.Entries entries) {
        return kind(entries).isPresent();
    }

    private Optional<Kind> kind(Block.Entries entries) {
        return kinds.find(entries.directory()).filter(kind -> kind.stands() == Kind.Stands.CALENDAR);
    }

    /** Absent when nothing is to come. */
    Optional<Shown> of(Edition edition, Block block, Block.Entries entries) {
        return kind(entries).flatMap(kind -> of(edition, block, entries, kind));
    }

    private Optional<Shown> of(Edition edition, Block block, Block.Entries entries, Kind kind) {
        CurrentRequest.note(PageKey.directory(kind.name(), edition.language()));
        Instant now = clock.instant();
        var filter = EventFilter.of(entries.filter());
        Agenda agenda = entries.order() == Block.Order.CHOSEN
                ? index.next(edition.language(), block.named(), now, entries.most())
                : index.coming(edition.language(), filter, now, 0, entries.most());
        if (agenda.isEmpty()) {
            return Optional.empty();
        }
        noteTurns(agenda, now);
        var running = agenda.running().stream().limit(MOST_RUNNING).toList();
        var rows = EventRows.of(edition, kind, items, Stream.concat(agenda.dated().stream(), running.stream()));
        return Optional.of(new Shown(
                new Promotion.Events(
                        agenda.dated().stream().map(rows::alone).toList(),
                        edition.words().say("calendar.running-now"),
                        running.stream().map(rows::running).toList()),
                edition,
                kind,
                filter));
    }

    /** The page is made anew when the first of these is over, or begins to be on for several days. */
    private static void noteTurns(Agenda agenda, Instant now) {
        CalendarPages.noteEnds(agenda, now);
        agenda.dated().stream()
                .map(Listed::occurrence)
                .filter(occurrence ->
                        occurrence.isSeveralDays() && occurrence.from().isAfter(now))
                .map(occurrence -> occurrence.from())
                .min(Comparator.naturalOrder())
                .ifPresent(CurrentRequest::noteUntil);
    }
}

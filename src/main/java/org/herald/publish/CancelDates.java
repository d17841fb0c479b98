package org.herald.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.people.Permission;

/**
 * Cancels dates of several events, such as all of one day, each by a correction with the note: of all of them or of none.
 *
 * @param note that readers see at each event
 */
public record CancelDates(List<Dates> events, String note) implements Verb<List<ItemId>> {

    /**
     * Dates of an event.
     *
     * @param seen the revision that was looked at
     * @param dates by the series and by when they begin by it
     */
    public record Dates(ItemId item, RevisionId seen, Set<Date> dates) {

        public Dates {
            dates = Set.copyOf(dates);
        }
    }

    /** One date of a series. */
    public record Date(int series, Moment was) {}

    public CancelDates {
        events = List.copyOf(events);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.All(events.stream()
                .<Requirement>map(each -> new Requirement.OnItem(each.item(), Permission.CORRECT))
                .toList());
    }

    @Override
    public Outcome<List<ItemId>> carryOut(UnitOfWork unit) {
        if (events.isEmpty()) {
            return Outcome.refused("refused.no-date-chosen");
        }
        var reasons = new LinkedHashSet<Reason>();
        unit.transaction().attempt(() -> {
            for (Dates each : events) {
                if (cancel(unit, each) instanceof Outcome.Refused<?>(var why)) {
                    reasons.addAll(why);
                }
            }
            return reasons.isEmpty();
        });
        return reasons.isEmpty()
                ? Outcome.done(events.stream().map(Dates::item).toList())
                : new Outcome.Refused<>(new ArrayList<>(reasons));
    }

    private Outcome<?> cancel(UnitOfWork unit, Dates of) {
        Optional<Item> found = unit.item(of.item());
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", of.item().value());
        }
        Content now = unit.head(found.get()).content();
        if (!found.get().head().equals(of.seen()) || WaitingChange.state(unit, of.item()) != null) {
            return Outcome.refused("refused.dates-waiting", now.headline());
        }
        Optional<Field> field = unit.kind(found.get().kind()).times();
        Optional<EventTimes> times =
                field.flatMap(each -> now.fields().get(each.name())).flatMap(EventTimesType::of);
        if (field.isEmpty() || times.isEmpty() || found.get().isTranslation()) {
            return Outcome.refused("refused.dates-of-none", now.headline());
        }
        EventTimes cancelled = times.get();
        for (Date date : of.dates()) {
            cancelled = cancelled.cancelled(date.series(), date.was());
        }
        Content changed = now.withFields(now.fields().with(field.get().name(), EventTimesType.value(cancelled)));
        return unit.carryOut(new Correct(of.item(), changed, note, new Look(of.seen(), true)));
    }
}

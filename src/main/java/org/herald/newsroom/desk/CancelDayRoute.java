package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrences;
import org.herald.model.kind.EventTimesLines;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.Action;
import org.herald.publish.CancelDates;
import org.herald.site.events.EventFilter;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;

/** Cancels what takes place on one day: all of it, or what is chosen. */
@Path("/newsroom/cancellation")
public class CancelDayRoute {

    private static final int MOST = 300;
    private static final Pattern VALUE =
            Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([0-9]{1,4})-([0-9]{4}-[0-9T:-]{5,14})");

    /** Where what is refused stands. */
    private static final Map<String, String> FIELDS = Map.of("note-empty", "note", "no-date-chosen", "dates");

    private final EventIndex index;
    private final Settings settings;
    private final NewsroomFrames frames;
    private final OpenItems items;
    private final ItemActions actions;

    public CancelDayRoute(
            EventIndex index, Settings settings, NewsroomFrames frames, OpenItems items, ItemActions actions) {
        this.index = index;
        this.settings = settings;
        this.frames = frames;
        this.items = items;
        this.actions = actions;
    }

    @GET
    @Needs(Permission.CORRECT)
    public Response get(@QueryParam("day") @DefaultValue("") String day) {
        return Screen.of(page(day, Set.of(), List.of(), List.of(), ""));
    }

    /**
     * Cancels.
     *
     * @param dates those that were chosen
     * @param note that readers see
     */
    @POST
    @Needs(Permission.CORRECT)
    public Response post(
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("date") List<String> dates,
            @FormParam("note") @DefaultValue("") String note) {
        var chosen = new LinkedHashSet<>(dates);
        return switch (actions.carryOut(new CancelDates(dates(chosen), note))) {
            case Outcome.Refused<List<ItemId>>(var reasons) ->
                Screen.of(422, page(day, chosen, List.of(), reasons, note));
            case Outcome.Done<List<ItemId>>(var done) -> Screen.of(page(day, Set.of(), done, List.of(), ""));
        };
    }

    private static List<CancelDates.Dates> dates(Set<String> chosen) {
        record Key(ItemId item, RevisionId seen) {}
        var byEvent = new LinkedHashMap<Key, Set<CancelDates.Date>>();
        for (String value : chosen) {
            var parts = VALUE.matcher(value);
            Optional<Moment> was = parts.matches() ? Moment.parse(parts.group(4)) : Optional.empty();
            was.ifPresent(moment -> byEvent.computeIfAbsent(
                            new Key(
                                    new ItemId(Long.parseLong(parts.group(1))),
                                    new RevisionId(Long.parseLong(parts.group(2)))),
                            _ -> new LinkedHashSet<>())
                    .add(new CancelDates.Date(Integer.parseInt(parts.group(3)), moment)));
        }
        return byEvent.entrySet().stream()
                .map(each -> new CancelDates.Dates(
                        each.getKey().item(), each.getKey().seen(), each.getValue()))
                .toList();
    }

    private CancelDayPage page(String day, Set<String> chosen, List<ItemId> done, List<Reason> reasons, String note) {
        var words = frames.words();
        return new CancelDayPage(
                frames.frame(words.say("cancel-day.title"), Area.DESK),
                day,
                read(day).map(on -> lines(on, chosen)).orElse(List.of()),
                done.stream()
                        .flatMap(id -> items.find(id.value()).stream())
                        .map(open -> open.head().content().headline())
                        .toList(),
                FieldErrors.placed(words, reasons, FIELDS),
                Typed.of("note", note));
    }

    private static Optional<LocalDate> read(String day) {
        try {
            return Optional.of(LocalDate.parse(day.strip()))
                    .filter(each -> !each.isBefore(Occurrences.BEGINNING) && !each.isAfter(Occurrences.HORIZON));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private List<CancelDayPage.Line> lines(LocalDate day, Set<String> chosen) {
        var lines = new ArrayList<CancelDayPage.Line>();
        settings.languages().forEach(language -> {
            var agenda = index.within(language, EventFilter.ALL, day, day, MOST);
            Stream.concat(agenda.dated().stream(), agenda.running().stream())
                    .forEach(listed -> line(listed, chosen).ifPresent(lines::add));
        });
        return lines;
    }

    /** Absent for translations, whose dates are those of their originals, and for what the visitor may not correct. */
    private Optional<CancelDayPage.Line> line(Listed listed, Set<String> chosen) {
        var words = frames.words();
        var occurrence = listed.occurrence();
        return items.find(listed.event().id().value())
                .filter(open -> !open.item().isTranslation() && actions.may(Action.CORRECTION, open.item()))
                .map(open -> {
                    String value = open.item().id() + "-" + open.head().id() + "-" + occurrence.series() + "-"
                            + occurrence.was();
                    String mark = occurrence.isCancelled()
                            ? words.say("cancel-day.is-cancelled")
                            : open.hasChange() ? words.say("cancel-day.waits") : "";
                    return new CancelDayPage.Line(
                            value,
                            open.item().id().value(),
                            open.head().content().headline(),
                            open.item().language().tag(),
                            new EventTimesLines(words).of(occurrence),
                            mark,
                            chosen.contains(value));
                });
    }
}

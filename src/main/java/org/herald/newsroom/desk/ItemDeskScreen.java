package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Check;
import org.herald.model.Finding;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.State;
import org.herald.model.Words;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.Choice;
import org.herald.newsroom.CommentLine;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.NextYear;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Screen;
import org.herald.newsroom.desk.ItemDeskPage.Actions;
import org.herald.publish.Action;
import org.herald.publish.Checks;
import org.herald.publish.merge.Comparing;
import org.herald.store.AuditQueries;
import org.herald.store.OpenItemQueries.OpenItem;
import org.jspecify.annotations.Nullable;

/** Puts the desk screen of an item together for whoever looks at it, and answers what was posted from it. */
@Singleton
public final class ItemDeskScreen {

    private static final int DEEDS = 40;

    /** In this order the button that is pressed next most often is chosen. */
    private static final List<Action> USUAL =
            List.of(Action.APPROVAL, Action.PUBLICATION, Action.REVIEW, Action.UNSCHEDULE, Action.RESTORATION);

    private final NewsroomFrames frames;
    private final NewsroomQueries queries;
    private final ItemActions actions;
    private final OpenItems items;
    private final Clocks clocks;
    private final VenueClashes clashes;

    /** What the screen must know of the portal. */
    public record Clocks(Settings settings, Kinds kinds, PortalTime time, InstantSource now) {}

    public ItemDeskScreen(
            NewsroomFrames frames,
            NewsroomQueries queries,
            ItemActions actions,
            OpenItems items,
            Clocks clocks,
            VenueClashes clashes) {
        this.clashes = clashes;
        this.frames = frames;
        this.queries = queries;
        this.actions = actions;
        this.items = items;
        this.clocks = clocks;
    }

    /** Leads to the screen when it is done; shows it again, with the reasons and what was typed, when it is refused. */
    Response answer(long item, Outcome<?> outcome, String flash, Typed typed) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Screen.goTo(ItemHead.Screen.DESK.of(item) + "?flash=" + flash);
            case Outcome.Refused<?>(var reasons) -> Screen.of(422, page(items.require(item), "", reasons, typed));
        };
    }

    ItemDeskPage page(OpenItem open, String flash, List<Reason> reasons, Typed typed) {
        Words words = frames.words();
        var can = actions.policy().offered(open);
        return new ItemDeskPage(
                frames.frame(open.head().content().headline(), Area.DESK, flash),
                ItemHead.of(open, ItemHead.Screen.DESK, items.mayWrite(open.item()), words),
                actions(open, can, typed, words),
                looked(open, words),
                CommentLine.of(queries.comments().about(open.item().id()), clocks.time(), words),
                CorrectionLine.of(queries.corrections().of(open.item().id()), clocks.time(), words),
                beside(open, can, typed, words),
                FieldErrors.placed(words, reasons, DeskFields.OF_DESK),
                typed);
    }

    private Actions actions(OpenItem open, Set<Action> can, Typed typed, Words words) {
        return new Actions(
                open.item().id().value(),
                open.head().id().value(),
                open.item().state().isLive(),
                can.stream().map(Action::word).collect(Collectors.toSet()),
                USUAL.stream()
                        .filter(can::contains)
                        .findFirst()
                        .map(Action::word)
                        .orElse(""),
                hints(open, words),
                timeForm(typed, proposed(open), words),
                isAgain(open));
    }

    private boolean isAgain(OpenItem open) {
        return items.rights().mayBegin(open.item().language(), open.item().section(), null)
                && clocks.kinds()
                        .find(open.item().kind())
                        .filter(kind -> NextYear.isOffered(
                                kind, open.item(), open.head().content()))
                        .isPresent();
    }

    /** The time that stands in the form of the schedule: the one that is set, or the end of an embargo. */
    private @Nullable Instant proposed(OpenItem open) {
        var due = open.item().dueAt();
        return due == null && actions.policy().isHeldBack(open) ? open.embargoAt() : due;
    }

    private List<String> hints(OpenItem open, Words words) {
        var hints = new ArrayList<String>();
        var due = open.item().dueAt();
        if (due != null) {
            hints.add(words.say(
                    "desk.hint-scheduled", clocks.time().toTheSecond(due, words).text()));
        }
        var until = open.embargoAt();
        if (until != null && actions.policy().isHeldBack(open)) {
            hints.add(words.say(
                    "desk.hint-embargo", clocks.time().toTheSecond(until, words).text()));
        }
        State change = open.change();
        if (change != null) {
            hints.add(words.say("desk.hint-change-" + change.word()));
        }
        boolean waits = !open.item().state().hasBeenLive() || change != null;
        if (actions.isReviewRequired() && waits && !open.isApproved()) {
            hints.add(words.say("desk.hint-review"));
        } else if (open.isApproved() && change == null) {
            hints.add(words.say("desk.hint-approved"));
        }
        return hints;
    }

    ZoneId zone() {
        return clocks.time().zone();
    }

    /** @param due the time that stands there before anybody types; nothing leaves it empty */
    ItemDeskPage.TimeForm timeForm(Typed typed, @Nullable Instant due, Words words) {
        ZoneId zone = zone();
        TypedTime shown = typed.has("time")
                ? new TypedTime(typed.get("date"), typed.get("time"), typed.get("which"))
                : due == null ? TypedTime.NONE : TypedTime.of(due, zone);
        List<Choice> folds = shown.isNone() ? List.of() : folds(shown, zone, words);
        return new ItemDeskPage.TimeForm(shown.date(), shown.time(), zone.getId(), folds);
    }

    private List<Choice> folds(TypedTime shown, ZoneId zone, Words words) {
        return new TypedTime(shown.date(), shown.time(), "").in(zone) instanceof TypedTime.Twice twice
                ? List.of(
                        Choice.of(
                                "earlier",
                                words.say(
                                        "desk.fold-earlier",
                                        zone.getRules()
                                                .getOffset(twice.earlier())
                                                .toString()),
                                shown.which()),
                        Choice.of(
                                "later",
                                words.say(
                                        "desk.fold-later",
                                        zone.getRules().getOffset(twice.later()).toString()),
                                shown.which()))
                : List.of();
    }

    ItemDeskPage.Looked looked(OpenItem open, Words words) {
        var findings = Checks.look(
                queries.checks(),
                clocks.kinds().of(open.item().kind()),
                open.item(),
                open.head().content(),
                clocks.settings().checks());
        return new ItemDeskPage.Looked(
                findings.stream()
                        .filter(Finding::isBlocking)
                        .map(finding -> line(finding, words))
                        .toList(),
                Stream.concat(
                                findings.stream()
                                        .filter(finding -> !finding.isBlocking())
                                        .map(finding -> line(finding, words)),
                                clashes.of(open.item(), open.head().content().fields(), words).stream()
                                        .map(text -> new ItemDeskPage.FoundLine("clash", text)))
                        .toList(),
                embargo(open, words),
                items.mayWrite(open.item()),
                changes(open, words));
    }

    /** Until when nobody outside may see the item; a schedule that ends later is let through. */
    private String embargo(OpenItem open, Words words) {
        var until = open.embargoAt();
        return until == null || !actions.policy().isHeldBack(open)
                ? ""
                : words.say(
                        "check." + Check.EMBARGO.word(),
                        clocks.time().at(until, words).text());
    }

    private static ItemDeskPage.FoundLine line(Finding finding, Words words) {
        return new ItemDeskPage.FoundLine(
                finding.check().word(), Reasons.say(words, new Reason(finding.key(), finding.arguments())));
    }

    /** What the newest revision says and readers do not see, or saw last; null when there is no such thing. */
    @Nullable
    Changes changes(OpenItem open, Words words) {
        if (!open.hasChange()) {
            return null;
        }
        return queries.revisions().shown(open.item().id()).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(last -> queries.revisions().find(last.getKey()))
                .map(revision -> Changes.of(
                        Comparing.compare(
                                clocks.kinds().of(open.item().kind()),
                                revision.content(),
                                open.head().content()),
                        words))
                .orElse(null);
    }

    private ItemDeskPage.Beside beside(OpenItem open, Set<Action> can, Typed typed, Words words) {
        var item = open.item();
        var sections = queries.sections(new Language(words.tag()));
        var filter = new AuditQueries.Filter(null, null, item.id(), null, null);
        return new ItemDeskPage.Beside(
                task(open, can, typed, words),
                new ItemDeskPage.PlaceForm(
                        sections.title(item.section()),
                        can.contains(Action.PLACE)
                                ? sections.choices(
                                        typed.has("section")
                                                ? typed.get("section")
                                                : item.section().toString())
                                : List.of(),
                        typed.has("slug") ? typed.get("slug") : item.slug().value()),
                queries.audit().deeds(filter, null, DEEDS).stream()
                        .map(deed -> new ItemDeskPage.DeedLine(
                                PrincipalNames.name(deed.principal(), words),
                                words.say("deed." + deed.verb().word()),
                                clocks.time().at(deed.at(), words)))
                        .toList());
    }

    private ItemDeskPage.TaskForm task(OpenItem open, Set<Action> can, Typed typed, Words words) {
        var assignment = queries.desk().find(open.item().id()).orElseThrow().assignment();
        var due = assignment.dueAt();
        var account = assignment.account();
        String selected = typed.has("person") ? typed.get("person") : account == null ? "" : account.toString();
        TypedTime time =
                due == null ? TypedTime.NONE : TypedTime.of(due, clocks.time().zone());
        return new ItemDeskPage.TaskForm(
                assignment.name(),
                due == null ? null : clocks.time().at(due, words),
                can.contains(Action.ASSIGNMENT) ? queries.choices(selected) : List.of(),
                typed.has("due-date") ? typed.get("due-date") : time.date(),
                typed.has("due-time") ? typed.get("due-time") : time.time().replaceFirst("^(..:..):00$", "$1"));
    }

    /** The fields of a time, as they were typed. */
    static Typed typed(TypedTime time) {
        return new Typed(Map.of("date", time.date(), "time", time.time(), "which", time.which()));
    }
}

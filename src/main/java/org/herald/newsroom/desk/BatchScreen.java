package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.herald.model.AccountId;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.Words;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Screen;
import org.herald.newsroom.desk.BatchPage.Line;
import org.herald.publish.Action;
import org.herald.publish.Approve;
import org.herald.publish.Assign;
import org.herald.publish.Look;
import org.herald.publish.Schedule;
import org.herald.publish.SendToReview;
import org.herald.publish.Withdraw;
import org.herald.store.OpenItemQueries.OpenItem;
import org.jspecify.annotations.Nullable;

/** Asks before one thing is done with several items, does it to each by itself, and says what became of each. */
@Singleton
public final class BatchScreen {

    /** What can be done with several items. */
    static final Set<Action> OFFERED = Set.of(
            Action.REVIEW, Action.APPROVAL, Action.ASSIGNMENT, Action.PUBLICATION, Action.SCHEDULE, Action.WITHDRAWAL);

    private static final List<String> FIELDS =
            List.of("reason", "person", "due-date", "due-time", "date", "time", "which", "confirmed");

    private final NewsroomFrames frames;
    private final ItemDeskScreen screen;
    private final ItemActions actions;
    private final OpenItems items;
    private final NewsroomQueries queries;

    public BatchScreen(
            NewsroomFrames frames,
            ItemDeskScreen screen,
            ItemActions actions,
            OpenItems items,
            NewsroomQueries queries) {
        this.frames = frames;
        this.screen = screen;
        this.actions = actions;
        this.items = items;
        this.queries = queries;
    }

    BatchPage ask(Action action, Batch batch) {
        return ask(action, batch, List.of(), Typed.NOTHING);
    }

    private BatchPage ask(Action action, Batch batch, List<Reason> reasons, Typed typed) {
        Words words = frames.words();
        var lines = batch.revisions().keySet().stream()
                .flatMap(id -> items.find(id).stream())
                .map(open -> line(open, hints(action, open, batch, words)))
                .toList();
        return new BatchPage(
                frames.frame(words.say("batch.title", words.say("gesture." + action.word())), Area.DESK),
                new BatchPage.Doing(action.word(), words.say("gesture." + action.word())),
                lines,
                action == Action.ASSIGNMENT ? queries.choices(typed.get("person")) : List.of(),
                screen.timeForm(typed, null, words),
                FieldErrors.placed(words, reasons, DeskFields.OF_DESK),
                typed);
    }

    private List<String> hints(Action action, OpenItem open, Batch batch, Words words) {
        if (!actions.may(action, open.item())) {
            return List.of(words.say("refused.not-allowed"));
        }
        if (action == Action.PUBLICATION && actions.policy().isHeldBack(open)) {
            return List.of(words.say("batch.blocks", screen.looked(open, words).embargo()));
        }
        if (!actions.policy().offered(open).contains(action)) {
            return List.of(words.say("batch.not-now"));
        }
        return switch (action) {
            case PUBLICATION, SCHEDULE -> {
                var looked = screen.looked(open, words);
                var hints = new ArrayList<String>();
                if (open.item().state().isLive()) {
                    hints.add(words.say("batch.as-update"));
                }
                looked.blocking().forEach(found -> hints.add(words.say("batch.blocks", found.text())));
                if (!looked.embargo().isEmpty()) {
                    hints.add(looked.embargo());
                }
                looked.warnings().forEach(found -> hints.add(found.text()));
                yield hints;
            }
            case WITHDRAWAL ->
                queries.translations().besides(open.item()).stream()
                        .filter(other -> other.state().isLive()
                                && !batch.revisions().containsKey(other.item().value()))
                        .map(other -> words.say(
                                "batch.translation-stays",
                                LanguageNames.name(other.language(), words),
                                other.headline()))
                        .toList();
            case REVIEW,
                    APPROVAL,
                    ASSIGNMENT,
                    RETURN,
                    UNSCHEDULE,
                    CORRECTION,
                    AMENDMENT,
                    RESTORATION,
                    COMMENT,
                    PLACE,
                    ADDRESS -> List.of();
        };
    }

    private static Line line(OpenItem open, List<String> hints) {
        var item = open.item();
        return new Line(
                item.id() + "-" + open.head().id(),
                item.id().value(),
                open.head().content().headline(),
                item.language().tag(),
                item.state().word(),
                hints);
    }

    /** Does it; what must be known for all of them is asked again while it is wrong. */
    Response carryOut(Action action, Batch batch, MultivaluedMap<String, String> form) {
        var typed = Typed.of(form, FIELDS);
        var time = new TypedTime(typed.get("date"), typed.get("time"), typed.get("which"));
        return switch (action) {
            case SCHEDULE ->
                switch (time.in(screen.zone())) {
                    case TypedTime.Meant(var at) -> Screen.of(results(action, batch, new Told(typed, at)));
                    case TypedTime.Wrong(var reason) -> again(action, batch, reason, typed);
                    case TypedTime.Twice(var reason, var _, var _) -> again(action, batch, reason, typed);
                };
            case WITHDRAWAL ->
                Blank.is(typed.get("reason"))
                        ? again(action, batch, new Reason("refused.reason-empty", List.of()), typed)
                        : Screen.of(results(action, batch, new Told(typed, null)));
            case ASSIGNMENT -> {
                if (Assignee.read(typed.get("person")) instanceof Outcome.Refused<?>(var reasons)) {
                    yield again(action, batch, reasons.getFirst(), typed);
                }
                var due = new TypedTime(typed.get("due-date"), typed.get("due-time"), "");
                yield switch (due.orEndOfDay(screen.zone())) {
                    case TypedTime.Meant(var at) -> Screen.of(results(action, batch, new Told(typed, at)));
                    case TypedTime.Twice(var _, var at, var _) ->
                        Screen.of(results(action, batch, new Told(typed, at)));
                    case TypedTime.Wrong(var reason) ->
                        due.isNone()
                                ? Screen.of(results(action, batch, new Told(typed, null)))
                                : again(action, batch, reason, typed);
                };
            }
            case REVIEW,
                    APPROVAL,
                    PUBLICATION,
                    RETURN,
                    UNSCHEDULE,
                    CORRECTION,
                    AMENDMENT,
                    RESTORATION,
                    COMMENT,
                    PLACE,
                    ADDRESS -> Screen.of(results(action, batch, new Told(typed, null)));
        };
    }

    private Response again(Action action, Batch batch, Reason reason, Typed typed) {
        return Screen.of(422, ask(action, batch, List.of(reason), typed));
    }

    /** What is known for all items: what was typed, and the time that it means. */
    private record Told(Typed typed, @Nullable Instant at) {}

    private BatchResultPage results(Action action, Batch batch, Told told) {
        Words words = frames.words();
        var done = new ArrayList<Line>();
        var refused = new ArrayList<Line>();
        batch.revisions().forEach((id, read) -> {
            var before = items.find(id);
            switch (before.<Outcome<?>>map(open -> outcome(action, open, new RevisionId(read), told))
                    .orElseGet(() -> Outcome.refused("refused.item-unknown", id))) {
                case Outcome.Done<?> _ -> items.find(id).ifPresent(open -> done.add(line(open, List.of())));
                case Outcome.Refused<?>(var reasons) ->
                    refused.add(before.map(open -> line(open, Reasons.say(words, reasons)))
                            .orElseGet(() -> new Line("", id, "", words.tag(), "draft", Reasons.say(words, reasons))));
            }
        });
        String title = words.say("batch.title", words.say("gesture." + action.word()));
        return new BatchResultPage(frames.frame(title, Area.DESK), done, refused);
    }

    private Outcome<?> outcome(Action action, OpenItem open, RevisionId read, Told told) {
        var item = open.item();
        if (!actions.may(action, item)) {
            return Outcome.refused("refused.not-allowed");
        }
        boolean isConfirmed = !told.typed().get("confirmed").isEmpty();
        return switch (action) {
            case REVIEW -> actions.carryOut(new SendToReview(item.id()));
            case APPROVAL -> actions.carryOut(new Approve(item.id(), read));
            case ASSIGNMENT -> assign(item.id(), told);
            case PUBLICATION -> actions.carryOut(ItemActions.publication(item).seen(new Look(read, isConfirmed)));
            case SCHEDULE ->
                actions.carryOut(new Schedule(
                        item.id(), Optional.ofNullable(told.at()).orElseThrow(), new Look(read, isConfirmed)));
            case WITHDRAWAL ->
                actions.carryOut(new Withdraw(item.id(), told.typed().get("reason")));
            case RETURN, UNSCHEDULE, CORRECTION, AMENDMENT, RESTORATION, COMMENT, PLACE, ADDRESS ->
                throw new IllegalArgumentException("Not offered for several items: " + action);
        };
    }

    private Outcome<?> assign(ItemId item, Told told) {
        return switch (Assignee.read(told.typed().get("person"))) {
            case Outcome.Refused<Optional<AccountId>> refused -> refused;
            case Outcome.Done<Optional<AccountId>>(var account) ->
                actions.carryOut(new Assign(item, account.orElse(null), told.at()));
        };
    }
}

package org.herald.newsroom.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Account;
import org.herald.model.DeskLine;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.State;
import org.herald.model.Words;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.Sections;
import org.herald.newsroom.Visitor;
import org.herald.newsroom.desk.DeskPage.View;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.herald.store.DeskQueries;

/** Puts the newsroom's list together for whoever looks at it. */
public final class DeskScreen {

    /** Each with the permissions of which one is enough; whether it holds for an item is asked item by item. */
    private static final Map<String, Set<Permission>> BATCHES = Map.of(
            "new", Set.of(Permission.WRITE),
            "review", Set.of(Permission.WRITE, Permission.TRANSLATE),
            "approval", Set.of(Permission.REVIEW),
            "assignment", Set.of(Permission.REVIEW),
            "publication", Set.of(Permission.RELEASE),
            "schedule", Set.of(Permission.RELEASE),
            "withdrawal", Set.of(Permission.WITHDRAW));

    private static final int ROWS = 50;
    private static final int MOST_UNFINISHED = 20;
    private static final int MOST_WAITING = 50;

    /** The views that come with the product: the key of the name, and the filter. */
    private enum BuiltIn {
        ALL("view.all", ""),
        MINE("view.mine", "who=me"),
        TO_REVIEW("view.to-review", "state=in-review"),
        CHANGES("view.changes", "changes=waiting"),
        SCHEDULED("view.scheduled", "state=scheduled"),
        LATE("view.late", "due=late"),
        STALE("view.stale", "stale=yes"),
        WITHDRAWN("view.withdrawn", "state=withdrawn");

        private final String key;
        private final String query;

        BuiltIn(String key, String query) {
            this.key = key;
            this.query = query;
        }
    }

    private final NewsroomFrames frames;
    private final NewsroomQueries queries;
    private final DeskRows rows;
    private final Visitor visitor;
    private final Portal portal;

    /**
     * A name that was typed for a view and refused.
     *
     * @param field where it was typed: {@code view-name} for a new view, {@code view-3} for one that is there
     */
    record NamedView(String field, String name, List<Reason> reasons) {

        private static final String FIELD = "view-";
        private static final String NEW = FIELD + "name";
        private static final NamedView NONE = new NamedView("", "", List.of());

        static NamedView ofNew(String name, List<Reason> reasons) {
            return new NamedView(NEW, name, reasons);
        }

        static NamedView of(long id, String name, List<Reason> reasons) {
            return new NamedView(FIELD + id, name, reasons);
        }

        private boolean isNew() {
            return field.equals(NEW);
        }

        private boolean isOf(long id) {
            return field.equals(FIELD + id);
        }
    }

    /** What the list must know of the portal. */
    public record Portal(Settings settings, Kinds kinds, InstantSource now) {}

    public DeskScreen(NewsroomFrames frames, NewsroomQueries queries, DeskRows rows, Visitor visitor, Portal portal) {
        this.frames = frames;
        this.queries = queries;
        this.rows = rows;
        this.visitor = visitor;
        this.portal = portal;
    }

    /** @param after where the part before this one ended, as {@link #cursor} wrote it; empty for the first */
    DeskPage page(DeskFilter filter, String after, String flash) {
        return page(filter, after, flash, NamedView.NONE);
    }

    /** The list again after the name of a view was refused. */
    DeskPage refused(DeskFilter filter, NamedView view) {
        return page(filter, "", "", view);
    }

    private DeskPage page(DeskFilter filter, String after, String flash, NamedView named) {
        Words words = frames.words();
        var account = visitor.account();
        var errors = FieldErrors.placed(words, named.reasons(), reason -> DeskFields.ofView(reason, named.field()));
        var sections = queries.sections(new Language(words.tag()));
        var place = cursor(after);
        var lines = queries.desk()
                .list(
                        filter.asked(
                                account,
                                sections,
                                portal.now(),
                                portal.settings().zone()),
                        place.orElse(null),
                        ROWS + 1);
        boolean isMore = lines.size() > ROWS;
        var shown = isMore ? lines.subList(0, ROWS) : lines;
        boolean isFirst = place.isEmpty() && filter.isNone();
        var waiting = filter.isMine() && place.isEmpty()
                ? queries.desk().waitingFor(NewsroomQueries.me(account), MOST_WAITING)
                : List.<DeskLine>of();
        return new DeskPage(
                filter.isMine()
                        ? frames.frame(words.say("place.mine"), Area.MINE, flash)
                        : frames.frame(words.say("place.desk"), Area.DESK, flash),
                views(filter, named, errors, words),
                form(filter, sections, words),
                rows.rows(waiting, sections, words),
                isFirst || (filter.isMine() && place.isEmpty())
                        ? rows.unfinished(queries.drafts().by(account.id().value(), MOST_UNFINISHED), words)
                        : List.of(),
                rows.rows(shown, sections, words),
                isMore ? path(filter, DeskQueries.Cursor.of(shown.getLast())) : "",
                offered(account),
                errors);
    }

    private static DeskPage.Offered offered(Account account) {
        return new DeskPage.Offered(BATCHES.entrySet().stream()
                .filter(batch -> batch.getValue().stream().anyMatch(one -> Permissions.allow(account, one)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String path(DeskFilter filter, DeskQueries.Cursor after) {
        String query = filter.query();
        return "/newsroom?" + (query.isEmpty() ? "" : query + "&") + "after="
                + after.changedAt().toEpochMilli() + "-" + after.item();
    }

    private static Optional<DeskQueries.Cursor> cursor(String after) {
        if (!after.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            return Optional.empty();
        }
        String[] parts = after.split("-", -1);
        return Optional.of(new DeskQueries.Cursor(
                Instant.ofEpochMilli(Long.parseLong(parts[0])), new ItemId(Long.parseLong(parts[1]))));
    }

    private DeskPage.Views views(DeskFilter filter, NamedView named, FieldErrors errors, Words words) {
        var counts = queries.desk().counts(portal.now().instant());
        int mine = queries.desk().countWaitingFor(NewsroomQueries.me(visitor.account()));
        var builtIn = Arrays.stream(BuiltIn.values())
                .map(view -> new View(
                        words.say(view.key), path(view.query), count(view, counts, mine), filter.is(view.query)))
                .toList();
        var own = queries.views().of(visitor.account().id()).stream()
                .map(view -> new DeskPage.OwnView(
                        view.id(),
                        view.name(),
                        path(view.query()),
                        filter.is(view.query()),
                        named.isOf(view.id()) ? named.name() : view.name(),
                        errors.at(NamedView.FIELD + view.id())))
                .toList();
        return new DeskPage.Views(builtIn, own, named.isNew() ? named.name() : "");
    }

    private static int count(BuiltIn view, DeskQueries.Counts counts, int mine) {
        return switch (view) {
            case MINE -> mine;
            case TO_REVIEW -> counts.toReview();
            case CHANGES -> counts.changes();
            case LATE -> counts.late();
            case ALL, SCHEDULED, STALE, WITHDRAWN -> 0;
        };
    }

    private static String path(String query) {
        return query.isEmpty() ? "/newsroom" : "/newsroom?" + query;
    }

    private DeskPage.FilterForm form(DeskFilter filter, Sections sections, Words words) {
        var people = new ArrayList<Choice>();
        people.add(Choice.of(DeskFilter.ME, words.say("desk.me"), filter.who()));
        people.addAll(queries.choices(filter.who()));
        return new DeskPage.FilterForm(
                filter.query(),
                filter.words(),
                choices(Arrays.stream(State.values()).map(State::word), "state.", filter.state(), words),
                sections.choices(filter.section()),
                portal.settings().languages().stream()
                        .map(language ->
                                Choice.of(language.tag(), LanguageNames.name(language, words), filter.language()))
                        .toList(),
                choices(portal.kinds().all().stream().map(kind -> kind.name().word()), "kind.", filter.kind(), words),
                people,
                new DeskPage.Rest(
                        choices(DeskFilter.DUES.stream(), "view.due-", filter.due(), words),
                        !filter.stale().isEmpty(),
                        !filter.changes().isEmpty()));
    }

    private static List<Choice> choices(Stream<String> values, String beginning, String selected, Words words) {
        return values.map(value -> Choice.of(value, words.say(beginning + value), selected))
                .toList();
    }
}

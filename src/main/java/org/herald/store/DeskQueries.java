package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;
import static org.herald.store.schema.Tables.DESK;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.herald.model.AccountId;
import org.herald.model.Actor;
import org.herald.model.Assignment;
import org.herald.model.DeskLine;
import org.herald.model.ItemId;
import org.herald.model.Kind;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.store.schema.Tables;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The newsroom's list: items in any state, newest change first, a part at a time. */
public final class DeskQueries {

    /** Words of a search beyond these are not looked for. */
    private static final int MOST_WORDS = 8;

    private static final List<SelectField<?>> FIELDS = List.of(
            DESK.ITEM_ID,
            DESK.CHANGED_AT,
            DESK.STATE,
            DESK.KIND,
            DESK.LANGUAGE,
            DESK.SECTION_ID,
            DESK.HEADLINE,
            DESK.SAVED_AT,
            DESK.SAVED_BY,
            DESK.RELEASE_AT,
            DESK.OPEN_COMMENTS,
            DESK.ASSIGNEE_ID,
            DESK.DUE_AT,
            ACCOUNT.NAME,
            DESK.IS_STALE);

    private final Database database;

    public DeskQueries(Database database) {
        this.database = database;
    }

    /**
     * What is asked for; nothing and empty mean any.
     *
     * @param sections the section that is meant and all below it
     * @param words of the headline
     * @param isStale true for stale translations alone
     */
    public record Filter(
            Set<State> states,
            Set<SectionId> sections,
            @Nullable Language language,
            @Nullable Kind kind,
            String words,
            @Nullable Person person,
            @Nullable Instant dueBefore,
            boolean isStale) {

        public static final Filter ALL = new Filter(Set.of(), Set.of(), null, null, "", null, null, false);

        public Filter {
            states = Set.copyOf(states);
            sections = Set.copyOf(sections);
        }

        private List<Condition> conditions() {
            var conditions = new ArrayList<Condition>();
            if (!states.isEmpty()) {
                conditions.add(
                        DESK.STATE.in(states.stream().map(State::word).sorted().toList()));
            }
            if (!sections.isEmpty()) {
                conditions.add(DESK.SECTION_ID.in(
                        sections.stream().map(SectionId::value).sorted().toList()));
            }
            if (language != null) {
                conditions.add(DESK.LANGUAGE.eq(language.tag()));
            }
            if (kind != null) {
                conditions.add(DESK.KIND.eq(kind.word()));
            }
            Arrays.stream(words.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .forEach(word -> conditions.add(DESK.HEADLINE_KEY.contains(DeskWrites.key(word))));
            if (person != null) {
                conditions.add(person.condition());
            }
            if (dueBefore != null) {
                conditions.add(DESK.DUE_AT.lt(dueBefore.toEpochMilli()));
            }
            if (isStale) {
                conditions.add(Staleness.IS_STALE);
            }
            return conditions;
        }
    }

    /**
     * Whose items are asked for.
     *
     * @param saver by this name they also saved the newest revision; nothing asks for what is assigned to them alone
     */
    public record Person(AccountId account, @Nullable Actor saver) {

        private Condition condition() {
            var assigned = DESK.ASSIGNEE_ID.eq(account.value());
            return saver == null ? assigned : assigned.or(DESK.SAVED_BY.eq(saver.name()));
        }
    }

    /** Where a part of the list ends: the next one begins after it. */
    public record Place(Instant changedAt, ItemId item) {

        public static Place of(DeskLine line) {
            return new Place(line.changedAt(), line.facts().item());
        }
    }

    /**
     * A part of the list.
     *
     * @param after where the part before this one ended; nothing begins with what changed last
     */
    public List<DeskLine> list(Filter filter, @Nullable Place after, int count) {
        var conditions = filter.conditions();
        if (after != null) {
            conditions.add(DSL.row(DESK.CHANGED_AT, DESK.ITEM_ID)
                    .lt(after.changedAt().toEpochMilli(), after.item().value()));
        }
        return database.reading()
                .select(FIELDS)
                .from(DESK)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(DESK.ASSIGNEE_ID))
                .where(conditions)
                .orderBy(DESK.CHANGED_AT.desc(), DESK.ITEM_ID.desc())
                .limit(inline(count))
                .fetch(DeskQueries::line);
    }

    /** The row of one item. */
    public Optional<DeskLine> find(ItemId item) {
        return database.reading()
                .select(FIELDS)
                .from(DESK)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(DESK.ASSIGNEE_ID))
                .where(DESK.ITEM_ID.eq(item.value()))
                .fetchOptional(DeskQueries::line);
    }

    /** What goes out in this span of time, the first one first. */
    public List<DeskLine> released(Filter filter, Instant from, Instant until, int count) {
        return planned(DESK.RELEASE_AT, filter, from, until, count);
    }

    /** What is due in this span of time, the first one first. */
    public List<DeskLine> due(Filter filter, Instant from, Instant until, int count) {
        return planned(DESK.DUE_AT, filter, from, until, count);
    }

    private List<DeskLine> planned(Field<Long> time, Filter filter, Instant from, Instant until, int count) {
        return database.reading()
                .select(FIELDS)
                .from(DESK)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(DESK.ASSIGNEE_ID))
                .where(filter.conditions())
                .and(time.ge(from.toEpochMilli()))
                .and(time.lt(until.toEpochMilli()))
                .orderBy(time, DESK.ITEM_ID)
                .limit(inline(count))
                .fetch(DeskQueries::line);
    }

    /** How many stories of a list, in one language or in all, readers see on each day of this span that has any. */
    public SortedMap<LocalDate, Long> published(
            ListKey list, @Nullable Language language, LocalDate first, LocalDate last) {
        var days = new TreeMap<LocalDate, Long>();
        var tally = Tables.TALLY;
        database.reading()
                .select(tally.SPAN, tally.STORIES)
                .from(tally)
                .where(tally.LIST.eq(list.value()), tally.UNIT.eq(LiveWrites.DAY))
                .and(language == null ? DSL.noCondition() : tally.LANGUAGE.eq(language.tag()))
                .and(tally.SPAN.between(first.toString(), last.toString()))
                .forEach(row -> days.merge(LocalDate.parse(row.value1()), row.value2(), Long::sum));
        return days;
    }

    private static DeskLine line(Record row) {
        Long assignee = row.get(DESK.ASSIGNEE_ID);
        String name = row.get(ACCOUNT.NAME);
        return new DeskLine(
                new DeskLine.Facts(
                        new ItemId(row.get(DESK.ITEM_ID)),
                        row.get(DESK.HEADLINE),
                        Kind.of(row.get(DESK.KIND)),
                        new Language(row.get(DESK.LANGUAGE)),
                        new SectionId(row.get(DESK.SECTION_ID))),
                State.of(row.get(DESK.STATE)),
                Instant.ofEpochMilli(row.get(DESK.CHANGED_AT)),
                new DeskLine.Saving(Instant.ofEpochMilli(row.get(DESK.SAVED_AT)), new Actor(row.get(DESK.SAVED_BY))),
                Rows.instant(row.get(DESK.RELEASE_AT)),
                new Assignment(
                        assignee == null ? null : new AccountId(assignee),
                        name == null ? "" : name,
                        Rows.instant(row.get(DESK.DUE_AT))),
                Math.toIntExact(row.get(DESK.OPEN_COMMENTS)),
                row.get(DESK.IS_STALE) == 1);
    }
}

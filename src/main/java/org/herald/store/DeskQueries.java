package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;
import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.COMMENT;
import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.DRAFT;
import static org.herald.store.schema.Tables.REVISION;
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
import org.herald.model.Assignment;
import org.herald.model.Comment;
import org.herald.model.DeskLine;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PrincipalId;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.model.kind.KindName;
import org.herald.store.schema.Tables;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
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
            PrincipalRows.name(DESK.SAVED_BY),
            DESK.RELEASE_AT,
            DESK.OPEN_COMMENTS,
            DESK.ASSIGNEE_ID,
            DESK.DUE_AT,
            ACCOUNT.NAME,
            DESK.IS_STALE,
            DESK.CHANGE_STATE,
            DESK.EMBARGO_AT,
            DESK.IS_SENT_BACK);

    private final Database database;

    public DeskQueries(Database database) {
        this.database = database;
    }

    /**
     * What is asked for; null and empty mean any.
     *
     * @param states of items; for those of review also of changes that wait behind live ones
     * @param sections the section that is meant and all below it
     * @param words of the headline
     * @param isStale true for stale translations alone
     * @param hasChange true for live and withdrawn items alone behind which a change waits
     */
    public record Filter(
            Set<State> states,
            Set<SectionId> sections,
            @Nullable Language language,
            @Nullable KindName kind,
            String words,
            @Nullable Person person,
            @Nullable Instant dueBefore,
            boolean isStale,
            boolean hasChange) {

        public static final Filter ALL = new Filter(Set.of(), Set.of(), null, null, "", null, null, false, false);

        public Filter {
            states = Set.copyOf(states);
            sections = Set.copyOf(sections);
        }

        private List<Condition> conditions() {
            var conditions = new ArrayList<Condition>();
            if (!states.isEmpty()) {
                conditions.add(isIn(states));
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
            if (hasChange) {
                conditions.add(DESK.CHANGE_STATE.isNotNull());
            }
            return conditions;
        }

        private static Condition isIn(Set<State> states) {
            var items = DESK.STATE.in(states.stream().map(State::word).sorted().toList());
            var changes =
                    REVIEW.stream().filter(states::contains).map(State::word).toList();
            return changes.isEmpty() ? items : items.or(DESK.CHANGE_STATE.in(changes));
        }
    }

    /** The states of review, in which changes to live items stand as well as new items. */
    private static final List<State> REVIEW = List.of(State.IN_REVIEW, State.APPROVED);

    /**
     * Whose items are asked for.
     *
     * @param writer as whom they began or wrote in items; null asks for what is assigned to them alone
     */
    public record Person(AccountId account, @Nullable PrincipalId writer) {

        private Condition condition() {
            return writer == null ? DESK.ASSIGNEE_ID.eq(account.value()) : DESK.ITEM_ID.in(own(writer));
        }

        /** Each part by its own index: joined by OR they would all be asked of every item there is. */
        private Select<Record1<Long>> own(PrincipalId writer) {
            var typed = DSL.select(DRAFT.ITEM_ID)
                    .from(DRAFT)
                    .where(DRAFT.ACCOUNT_ID.eq(account.value()), DRAFT.ITEM_ID.isNotNull());
            return DSL.select(REVISION.ITEM_ID)
                    .from(REVISION)
                    .where(REVISION.SAVED_BY.eq(writer.value()))
                    .unionAll(typed)
                    .unionAll(DSL.select(DESK.ITEM_ID).from(DESK).where(DESK.ASSIGNEE_ID.eq(account.value())))
                    .unionAll(DSL.select(DESK.ITEM_ID).from(DESK).where(cameBack()));
        }

        /** What came back to them: they wrote in it, or sent it to review, and it was another who sent it back. */
        private Condition cameBack() {
            if (writer == null) {
                return DSL.falseCondition();
            }
            var wrote = DSL.exists(DSL.selectOne()
                    .from(REVISION)
                    .where(REVISION.ITEM_ID.eq(DESK.ITEM_ID), REVISION.SAVED_BY.eq(writer.value())));
            var sent = DSL.exists(DSL.selectOne()
                    .from(CHANGE)
                    .where(CHANGE.ITEM_ID.eq(DESK.ITEM_ID), CHANGE.PRINCIPAL_ID.eq(writer.value()))
                    .and(CHANGE.VERB.eq(inline(VerbName.SEND_TO_REVIEW.word()))));
            var byAnother = DSL.exists(DSL.selectOne()
                    .from(COMMENT)
                    .where(COMMENT.ITEM_ID.eq(DESK.ITEM_ID), COMMENT.RESOLVED_AT.isNull())
                    .and(COMMENT.KIND.ne(inline(Comment.Kind.REMARK.word())))
                    .and(COMMENT.SAID_BY.ne(writer.value())));
            return DESK.IS_SENT_BACK.eq(inline(1L)).and(wrote.or(sent)).and(byAnother);
        }
    }

    /** Where a part of the list ends: the next one begins after it. */
    public record Cursor(Instant changedAt, ItemId item) {

        public static Cursor of(DeskLine line) {
            return new Cursor(line.changedAt(), line.facts().item());
        }
    }

    /**
     * A part of the list.
     *
     * @param after where the part before this one ended; nothing begins with what changed last
     */
    public List<DeskLine> list(Filter filter, @Nullable Cursor after, int count) {
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

    /** What waits for a person, because it was given to them or came back to them, newest change first. */
    public List<DeskLine> waitingFor(Person person, int count) {
        return database.reading()
                .select(FIELDS)
                .from(DESK)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(DESK.ASSIGNEE_ID))
                .where(DESK.ITEM_ID.in(waiting(person)))
                .orderBy(DESK.CHANGED_AT.desc(), DESK.ITEM_ID.desc())
                .limit(inline(count))
                .fetch(DeskQueries::line);
    }

    /** How much waits for a person. */
    public int countWaitingFor(Person person) {
        return database.reading().fetchCount(DESK, DESK.ITEM_ID.in(waiting(person)));
    }

    /** Each half by its own index; an item may stand in both. */
    private static Select<Record1<Long>> waiting(Person person) {
        return DSL.select(DESK.ITEM_ID)
                .from(DESK)
                .where(DESK.ASSIGNEE_ID.eq(person.account().value()))
                .unionAll(DSL.select(DESK.ITEM_ID).from(DESK).where(person.cameBack()));
    }

    /**
     * How much there is of what the newsroom watches.
     *
     * @param toReview items and changes that wait to be read
     * @param changes changes that wait behind what readers see, or saw
     * @param late what should have been done by now
     */
    public record Counts(int toReview, int changes, int late) {}

    public Counts counts(Instant now) {
        var inReview = inline(State.IN_REVIEW.word());
        return database.reading()
                .select(
                        count(DESK.STATE.eq(inReview)),
                        count(DESK.CHANGE_STATE.eq(inReview)),
                        count(DESK.CHANGE_STATE.isNotNull()),
                        count(DESK.DUE_AT.lt(now.toEpochMilli())))
                .fetchSingle(row -> new Counts(row.value1() + row.value2(), row.value3(), row.value4()));
    }

    private static Field<Integer> count(Condition condition) {
        return DSL.field(DSL.selectCount().from(DESK).where(condition));
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

    /** What is held back until an instant of this span, the first one first. */
    public List<DeskLine> heldBack(Filter filter, Instant from, Instant until, int count) {
        return planned(DESK.EMBARGO_AT, filter, from, until, count);
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
        String change = row.get(DESK.CHANGE_STATE);
        return new DeskLine(
                new DeskLine.Facts(
                        new ItemId(row.get(DESK.ITEM_ID)),
                        row.get(DESK.HEADLINE),
                        new KindName(row.get(DESK.KIND)),
                        new Language(row.get(DESK.LANGUAGE)),
                        new SectionId(row.get(DESK.SECTION_ID))),
                State.of(row.get(DESK.STATE)),
                change == null ? null : State.of(change),
                Instant.ofEpochMilli(row.get(DESK.CHANGED_AT)),
                new DeskLine.Saving(
                        Instant.ofEpochMilli(row.get(DESK.SAVED_AT)), PrincipalRows.principal(row, DESK.SAVED_BY)),
                Rows.instant(row.get(DESK.RELEASE_AT)),
                Rows.instant(row.get(DESK.EMBARGO_AT)),
                new Assignment(
                        assignee == null ? null : new AccountId(assignee),
                        name == null ? "" : name,
                        Rows.instant(row.get(DESK.DUE_AT))),
                Math.toIntExact(row.get(DESK.OPEN_COMMENTS)),
                row.get(DESK.IS_STALE) == 1,
                row.get(DESK.IS_SENT_BACK) == 1);
    }
}

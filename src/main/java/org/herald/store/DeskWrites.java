package org.herald.store;

import static org.herald.store.schema.Tables.COMMENT;
import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.herald.model.AccountId;
import org.herald.model.Comment;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.State;
import org.herald.store.Statements.Text;
import org.herald.store.schema.tables.Item;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the newsroom's list. */
public final class DeskWrites {

    private static final Field<Integer> OPEN = DSL.field(
            "{0}",
            Integer.class,
            DSL.select(DSL.count())
                    .from(COMMENT)
                    .where(COMMENT.ITEM_ID.eq(ITEM.ID), COMMENT.RESOLVED_AT.isNull())
                    .asField());

    private static final Field<Long> IS_SENT_BACK = DSL.when(
                    DSL.coalesce(ITEM.CHANGE_STATE, ITEM.STATE)
                            .eq(inline(State.DRAFT.word()))
                            .and(DSL.exists(DSL.selectOne()
                                    .from(COMMENT)
                                    .where(COMMENT.ITEM_ID.eq(ITEM.ID), COMMENT.RESOLVED_AT.isNull())
                                    .and(COMMENT.KIND.in(
                                            inline(Comment.Kind.SENT_BACK.word()),
                                            inline(Comment.Kind.MISSED.word()))))),
                    inline(1L))
            .otherwise(inline(0L));

    private static final Item OTHER = ITEM.as("other");
    private static final Field<Boolean> HAS_TRANSLATIONS = DSL.field(
            DSL.exists(DSL.selectOne().from(OTHER).where(OTHER.GROUP_ID.eq(ITEM.GROUP_ID), OTHER.ID.ne(ITEM.ID))));

    private static final Text FIND = Text.of(select(REVISION.HEADLINE, ITEM.GROUP_ID, HAS_TRANSLATIONS)
            .from(ITEM)
            .join(REVISION)
            .on(REVISION.ID.eq(ITEM.HEAD_ID))
            .where(ITEM.ID.eq(Text.any(ITEM.ID))));

    /** What the row of an item says, from its own row and that of its newest revision. */
    private static final Map<Field<?>, Field<?>> FRESH = fresh();

    private static final Text PUT = Text.of(insertInto(DESK)
            .columns(FRESH.keySet())
            .select(select(FRESH.values())
                    .from(ITEM)
                    .join(REVISION)
                    .on(REVISION.ID.eq(ITEM.HEAD_ID))
                    .where(ITEM.ID.eq(Text.any(ITEM.ID))))
            .onConflict(DESK.ITEM_ID)
            .doUpdate()
            .set(FRESH.keySet().stream().collect(Collectors.toMap(column -> column, DSL::excluded))));

    private static final Text ASSIGN = Text.of(update(DESK)
            .set(DESK.ASSIGNEE_ID, Text.any(DESK.ASSIGNEE_ID))
            .set(DESK.DUE_AT, Text.any(DESK.DUE_AT))
            .where(DESK.ITEM_ID.eq(Text.any(DESK.ITEM_ID))));

    private final DSLContext dsl;
    private final Statements statements;

    DeskWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    private static Map<Field<?>, Field<?>> fresh() {
        var fresh = new LinkedHashMap<Field<?>, Field<?>>();
        fresh.put(DESK.ITEM_ID, ITEM.ID);
        fresh.put(DESK.CHANGED_AT, Text.any(DESK.CHANGED_AT));
        fresh.put(DESK.STATE, ITEM.STATE);
        fresh.put(DESK.KIND, ITEM.KIND);
        fresh.put(DESK.LANGUAGE, ITEM.LANGUAGE);
        fresh.put(DESK.SECTION_ID, ITEM.SECTION_ID);
        fresh.put(DESK.GROUP_ID, ITEM.GROUP_ID);
        fresh.put(DESK.HEADLINE, REVISION.HEADLINE);
        fresh.put(DESK.HEADLINE_KEY, Text.any(DESK.HEADLINE_KEY));
        fresh.put(DESK.SAVED_AT, REVISION.SAVED_AT);
        fresh.put(DESK.SAVED_BY, REVISION.SAVED_BY);
        fresh.put(DESK.RELEASE_AT, ITEM.DUE_AT);
        fresh.put(DESK.OPEN_COMMENTS, OPEN);
        fresh.put(DESK.CHANGE_STATE, ITEM.CHANGE_STATE);
        fresh.put(DESK.EMBARGO_AT, ITEM.EMBARGO_AT);
        fresh.put(DESK.IS_SENT_BACK, IS_SENT_BACK);
        return fresh;
    }

    /** What is asked before a row is written. */
    private record Found(String headline, GroupId group, boolean hasTranslations) {}

    /** Brings the row of an item, and what is said of its translations, up to date after something was done about it. */
    public void refresh(ItemId item, Instant at) {
        statements
                .one(
                        row -> new Found(row.getString(1), new GroupId(row.getLong(2)), row.getBoolean(3)),
                        FIND,
                        item.value())
                .ifPresent(found -> {
                    statements.run(PUT, at.toEpochMilli(), key(found.headline()), item.value());
                    if (found.hasTranslations()) {
                        Staleness.refresh(dsl, found.group());
                    }
                });
    }

    /** Keeps who is to do something about an item, and until when. */
    public void assign(ItemId item, @Nullable AccountId account, @Nullable Instant dueAt) {
        statements.run(ASSIGN, account == null ? null : account.value(), Rows.millis(dueAt), item.value());
    }

    /** The words of a headline as they are searched. */
    static String key(String headline) {
        return headline.toLowerCase(Locale.ROOT);
    }
}

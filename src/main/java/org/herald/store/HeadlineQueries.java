package org.herald.store;

import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.jooq.Record6;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/** Items by what stands above them, whatever readers see of them: to lead to one, nobody needs to know its address. */
public final class HeadlineQueries {

    private final Database database;

    public HeadlineQueries(Database database) {
        this.database = database;
    }

    /** An item as a choice among others. */
    public record Line(
            ItemId item, String headline, Language language, SectionId section, State state, KindName kind) {}

    /** Items in a language whose newest headline has this text, in small letters or capital ones; what changed last first. */
    public List<Line> with(String text, Language language, int count) {
        return with(text, language, List.of(), count);
    }

    /** The same among items of these kinds, or of any when there are none. */
    public List<Line> with(String text, Language language, Collection<KindName> kinds, int count) {
        return database.reading()
                .select(DESK.ITEM_ID, DESK.HEADLINE, DESK.LANGUAGE, DESK.SECTION_ID, DESK.STATE, DESK.KIND)
                .from(DESK)
                .where(
                        DESK.LANGUAGE.eq(language.tag()),
                        DESK.HEADLINE_KEY.contains(DeskWrites.key(text)),
                        kinds.isEmpty()
                                ? DSL.noCondition()
                                : DESK.KIND.in(
                                        kinds.stream().map(KindName::word).toList()))
                .orderBy(DESK.CHANGED_AT.desc(), DESK.ITEM_ID.desc())
                .limit(inline(count))
                .fetch(HeadlineQueries::line);
    }

    /** This item, when there is one. */
    public List<Line> of(ItemId item) {
        return lines().where(ITEM.ID.eq(item.value())).fetch(HeadlineQueries::line);
    }

    /** Those of these items that exist. */
    public List<Line> of(Collection<ItemId> items) {
        return items.isEmpty()
                ? List.of()
                : lines().where(ITEM.ID.in(items.stream().map(ItemId::value).toList()))
                        .fetch(HeadlineQueries::line);
    }

    /** The item that stands or ever stood at this address. */
    public List<Line> at(String path) {
        return lines().where(ITEM.ID.in(DSL.select(PATH.ITEM_ID).from(PATH).where(PATH.PATH_.eq(path))))
                .fetch(HeadlineQueries::line);
    }

    private SelectOnConditionStep<Record6<Long, String, String, Long, String, String>> lines() {
        return database.reading()
                .select(ITEM.ID, REVISION.HEADLINE, ITEM.LANGUAGE, ITEM.SECTION_ID, ITEM.STATE, ITEM.KIND)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID));
    }

    private static Line line(Record6<Long, String, String, Long, String, String> row) {
        return new Line(
                new ItemId(row.value1()),
                row.value2(),
                new Language(row.value3()),
                new SectionId(row.value4()),
                State.of(row.value5()),
                new KindName(row.value6()));
    }
}

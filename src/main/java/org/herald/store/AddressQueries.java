package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.DRAFT;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.SECTION;
import static org.herald.store.schema.Tables.TALLY;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.jooq.DSLContext;

/** What the addresses of the portal lead to, as those who write ask it: of the newest state, or inside a transaction. */
public final class AddressQueries {

    private final Supplier<DSLContext> dsl;

    public AddressQueries(Database database) {
        this.dsl = database::reading;
    }

    AddressQueries(Supplier<DSLContext> dsl) {
        this.dsl = dsl;
    }

    AddressQueries(DSLContext dsl) {
        this.dsl = () -> dsl;
    }

    /** What a stored address leads to. */
    public sealed interface Lead {}

    public record ToItem(ItemId item) implements Lead {}

    public record ToSection(SectionId section, Language language) implements Lead {}

    public record ToFile(AssetId asset) implements Lead {}

    public record ToTag(Slug tag, Language language) implements Lead {}

    /** A redirect to a listing. */
    public record ToAddress(String address) implements Lead {}

    public Optional<Lead> at(String path) {
        return dsl.get()
                .select(PATH.ITEM_ID, PATH.SECTION_ID, PATH.ASSET_ID, PATH.TAG, PATH.TARGET, PATH.LANGUAGE)
                .from(PATH)
                .where(PATH.PATH_.eq(path))
                .fetchOptional(row -> {
                    Long item = row.get(PATH.ITEM_ID);
                    Long section = row.get(PATH.SECTION_ID);
                    Long asset = row.get(PATH.ASSET_ID);
                    String tag = row.get(PATH.TAG);
                    var language = new Language(row.get(PATH.LANGUAGE));
                    if (item != null) {
                        return new ToItem(new ItemId(item));
                    }
                    if (section != null) {
                        return new ToSection(new SectionId(section), language);
                    }
                    if (asset != null) {
                        return new ToFile(new AssetId(asset));
                    }
                    return tag == null ? new ToAddress(row.get(PATH.TARGET)) : new ToTag(new Slug(tag), language);
                });
    }

    /** How many addresses are stored. */
    public int count() {
        return dsl.get().fetchCount(PATH);
    }

    /** The stored addresses after this one, in their order; some at a time, because there may be millions. */
    public List<String> after(String address, int count) {
        return dsl.get()
                .select(PATH.PATH_)
                .from(PATH)
                .where(PATH.PATH_.gt(address))
                .orderBy(PATH.PATH_)
                .limit(count)
                .fetch(PATH.PATH_);
    }

    /** The earlier addresses of sections. */
    public List<String> ofSections() {
        return dsl.get()
                .select(PATH.PATH_)
                .from(PATH)
                .where(PATH.SECTION_ID.isNotNull())
                .fetch(PATH.PATH_);
    }

    /** The section at this path, without language. */
    public Optional<SectionId> section(String path) {
        return dsl.get()
                .select(SECTION.ID)
                .from(SECTION)
                .where(SECTION.PATH.eq(path), SECTION.REMOVED_AT.isNull())
                .fetchOptional(row -> new SectionId(row.value1()));
    }

    public boolean isThere(ItemId item) {
        return dsl.get().fetchExists(ITEM, ITEM.ID.eq(item.value()));
    }

    /** True when readers see the item. */
    public boolean isShown(ItemId item) {
        return dsl.get().fetchExists(LIVE, LIVE.ITEM_ID.eq(item.value()));
    }

    public boolean isThere(AssetId asset) {
        return dsl.get().fetchExists(ASSET, ASSET.ID.eq(asset.value()));
    }

    /** The file whose SHA-256 begins so. */
    public Optional<AssetId> file(String beginning) {
        return dsl.get()
                .select(ASSET.ID)
                .from(ASSET)
                .where(ASSET.HASH.ge(beginning), ASSET.HASH.lt(beginning + "g"))
                .orderBy(ASSET.HASH)
                .limit(inline(1))
                .fetchOptional(row -> new AssetId(row.value1()));
    }

    /** All files whose SHA-256 begins so. */
    List<AssetId> files(String beginning) {
        return dsl.get()
                .select(ASSET.ID)
                .from(ASSET)
                .where(ASSET.HASH.ge(beginning), ASSET.HASH.lt(beginning + "g"))
                .orderBy(ASSET.ID)
                .fetch(row -> new AssetId(row.value1()));
    }

    /** The item whose text is being written in a draft. */
    public Optional<ItemId> ofDraft(long draft) {
        return dsl.get()
                .select(DRAFT.ITEM_ID)
                .from(DRAFT)
                .where(DRAFT.ID.eq(draft), DRAFT.ITEM_ID.isNotNull())
                .fetchOptional(row -> new ItemId(row.value1()));
    }

    /**
     * True when a list has stories.
     *
     * @param span a year, month or day: {@code 2024}, {@code 2024-08}, {@code 2024-08-19}; empty for ever
     */
    public boolean hasStories(ListKey list, Language language, String span) {
        boolean isDay = span.length() == "2024-08-19".length();
        return dsl.get()
                .fetchExists(
                        TALLY,
                        TALLY.LIST.eq(list.value()),
                        TALLY.LANGUAGE.eq(language.tag()),
                        TALLY.UNIT.eq(isDay ? LiveWrites.DAY : LiveWrites.MONTH),
                        TALLY.SPAN.startsWith(span),
                        TALLY.STORIES.gt(0L));
    }
}

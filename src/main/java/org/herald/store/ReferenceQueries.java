package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.REFERENCE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.herald.model.AssetId;
import org.herald.model.BlockId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.kind.Kind;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What that readers see names what. */
public final class ReferenceQueries {

    private static final int MOST = 100;

    private final Database database;

    public ReferenceQueries(Database database) {
        this.database = database;
    }

    /**
     * Something that names a file while readers see it.
     *
     * @param key by which it is announced that it changes; null when no key does
     * @param fromAt when it begins; null for what has begun
     * @param untilAt when it ends; null for what ends by nothing but a change
     */
    public record Naming(
            @Nullable PageKey key,
            @Nullable Instant fromAt,
            @Nullable Instant untilAt) {

        public boolean holdsAt(Instant now) {
            return (fromAt == null || !now.isBefore(fromAt)) && (untilAt == null || now.isBefore(untilAt));
        }
    }

    /**
     * What names the files whose hash begins so: one thing without an end where there is one, else all that have one.
     *
     * @param hash the first 16 digits
     */
    public List<Naming> naming(String hash) {
        var lasting = rows(hash, REFERENCE.FROM_AT.isNull().and(REFERENCE.UNTIL_AT.isNull()), 1, List.of());
        return lasting.isEmpty()
                ? rows(
                        hash,
                        DSL.noCondition(),
                        MOST,
                        List.of(REFERENCE.UNTIL_AT.desc().nullsFirst()))
                : lasting;
    }

    private List<Naming> rows(String hash, Condition which, int count, List<SortField<Long>> order) {
        return database.reading()
                .select(REFERENCE.SUBJECT, REFERENCE.FROM_AT, REFERENCE.UNTIL_AT)
                .from(ASSET)
                .join(REFERENCE)
                .on(REFERENCE.OBJECT.eq(DSL.concat(DSL.inline("asset:"), ASSET.ID.cast(String.class))))
                .where(ASSET.HASH.ge(hash), ASSET.HASH.lt(hash + "g"))
                .and(which)
                .orderBy(order)
                .limit(DSL.inline(count))
                .fetch() // whole, because a key may ask for more
                .map(row -> new Naming(
                        key(row.value1()).orElse(null), Rows.instant(row.value2()), Rows.instant(row.value3())));
    }

    /** The key by which a change of a subject is announced. */
    private Optional<PageKey> key(String subject) {
        String[] words = subject.split(":", 3);
        return switch (words[0]) {
            case "item" -> Optional.of(PageKey.item(new ItemId(Long.parseLong(words[1]))));
            case "menu" -> Optional.of(PageKey.menu(words[1], new Language(words[2])));
            case "banner" -> Optional.of(PageKey.banner(new Language(words[1])));
            case "library" -> Optional.empty();
            case "block" -> language(new BlockId(Long.parseLong(words[1]))).map(PageKey::blocks);
            default -> throw new IllegalStateException("Nothing is named so: " + subject);
        };
    }

    private Optional<Language> language(BlockId block) {
        return database.reading()
                .select(BLOCK.LANGUAGE)
                .from(BLOCK)
                .where(BLOCK.BLOCK_ID.eq(block.value()), History.BLOCKS.now())
                .fetchOptional(row -> new Language(row.value1()));
    }

    /**
     * The articles in a language that name an item or one of its translations, newest first, at most so many. A translation
     * of an article may name what its original named.
     *
     * @param named the item and its translations
     */
    public List<LiveItem> articles(Collection<ItemId> named, Language language, int most) {
        var articles = database.reading(named.stream().map(PageKey::naming).toArray(PageKey[]::new))
                .selectDistinct(Rows.LIVE_FIELDS)
                .from(REFERENCE)
                .join(LIVE)
                .on(REFERENCE.SUBJECT.eq(DSL.concat(DSL.inline("item:"), LIVE.ITEM_ID.cast(String.class))))
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(
                        REFERENCE.OBJECT.in(
                                named.stream().map(item -> "item:" + item).toList()),
                        LIVE.LANGUAGE.eq(language.tag()),
                        LIVE.STANDS.eq(DSL.inline(Kind.Stands.DATED.word())))
                .orderBy(LIVE.PUBLISHED_AT.desc(), LIVE.ITEM_ID.desc())
                .limit(DSL.inline(most))
                .fetch(Rows::liveItem);
        database.note(
                articles.stream().map(article -> PageKey.item(article.id())).toList());
        return articles;
    }

    /** The assets whose hash begins so. */
    public Set<AssetId> assets(String hash) {
        return new HashSet<>(new AddressQueries(database).files(hash));
    }
}

package org.herald.store;

import static org.herald.store.schema.Tables.BANNER;
import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.MENU;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.REFERENCE;
import static org.herald.store.schema.Tables.REVISION;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.BlockId;
import org.herald.model.Body;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.PlacedBlock;
import org.herald.model.RevisionId;
import org.herald.model.Target;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what names what among the things that readers see: items by their live revision, blocks, menus and banners. Whatever
 * changes one of them says so here in the same transaction.
 */
public final class ReferenceWrites {

    private static final String ITEM_PREFIX = "item:";
    /** Names the files of an earlier site that are public because they were so there. */
    private static final String LIBRARY = "library";

    private static final Pattern FILE = Pattern.compile("/assets/([0-9a-f]{16})/.+");
    private static final Text FORGET =
            Text.of(deleteFrom(REFERENCE).where(REFERENCE.SUBJECT.eq(Text.any(REFERENCE.SUBJECT))));
    private static final Text LEAVE_LIBRARY = Text.of(deleteFrom(REFERENCE)
            .where(REFERENCE.SUBJECT.eq(inline(LIBRARY)), REFERENCE.OBJECT.eq(Text.any(REFERENCE.OBJECT))));
    private static final Text ADD =
            Text.insert(REFERENCE, REFERENCE.SUBJECT, REFERENCE.OBJECT, REFERENCE.FROM_AT, REFERENCE.UNTIL_AT);
    private static final Text ITEMS = Text.of(select(REFERENCE.OBJECT)
            .from(REFERENCE)
            .where(
                    REFERENCE.SUBJECT.eq(Text.any(REFERENCE.SUBJECT)),
                    REFERENCE.OBJECT.like(inline(ITEM_PREFIX + "%"))));
    private static final Text SHOWN = Text.of(
            select(REVISION.PICTURE_ID, REVISION.BODY).from(REVISION).where(REVISION.ID.eq(Text.any(REVISION.ID))));

    private final DSLContext dsl;
    private final Statements statements;

    ReferenceWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    /**
     * Readers see this revision of an item from now on.
     *
     * @param byFields what its fields name
     * @return the items that it did not name before, and those that it no longer names
     */
    public Set<ItemId> show(ItemId item, RevisionId revision, Collection<String> byFields) {
        var objects = statements
                .one(
                        row -> {
                            var named = new Body(row.getString(2)).named();
                            long picture = row.getLong(1);
                            if (!row.wasNull()) {
                                named.add(new AssetId(picture).named());
                            }
                            return named;
                        },
                        SHOWN,
                        revision.value())
                .orElseThrow();
        objects.addAll(byFields);
        var before = items(item);
        replace(ITEM_PREFIX + item, objects, null, null);
        // from now on its files are public because of what shows them, and as long
        objects.forEach(object -> statements.run(LEAVE_LIBRARY, object));
        var changed = new LinkedHashSet<ItemId>();
        objects.stream()
                .filter(object -> object.startsWith(ITEM_PREFIX))
                .map(object -> new ItemId(Long.parseLong(object.substring(ITEM_PREFIX.length()))))
                .filter(named -> !before.remove(named))
                .forEach(changed::add);
        changed.addAll(before);
        return changed;
    }

    /** The items that this one names while readers see it. */
    private Set<ItemId> items(ItemId item) {
        return new LinkedHashSet<>(statements.all(
                row -> new ItemId(Long.parseLong(row.getString(1).substring(ITEM_PREFIX.length()))),
                ITEMS,
                ITEM_PREFIX + item));
    }

    /**
     * Readers see nothing of an item any more.
     *
     * @return the items that it named
     */
    public Set<ItemId> hide(ItemId item) {
        var named = items(item);
        statements.run(FORGET, ITEM_PREFIX + item);
        return named;
    }

    /**
     * Keeps what stays public of the files of an earlier site: those with an address of their own which nothing here names,
     * neither what readers see nor the newest text of what they do not see.
     *
     * @param withheld files that are not public for another reason
     * @param kinds by which fields name files
     * @return false when nothing changed
     */
    public boolean library(Set<AssetId> withheld, Kinds kinds) {
        var before = dsl.select(REFERENCE.OBJECT)
                .from(REFERENCE)
                .where(REFERENCE.SUBJECT.eq(LIBRARY))
                .fetchSet(REFERENCE.OBJECT);
        statements.run(FORGET, LIBRARY);
        var files = new LinkedHashSet<String>();
        dsl.selectDistinct(PATH.ASSET_ID)
                .from(PATH)
                .where(PATH.ASSET_ID.isNotNull())
                .forEach(row -> files.add(new AssetId(row.value1()).named()));
        withheld.forEach(asset -> files.remove(asset.named()));
        dsl.selectDistinct(REFERENCE.OBJECT).from(REFERENCE).forEach(row -> files.remove(row.value1()));
        if (!files.isEmpty()) {
            files.removeAll(namedByUnpublished(kinds));
        }
        files.forEach(file -> statements.run(ADD, LIBRARY, file, null, null));
        return !files.equals(before);
    }

    private Set<String> namedByUnpublished(Kinds kinds) {
        var named = new HashSet<String>();
        try (var rows = dsl.select(REVISION.PICTURE_ID, REVISION.BODY, REVISION.FIELDS, ITEM.KIND)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .where(DSL.notExists(select(LIVE.ITEM_ID).from(LIVE).where(LIVE.ITEM_ID.eq(ITEM.ID))))
                .fetchLazy()) {
            rows.forEach(row -> {
                named.addAll(new Body(row.value2()).named());
                if (row.value1() != null) {
                    named.add(new AssetId(row.value1()).named());
                }
                kinds.find(new KindName(row.value4()))
                        .ifPresent(kind -> named.addAll(kind.named(StoredContent.fields(row.value3()))));
            });
        }
        return named;
    }

    /** A block was added, changed or removed. */
    void block(BlockId id) {
        statements.run(FORGET, "block:" + id);
        OutlineRows.blocks(dsl, History.BLOCKS.now().and(BLOCK.BLOCK_ID.eq(id.value()))).stream()
                .map(PlacedBlock::block)
                .forEach(block -> {
                    var objects = target(block.target());
                    block.lines().forEach(line -> objects.addAll(target(line.target())));
                    block.named().forEach(item -> objects.addAll(target("item:" + item)));
                    Asset picture = block.picture();
                    if (picture != null) {
                        objects.add(picture.id().named());
                    }
                    replace("block:" + id, objects, Rows.millis(block.fromAt()), Rows.millis(block.untilAt()));
                });
    }

    /** A menu was changed. */
    void menu(String menu, Language language) {
        var objects = new LinkedHashSet<String>();
        dsl.select(MENU.TARGET)
                .from(MENU)
                .where(MENU.MENU_.eq(menu), MENU.LANGUAGE.eq(language.tag()), History.MENUS.now())
                .forEach(row -> objects.addAll(target(row.value1())));
        replace("menu:" + menu + ":" + language, objects, null, null);
    }

    /** The banner of a language was raised or taken down. */
    void banner(Language language) {
        statements.run(FORGET, "banner:" + language);
        dsl.selectFrom(BANNER)
                .where(BANNER.LANGUAGE.eq(language.tag()), History.BANNERS.now())
                .forEach(row -> replace(
                        "banner:" + language,
                        target(row.get(BANNER.TARGET)),
                        row.get(BANNER.SHOWN_FROM),
                        row.get(BANNER.SHOWN_UNTIL)));
    }

    /** What a target names; an address may be that of a file. */
    private Set<String> target(String text) {
        var objects = new LinkedHashSet<String>();
        Target.parse(text).ifPresent(target -> {
            switch (target) {
                case Target.ToItem _, Target.ToSection _ -> objects.add(text);
                case Target.ToAddress(var address) -> files(address).forEach(asset -> objects.add(asset.named()));
                case Target.Outside _ -> {}
            }
        });
        return objects;
    }

    private List<AssetId> files(String address) {
        var addresses = new AddressQueries(dsl);
        var file = FILE.matcher(address);
        if (file.matches()) {
            return addresses.files(file.group(1));
        }
        return addresses
                .at(address)
                .map(lead -> lead instanceof AddressQueries.ToFile(var asset) ? List.of(asset) : List.<AssetId>of())
                .orElse(List.of());
    }

    private void replace(String subject, Collection<String> objects, @Nullable Long from, @Nullable Long until) {
        statements.run(FORGET, subject);
        objects.forEach(object -> statements.run(ADD, subject, object, from, until));
    }
}

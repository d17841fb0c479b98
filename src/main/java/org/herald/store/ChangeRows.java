package org.herald.store;

import static org.herald.store.schema.Tables.CHANGE;

import java.util.Objects;
import org.herald.model.AssetId;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** How each kind of change is stored: the one place that knows which columns it uses. */
final class ChangeRows {

    private static final String ITEM_SHOWN = "item-shown";
    private static final String ITEM_MOVED = "item-moved";
    private static final String ITEM_HIDDEN = "item-hidden";
    private static final String ITEM_EDITED = "item-edited";
    private static final String SECTION_ADDED = "section-added";
    private static final String SECTION_MOVED = "section-moved";
    private static final String SECTION_FOLLOWED = "section-followed";
    private static final String SECTION_REMOVED = "section-removed";
    private static final String SECTION_TITLED = "section-titled";
    private static final String OUTLINE_CHANGED = "outline-changed";
    private static final String PATH_CHANGED = "path-changed";
    private static final String ASSET_CHANGED = "asset-changed";
    private static final String LIBRARY_CHANGED = "library-changed";
    private static final String SETTINGS_CHANGED = "settings-changed";
    private static final String NEWSROOM_CHANGED = "newsroom-changed";

    private ChangeRows() {}

    /** The columns of a change; null where its kind has none. */
    record Columns(
            String kind,
            @Nullable Long item,
            @Nullable Long section,
            @Nullable Long asset,
            @Nullable String language,
            @Nullable String part,
            @Nullable String path,
            @Nullable String oldPath) {

        private static Columns none(String kind) {
            return new Columns(kind, null, null, null, null, null, null, null);
        }

        private static Columns item(
                String kind,
                ItemId item,
                @Nullable Language language,
                @Nullable String path,
                @Nullable String oldPath) {
            String tag = language == null ? null : language.tag();
            return new Columns(kind, item.value(), null, null, tag, null, path, oldPath);
        }

        private static Columns section(
                String kind, SectionId section, @Nullable String path, @Nullable String oldPath) {
            return new Columns(kind, null, section.value(), null, null, null, path, oldPath);
        }
    }

    static Columns columns(Change change) {
        return switch (change) {
            case Change.ItemShown(var item, var language, var path) ->
                Columns.item(ITEM_SHOWN, item, language, path, null);
            case Change.ItemMoved(var item, var language, var from, var to) ->
                Columns.item(ITEM_MOVED, item, language, to, from);
            case Change.ItemHidden(var item, var language, var path) ->
                Columns.item(ITEM_HIDDEN, item, language, path, null);
            case Change.ItemEdited(var item) -> Columns.item(ITEM_EDITED, item, null, null, null);
            case Change.SectionAdded(var section, var path) -> Columns.section(SECTION_ADDED, section, path, null);
            case Change.SectionMoved(var section, var from, var to) ->
                Columns.section(SECTION_MOVED, section, to, from);
            case Change.SectionFollowed(var section) -> Columns.section(SECTION_FOLLOWED, section, null, null);
            case Change.SectionRemoved(var section, var path) -> Columns.section(SECTION_REMOVED, section, path, null);
            case Change.SectionTitled(var section) -> Columns.section(SECTION_TITLED, section, null, null);
            case Change.OutlineChanged outline -> outline(outline.part(), outline.language());
            case Change.PathChanged(var path) -> new Columns(PATH_CHANGED, null, null, null, null, null, path, null);
            case Change.AssetChanged(var asset) ->
                new Columns(ASSET_CHANGED, null, null, asset.value(), null, null, null, null);
            case Change.LibraryChanged() -> Columns.none(LIBRARY_CHANGED);
            case Change.SettingsChanged() -> Columns.none(SETTINGS_CHANGED);
            case Change.NewsroomChanged() -> Columns.none(NEWSROOM_CHANGED);
        };
    }

    private static Columns outline(Change.OutlineChanged.Part part, @Nullable Language language) {
        String tag = language == null ? null : language.tag();
        return new Columns(OUTLINE_CHANGED, null, null, null, tag, part.word(), null, null);
    }

    /** The change of a row that has all columns of the ledger. */
    static Change change(Record row) {
        String kind = row.get(CHANGE.KIND);
        return switch (kind) {
            case ITEM_SHOWN -> new Change.ItemShown(item(row), language(row), text(row, CHANGE.PATH));
            case ITEM_MOVED ->
                new Change.ItemMoved(item(row), language(row), text(row, CHANGE.OLD_PATH), text(row, CHANGE.PATH));
            case ITEM_HIDDEN -> new Change.ItemHidden(item(row), language(row), text(row, CHANGE.PATH));
            case ITEM_EDITED -> new Change.ItemEdited(item(row));
            case SECTION_ADDED -> new Change.SectionAdded(section(row), text(row, CHANGE.PATH));
            case SECTION_MOVED ->
                new Change.SectionMoved(section(row), text(row, CHANGE.OLD_PATH), text(row, CHANGE.PATH));
            case SECTION_FOLLOWED -> new Change.SectionFollowed(section(row));
            case SECTION_REMOVED -> new Change.SectionRemoved(section(row), text(row, CHANGE.PATH));
            case SECTION_TITLED -> new Change.SectionTitled(section(row));
            case OUTLINE_CHANGED ->
                new Change.OutlineChanged(
                        Change.OutlineChanged.Part.of(text(row, CHANGE.PART)),
                        row.get(CHANGE.LANGUAGE) == null ? null : language(row));
            case PATH_CHANGED -> new Change.PathChanged(text(row, CHANGE.PATH));
            case ASSET_CHANGED -> new Change.AssetChanged(new AssetId(number(row, CHANGE.ASSET_ID)));
            case LIBRARY_CHANGED -> new Change.LibraryChanged();
            case SETTINGS_CHANGED -> new Change.SettingsChanged();
            case NEWSROOM_CHANGED -> new Change.NewsroomChanged();
            default -> throw new IllegalStateException("The change ledger has an unknown kind of change: " + kind);
        };
    }

    private static ItemId item(Record row) {
        return new ItemId(number(row, CHANGE.ITEM_ID));
    }

    private static SectionId section(Record row) {
        return new SectionId(number(row, CHANGE.SECTION_ID));
    }

    private static Language language(Record row) {
        return new Language(text(row, CHANGE.LANGUAGE));
    }

    private static String text(Record row, TableField<?, String> column) {
        return Objects.requireNonNull(row.get(column), column.getName());
    }

    private static long number(Record row, TableField<?, Long> column) {
        return Objects.requireNonNull(row.get(column), column.getName());
    }
}

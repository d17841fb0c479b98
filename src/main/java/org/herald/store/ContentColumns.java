package org.herald.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.herald.model.AssetId;
import org.herald.model.Attribution;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The columns in which a table beside {@code revision} keeps a content; they are called as there. */
final class ContentColumns {

    private final Table<?> table;

    ContentColumns(Table<?> table) {
        this.table = table;
    }

    Content read(Record row) {
        Long picture = row.get(column("picture_id", Long.class));
        return new Content(
                text(row, "headline"),
                text(row, "kicker"),
                text(row, "standfirst"),
                new Attribution(text(row, "dateline_place"), text(row, "byline"), text(row, "source")),
                picture == null
                        ? null
                        : new Picture(
                                new AssetId(picture),
                                text(row, "picture_alt"),
                                text(row, "picture_caption"),
                                text(row, "picture_credit")),
                text(row, "tags").lines().filter(tag -> !Blank.is(tag)).toList(),
                new Body(text(row, "body")));
    }

    Map<Field<?>, @Nullable Object> write(Content content) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        var picture = content.picture();
        columns.put(text("headline"), content.headline());
        columns.put(text("kicker"), content.kicker());
        columns.put(text("standfirst"), content.standfirst());
        columns.put(text("dateline_place"), content.attribution().place());
        columns.put(text("byline"), content.attribution().byline());
        columns.put(text("source"), content.attribution().source());
        columns.put(
                column("picture_id", Long.class),
                picture == null ? null : picture.asset().value());
        columns.put(text("picture_alt"), picture == null ? "" : picture.alt());
        columns.put(text("picture_caption"), picture == null ? "" : picture.caption());
        columns.put(text("picture_credit"), picture == null ? "" : picture.credit());
        columns.put(text("tags"), Contents.tags(content));
        columns.put(text("body"), content.body().html());
        return columns;
    }

    private String text(Record row, String name) {
        return Objects.requireNonNull(row.get(text(name)));
    }

    private Field<String> text(String name) {
        return column(name, String.class);
    }

    private <T> Field<T> column(String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }
}

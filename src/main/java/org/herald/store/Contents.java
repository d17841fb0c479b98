package org.herald.store;

import static org.herald.store.schema.Tables.REVISION;

import java.util.List;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.jooq.Record;
import org.jooq.SelectField;

/** How a revision's content stands in its row. */
final class Contents {

    static final List<SelectField<?>> FIELDS = List.of(
            REVISION.HEADLINE,
            REVISION.STANDFIRST,
            REVISION.PICTURE_ID,
            REVISION.PICTURE_ALT,
            REVISION.PICTURE_CAPTION,
            REVISION.PICTURE_CREDIT,
            REVISION.TAGS,
            REVISION.BODY,
            REVISION.FIELDS);

    private static final String TAG_END = "\n";

    private Contents() {}

    static Content of(Record row) {
        Long picture = row.get(REVISION.PICTURE_ID);
        return new Content(
                row.get(REVISION.HEADLINE),
                row.get(REVISION.STANDFIRST),
                picture == null
                        ? null
                        : new Picture(
                                new AssetId(picture),
                                row.get(REVISION.PICTURE_ALT),
                                row.get(REVISION.PICTURE_CAPTION),
                                row.get(REVISION.PICTURE_CREDIT)),
                tags(row.get(REVISION.TAGS)),
                new Body(row.get(REVISION.BODY)),
                StoredContent.fields(row.get(REVISION.FIELDS)));
    }

    static List<String> tags(String text) {
        return text.lines().filter(tag -> !Blank.is(tag)).toList();
    }

    /** The tags as one text, one a line. */
    static String tags(Content content) {
        return String.join(TAG_END, content.tags());
    }
}

package org.herald.newsroom;

import java.util.List;
import java.util.Optional;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.event.EventTimes;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;

/** An event again, a year later on the same weekdays. */
public final class NextYear {

    /** What was said of this year's event alone. */
    private static final List<String> OF_THIS_YEAR = List.of("status", "previously");

    private NextYear() {}

    /** True for an item that is no translation, and takes place: its translations follow when they are begun anew. */
    public static boolean isOffered(Kind kind, Item item, Content content) {
        return item.id().equals(new ItemId(item.group().value()))
                && times(kind, content).isPresent();
    }

    private static Optional<EventTimes> times(Kind kind, Content content) {
        return kind.times().flatMap(field -> content.fields().get(field.name())).flatMap(EventTimesType::of);
    }

    /** The content of the new item; absent where nothing says when the event takes place. */
    public static Optional<Content> of(Kind kind, Content content) {
        return times(kind, content).map(times -> {
            Fields fields = content.fields();
            for (String name : OF_THIS_YEAR) {
                fields = fields.with(name, "");
            }
            String field = kind.times().map(Field::name).orElseThrow();
            return content.withFields(fields.with(field, EventTimesType.value(times.nextYear())));
        });
    }
}

package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field are. A form has one or more inputs for a field, its <em>parts</em>: coordinates have {@code
 * latitude} and {@code longitude}, a plain text has one that is called {@code ""}.
 *
 * <p>What was typed and is no value of the type is not lost: it becomes an object with the member {@link #TYPED}, which
 * drafts keep, forms show again, and {@link #fault} refuses to save.
 */
public sealed interface FieldType permits TextType {

    /** The member under which parts are kept that are no value. */
    String TYPED = "typed";

    /** The word by which declarations name the type: {@code opening-hours}. */
    String word();

    /** The parts of its form, in their order. */
    List<String> parts();

    /** The value that was typed into the parts; null when all are blank. */
    @Nullable JsonValue typed(Map<String, String> parts);

    /** What the parts of a form show for this value, in their order. */
    Map<String, String> shown(JsonValue value);

    /** Why this is no value of the type; absent when it is one. */
    Optional<Reason> fault(JsonValue value);

    /** The value as plain text, for comparison, merging and search; several lines where it has several parts. */
    String text(JsonValue value);
}

package org.herald.newsroom.writing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.herald.model.ContentPart;
import org.herald.model.Outcome.Reason;
import org.herald.model.kind.Field;
import org.herald.newsroom.FieldErrors;

/** By which field of a form of those who write a refusal stands: the identity of that field in the page. */
final class WritingFields {

    static final Map<String, String> OF_PREVIEW = Map.of("preview-note", "note", "preview-time", "lasting");

    private static final Map<String, String> OF_TEXT = Map.ofEntries(
            Map.entry("headline-empty", "headline"),
            Map.entry("no-slug", "slug"),
            Map.entry("place-not-yours", "slug"),
            Map.entry("section-unknown", "section"),
            Map.entry("section-not-yours", "section"),
            Map.entry("embargo-in-past", "embargo"),
            Map.entry("embargo-live", "embargo"),
            Map.entry("embargo-no-such-time", "embargo"),
            Map.entry("embargo-not-yours", "embargo"),
            Map.entry("embargo-scheduled", "embargo"),
            Map.entry("embargo-unreadable", "embargo"));

    private WritingFields() {}

    /** Of the text screen, where a part that is too long names itself. */
    static Optional<String> ofText(Reason reason) {
        if (!reason.arguments().isEmpty() && reason.arguments().getFirst() instanceof Field field) {
            return Optional.of(FieldInput.name(field));
        }
        if (FieldErrors.name(reason).equals("too-long")
                && reason.arguments().getFirst() instanceof ContentPart.Common part) {
            return Optional.of(part == ContentPart.PICTURE ? "alt" : part.name().toLowerCase(Locale.ROOT));
        }
        return FieldErrors.field(OF_TEXT, reason);
    }

    /** Of a place of a merge, whose first choice stands for it; its number comes after what it is called. */
    static Optional<String> ofMerge(Reason reason) {
        return FieldErrors.name(reason).equals("place-open")
                ? Optional.of("mine-" + reason.arguments().getLast())
                : Optional.empty();
    }

    /** Of a picture that is brought. */
    static Optional<String> ofPicture(Reason reason) {
        String name = FieldErrors.name(reason);
        return name.startsWith("picture-") || name.equals("no-file") ? Optional.of("file") : Optional.empty();
    }
}

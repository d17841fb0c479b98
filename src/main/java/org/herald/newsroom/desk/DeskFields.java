package org.herald.newsroom.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Outcome.Reason;
import org.herald.newsroom.FieldErrors;

/** By which field of a form of the desk a refusal stands: the identity of that field in the page. */
final class DeskFields {

    static final Map<String, String> OF_DESK = Map.ofEntries(
            Map.entry("time-none", "time"),
            Map.entry("time-never", "time"),
            Map.entry("time-twice", "time"),
            Map.entry("time-past", "time"),
            Map.entry("embargo", "time"),
            Map.entry("due-in-past", "time"),
            Map.entry("person-elsewhere", "person"),
            Map.entry("person-unknown", "person"),
            Map.entry("person-unreadable", "person"),
            Map.entry("reason-empty", "reason"),
            Map.entry("note-empty", "note"),
            Map.entry("send-back-empty", "note"),
            Map.entry("remark-empty", "text"),
            Map.entry("no-slug", "slug"),
            Map.entry("section-unknown", "section"),
            Map.entry("section-not-yours", "section"));

    private DeskFields() {}

    /** @param field where a name of a saved view was typed */
    static Optional<String> ofView(Reason reason, String field) {
        return Set.of("view-name", "view-taken").contains(FieldErrors.name(reason))
                ? Optional.of(field)
                : Optional.empty();
    }
}

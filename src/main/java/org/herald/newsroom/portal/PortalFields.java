package org.herald.newsroom.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange.Menu;
import org.herald.newsroom.FieldErrors;

/** By which field of a form of the portal a refusal stands: the identity of that field in the page. */
final class PortalFields {

    static final Map<String, String> OF_BANNER = Map.of(
            "banner-empty", "text",
            "banner-long", "text",
            "banner-until", "until",
            "moment", "until",
            "moment-never", "until",
            "target", "target",
            "target-gone", "target",
            "target-hidden", "target",
            "target-nowhere", "target");

    static final Map<String, String> OF_REDIRECT = Map.ofEntries(
            Map.entry("address", "path"),
            Map.entry("redirect-stands", "path"),
            Map.entry("redirect-taken", "path"),
            Map.entry("redirect-loop", "target"),
            Map.entry("redirect-outside", "target"),
            Map.entry("target", "target"),
            Map.entry("target-gone", "target"),
            Map.entry("target-hidden", "target"),
            Map.entry("target-nowhere", "target"));

    private static final Map<String, String> OF_SECTION = Map.of(
            "section-word", "word",
            "section-taken", "word",
            "section-goes", "word",
            "section-there", "word",
            "section-above-gone", "parent",
            "section-above", "parent",
            "section-circle", "parent");

    private static final Map<String, String> OF_BLOCK = Map.ofEntries(
            Map.entry("block-empty", "title"),
            Map.entry("block-line", "text"),
            Map.entry("block-spot", "spot"),
            Map.entry("block-branch", "branch"),
            Map.entry("block-directory", "directory"),
            Map.entry("block-most", "most"),
            Map.entry("block-order-events", "order"),
            Map.entry("block-order-entries", "order"),
            Map.entry("block-venue", "venue"),
            Map.entry("block-month", "month-from"),
            Map.entry("block-months", "month-from"),
            Map.entry("block-months-order", "month-until"),
            Map.entry("block-none-chosen", "text"),
            Map.entry("block-chosen-in-vain", "text"),
            Map.entry("block-entry", "text"),
            Map.entry("block-entry-other", "text"),
            Map.entry("section-unknown", "branch"),
            Map.entry("until-before-from", "until"),
            Map.entry("no-file", "file"),
            Map.entry("picture-unknown", "picture"));

    private PortalFields() {}

    /** Of a new or a known section, whose titles have a field for each language. */
    static Optional<String> ofSection(Reason reason) {
        return FieldErrors.name(reason).equals("title-empty-in")
                ? Optional.of("title-" + reason.arguments().getFirst())
                : FieldErrors.field(OF_SECTION, reason);
    }

    /** Of a block, where two moments and many targets may have been typed. */
    static Optional<String> ofBlock(Reason reason, BlockForm form) {
        String name = FieldErrors.name(reason);
        String named = reason.arguments().isEmpty()
                ? ""
                : String.valueOf(reason.arguments().getFirst());
        if (name.startsWith("moment")) {
            String from = form.span().from();
            boolean isFrom = !from.isEmpty() && (from.startsWith(named) || named.startsWith(from));
            return Optional.of(isFrom ? "from" : "until");
        }
        if (name.startsWith("target")) {
            return Optional.of(form.target().isEmpty() ? "text" : "target");
        }
        if (name.startsWith("picture-") && !name.equals("picture-unknown")) {
            return Optional.of("file");
        }
        if (name.equals("outline-long")) {
            boolean isTitle = form.title().startsWith(named.replaceFirst("…$", ""));
            return Optional.of(isTitle ? "title" : "text");
        }
        return FieldErrors.field(OF_BLOCK, reason);
    }

    /** Of a menu, whose lines are counted from 0. */
    static Optional<String> ofMenu(Reason reason, List<Menu.Entry> entries) {
        String name = FieldErrors.name(reason);
        for (int number = 0; number < entries.size(); number++) {
            var entry = entries.get(number);
            if (name.startsWith("target") && reason.arguments().contains(entry.target())) {
                return Optional.of("target-" + number);
            }
            if (name.equals("menu-entry-empty") && (Blank.is(entry.label()) || Blank.is(entry.target()))) {
                return Optional.of((Blank.is(entry.label()) ? "label-" : "target-") + number);
            }
            if (name.equals("outline-long")
                    && entry.label()
                            .startsWith(String.valueOf(reason.arguments().getFirst())
                                    .replaceFirst("…$", ""))) {
                return Optional.of("label-" + number);
            }
        }
        return Optional.empty();
    }
}

package org.herald.newsroom;

import java.util.List;
import java.util.Locale;
import org.herald.model.State;
import org.herald.model.Words;
import org.herald.store.OpenItemQueries.OpenItem;

/**
 * The head of every screen about one item: what it is, and the screens beside this one.
 *
 * @param state the word of its state, for its mark
 * @param change the word of the state of the change that waits; empty when none does
 * @param path where readers see it; empty when they do not
 */
public record ItemHead(
        long item,
        String headline,
        String kind,
        String language,
        String state,
        String change,
        String path,
        List<Tab> tabs) {

    /** A screen about the item. */
    public record Tab(String label, String path, boolean isCurrent) {}

    /** The screens about one item, in order; the first is where it is worked on. */
    public enum Screen {
        TEXT("/text"),
        DESK(""),
        TRANSLATIONS("/translations"),
        REVISIONS("/revisions");

        private final String ending;

        Screen(String ending) {
            this.ending = ending;
        }

        public String of(long item) {
            return "/newsroom/items/" + item + ending;
        }
    }

    /**
     * The head of one of the screens.
     *
     * @param mayWrite false when the visitor may not write its text, and so is not led to it
     */
    public static ItemHead of(OpenItem open, Screen current, boolean mayWrite, Words words) {
        long id = open.item().id().value();
        var tabs = List.of(Screen.values()).stream()
                .filter(screen -> mayWrite || screen != Screen.TEXT)
                .map(screen -> new Tab(
                        words.say("tab." + screen.name().toLowerCase(Locale.ROOT)), screen.of(id), screen == current))
                .toList();
        String path = open.path();
        State change = open.change();
        return new ItemHead(
                id,
                open.head().content().headline(),
                open.item().kind().word(),
                open.item().language().tag(),
                open.item().state().word(),
                change == null ? "" : change.word(),
                path == null ? "" : path,
                tabs);
    }

    public String stateKey() {
        return "state." + state;
    }

    public String changeKey() {
        return "change." + change;
    }

    public String kindKey() {
        return "kind." + kind;
    }
}

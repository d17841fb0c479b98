package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.Saved;
import org.herald.model.SavedDraft;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.publish.CommandBus;
import org.herald.publish.MarkTranslated;
import org.herald.publish.SaveDraft;

/** Saves drafts, and says where the browser goes then. */
@Singleton
public final class DraftSaver {

    private final CommandBus bus;
    private final DraftEditor editor;
    private final Visitor visitor;

    public DraftSaver(CommandBus bus, DraftEditor editor, Visitor visitor) {
        this.bus = bus;
        this.editor = editor;
        this.visitor = visitor;
    }

    /**
     * What to do once it is saved.
     *
     * @param toDesk true to go to the item's desk screen, and not back to its text
     * @param original the revision of the original that the translation now says
     */
    record After(boolean toDesk, Optional<RevisionId> original) {

        static final After NOTHING = new After(false, Optional.empty());
    }

    /** Saves a draft of the visitor's own; what is refused is answered by the screen it came from. */
    Response save(SavedDraft draft, After after, Function<List<Reason>, Response> refused) {
        var own = editor.own(draft.draft().value());
        var verb = new SaveDraft(draft.draft(), draft.version());
        return switch (bus.carryOut(visitor.account().principal(), verb)) {
            case Outcome.Refused<Saved>(var reasons) -> refused.apply(reasons);
            case Outcome.Done<Saved>(var saved) -> done(saved, own, after);
        };
    }

    private Response done(Saved saved, Draft draft, After after) {
        return switch (saved) {
            case Saved.Begun(var item) -> go(item, after, "saved");
            case Saved.NewRevision _ -> go(item(draft), after, "saved");
            case Saved.Unchanged _ when !draft.settings().isAsItIs() -> go(item(draft), after, "saved");
            case Saved.Unchanged _ -> go(item(draft), after, after.original().isEmpty() ? "unchanged" : "translated");
            case Saved.Merged _ -> go(item(draft), after, "merged");
            case Saved.Conflicts _ -> Screen.goTo("/newsroom/drafts/" + draft.id() + "/merge");
        };
    }

    private static ItemId item(Draft draft) {
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> item;
            case Draft.OfNew _ -> throw new IllegalStateException("A new item is begun, not revised");
        };
    }

    private Response go(ItemId item, After after, String flash) {
        after.original()
                .ifPresent(original -> bus.carryOut(visitor.account().principal(), new MarkTranslated(item, original)));
        String screen = after.toDesk() ? "" : "/text";
        return Screen.goTo("/newsroom/items/" + item + screen + "?flash=said." + flash);
    }
}

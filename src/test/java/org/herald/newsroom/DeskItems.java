package org.herald.newsroom;

import java.util.List;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Look;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.SendToReview;
import org.herald.store.Database;
import org.herald.store.OpenItemQueries;
import org.herald.store.OpenItemQueries.OpenItem;
import org.herald.store.OutlineQueries;
import org.herald.testing.Cast;

/** Items in the portal under test, made at its desk, and where they stand. */
final class DeskItems {

    private final CommandBus bus;
    private final Database database;

    DeskItems(CommandBus bus, Database database) {
        this.bus = bus;
        this.database = database;
    }

    /** A content in which the checks find nothing. */
    static Content good(String headline) {
        return with(headline, "<p>" + headline + ", in other words.</p>");
    }

    /** A content with this body. */
    static Content with(String headline, String body) {
        return new Content(headline, "What it is about.", null, List.of(), new Body(body), Fields.NONE);
    }

    /** A draft of an English article under {@code news}. */
    long draft(Principal by, String headline) {
        return draft(by, Cast.ENGLISH, "news", good(headline));
    }

    long draft(Principal by, Language language, String section, Content content) {
        return bus.carryOut(
                        by,
                        new Create(
                                KindName.ARTICLE,
                                language,
                                null,
                                section(section).id(),
                                null,
                                content,
                                null))
                .orThrow()
                .value();
    }

    long inReview(Principal by, String headline) {
        long item = draft(by, headline);
        bus.carryOut(by, new SendToReview(new ItemId(item))).orThrow();
        return item;
    }

    /** Published by the same, or by Vera where they may not. */
    long published(Principal by, String headline) {
        long item = draft(by, headline);
        var publish = new Publish(new ItemId(item), null, new Look(null, true));
        if (bus.carryOut(by, publish) instanceof Outcome.Refused<?>) {
            bus.carryOut(Cast.VERA, publish).orThrow();
        }
        return item;
    }

    void revise(Principal by, long item, Content content) {
        bus.carryOut(by, new Revise(new ItemId(item), content, null)).orThrow();
    }

    Section section(String path) {
        return new OutlineQueries(database)
                .sections().stream()
                        .filter(section -> section.path().equals(path))
                        .findFirst()
                        .orElseThrow();
    }

    OpenItem open(long item) {
        return new OpenItemQueries(database).find(new ItemId(item)).orElseThrow();
    }

    /** The word of the state of an item. */
    String state(long item) {
        return open(item).item().state().word();
    }

    /** The number of the newest revision of an item. */
    long head(long item) {
        return open(item).head().id().value();
    }

    /** The address with this item in place of the one that is not there, {@code 0}. */
    static String at(String path, long item) {
        return path.replaceFirst("/0(/|$)", "/" + item + "$1");
    }
}

package org.herald.testing;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Look;
import org.herald.publish.Publish;
import org.herald.publish.Release;
import org.herald.publish.Verb;
import org.herald.store.Database;
import org.herald.store.OutlineQueries;
import org.herald.testing.NewsroomCast.Member;

/** The newsroom of a server under test: its people at their browsers, and short ways to make items for them. */
public final class WritingRoom {

    private static final Look SEEN = new Look(null, true);

    private final CommandBus bus;
    private final Database database;
    private final InstantSource clock;

    /** Asks nothing of the database yet: the constructor of a {@code @QuarkusTest} may make one. */
    public WritingRoom(Database database, InstantSource clock, CommandBus bus) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    public Seat seat(Member member) {
        return new Seat(cast(), member);
    }

    public NewsroomCast cast() {
        return new NewsroomCast(database, clock);
    }

    /** The identity of the section at this path, as forms send it. */
    public String section(String path) {
        return new OutlineQueries(database)
                .sections().stream()
                        .filter(section -> section.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No section at " + path))
                        .id()
                        .toString();
    }

    /** A draft of an English article under {@code news}. */
    public ItemId draft(String headline) {
        return draft(headline, "news");
    }

    public ItemId draft(String headline, String section) {
        return draft(TestPortal.content(headline), Cast.ENGLISH, section);
    }

    public ItemId draft(Content content, Language language, String section) {
        var in = new SectionId(Long.parseLong(section(section)));
        return done(new Create(KindName.ARTICLE, language, null, in, null, content, null));
    }

    /** An English article under {@code news} that readers see. */
    public ItemId published(String headline) {
        ItemId item = draft(headline);
        done(new Publish(item, null));
        return item;
    }

    /** Makes readers see an item as it is, whatever the checks say of it. */
    public void release(ItemId item) {
        bus.carryOut(Principal.SAMPLE, new Publish(item, null)).orThrow();
    }

    /** A verb that must be done: by Alesia; by Vera what goes out to readers, with the warnings seen. */
    public <T> T done(Verb<T> verb) {
        return verb instanceof Release<T> release
                ? bus.carryOut(Cast.VERA, release.seen(SEEN)).orThrow()
                : bus.carryOut(Cast.ALESIA, verb).orThrow();
    }

    public Database database() {
        return database;
    }

    /** What this SQL finds in the portal's database. */
    public List<String> rows(String sql, Object... arguments) {
        return tables().rows(sql, arguments);
    }

    public String value(String sql, Object... arguments) {
        return tables().value(sql, arguments);
    }

    private static Tables tables() {
        var folder = ConfigProvider.getConfig().getValue("herald.site", String.class);
        return new Tables(Path.of(folder, "data", "portal.db"));
    }
}

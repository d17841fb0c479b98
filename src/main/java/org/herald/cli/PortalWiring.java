package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.herald.Settings;
import org.herald.newsroom.PortalBook;
import org.herald.newsroom.PortalDesk;
import org.herald.newsroom.Visitor;
import org.herald.publish.Desk;
import org.herald.store.Database;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PlanQueries;
import org.herald.store.RedirectQueries;

/** What the portal's own screens, and the previews of its plan, are made of. */
@Singleton
final class PortalWiring {

    @Produces
    @Singleton
    PlanQueries planQueries(Database database) {
        return new PlanQueries(database);
    }

    @Produces
    @Singleton
    RedirectQueries redirectQueries(Database database) {
        return new RedirectQueries(database);
    }

    @Produces
    @Singleton
    PortalBook portalBook(Settings settings, OutlineQueries outline, PlanQueries plan, ItemQueries items) {
        return new PortalBook(settings, outline, plan, items);
    }

    @Produces
    @Singleton
    PortalDesk portalDesk(Desk desk, Visitor visitor, InstantSource clock) {
        return new PortalDesk(desk, visitor, clock);
    }
}

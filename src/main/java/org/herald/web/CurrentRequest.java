package org.herald.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.PageDependencies;
import org.herald.model.PageKey;
import org.herald.model.RequestContext;

/** The request that is being answered on this thread, as its Vert.x context knows it. */
public final class CurrentRequest implements RequestContext {

    private static final String PAGE = "herald.page";
    private static final String NEWSROOM = "herald.newsroom";

    /** Notes from now on what the answer to the request of this context is rendered from. */
    static PageDependencies beginPage(Context request) {
        var dependencies = new PageDependencies();
        request.putLocal(PAGE, dependencies);
        return dependencies;
    }

    /** From now on the request of this context is one to the newsroom. */
    static void markNewsroom(Context request) {
        request.putLocal(NEWSROOM, true);
    }

    /** The page that is being rendered reads what these keys name; nothing happens when none is. */
    public static void note(PageKey... keys) {
        dependencies().ifPresent(page -> page.note(List.of(keys)));
    }

    /** The page that is being rendered reads something that no key names. */
    public static void noteUnknown() {
        dependencies().ifPresent(PageDependencies::noteUnknown);
    }

    /** The page that is being rendered says something that is true only before this instant: it is cached no longer. */
    public static void noteUntil(Instant instant) {
        dependencies().ifPresent(page -> page.noteUntil(instant));
    }

    @Override
    public Optional<PageDependencies> page() {
        return dependencies();
    }

    @Override
    public boolean isForNewsroom() {
        Context request = Vertx.currentContext();
        return request != null && request.getLocal(NEWSROOM) != null;
    }

    private static Optional<PageDependencies> dependencies() {
        return Optional.ofNullable(Vertx.currentContext()).map(request -> request.getLocal(PAGE));
    }
}

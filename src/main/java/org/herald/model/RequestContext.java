package org.herald.model;

import java.util.Optional;

/** What the store may know of the request for which it is asked. */
public interface RequestContext {

    /** Outside every request: a command, the schedule. */
    RequestContext NONE = new RequestContext() {

        @Override
        public Optional<PageDependencies> page() {
            return Optional.empty();
        }

        @Override
        public boolean isForNewsroom() {
            return false;
        }
    };

    /** The dependencies of the page that is being rendered; empty when none is. */
    Optional<PageDependencies> page();

    /** True while a request to the newsroom is being answered: it does not wait behind readers. */
    boolean isForNewsroom();
}

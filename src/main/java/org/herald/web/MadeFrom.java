package org.herald.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.herald.model.PageKey;
import org.jspecify.annotations.Nullable;

/**
 * What a page is made from, noted by the queries themselves while it is made, so that no author of a page can forget it. A
 * query that cannot say what it reads makes the page one that is not kept. Outside the making of a page nothing is noted.
 */
public final class MadeFrom {

    private static final String LOCAL = "herald.made-from";

    private final Set<PageKey> keys = ConcurrentHashMap.newKeySet();
    private volatile boolean isUnknown; // set once by a query without keys

    MadeFrom() {}

    /** Notes from now on what the answer to the request of this context is made from. */
    static MadeFrom begin(Context request) {
        var made = new MadeFrom();
        request.putLocal(LOCAL, made);
        return made;
    }

    /** The page being made reads what these keys name. */
    public static void note(PageKey... keys) {
        var made = current();
        if (made != null) {
            made.keys.addAll(Set.of(keys));
        }
    }

    /** The page being made reads what these keys name. */
    public static void noteAll(Collection<PageKey> keys) {
        var made = current();
        if (made != null) {
            made.keys.addAll(keys);
        }
    }

    /** The page being made reads something that no key names. */
    public static void noteUnknown() {
        var made = current();
        if (made != null) {
            made.isUnknown = true;
        }
    }

    Set<PageKey> keys() {
        return keys;
    }

    /** True when every change of what the page reads is announced by a key. */
    boolean isKnown() {
        return !isUnknown;
    }

    private static @Nullable MadeFrom current() {
        Context request = Vertx.currentContext();
        return request == null ? null : request.getLocal(LOCAL);
    }
}

package org.herald.model.kind;

import java.util.Set;

/** Fields that stand where a newspaper puts them, in every kind that declares them, and not in a table of facts. */
public final class Newspaper {

    /** A few words above the headline. */
    public static final String KICKER = "kicker";

    /** The place at the beginning of the first sentence, as written in it: {@code Minsk}. */
    public static final String DATELINE = "dateline";

    /** Who wrote it. */
    public static final String BYLINE = "byline";

    /** The agency or body from which it comes. */
    public static final String SOURCE = "source";

    /** Those that name people, places and organisations, which may read the same in every language. */
    public static final Set<String> NAMES = Set.of(DATELINE, BYLINE, SOURCE);

    /** All of them. */
    public static final Set<String> ALL = Set.of(KICKER, DATELINE, BYLINE, SOURCE);

    private Newspaper() {}
}

package org.herald.newsroom;

import java.util.List;
import org.herald.model.Actor;
import org.herald.model.Words;

/** What those who do something are called: people by their names, and what is no person in words. */
final class Actors {

    /** Whoever does something to the portal without an account. */
    static final List<Actor> NO_PEOPLE =
            List.of(new Actor("schedule"), new Actor("import wxr"), new Actor("sample"), new Actor("generate"));

    private Actors() {}

    static String name(Actor actor, Words words) {
        String key = "actor." + actor.name().replace(' ', '-');
        return words.has(key) ? words.say(key) : actor.name();
    }
}

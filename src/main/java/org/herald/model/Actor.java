package org.herald.model;

/** Who does something: an editor's account, an importer, the schedule. */
public record Actor(String name) {

    public Actor {
        if (Blank.is(name) || name.length() > 200) {
            throw new IllegalArgumentException("An actor's name has 1 to 200 characters");
        }
    }
}

package org.herald.testing;

import org.herald.model.Actor;
import org.herald.model.Language;

/** The people of the tests, and the languages their portal speaks. */
public final class Cast {
    /** Editor of the news; does everything that names nobody else. */
    public static final Actor ALESIA = new Actor("Alesia");

    /** Corrects and translates. */
    public static final Actor JAN = new Actor("Jan");

    /** Chief editor: withdraws and restores. */
    public static final Actor VERA = new Actor("Vera");

    public static final Language ENGLISH = new Language("en");

    public static final Language BELARUSIAN = new Language("be");

    private Cast() {}
}

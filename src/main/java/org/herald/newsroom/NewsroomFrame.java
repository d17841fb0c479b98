package org.herald.newsroom;

import java.util.List;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every screen.
 *
 * @param title of the window, without the portal's name
 * @param head what the browser is told
 * @param who is here; its name is empty for somebody who is not signed in
 * @param entries the ways through the newsroom, those this account may go
 * @param languageSwitch the choice of a language, for somebody who is not signed in; nothing for all others
 * @param flash what was just done, in words; empty for nothing
 */
public record NewsroomFrame(
        Words words,
        String title,
        Head head,
        Who who,
        List<NavEntry> entries,
        @Nullable LanguageSwitch languageSwitch,
        String flash) {

    /**
     * What the browser is told.
     *
     * @param portal the portal's name
     * @param version names one state of scripts and styles, so that browsers may keep them
     * @param editorWords what scripts say, as JSON
     */
    public record Head(String portal, String site, String version, String editorWords) {}

    /**
     * Who is here.
     *
     * @param account the number of the account; empty for somebody who is not signed in
     * @param csrf what every form carries
     * @param keys {@code off} when single keys are no shortcuts (WCAG 2.2, 2.1.4)
     */
    public record Who(String account, String name, String role, String csrf, String keys) {}

    /**
     * The languages in which somebody can be spoken to.
     *
     * @param back the page to which the choice leads
     */
    public record LanguageSwitch(List<LanguageChoice> languages, String back) {}

    /**
     * A way through the newsroom; its key is pressed after g.
     *
     * @param count how much waits there for the visitor
     */
    public record NavEntry(String label, String path, String key, int count, boolean isCurrent) {}
}

package org.herald.newsroom;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;

/** Goes through a whole screen with the Tab key, through toolbars with the arrow keys, and says what it did not reach. */
final class TabWalk {

    /** Gives a number to everything that can be worked with. What is folded away is unfolded: its summary is a stop, too. */
    private static final String MARK = """
            () => {
              document.querySelectorAll('main details').forEach(each => (each.open = true));
              const all = [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]')].filter(each =>
                each.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !each.matches(':disabled, main')
                && (each.tabIndex >= 0 || each.closest('[role=toolbar]')));
              all.forEach((each, at) => (each.dataset.walk = at));
              return all.length;
            }""";

    /** Notes where the focus is; where that is no good place, says so. */
    private static final String NOTE = """
            () => {
              const stop = document.activeElement;
              if (!stop || stop === document.body) return '';
              // one stop for all radio buttons of a name: the arrow keys go on within
              const same = stop.type === 'radio' ? [...document.getElementsByName(stop.name)].filter(each => each.form === stop.form) : [stop];
              same.forEach(each => (each.dataset.reached = ''));
              return stop.closest('[role=toolbar]') ? 'toolbar' : 'stop';
            }""";

    private static final String LEFT = """
            () => [...document.querySelectorAll('[data-walk]:not([data-reached])')].filter(each =>
              each.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})).map(each =>
              each.outerHTML.replace(/ data-walk="[0-9]+"/, '').slice(0, 160))
            """;

    private TabWalk() {}

    /** What can be worked with on this screen and is not reached by keys. */
    static List<String> unreached(Page page) {
        int count = ((Number) page.evaluate(MARK)).intValue();
        boolean isThrough = false;
        // an editor takes some of the keys for itself: the next cell of a table, an entry of a list that goes deeper
        for (int i = 0; i < 2 * count + 40 && !isThrough; i++) {
            page.keyboard().press("Tab");
            String at = String.valueOf(page.evaluate(NOTE));
            if (at.equals("toolbar")) {
                throughToolbar(page);
            }
            isThrough = at.isEmpty();
        }
        return ((List<?>) Objects.requireNonNull(page.evaluate(LEFT)))
                .stream().map(String::valueOf).toList();
    }

    private static void throughToolbar(Page page) {
        int tools = ((Number) page.evaluate(
                        "document.activeElement.closest('[role=toolbar]').querySelectorAll('button, select').length"))
                .intValue();
        for (int i = 0; i < tools; i++) {
            page.keyboard().press("ArrowRight");
            page.evaluate(NOTE);
        }
    }
}

package org.herald.newsroom;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;

/** Goes through a whole screen with the Tab key, through toolbars with the arrow keys, and says what it did not reach. */
final class TabWalk {

    /**
     * Marks everything that can be worked with, until the focus comes to it. What is folded away is unfolded: its summary
     * is a stop, too. All radio buttons of a name are one stop: the arrow keys go on within.
     */
    private static final String MARK = """
            () => {
              document.querySelectorAll('main details').forEach(each => (each.open = true));
              const all = [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]')].filter(each =>
                each.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !each.matches(':disabled, main')
                && (each.tabIndex >= 0 || each.closest('[role=toolbar]')));
              all.forEach(each => each.setAttribute('data-ahead', ''));
              document.addEventListener('focusin', ({target}) => {
                const same = target.type === 'radio'
                  ? [...document.getElementsByName(target.name)].filter(each => each.form === target.form) : [target];
                same.forEach(each => each.removeAttribute('data-ahead'));
              });
              return all.length;
            }""";

    private static final String AHEAD = """
            () => [...document.querySelectorAll('[data-ahead]')].filter(each =>
              each.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})).map(each =>
              each.outerHTML.replace(' data-ahead=""', '').slice(0, 160))
            """;

    private static final String IS_IN_TOOLBAR = "document.activeElement.closest('[role=toolbar]') !== null";

    /** So often it is asked what is still ahead; where there is a toolbar, at each stop. */
    private static final int STRIDE = 10;

    private TabWalk() {}

    /** What can be worked with on this screen and is not reached by keys. */
    static List<String> unreached(Page page) {
        int count = ((Number) page.evaluate(MARK)).intValue();
        int tools = page.locator("[role=toolbar] :is(button, select)").count();
        int stride = tools > 0 ? 1 : STRIDE;
        // an editor takes some of the keys for itself: the next cell of a table, an entry of a list that goes deeper
        for (int i = 0; i < 2 * count + 40 && !ahead(page).isEmpty(); i += stride) {
            press(page, "Tab", stride);
            if (tools > 0 && (boolean) page.evaluate(IS_IN_TOOLBAR)) {
                press(page, "ArrowRight", tools);
            }
        }
        return ahead(page);
    }

    private static List<String> ahead(Page page) {
        return ((List<?>) Objects.requireNonNull(page.evaluate(AHEAD)))
                .stream().map(String::valueOf).toList();
    }

    private static void press(Page page, String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }
}

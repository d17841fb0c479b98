package org.herald.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import java.util.List;

/** Looks at a page by the rules of axe-core for WCAG 2.2 at level AA, and for what else is good practice. */
public final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int SHOWN = 3;

    private Axe() {}

    /** What keeps people out: each rule that is broken, with some of the elements that break it. */
    public static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(CheckedNode::getHtml)
                                        .limit(SHOWN)
                                        .toList())
                        .toList();
    }
}

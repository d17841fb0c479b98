package org.herald.site;

import java.util.ArrayList;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The way through the pages of a long list: the first, the last, and those around the one that is shown. */
final class PageSteps {

    private static final int AROUND = 2;

    private PageSteps() {}

    /** @param path where the page with a number is */
    static Pager of(Edition edition, int page, int pages, IntFunction<String> path) {
        if (pages == 1) {
            return Pager.NONE;
        }
        var near = new TreeSet<Integer>();
        for (int each = page - AROUND; each <= page + AROUND; each++) {
            near.add(Math.clamp(each, 1, pages));
        }
        near.add(1);
        near.add(pages);
        var steps = new ArrayList<Pager.Step>();
        int previous = 0;
        for (int each : near) {
            if (each > previous + 1) {
                steps.add(new Pager.Step("…", "", false));
            }
            steps.add(new Pager.Step(edition.number(each), path.apply(each), each == page));
            previous = each;
        }
        var words = edition.words();
        return new Pager(
                page == 1 ? null : new Link(words.say("directory.previous"), path.apply(page - 1)),
                page == pages ? null : new Link(words.say("directory.next"), path.apply(page + 1)),
                steps);
    }
}

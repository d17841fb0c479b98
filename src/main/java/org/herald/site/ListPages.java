package org.herald.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.store.ArchiveQueries;
import org.herald.store.Months;

/**
 * A long list cut into pages. Pages are counted from the oldest, each with the same number of stories, so that a page
 * keeps its address and its stories for ever; the first page a reader opens shows the newest, and always more than a page
 * of them.
 */
final class ListPages {

    static final int SIZE = 20;

    private final ArchiveQueries queries;
    private final Edition edition;
    private final ListKey list;
    private final String path;
    private final Months months;

    ListPages(ArchiveQueries queries, Edition edition, ListKey list, String path, Months months) {
        this.queries = queries;
        this.edition = edition;
        this.list = list;
        this.path = path;
        this.months = months;
    }

    /** How many numbered pages are full and not shown on the first page. */
    long last() {
        return Math.max(0, months.total() / SIZE - 1);
    }

    /** The newest stories: the last full page and whatever is newer, at most two pages less one story. */
    List<LiveItem> first() {
        return queries.newest(list, edition.language(), Math.toIntExact(months.total() - last() * SIZE));
    }

    /** The stories of a numbered page; empty when there is no such page. */
    List<LiveItem> numbered(long number) {
        return number > last() ? List.of() : queries.page(list, edition.language(), months, number, SIZE);
    }

    /** @param number the page shown; one more than the last for the first page */
    Pager pager(long number) {
        long last = last();
        if (last == 0) {
            return Pager.NONE;
        }
        var words = edition.words();
        var shown = new TreeSet<Long>(Comparator.reverseOrder());
        for (long near = number - 2; near <= number + 2; near++) {
            if (near >= 1 && near <= last + 1) {
                shown.add(near);
            }
        }
        shown.add(1L);
        shown.add(last + 1);
        var steps = new ArrayList<Pager.Step>();
        long previous = last + 2;
        for (long page : shown) {
            if (page < previous - 1) {
                steps.add(new Pager.Step("…", "", false));
            }
            steps.add(new Pager.Step(
                    page > last ? words.say("section.newest") : edition.number(page), address(page), page == number));
            previous = page;
        }
        return new Pager(
                number > last ? null : new Link(words.say("section.newer"), address(number + 1)),
                number <= 1 ? null : new Link(words.say("section.older"), address(number - 1)),
                steps);
    }

    private String address(long page) {
        return page > last() ? path : Urls.numbered(path, page);
    }
}

package org.herald.newsroom;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.nodes.Document;

/** What is wrong with a form, where it must stand (WCAG 2.2, 3.3.1; technique G139). */
final class AtField {

    private AtField() {}

    /** The message stands at the field, the field names it, and the list at the head leads there. */
    static void assertAtField(Document page, String field, String message) {
        var control = page.expectFirst("#" + field);
        assertEquals("true", control.attr("aria-invalid"), field);
        assertThat(List.of(control.attr("aria-describedby").split(" ")), hasItem(field + "-wrong"));
        assertThat(page.expectFirst("#" + field + "-wrong").text(), containsString(message));
        assertThat(page.select(".reasons a[href=#" + field + "]").text(), containsString(message));
    }
}

package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The stories of a section, newest first; its first page or an older one.
 *
 * @param description may be empty
 * @param number the page's number, empty on the first page; pages are counted from the oldest
 */
public record SectionPage(
        Layout frame,
        String title,
        String description,
        String number,
        List<Link> subsections,
        List<Card> cards,
        Pager pager,
        Calendar calendar)
        implements TemplateInstance {}

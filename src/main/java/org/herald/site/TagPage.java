package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The stories with a tag, newest first; its first page or an older one, whose number is then not empty. */
public record TagPage(Layout frame, String title, String number, List<Card> cards, Pager pager)
        implements TemplateInstance {}

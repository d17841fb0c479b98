package org.herald.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * A page outside the archive, such as "About". The standfirst may be empty.
 *
 * @param facts the fields that stand in a table
 * @param updated since when readers see these words
 * @param notPublished of a preview: what is said in place of that; empty otherwise
 */
public record StandingPage(
        Layout frame,
        String headline,
        String standfirst,
        ArticlePage.@Nullable Figure picture,
        RawString body,
        Facts facts,
        When updated,
        String notPublished)
        implements TemplateInstance {}

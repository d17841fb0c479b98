package org.herald.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * A page outside the archive, such as "About". The standfirst may be empty.
 *
 * @param updated since when readers see these words
 */
public record StandingPage(
        Frame frame,
        String headline,
        String standfirst,
        ArticlePage.@Nullable Figure picture,
        RawString body,
        When updated)
        implements TemplateInstance {}

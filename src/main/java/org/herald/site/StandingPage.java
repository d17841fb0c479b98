package org.herald.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** An undated page such as "About". The standfirst may be empty. */
public record StandingPage(
        Frame frame, String headline, String standfirst, ArticlePage.@Nullable Figure picture, RawString body)
        implements TemplateInstance {}

package org.herald.web;

import java.nio.charset.StandardCharsets;

/** The style sheet that stands in every page. */
public final class Style {

    private final String css;
    private final CommonPart part;

    public Style(String css) {
        this.css = css;
        this.part = new CommonPart(css.getBytes(StandardCharsets.UTF_8));
    }

    public String css() {
        return css;
    }

    /** The sheet as it stands in pages. */
    CommonPart part() {
        return part;
    }
}

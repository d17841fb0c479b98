package org.herald.site;

/**
 * Patterns of the parts of addresses. A section is never matched with a slash at its end, so that every page has one
 * address.
 */
final class RoutePatterns {

    /** Begins after a slash: else an address that does not match would be tried from each of its letters on. */
    static final String LANGUAGE = "{language:(?<=/)[a-z]{2,3}(?:-[a-z0-9]{2,8})*+}";

    static final String SECTION = "{section:(?!/)(?!(?s:.*)//)(?s:.+?)(?<!/)}";
    static final String YEAR = "{year:[0-9]{4}}";
    static final String MONTH = "{month:[0-9]{2}}";
    static final String DAY = "{day:[0-9]{2}}";
    static final String NUMBER = "{number:[1-9][0-9]{0,8}}";
    static final String SLUG = "{slug:[^/]+}";

    private RoutePatterns() {}
}

package org.herald.site;

/**
 * An instant or day as readers read it.
 *
 * @param text in the page's language and the portal's time zone: {@code 19 August 2024, 12:30}
 * @param iso ISO 8601 for machines, for {@code <time datetime>}
 */
public record When(String text, String iso) {}

package org.herald.model;

/**
 * One line of a menu.
 *
 * @param menu {@code main} or {@code footer}
 * @param target a path of this portal ({@code /en/news}) or an address elsewhere
 */
public record MenuEntry(String menu, Language language, long place, String label, String target) {}

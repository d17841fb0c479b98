package org.herald.model;

/**
 * One line of a menu.
 *
 * @param menu {@code main} or {@code footer}
 * @param target where it leads, as {@link Target} has it
 */
public record MenuEntry(String menu, Language language, long place, String label, String target) {}

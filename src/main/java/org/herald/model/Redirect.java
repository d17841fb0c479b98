package org.herald.model;

/**
 * An address that leads elsewhere on the portal.
 *
 * @param path from its first slash, decoded, without a slash at its end
 * @param target as {@link Target} has it, never outside the portal
 * @param language in which a section is shown that it leads to
 */
public record Redirect(String path, String target, Language language) {}

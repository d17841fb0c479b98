package org.herald.model.kind;

/**
 * Fields of a kind that stand together under a heading, in forms and on pages.
 *
 * @param name lower-case ASCII letters, digits and hyphens, unique in its kind
 */
public record FieldGroup(String name, Labels label) {}

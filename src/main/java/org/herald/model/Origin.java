package org.herald.model;

/** What importers know of an item: the name it has where it came from, and a digest of what was taken. */
public record Origin(String name, String digest) {}

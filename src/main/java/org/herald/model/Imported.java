package org.herald.model;

/** An item with the digest of what it was imported from. */
public record Imported(Item item, String digest) {}

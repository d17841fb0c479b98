package org.herald.site;

/** A place to go: what it is called and its address. */
public record Link(String label, String path) {}

package org.herald.model;

/**
 * The text of an item in Herald's strict HTML subset, already sanitised: {@code publish.BodyRules} makes it, everybody
 * else only shows it. Links to items and pictures are by identity ({@code item:12}, {@code asset:7}).
 */
public record Body(String html) {

    public static final Body EMPTY = new Body("");
}

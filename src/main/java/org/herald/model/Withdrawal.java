package org.herald.model;

import java.time.Instant;

/** The notice that stands where an item was: when it was withdrawn and why. */
public record Withdrawal(ItemId item, Language language, String headline, Instant at, String reason) {}

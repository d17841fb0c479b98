package org.herald.model;

import java.time.Instant;

/** A revision as a list of them shows it: who saved it when, under which headline. */
public record RevisionLine(RevisionId id, long number, Instant savedAt, Principal savedBy, String headline) {}

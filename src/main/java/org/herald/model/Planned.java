package org.herald.model;

import java.time.Instant;

/** A change of the outline that readers see when the plan is published. */
public record Planned(long id, OutlineChange change, Principal by, Instant at) {}

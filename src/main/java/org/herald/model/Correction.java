package org.herald.model;

import java.time.Instant;

/** A published change of meaning with the note that readers see. */
public record Correction(Instant at, String note) {}

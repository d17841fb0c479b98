package org.herald.model;

import java.time.Instant;

/**
 * A sign-in that has not ended: one browser by which an account is known.
 *
 * @param seenAt when it last asked for something, to the minute
 * @param address from which it was begun
 * @param agent what the browser called itself when it was begun
 */
public record Session(long id, AccountId account, Instant begunAt, Instant seenAt, String address, String agent) {}

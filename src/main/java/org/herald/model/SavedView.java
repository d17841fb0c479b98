package org.herald.model;

/**
 * A filter of the newsroom's list that somebody has given a name.
 *
 * @param query the filter as an address has it, without the question mark
 */
public record SavedView(long id, AccountId account, String name, String query) {}

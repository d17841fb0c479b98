package org.herald.model;

/**
 * Where what was typed is kept now.
 *
 * @param isCopy true when it stands beside the draft that was named, because that one was changed elsewhere, saved or
 *     discarded meanwhile
 */
public record SavedDraft(DraftId draft, long version, boolean isCopy) {}

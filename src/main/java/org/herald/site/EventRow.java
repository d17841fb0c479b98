package org.herald.site;

/**
 * An event in a list.
 *
 * @param when its hours, or its days where it stands under none; may be empty
 * @param iso when it begins, for machines
 * @param was the time at which it would have been; empty unless it was moved
 * @param mark what its state is, in words: cancelled, postponed; empty when it takes place as planned
 * @param isOff true when it does not take place at this time
 * @param place where it is; may be empty
 * @param free says that it costs nothing; else empty
 */
public record EventRow(
        String path,
        String headline,
        String when,
        String iso,
        String was,
        String mark,
        boolean isOff,
        String place,
        String free) {}

package org.herald.exchange.ics;

import java.time.Duration;
import java.time.ZoneId;
import org.herald.model.event.Moment;
import org.herald.model.event.Recurrence;
import org.herald.model.event.Rule;

/** Tries the rules of a file, for a bounded time in all: a rule that makes hardly any dates takes long to find the first. */
final class RuleTrials {

    private static final Duration MOST = Duration.ofSeconds(60);

    private long spent; // nanoseconds so far

    /** What was found of a rule. */
    enum Found {
        /** The begin of the event is a date of the rule. */
        BEGIN,
        LATER,
        NEVER,
        /** All the time was used up by the rules before it. */
        UNKNOWN
    }

    Found of(Rule rule, Moment start, ZoneId zone) {
        if (spent > MOST.toNanos()) {
            return Found.UNKNOWN;
        }
        long began = System.nanoTime();
        try {
            var moments = Recurrence.of(rule, start, zone);
            if (!moments.hasNext()) {
                return Found.NEVER;
            }
            return moments.next().equals(start) ? Found.BEGIN : Found.LATER;
        } finally {
            spent += System.nanoTime() - began;
        }
    }
}

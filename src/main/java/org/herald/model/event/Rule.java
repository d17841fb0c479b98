package org.herald.model.event;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.Duration;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * A rule of recurrence (RFC 5545, section 3.3.10).
 *
 * @param text {@code FREQ=WEEKLY;BYDAY=SU}, in its one form; {@link #parse} makes it
 */
public record Rule(String text) {

    private static final Set<Freq> OF_CLOCKS = EnumSet.of(Freq.MINUTELY, Freq.SECONDLY);
    private static final int LONGEST = 500;
    private static final int MOST_INTERVAL = 1_000; // no calendar counts further, and none overflows
    private static final Pattern WORDS = Pattern.compile("[A-Z0-9=;,:+-]+");
    private static final Pattern PREFIX = Pattern.compile("^RRULE:");

    /** The rule that this text is; absent when it is none. */
    public static Optional<Rule> parse(String text) {
        String upper = PREFIX.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
        if (upper.length() > LONGEST || !WORDS.matcher(upper).matches()) {
            return Optional.empty();
        }
        try {
            var rule = new RecurrenceRule(upper, RfcMode.RFC5545_STRICT);
            return Optional.of(rule)
                    .filter(each -> each.getInterval() <= MOST_INTERVAL)
                    .map(each -> new Rule(each.toString()));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    RecurrenceRule rule() {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException none) {
            throw new IllegalArgumentException("This is no rule of recurrence: " + text, none);
        }
    }

    /**
     * The last moment there can be, on the clocks of a zone; a day takes in all times of it. Absent where the rule has no such
     * end.
     */
    public Optional<Moment> until(ZoneId zone) {
        return Recurrence.until(rule().getUntil(), zone);
    }

    /** The same rule with its end so many days later. */
    Rule later(long days) {
        RecurrenceRule later = rule();
        DateTime until = later.getUntil();
        if (until == null) {
            return this;
        }
        later.setUntil(until.addDuration(new Duration(1, (int) days, 0)));
        return new Rule(later.toString());
    }

    /** True when it has neither an end nor a count. */
    public boolean isEndless() {
        return rule().isInfinite();
    }

    /** True when it recurs by minutes or seconds, which is no calendar's business. */
    public boolean isTooOften() {
        return OF_CLOCKS.contains(rule().getFreq());
    }

    /** True when it recurs within a day by itself. */
    public boolean isWithinDays() {
        RecurrenceRule rule = rule();
        return rule.getFreq() == Freq.HOURLY
                || OF_CLOCKS.contains(rule.getFreq())
                || rule.hasPart(Part.BYHOUR)
                || rule.hasPart(Part.BYMINUTE)
                || rule.hasPart(Part.BYSECOND);
    }
}

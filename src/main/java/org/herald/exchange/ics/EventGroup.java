package org.herald.exchange.ics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.event.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The VEVENTs that are one event here.
 *
 * @param uid by which it is known
 * @param named those of each UID
 */
record EventGroup(String uid, List<Named> named) {

    EventGroup {
        named = List.copyOf(named);
    }

    /**
     * The VEVENTs of one UID.
     *
     * @param whole the one that is no override; null when the file has none
     * @param overrides with a RECURRENCE-ID
     * @param own what the UID says, when Herald has made it
     */
    record Named(String uid, @Nullable ParsedEvent whole, List<ParsedEvent> overrides, Optional<OwnUid> own) {

        Named {
            overrides = List.copyOf(overrides);
        }

        Stream<ParsedEvent> all() {
            return Stream.concat(Stream.ofNullable(whole), overrides.stream());
        }
    }

    /**
     * The UID of an event of a portal of Herald, which has a VEVENT for each time of each series.
     *
     * @param event what is the same in all of them
     * @param was the date that it is alone; absent for a time of a series
     */
    record OwnUid(String event, String item, String host, int series, OptionalInt time, Optional<Moment> was) {

        private static final Pattern FORM =
                Pattern.compile("herald-([0-9]{1,18})-([0-9]{1,4})-([0-9]{1,3}|[0-9]{8}(?:T[0-9]{6})?)@(.+)");
        private static final int LONGEST_NUMBER = 3;

        static Optional<OwnUid> parse(String uid) {
            Matcher parts = FORM.matcher(uid);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String time = parts.group(3);
            boolean isNumber = time.length() <= LONGEST_NUMBER;
            return Optional.of(new OwnUid(
                    "herald-" + parts.group(1) + "@" + parts.group(4),
                    parts.group(1),
                    parts.group(4),
                    Integer.parseInt(parts.group(2)),
                    isNumber ? OptionalInt.of(Integer.parseInt(time)) : OptionalInt.empty(),
                    isNumber ? Optional.empty() : Stamp.parse(time, null).map(Stamp::moment)));
        }
    }

    /** The VEVENT that speaks for the event. */
    ParsedEvent first() {
        return named.stream()
                .flatMap(each -> Stream.ofNullable(each.whole()))
                .findFirst()
                .or(() -> named.stream().flatMap(Named::all).findFirst())
                .orElseThrow();
    }

    /** True when all of it is cancelled, and not single dates alone. */
    boolean isCancelled() {
        return named.stream().allMatch(each -> {
            ParsedEvent whole = each.whole();
            return whole == null ? each.overrides().stream().allMatch(ParsedEvent::isCancelled) : whole.isCancelled();
        });
    }

    Stream<ParsedEvent> all() {
        return named.stream().flatMap(Named::all);
    }
}

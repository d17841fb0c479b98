package org.herald.exchange.wxr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The instant of a post, from the first of its three dates that is one: UTC, the old site's local time, RSS. */
final class PostDate {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private PostDate() {}

    /** @param zone the zone of the local time */
    static Optional<Instant> of(WxrPart.Dated dated, ZoneId zone) {
        return local(dated.gmt(), ZoneOffset.UTC)
                .or(() -> local(dated.local(), zone))
                .or(() -> rss(dated.rss()));
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        try {
            return text.startsWith("0000")
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(text, WRITTEN).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** RSS writes -0001 for a date that is none. */
    private static Optional<Instant> rss(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .filter(instant -> instant.isAfter(Instant.parse("1000-01-01T00:00:00Z")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}

package org.herald.newsroom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;
import org.herald.model.WallTime;
import org.jspecify.annotations.Nullable;

/** An instant as a field for day and time of the portal's clock has it; of a time that comes twice the earlier one. */
public record TypedMoment(@Nullable Instant at, List<Reason> reasons) {

    /** What was typed: {@code 2026-11-21T14:00}; nothing typed means no instant. */
    public static TypedMoment read(String typed, ZoneId zone) {
        if (Blank.is(typed)) {
            return new TypedMoment(null, List.of());
        }
        try {
            var local = WallTime.typed(typed);
            return switch (WallTime.of(local, zone)) {
                case WallTime.Once(var at) -> new TypedMoment(at, List.of());
                case WallTime.Twice(var earlier, var _) -> new TypedMoment(earlier, List.of());
                case WallTime.Never(var next) ->
                    wrong(new Reason("refused.moment-never", List.of(local.toString(), next.toString())));
            };
        } catch (DateTimeException none) {
            return wrong(new Reason("refused.moment", List.of(typed)));
        }
    }

    /** What the field shows for an instant. */
    public static String of(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : LocalDateTime.ofInstant(at, zone)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    private static TypedMoment wrong(Reason reason) {
        return new TypedMoment(null, List.of(reason));
    }
}

package org.herald.newsroom.people;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.PrincipalId;
import org.herald.model.VerbName;
import org.herald.newsroom.TypedNumber;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a log, as the address has it; every part may be empty, which means any.
 *
 * @param who the id of a principal in the log of changes, of an account in that of accounts
 * @param what the word of what was done
 * @param item the number of an item
 * @param from the first day
 * @param until the last day
 */
record Audit(String who, String what, String item, String from, String until) {

    private static final int LONGEST = 200;

    static Audit of(MultivaluedMap<String, String> query) {
        return new Audit(
                text(query, "who"),
                text(query, "what"),
                text(query, "item"),
                text(query, "from"),
                text(query, "until"));
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        String text = query.getFirst(name);
        return text == null || text.length() > LONGEST ? "" : text.strip();
    }

    /** The principal who is asked for. */
    Optional<PrincipalId> principal() {
        return who.matches("-?[1-9][0-9]{0,17}") ? Optional.of(new PrincipalId(Long.parseLong(who))) : Optional.empty();
    }

    /** What was done that is asked for; empty for all, and in the log of accounts, which has words of its own. */
    Optional<VerbName> verb() {
        return Arrays.stream(VerbName.values())
                .filter(verb -> verb.word().equals(what))
                .findFirst();
    }

    /** True when a person, an item or a day is none. */
    boolean isWrong() {
        return (!who.isEmpty() && principal().isEmpty())
                || (!item.isEmpty() && TypedNumber.read(item).isEmpty())
                || (!from.isEmpty() && day(from).isEmpty())
                || (!until.isEmpty() && day(until).isEmpty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The first instant. */
    @Nullable
    Instant fromAt(ZoneId zone) {
        return day(from).map(day -> day.atStartOfDay(zone).toInstant()).orElse(null);
    }

    /** The first instant that is too late. */
    @Nullable
    Instant untilAt(ZoneId zone) {
        return day(until)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    /** The address of a page with these parts. */
    String path(String page, List<String> more) {
        var pairs = List.of("who", who, "what", what, "item", item, "from", from, "until", until);
        var query = new ArrayList<String>();
        for (int i = 0; i < pairs.size(); i += 2) {
            if (!pairs.get(i + 1).isEmpty()) {
                query.add(pairs.get(i) + "=" + URLEncoder.encode(pairs.get(i + 1), StandardCharsets.UTF_8));
            }
        }
        query.addAll(more);
        return query.isEmpty() ? page : query.stream().collect(Collectors.joining("&", page + "?", ""));
    }
}

package org.herald.newsroom.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.Sections;
import org.herald.store.DeskQueries.Filter;
import org.herald.store.DeskQueries.Person;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see in the list, as the address has it; every part may be empty, which means any.
 *
 * @param state the word of a state
 * @param section the number of a section; those below it are meant, too
 * @param who {@code me}, or the number of the account to which it is assigned
 * @param due {@code late}, {@code today} or {@code week}
 * @param stale {@code yes} for translations whose original has changed since
 * @param changes {@code waiting} for items behind which a change waits
 */
record DeskFilter(
        String state,
        String section,
        String language,
        String kind,
        String words,
        String who,
        String due,
        String stale,
        String changes) {

    static final DeskFilter NONE = new DeskFilter("", "", "", "", "", "", "", "", "");
    static final String ME = "me";
    static final String YES = "yes";
    static final String WAITING = "waiting";
    static final List<String> DUES = List.of("late", "today", "week");

    private static final int LONGEST = 200;

    /** Reads an address; a value that is none of its part is left out, because an old address must go on working. */
    static DeskFilter of(MultivaluedMap<String, String> query, Kinds kinds) {
        String due = text(query, "due");
        return new DeskFilter(
                known(Arrays.stream(State.values()).map(State::word), text(query, "state")),
                number(text(query, "section")),
                Language.isTag(text(query, "language")) ? text(query, "language") : "",
                known(kinds.all().stream().map(kind -> kind.name().word()), text(query, "kind")),
                text(query, "q"),
                text(query, "who").equals(ME) ? ME : number(text(query, "who")),
                DUES.contains(due) ? due : "",
                text(query, "stale").isEmpty() ? "" : YES,
                text(query, "changes").isEmpty() ? "" : WAITING);
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        String text = query.getFirst(name);
        return text == null || text.length() > LONGEST ? "" : text.strip();
    }

    private static String number(String text) {
        return text.matches("[0-9]{1,18}") ? text : "";
    }

    private static String known(Stream<String> words, String text) {
        return words.filter(text::equals).findFirst().orElse("");
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** The filter as an address has it, without the question mark: the same filter always in the same words. */
    String query() {
        return Stream.of(
                        pair("state", state),
                        pair("section", section),
                        pair("language", language),
                        pair("kind", kind),
                        pair("q", words),
                        pair("who", who),
                        pair("due", due),
                        pair("stale", stale),
                        pair("changes", changes))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What is asked of the store. */
    Filter asked(Account me, Sections sections, InstantSource clock, ZoneId zone) {
        return new Filter(
                state.isEmpty() ? Set.of() : Set.of(State.of(state)),
                section.isEmpty() ? Set.of() : sections.withAllBelow(new SectionId(Long.parseLong(section))),
                language.isEmpty() ? null : new Language(language),
                kind.isEmpty() ? null : new KindName(kind),
                words,
                person(me),
                dueBefore(clock.instant(), zone),
                !stale.isEmpty(),
                !changes.isEmpty());
    }

    /** True when the visitor asks for what is theirs. */
    boolean isMine() {
        return who.equals(ME);
    }

    private @Nullable Person person(Account me) {
        if (who.isEmpty()) {
            return null;
        }
        return isMine() ? NewsroomQueries.me(me) : new Person(new AccountId(Long.parseLong(who)), null);
    }

    private @Nullable Instant dueBefore(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return switch (due) {
            case "late" -> now;
            case "today" -> today.plusDays(1).atStartOfDay(zone).toInstant();
            case "week" -> today.plusDays(7).atStartOfDay(zone).toInstant();
            default -> null;
        };
    }

    /** True when this address names the same filter. */
    boolean is(String query) {
        return Objects.equals(decoded(query), decoded(query()));
    }

    private static Set<String> decoded(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}

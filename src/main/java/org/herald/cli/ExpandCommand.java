package org.herald.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.herald.model.Blank;
import org.herald.model.event.Moment;
import org.herald.model.event.Recurrence;
import org.herald.model.event.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code herald events expand}: the moments that rules of recurrence make, so that anybody can check them against tables of
 * their own. Reads JSON lines from standard input, and answers each with one.
 */
@Command(
        name = "expand",
        description = {
            "Expand rules of recurrence (RFC 5545). Reads from standard input one JSON object on each line,",
            "{\"id\":\"1\",\"dtstart\":\"19970902T090000\",\"rrule\":\"FREQ=DAILY;COUNT=10\",\"limit\":5},",
            "and answers each: {\"id\":\"1\",\"occurrences\":[\"19970902T090000\", ...]}.",
            "A start may be a day, and \"tzid\" may name the zone of its clocks, on which an end with Z is read.",
            "A line that cannot be expanded is answered with \"error\"; the exit code is 1 then."
        })
final class ExpandCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL = 100;
    private static final int MOST = 10_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    /** One line of the input. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Asked(
            @Nullable Object id,
            @Nullable String dtstart,
            @Nullable String rrule,
            @Nullable Integer limit,
            @Nullable String tzid) {}

    /** Thrown for a line that cannot be expanded. */
    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message, null, false, false);
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean isDone = true;
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!Blank.is(line)) {
                    var answer = answer(line);
                    isDone &= !answer.containsKey("error");
                    out.println(JSON.writeValueAsString(answer));
                }
            }
        }
        out.flush();
        return isDone ? 0 : 1;
    }

    private static Map<String, Object> answer(String line) {
        var answer = new LinkedHashMap<String, Object>();
        try {
            Asked asked = JSON.readValue(line, Asked.class);
            if (asked.id() != null) {
                answer.put("id", asked.id());
            }
            answer.put("occurrences", expand(asked));
        } catch (JsonProcessingException fault) {
            answer.put("error", "This line is not a JSON object with dtstart and rrule: " + fault.getOriginalMessage());
        } catch (Unfit fault) {
            answer.put("error", String.valueOf(fault.getMessage()));
        }
        return answer;
    }

    private static List<String> expand(Asked asked) throws Unfit {
        String typed = asked.dtstart() == null ? "" : asked.dtstart();
        Moment start = start(typed);
        Rule rule = Rule.parse(asked.rrule() == null ? "" : asked.rrule())
                .orElseThrow(() -> new Unfit("This is no rule of recurrence: " + asked.rrule()));
        int limit = asked.limit() == null ? USUAL : asked.limit();
        if (limit < 0 || limit > MOST) {
            throw new Unfit("The limit must be 0 to " + MOST + ", and is " + limit);
        }
        var found = new ArrayList<String>();
        var moments = Recurrence.of(rule, start, zone(asked.tzid()));
        while (found.size() < limit && moments.hasNext()) {
            Moment moment = moments.next();
            found.add(
                    moment.isWholeDay()
                            ? DAY.format(moment.day())
                            : TIME.format(moment.atStart()) + (typed.endsWith("Z") ? "Z" : ""));
        }
        return found;
    }

    private static Moment start(String typed) throws Unfit {
        try {
            return typed.indexOf('T') < 0
                    ? new Moment(LocalDate.parse(typed, DAY), null)
                    : Moment.of(LocalDateTime.parse(
                            typed.endsWith("Z") ? typed.substring(0, typed.length() - 1) : typed, TIME));
        } catch (DateTimeException fault) {
            throw new Unfit("dtstart must be a day or a time such as 19970902 or 19970902T090000, and is " + typed);
        }
    }

    private static ZoneId zone(@Nullable String name) throws Unfit {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException fault) {
            throw new Unfit("There is no time zone " + name);
        }
    }
}

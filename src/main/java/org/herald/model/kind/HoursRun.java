package org.herald.model.kind;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Days in a row with the same hours: {@code mo-fr}.
 *
 * @param from the first one's number, 0 for Monday
 */
record HoursRun(int from, int until, List<Hours> hours) {

    static List<HoursRun> of(Map<DayOfWeek, List<Hours>> week) {
        var runs = new ArrayList<HoursRun>();
        week.forEach((day, hours) -> {
            int number = day.getValue() - 1;
            boolean goesOn = !runs.isEmpty()
                    && runs.getLast().until == number - 1
                    && runs.getLast().hours.equals(hours);
            if (goesOn) {
                runs.add(new HoursRun(runs.removeLast().from, number, hours));
            } else {
                runs.add(new HoursRun(number, number, hours));
            }
        });
        return runs;
    }

    String shown(IntFunction<String> names, String to) {
        return from == until ? names.apply(from) : names.apply(from) + to + names.apply(until);
    }
}

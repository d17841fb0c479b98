package org.herald.newsroom.portal;

import java.util.List;
import org.herald.newsroom.PortalTime;

/**
 * A planned change as the overview shows it.
 *
 * @param now what readers see, a line for each part; empty for what is new
 * @param then what they will see; empty for what goes
 * @param path of the screen on which it is changed
 */
public record PlanLine(
        long id, String title, List<String> now, List<String> then, String path, String by, PortalTime.When at) {

    public PlanLine {
        now = List.copyOf(now);
        then = List.copyOf(then);
    }
}

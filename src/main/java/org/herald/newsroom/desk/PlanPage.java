package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.NewsroomFrame;

/**
 * The calendar of what is planned: what goes out, what is due and what was published, day by day.
 *
 * @param weekdays their names, the week's first day first
 * @param isCut true when there is more than fits
 */
@CheckedTemplate(basePath = "newsroom")
public record PlanPage(
        NewsroomFrame frame,
        Month month,
        List<Choice> sections,
        List<Choice> languages,
        List<String> weekdays,
        List<List<Day>> weeks,
        boolean isCut)
        implements TemplateInstance {

    /** The month, and the addresses of those before and after it. */
    public record Month(String name, String iso, String previous, String next) {}

    /**
     * A day.
     *
     * @param number 1 for the first of the month; 0 for a day of another month
     * @param name as a list of days says it
     * @param published how many stories were published, in words; empty for none
     */
    public record Day(int number, String name, String iso, boolean isToday, String published, List<Plan> plans) {}

    /**
     * Something that is planned for a day.
     *
     * @param what the word of it: {@code release}, {@code due} or {@code embargo}
     * @param hint what is planned, and for whom
     */
    public record Plan(String what, String time, long item, String headline, String language, String hint) {}
}

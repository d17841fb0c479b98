package org.herald.newsroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime.When;

/**
 * Who did what when, newest first: to the portal, or to the accounts of its people.
 *
 * @param rows a part of it
 * @param more the address of the next part; empty at the end
 * @param table the address of the same as a table for a spreadsheet
 */
@CheckedTemplate(basePath = "newsroom")
public record AuditPage(
        NewsroomFrame frame, Book book, Form form, List<Row> rows, String more, String table, boolean isWrong)
        implements TemplateInstance {

    /** Which of the two logs it is, and whether the visitor may read the other. */
    public record Book(boolean isOfAccounts, boolean mayReadAccounts) {}

    /** What is asked for. */
    public record Form(List<Choice> people, List<Choice> whats, String item, String from, String until) {}

    /**
     * Something that was done.
     *
     * @param item the item to which it was done; 0 for none
     * @param about to what or whom it was done
     */
    public record Row(When at, String by, String what, long item, String about, String detail) {}
}

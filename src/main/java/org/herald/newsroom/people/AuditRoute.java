package org.herald.newsroom.people;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;

/** Who did what when, as screens and as tables for a spreadsheet; nobody changes it. */
@Path("/newsroom/audit")
public class AuditRoute {

    private final AuditScreen screen;

    public AuditRoute(AuditScreen screen) {
        this.screen = screen;
    }

    @GET
    @Needs(Permission.AUDIT)
    public Response get(@Context UriInfo uri, @QueryParam("after") @DefaultValue("") String after) {
        return Screen.of(screen.portal(Audit.of(uri.getQueryParameters()), after));
    }

    @GET
    @Path("table")
    @Needs(Permission.AUDIT)
    public Response table(@Context UriInfo uri) {
        return table(false, Audit.of(uri.getQueryParameters()));
    }

    @GET
    @Path("accounts")
    @Needs(Permission.PEOPLE)
    public Response accounts(@Context UriInfo uri, @QueryParam("after") @DefaultValue("") String after) {
        return Screen.of(screen.accounts(Audit.of(uri.getQueryParameters()), after));
    }

    @GET
    @Path("accounts/table")
    @Needs(Permission.PEOPLE)
    public Response accountsTable(@Context UriInfo uri) {
        return table(true, Audit.of(uri.getQueryParameters()));
    }

    /** It is read as it is sent, so that a log may be as long as it is. */
    private Response table(boolean isOfAccounts, Audit audit) {
        StreamingOutput lines = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write('\ufeff'); // by which spreadsheets know UTF-8
            screen.write(isOfAccounts, audit, cells -> writer.write(Csv.line(cells)));
            writer.flush();
        };
        return Screen.file(lines, "text/csv;charset=UTF-8", isOfAccounts ? "accounts.csv" : "log.csv");
    }
}

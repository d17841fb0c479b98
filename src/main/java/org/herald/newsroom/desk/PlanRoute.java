package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;

/** The calendar of what is planned. */
@Path("/newsroom/plan")
public class PlanRoute {

    private final Kinds kinds;
    private final PlanScreen screen;

    public PlanRoute(PlanScreen screen, Kinds kinds) {
        this.kinds = kinds;
        this.screen = screen;
    }

    @GET
    @Needs(Permission.DESK)
    public Response get(@Context UriInfo uri, @QueryParam("month") @DefaultValue("") String month) {
        return Screen.of(screen.page(DeskFilter.of(uri.getQueryParameters(), kinds), month(month)));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}

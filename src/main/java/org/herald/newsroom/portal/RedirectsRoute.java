package org.herald.newsroom.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Redirect;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.AddRedirect;
import org.herald.publish.RemoveRedirect;
import org.herald.publish.Tried;
import org.herald.store.RedirectQueries;
import org.herald.store.RedirectQueries.Leading;

/** Redirects: looked through, added after a look at where they lead, removed. They lead at once. */
@Path("/newsroom/portal/redirects")
public class RedirectsRoute {

    private static final String HERE = "/newsroom/portal/redirects";
    private static final int PART = 50;

    private final PortalQueries queries;
    private final RedirectQueries redirects;
    private final NewsroomFrames frames;
    private final PortalTime time;
    private final PortalDesk desk;

    public RedirectsRoute(
            PortalQueries queries, RedirectQueries redirects, NewsroomFrames frames, PortalTime time, PortalDesk desk) {
        this.queries = queries;
        this.redirects = redirects;
        this.frames = frames;
        this.time = time;
        this.desk = desk;
    }

    /** Which part of the list is shown. */
    private record View(boolean isOwn, String search, String after) {

        static final View FIRST = new View(true, "", "");
    }

    @GET
    @Needs(Permission.OUTLINE)
    public Response get(
            @QueryParam("kept") @DefaultValue("") String kept,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(page(new View(kept.isEmpty(), search.strip(), after), form("", "", "", ""), flash, List.of()));
    }

    /** Shows where a redirect would lead; made when that is confirmed. */
    @POST
    @Needs(Permission.OUTLINE)
    public Response add(
            @FormParam("path") @DefaultValue("") String path,
            @FormParam("target") @DefaultValue("") String typed,
            @FormParam("language") @DefaultValue("") String tag,
            @FormParam("sure") @DefaultValue("") String sure) {
        var language = queries.require(tag);
        String target = queries.target(typed, language);
        var names = queries.names(queries.live(), frames.words(), Stream.of(target));
        var verb = new AddRedirect(new Redirect(path, target, language));
        boolean isLook = sure.isEmpty();
        return switch (desk.carryOut(isLook ? new Tried<>(verb) : verb)) {
            case Outcome.Done<Redirect>(var tried)
            when isLook ->
                Screen.of(page(View.FIRST, form(tried.path(), target, tag, names.say(target)), "", List.of()));
            case Outcome.Done<Redirect> _ -> Screen.goTo(HERE + "?flash=said.redirect-added");
            case Outcome.Refused<Redirect>(var reasons) ->
                Screen.of(422, page(View.FIRST, form(path, typed, tag, ""), "", reasons));
        };
    }

    @POST
    @Path("removal")
    @Needs(Permission.OUTLINE)
    public Response remove(@FormParam("path") @DefaultValue("") String path) {
        return switch (desk.carryOut(new RemoveRedirect(path))) {
            case Outcome.Done<String> _ -> Screen.goTo(HERE + "?flash=said.redirect-removed");
            case Outcome.Refused<String>(var reasons) ->
                Screen.of(422, page(View.FIRST, form("", "", "", ""), "", reasons));
        };
    }

    private RedirectsPage.Form form(String path, String target, String tag, String aim) {
        var words = frames.words();
        return new RedirectsPage.Form(
                path,
                target,
                queries.languages().stream()
                        .map(language -> new BlockPage.Pick(
                                language.tag(),
                                PortalRoute.name(language, words),
                                language.tag().equals(tag)))
                        .toList(),
                aim);
    }

    private RedirectsPage page(View view, RedirectsPage.Form form, String flash, List<Reason> reasons) {
        var words = frames.words();
        var found = redirects.leading(view.isOwn(), view.search(), view.after(), PART + 1);
        boolean isMore = found.size() > PART;
        var shown = isMore ? found.subList(0, PART) : found;
        return new RedirectsPage(
                frames.frame(words.say("portal.redirects"), NewsroomFrames.Area.PORTAL, flash),
                PortalHead.of(PortalHead.Screen.REDIRECTS, queries, frames),
                FieldErrors.placed(words, reasons, PortalFields.OF_REDIRECT),
                view.isOwn(),
                view.search(),
                shown.stream().map(this::line).toList(),
                isMore ? more(view, shown.getLast().path()) : "",
                form);
    }

    private RedirectsPage.Line line(Leading leading) {
        var by = leading.madeBy();
        return new RedirectsPage.Line(
                leading.path(),
                leading.label(),
                leading.target(),
                by == null ? "" : PrincipalNames.name(by, frames.words()),
                time.at(leading.madeAt(), frames.words()));
    }

    private static String more(View view, String last) {
        return HERE + "?" + (view.isOwn() ? "" : "kept=yes&") + "q=" + encoded(view.search()) + "&after="
                + encoded(last);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

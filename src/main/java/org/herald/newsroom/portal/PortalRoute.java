package org.herald.newsroom.portal;

import com.ibm.icu.util.ULocale;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Planned;
import org.herald.model.PreviewKey;
import org.herald.model.Words;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.DiscardPlan;
import org.herald.publish.DiscardPlanned;
import org.herald.publish.OpenPlanPreview;
import org.herald.publish.PublishPlan;
import org.herald.publish.Verb;

/** The overview of the portal, and its plan: looked at, published, discarded. */
@Path("/newsroom/portal")
public class PortalRoute {

    private static final String HERE = "/newsroom/portal";

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final PortalTime time;
    private final CommandBus bus;
    private final Visitor visitor;

    public PortalRoute(PortalQueries queries, NewsroomFrames frames, PortalTime time, CommandBus bus, Visitor visitor) {
        this.queries = queries;
        this.frames = frames;
        this.time = time;
        this.bus = bus;
        this.visitor = visitor;
    }

    @GET
    @Needs(Permission.OUTLINE)
    public Response get(@QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(page(flash, List.of()));
    }

    /** Shows readers everything that is planned. */
    @POST
    @Path("plan/publication")
    @Needs(Permission.OUTLINE)
    public Response publish(@FormParam("seen") @DefaultValue("") String seen) {
        return answer(new PublishPlan(seen), "said.plan-published");
    }

    @POST
    @Path("plan/removal")
    @Needs(Permission.OUTLINE)
    public Response discard() {
        return answer(new DiscardPlan(), "said.plan-discarded");
    }

    @POST
    @Path("plan/{id:[0-9]{1,18}}/removal")
    @Needs(Permission.OUTLINE)
    public Response discard(@PathParam("id") long id) {
        return answer(new DiscardPlanned(id), "said.planned-discarded");
    }

    /** Opens a preview of the plan in a language. */
    @POST
    @Path("plan/preview")
    @Needs(Permission.OUTLINE)
    public Response preview(@FormParam("language") @DefaultValue("") String tag) {
        Language language = queries.require(tag);
        PreviewKey key = bus.carryOut(visitor.account().principal(), new OpenPlanPreview())
                .orThrow();
        return Screen.goTo(key.ofPortal() + "/" + language);
    }

    private Response answer(Verb<?> verb, String flash) {
        return switch (bus.carryOut(visitor.account().principal(), verb)) {
            case Outcome.Done<?> _ -> Screen.goTo(HERE + "?flash=" + flash);
            case Outcome.Refused<?>(var reasons) -> Screen.of(422, page("", reasons));
        };
    }

    private PortalPage page(String flash, List<Reason> reasons) {
        var words = frames.words();
        var live = queries.live();
        var plan = queries.plan();
        var then = live.after(plan.stream().map(Planned::change).toList());
        var names = queries.names(then, words, Stream.concat(live.targets(), Stream.empty()));
        var lines = new PlanLines(new PlanLines.Compared(live, then, queries.liveItems()), names, words, time);
        return new PortalPage(
                frames.frame(words.say("portal.title"), NewsroomFrames.Area.PORTAL, flash),
                PortalHead.of(PortalHead.Screen.OVERVIEW, queries, frames),
                Reasons.say(words, reasons),
                plan.stream().map(lines::line).toList(),
                PublishPlan.stateOf(plan),
                queries.languages().stream()
                        .map(language -> new PortalPage.Tongue(language.tag(), name(language, words)))
                        .toList());
    }

    /** The name of a language in the language of these words. */
    static String name(Language language, Words words) {
        return ULocale.getDisplayName(language.tag(), ULocale.forLanguageTag(words.tag()));
    }
}

package org.herald.newsroom.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.herald.model.Arrangement;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.PlanChange;

/** One section: its words, its place and its removal go into the plan. */
@Path("/newsroom/portal/sections/{id:[0-9]{1,18}}")
public class PortalSectionRoute {

    private static final String SECTIONS = "/newsroom/portal/sections";
    private static final String PLANNED = "?flash=said.planned";

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final CommandBus bus;
    private final Visitor visitor;

    public PortalSectionRoute(PortalQueries queries, NewsroomFrames frames, CommandBus bus, Visitor visitor) {
        this.queries = queries;
        this.frames = frames;
        this.bus = bus;
        this.visitor = visitor;
    }

    /** What was typed: the words, and the place. */
    private record Typed(Map<Language, Section.Title> titles, String word, SectionId parent) {}

    @GET
    @Needs(Permission.OUTLINE)
    public Response get(@PathParam("id") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        var section = require(id);
        return Screen.of(page(section, typed(section), flash, List.of()));
    }

    /** Plans its words. */
    @POST
    @Path("titles")
    @Needs(Permission.OUTLINE)
    public Response titles(
            @PathParam("id") long id,
            @FormParam("title") List<String> titles,
            @FormParam("description") List<String> descriptions,
            @FormParam("seen") @DefaultValue("") String seen) {
        var section = require(id);
        var typed = SectionForms.typed(queries.languages(), titles, descriptions, section.titles());
        var before = typed(section);
        return plan(
                section,
                new OutlineChange.Titles(section.id(), typed),
                seen,
                new Typed(typed, before.word(), before.parent()));
    }

    /** Plans another address. */
    @POST
    @Path("address")
    @Needs(Permission.OUTLINE)
    public Response move(
            @PathParam("id") long id,
            @FormParam("parent") @DefaultValue("0") long parent,
            @FormParam("word") @DefaultValue("") String word,
            @FormParam("seen") @DefaultValue("") String seen) {
        var section = require(id);
        var above = require(parent);
        return plan(
                section,
                new OutlineChange.SectionMoved(section.id(), above.id(), word),
                seen,
                new Typed(section.titles(), word, above.id()));
    }

    /** Plans its removal. */
    @POST
    @Path("removal")
    @Needs(Permission.OUTLINE)
    public Response remove(@PathParam("id") long id, @FormParam("seen") @DefaultValue("") String seen) {
        var section = require(id);
        return plan(section, new OutlineChange.SectionRemoved(section.id()), seen, typed(section));
    }

    private Response plan(Section section, OutlineChange change, String seen, Typed typed) {
        return switch (bus.carryOut(visitor.account().principal(), new PlanChange(change, seen))) {
            case Outcome.Done<OutlineChange>(OutlineChange.SectionRemoved _) -> Screen.goTo(SECTIONS + PLANNED);
            case Outcome.Done<OutlineChange> _ -> Screen.goTo(SECTIONS + "/" + section.id() + PLANNED);
            case Outcome.Refused<OutlineChange>(var reasons) -> Screen.of(422, page(section, typed, "", reasons));
        };
    }

    private Section require(long id) {
        return queries.planned().section(new SectionId(id)).orElseThrow(Refusal::notThere);
    }

    private static Typed typed(Section section) {
        return new Typed(section.titles(), section.word(), Objects.requireNonNullElse(section.parent(), Section.ROOT));
    }

    /** What will happen to its address, and how much moves with it; empty when it stays where it is. */
    private String then(Section section) {
        var words = frames.words();
        var live = queries.live().section(section.id());
        if (live.isEmpty()) {
            return words.say("portal.address-new", "/" + section.path());
        }
        if (live.get().path().equals(section.path())) {
            int late = queries.late(section.id());
            return late == 0 ? "" : words.say("portal.address-follow", late);
        }
        return words.say(
                "portal.address-then",
                "/" + section.path(),
                PlanLines.itemsIn(queries.live(), queries.liveItems(), live.get()));
    }

    private PortalSectionPage page(Section section, Typed typed, String flash, List<Reason> reasons) {
        var words = frames.words();
        var planned = queries.planned();
        var live = queries.live().section(section.id());
        return new PortalSectionPage(
                frames.frame(TargetNames.title(section, words), NewsroomFrames.Area.PORTAL, flash),
                PortalHead.of(PortalHead.Screen.SECTIONS, queries, frames),
                FieldErrors.placed(words, reasons, PortalFields::ofSection),
                SECTIONS + "/" + section.id(),
                SectionForms.fields(queries.languages(), typed.titles(), words),
                new PortalSectionPage.Seen(
                        planned.stateOf(new OutlineChange.Titles(section.id(), Map.of())),
                        planned.stateOf(new OutlineChange.SectionRemoved(section.id()))),
                new PortalSectionPage.Position(
                        section.isRoot(),
                        live.map(now -> "/" + now.path()).orElse(""),
                        then(section),
                        typed.word(),
                        SectionForms.options(planned, typed.parent(), section, words)),
                whyNotRemoved(planned, section));
    }

    private String whyNotRemoved(Arrangement planned, Section section) {
        var words = frames.words();
        if (section.isRoot()) {
            return words.say("refused.section-root");
        }
        if (!planned.below(section.id()).isEmpty()) {
            return words.say("refused.section-has-sections");
        }
        int items = queries.liveItems().getOrDefault(section.id(), 0);
        return items == 0 ? "" : words.say("refused.section-has-items", items);
    }
}

package org.herald.newsroom.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
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

/** The tree of sections as it will be: their order and new ones go into the plan. */
@Path("/newsroom/portal/sections")
public class SectionsRoute {

    private static final String HERE = "/newsroom/portal/sections";

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final CommandBus bus;
    private final Visitor visitor;

    public SectionsRoute(PortalQueries queries, NewsroomFrames frames, CommandBus bus, Visitor visitor) {
        this.queries = queries;
        this.frames = frames;
        this.bus = bus;
        this.visitor = visitor;
    }

    @GET
    @Needs(Permission.OUTLINE)
    public Response get(@QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(page(queries.planned(), flash, List.of(), noneTyped()));
    }

    /**
     * Plans the order of sections.
     *
     * @param order all their identities, as the tree shows them
     * @param gesture {@code up-3} or {@code down-3} moves one section by a place
     */
    @POST
    @Needs(Permission.OUTLINE)
    public Response order(
            @FormParam("order") @DefaultValue("") String order,
            @FormParam("seen") @DefaultValue("") String seen,
            @FormParam("gesture") @DefaultValue("") String gesture) {
        var planned = queries.planned();
        if (!seen.equals(seen(planned))) {
            return Screen.of(
                    422, page(planned, "", List.of(new Reason("refused.planned-meanwhile", List.of())), noneTyped()));
        }
        List<SectionId> wished = ids(order);
        var orders = planned.sections().stream()
                .map(parent -> orderBelow(planned, parent.id(), wished, gesture))
                .filter(change -> !planned.has(change))
                .toList();
        return bus.together(visitor.account().principal(), unit -> {
            var reasons = new ArrayList<Reason>();
            for (OutlineChange change : orders) {
                if (unit.carryOut(new PlanChange(change, planned.stateOf(change)))
                        instanceof Outcome.Refused<OutlineChange>(var why)) {
                    reasons.addAll(why);
                }
            }
            return reasons.isEmpty()
                    ? Screen.goTo(HERE + "?flash=said.planned")
                    : Screen.of(422, page(planned, "", reasons, noneTyped()));
        });
    }

    /** Plans a new section. */
    @POST
    @Path("new")
    @Needs(Permission.OUTLINE)
    public Response add(
            @FormParam("parent") @DefaultValue("0") long parent,
            @FormParam("word") @DefaultValue("") String word,
            @FormParam("title") List<String> titles,
            @FormParam("description") List<String> descriptions) {
        var planned = queries.planned();
        var above = planned.section(new SectionId(parent)).orElseThrow(Refusal::notThere);
        var typed = SectionForms.typed(queries.languages(), titles, descriptions, Map.of());
        var added = new OutlineChange.SectionAdded(new SectionId(0), above.id(), word, typed);
        return switch (bus.carryOut(visitor.account().principal(), new PlanChange(added, null))) {
            case Outcome.Done<OutlineChange> _ -> Screen.goTo(HERE + "?flash=said.planned");
            case Outcome.Refused<OutlineChange>(var reasons) ->
                Screen.of(
                        422,
                        page(
                                planned,
                                "",
                                reasons,
                                new SectionsPage.NewSection(
                                        word,
                                        SectionForms.fields(queries.languages(), typed, frames.words()),
                                        SectionForms.options(planned, above.id(), null, frames.words()))));
        };
    }

    private SectionsPage.NewSection noneTyped() {
        return new SectionsPage.NewSection(
                "",
                SectionForms.fields(queries.languages(), Map.of(), frames.words()),
                SectionForms.options(queries.planned(), Section.ROOT, null, frames.words()));
    }

    private static OutlineChange.SectionOrder orderBelow(
            Arrangement planned, SectionId parent, List<SectionId> wished, String gesture) {
        var own = planned.below(parent).stream().map(Section::id).toList();
        var order =
                new ArrayList<>(wished.stream().filter(own::contains).distinct().toList());
        own.stream().filter(id -> !order.contains(id)).forEach(order::add);
        if (gesture.matches("(up|down)-[0-9]{1,18}")) {
            var moved = new SectionId(Long.parseLong(gesture.substring(gesture.indexOf('-') + 1)));
            int at = order.indexOf(moved);
            int to = at + (gesture.startsWith("up") ? -1 : 1);
            if (at >= 0 && to >= 0 && to < order.size()) {
                Collections.swap(order, at, to);
            }
        }
        return new OutlineChange.SectionOrder(parent, order);
    }

    static List<SectionId> ids(String order) {
        return Stream.of(order.split(",", -1))
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> new SectionId(Long.parseLong(id)))
                .toList();
    }

    /** Names the order of all sections. */
    private static String seen(Arrangement planned) {
        var order = planned.sections().stream()
                .map(section ->
                        planned.below(section.id()).stream().map(Section::id).toList())
                .toList();
        return Integer.toHexString(order.hashCode());
    }

    private SectionsPage page(Arrangement planned, String flash, List<Reason> reasons, SectionsPage.NewSection form) {
        var words = frames.words();
        var tree = branches(planned, Section.ROOT, counts(queries.live(), queries.liveItems()));
        return new SectionsPage(
                frames.frame(words.say("portal.sections"), NewsroomFrames.Area.PORTAL, flash),
                PortalHead.of(PortalHead.Screen.SECTIONS, queries, frames),
                FieldErrors.placed(words, reasons, PortalFields::ofSection),
                tree,
                String.join(
                        ",",
                        tree.stream()
                                .flatMap(SectionsRoute::flat)
                                .map(branch -> Long.toString(branch.id()))
                                .toList()),
                seen(planned),
                form);
    }

    private static Stream<SectionsPage.Branch> flat(SectionsPage.Branch branch) {
        return Stream.concat(Stream.of(branch), branch.below().stream().flatMap(SectionsRoute::flat));
    }

    /** What a section that readers see has in it, in words. */
    private Map<SectionId, String> counts(Arrangement live, Map<SectionId, Integer> items) {
        var words = frames.words();
        return live.sections().stream()
                .collect(Collectors.toMap(
                        Section::id, section -> words.say("portal.items", items.getOrDefault(section.id(), 0))));
    }

    private List<SectionsPage.Branch> branches(Arrangement planned, SectionId parent, Map<SectionId, String> counts) {
        var words = frames.words();
        return planned.below(parent).stream()
                .map(section -> new SectionsPage.Branch(
                        section.id().value(),
                        TargetNames.title(section, words),
                        section.path(),
                        counts.getOrDefault(section.id(), words.say("portal.section-is-new")),
                        branches(planned, section.id(), counts)))
                .toList();
    }
}

package org.herald.newsroom;

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
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.herald.publish.Desk;
import org.herald.publish.MoveSection;
import org.herald.publish.PlanChange;
import org.herald.publish.RemoveSection;

/** One section: its words go into the plan, its place and its removal are done at once. */
@Path("/newsroom/portal/sections/{id:[0-9]{1,18}}")
public class PortalSectionRoute {

    private static final String SECTIONS = "/newsroom/portal/sections";

    private final PortalBook book;
    private final NewsroomFrames frames;
    private final Desk desk;
    private final Visitor visitor;

    public PortalSectionRoute(PortalBook book, NewsroomFrames frames, Desk desk, Visitor visitor) {
        this.book = book;
        this.frames = frames;
        this.desk = desk;
        this.visitor = visitor;
    }

    /** What was typed; the words and the state they were made from, or the place and the question about it. */
    private record Typed(
            Map<Language, Section.Title> titles, String seen, String word, SectionId parent, String sure) {}

    @GET
    @Needs(Permission.OUTLINE)
    public Response get(@PathParam("id") long id, @QueryParam("said") @DefaultValue("") String said) {
        var section = require(id);
        return Screen.of(page(section, typed(section), said, List.of()));
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
        var typed = SectionForms.typed(book.languages(), titles, descriptions, section.titles());
        var change = new OutlineChange.Titles(section.id(), typed);
        return switch (desk.carryOut(visitor.account().actor(), new PlanChange(change, seen))) {
            case Outcome.Done<?> _ -> Screen.goTo(SECTIONS + "/" + id + "?said=said.planned");
            case Outcome.Refused<?>(var reasons) -> {
                var before = typed(section);
                yield Screen.of(
                        422,
                        page(
                                section,
                                new Typed(typed, before.seen(), before.word(), before.parent(), ""),
                                "",
                                reasons));
            }
        };
    }

    /** Moves it, after it was said how much moves with it. */
    @POST
    @Path("address")
    @Needs(Permission.OUTLINE)
    public Response move(
            @PathParam("id") long id,
            @FormParam("parent") @DefaultValue("0") long parent,
            @FormParam("word") @DefaultValue("") String word,
            @FormParam("sure") @DefaultValue("") String sure) {
        var section = require(id);
        var above = require(parent);
        var before = typed(section);
        if (sure.isEmpty()) {
            String path = above.isRoot() ? word.strip() : above.path() + "/" + word.strip();
            String question =
                    frames.words().say("portal.move-sure", "/" + section.path(), "/" + path, itemsIn(section));
            return Screen.of(page(
                    section, new Typed(before.titles(), before.seen(), word, above.id(), question), "", List.of()));
        }
        return switch (desk.carryOut(
                visitor.account().actor(), new MoveSection(section.id(), above.id(), word.strip()))) {
            case Outcome.Done<Integer> _ -> Screen.goTo(SECTIONS + "/" + id + "?said=said.section-moved");
            case Outcome.Refused<Integer>(var reasons) ->
                Screen.of(
                        422,
                        page(section, new Typed(before.titles(), before.seen(), word, above.id(), ""), "", reasons));
        };
    }

    @POST
    @Path("removal")
    @Needs(Permission.OUTLINE)
    public Response remove(@PathParam("id") long id) {
        var section = require(id);
        return switch (desk.carryOut(visitor.account().actor(), new RemoveSection(section.id()))) {
            case Outcome.Done<SectionId> _ -> Screen.goTo(SECTIONS + "?said=said.section-removed");
            case Outcome.Refused<SectionId>(var reasons) -> Screen.of(422, page(section, typed(section), "", reasons));
        };
    }

    private Section require(long id) {
        return book.planned().section(new SectionId(id)).orElseThrow(Refusal::notThere);
    }

    private Typed typed(Section section) {
        String seen = book.planned().stateOf(new OutlineChange.Titles(section.id(), Map.of()));
        String path = section.path();
        return new Typed(
                section.titles(),
                seen,
                path.substring(path.lastIndexOf('/') + 1),
                Objects.requireNonNullElse(section.parent(), Section.ROOT),
                "");
    }

    /** How many items stand in it and below it. */
    private int itemsIn(Section section) {
        var counts = book.liveItems();
        return book.live().sections().stream()
                .filter(each ->
                        each.path().equals(section.path()) || each.path().startsWith(section.path() + "/"))
                .mapToInt(each -> counts.getOrDefault(each.id(), 0))
                .sum();
    }

    private PortalSectionPage page(Section section, Typed typed, String said, List<Reason> reasons) {
        var words = frames.words();
        return new PortalSectionPage(
                frames.frame(TargetNames.title(section, words), NewsroomFrames.Place.PORTAL, said),
                PortalHead.of(PortalHead.Screen.SECTIONS, book, frames),
                Reasons.say(words, reasons),
                SECTIONS + "/" + section.id(),
                SectionForms.fields(book.languages(), typed.titles(), words),
                typed.seen(),
                new PortalSectionPage.Place(
                        section.isRoot(),
                        "/" + section.path(),
                        typed.word(),
                        SectionForms.options(book.live(), typed.parent(), section, words),
                        typed.sure()),
                whyNotRemoved(section));
    }

    private String whyNotRemoved(Section section) {
        var words = frames.words();
        if (section.isRoot()) {
            return words.say("refused.section-root");
        }
        if (!book.live().below(section.id()).isEmpty()) {
            return words.say("refused.section-has-sections");
        }
        int items = book.liveItems().getOrDefault(section.id(), 0);
        return items == 0 ? "" : words.say("refused.section-has-items", items);
    }
}

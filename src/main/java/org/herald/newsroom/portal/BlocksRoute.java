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
import java.util.Locale;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.PlacedBlock;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.PlanChange;

/** The blocks of a language, by the spots where they stand; their order goes into the plan. */
@Path("/newsroom/portal/blocks")
public class BlocksRoute {

    private static final String HERE = "/newsroom/portal/blocks";

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final PortalTime time;
    private final PortalDesk desk;

    public BlocksRoute(PortalQueries queries, NewsroomFrames frames, PortalTime time, PortalDesk desk) {
        this.queries = queries;
        this.frames = frames;
        this.time = time;
        this.desk = desk;
    }

    @GET
    @Needs(Permission.OUTLINE)
    public Response get(
            @QueryParam("language") @DefaultValue("") String tag, @QueryParam("flash") @DefaultValue("") String flash) {
        var language = tag.isEmpty() ? queries.languages().getFirst() : queries.require(tag);
        return Screen.of(page(language, flash, List.of()));
    }

    /**
     * Plans the order of the blocks of a spot.
     *
     * @param gesture {@code up-3} or {@code down-3} moves one block by a place
     */
    @POST
    @Path("order")
    @Needs(Permission.OUTLINE)
    public Response order(
            @FormParam("language") @DefaultValue("") String tag,
            @FormParam("spot") @DefaultValue("") String word,
            @FormParam("order") @DefaultValue("") String order,
            @FormParam("seen") @DefaultValue("") String seen,
            @FormParam("gesture") @DefaultValue("") String gesture) {
        var language = queries.require(tag);
        var spot = Stream.of(Block.Spot.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        var ids = new ArrayList<>(SectionsRoute.ids(order).stream()
                .map(id -> new BlockId(id.value()))
                .toList());
        if (gesture.matches("(up|down)-[0-9]{1,18}")) {
            int at = ids.indexOf(new BlockId(Long.parseLong(gesture.substring(gesture.indexOf('-') + 1))));
            int to = at + (gesture.startsWith("up") ? -1 : 1);
            if (at >= 0 && to >= 0 && to < ids.size()) {
                Collections.swap(ids, at, to);
            }
        }
        return switch (desk.carryOut(new PlanChange(new OutlineChange.BlockOrder(language, spot, ids), seen))) {
            case Outcome.Done<?> _ -> Screen.goTo(HERE + "?language=" + tag + "&flash=said.planned");
            case Outcome.Refused<?>(var reasons) -> Screen.of(422, page(language, "", reasons));
        };
    }

    private BlocksPage page(Language language, String flash, List<Reason> reasons) {
        var words = frames.words();
        var planned = queries.planned();
        var names = queries.names(planned, words, Stream.empty());
        return new BlocksPage(
                frames.frame(
                        words.say("portal.blocks-of", PortalRoute.name(language, words)),
                        NewsroomFrames.Area.PORTAL,
                        flash),
                PortalHead.of(PortalHead.Screen.BLOCKS, queries, frames),
                Reasons.say(words, reasons),
                language.tag(),
                queries.languages().stream()
                        .map(other -> new MenuPage.Other(
                                PortalRoute.name(other, words), HERE + "?language=" + other, other.equals(language)))
                        .toList(),
                Stream.of(Block.Spot.values())
                        .map(spot -> spot(planned, language, spot, names))
                        .toList());
    }

    private BlocksPage.Spot spot(Arrangement planned, Language language, Block.Spot spot, TargetNames names) {
        var blocks = planned.blocks(language, spot);
        return new BlocksPage.Spot(
                spot.word(),
                frames.words().say("spot." + spot.name().toLowerCase(Locale.ROOT)),
                String.join(
                        ",",
                        blocks.stream().map(placed -> placed.id().toString()).toList()),
                planned.stateOf(new OutlineChange.BlockOrder(language, spot, List.of())),
                blocks.stream().map(placed -> line(placed, names)).toList());
    }

    private BlocksPage.Line line(PlacedBlock placed, TargetNames names) {
        var words = frames.words();
        var block = placed.block();
        return new BlocksPage.Line(
                placed.id().value(),
                words.say("block." + block.kind().word()),
                PlanLines.shortly(block),
                block.target().isEmpty() ? "" : names.say(block.target()),
                names.isLost(block.target()),
                when(block),
                desk.isNow(block));
    }

    private String when(Block block) {
        var words = frames.words();
        var from = block.fromAt();
        var until = block.untilAt();
        var parts = new ArrayList<String>();
        if (from != null) {
            parts.add(words.say("portal.from") + " " + time.at(from, words).text());
        }
        if (until != null) {
            parts.add(words.say("portal.until") + " " + time.at(until, words).text());
        }
        return String.join(", ", parts);
    }
}

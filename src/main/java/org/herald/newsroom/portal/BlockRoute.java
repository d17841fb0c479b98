package org.herald.newsroom.portal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.herald.media.Incoming;
import org.herald.model.Arrangement;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.PlacedBlock;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.KeepAsset;
import org.herald.publish.PlanChange;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** One block, new or old; what is saved goes into the plan. */
@Path("/newsroom/portal/blocks")
public class BlockRoute {

    private static final String BLOCKS = "/newsroom/portal/blocks";

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final PortalTime time;
    private final PortalDesk desk;
    private final Incoming incoming;
    private final Kinds kinds;

    public BlockRoute(
            PortalQueries queries,
            NewsroomFrames frames,
            PortalTime time,
            PortalDesk desk,
            Incoming incoming,
            Kinds kinds) {
        this.kinds = kinds;
        this.incoming = incoming;
        this.queries = queries;
        this.frames = frames;
        this.time = time;
        this.desk = desk;
    }

    @GET
    @Path("new")
    @Needs(Permission.OUTLINE)
    public Response fresh(
            @QueryParam("language") @DefaultValue("") String tag, @QueryParam("spot") @DefaultValue("") String spot) {
        var language = queries.require(tag);
        boolean isAtTop = spot.equals("top");
        var form = new BlockForm(
                isAtTop ? "notice" : "promotion",
                spot.isEmpty() ? "beside" : spot,
                language.tag(),
                "",
                "",
                "",
                "",
                new BlockForm.Span("", ""),
                BlockForm.Entries.USUAL,
                "",
                BlockForm.Months.NONE,
                "");
        return Screen.of(page(null, form, language, List.of(), ""));
    }

    @GET
    @Path("{id:[0-9]{1,18}}")
    @Needs(Permission.OUTLINE)
    public Response get(@PathParam("id") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        var placed = require(id);
        var block = placed.block();
        return Screen.of(
                page(placed.id(), BlockForm.of(block, seen(placed), time.zone()), block.language(), List.of(), flash));
    }

    /**
     * Plans a block.
     *
     * @param id 0 for a new one
     */
    @POST
    @Path("{id:[0-9]{1,18}}")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Needs(Permission.OUTLINE)
    public Response post(
            @PathParam("id") long id,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("spot") @DefaultValue("") String spot,
            @FormParam("language") @DefaultValue("") String tag,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("target") @DefaultValue("") String target,
            @FormParam("picture") @DefaultValue("") String picture,
            @RestForm("file") @Nullable FileUpload file,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("until") @DefaultValue("") String until,
            @FormParam("directory") @DefaultValue("") String directory,
            @FormParam("order") @DefaultValue("") String order,
            @FormParam("most") @DefaultValue("") String most,
            @FormParam("filter") List<String> filters,
            @FormParam("venue") @DefaultValue("") String venue,
            @FormParam("branch") @DefaultValue("") String branch,
            @FormParam("month-from") @DefaultValue("") String monthFrom,
            @FormParam("month-until") @DefaultValue("") String monthUntil,
            @FormParam("seen") @DefaultValue("") String seen) {
        var typed = new BlockForm(
                kind,
                spot,
                tag,
                title,
                text,
                target,
                picture,
                new BlockForm.Span(from, until),
                new BlockForm.Entries(directory, order, most, List.copyOf(filters), venue),
                branch,
                new BlockForm.Months(monthFrom, monthUntil),
                seen);
        if (file == null || file.size() == 0) {
            return save(id, typed);
        }
        return switch (taken(file)) {
            case Outcome.Done<AssetId>(var asset) -> save(id, typed.withPicture(asset));
            case Outcome.Refused<AssetId>(var reasons) ->
                Screen.of(422, page(id == 0 ? null : new BlockId(id), typed, queries.require(tag), reasons, ""));
        };
    }

    private Response save(long id, BlockForm form) {
        return id == 0 ? add(form, queries.require(form.language())) : change(require(id), form);
    }

    private Outcome<AssetId> taken(FileUpload file) {
        return switch (incoming.take(file.fileName(), bytes(file))) {
            case Outcome.Done<Asset>(var asset) -> desk.carryOut(new KeepAsset(asset, null));
            case Outcome.Refused<Asset>(var reasons) -> new Outcome.Refused<>(reasons);
        };
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException fault) {
            throw new UncheckedIOException("What was uploaded cannot be read", fault);
        }
    }

    private Response add(BlockForm form, Language language) {
        var meant = form.meant(queries, language, time.zone());
        var outcome = carryOut(new OutlineChange.BlockPlaced(new BlockId(0), meant.block()), null, meant.reasons());
        return switch (outcome) {
            case Outcome.Done<OutlineChange> _ -> Screen.goTo(BLOCKS + "?language=" + language + "&flash=said.planned");
            case Outcome.Refused<OutlineChange>(var reasons) -> Screen.of(422, page(null, form, language, reasons, ""));
        };
    }

    private Response change(PlacedBlock placed, BlockForm form) {
        var language = placed.block().language();
        var meant = form.meant(queries, language, time.zone());
        var change = new OutlineChange.BlockChanged(placed.id(), meant.block());
        return switch (carryOut(change, form.seen(), meant.reasons())) {
            case Outcome.Done<OutlineChange> _ -> Screen.goTo(BLOCKS + "?language=" + language + "&flash=said.planned");
            case Outcome.Refused<OutlineChange>(var reasons) ->
                Screen.of(422, page(placed.id(), form.seen(seen(placed)), language, reasons, ""));
        };
    }

    private Outcome<OutlineChange> carryOut(OutlineChange change, @Nullable String seen, List<Reason> wrong) {
        return wrong.isEmpty() ? desk.carryOut(new PlanChange(change, seen)) : new Outcome.Refused<>(wrong);
    }

    @POST
    @Path("{id:[0-9]{1,18}}/removal")
    @Needs(Permission.OUTLINE)
    public Response remove(@PathParam("id") long id, @FormParam("seen") @DefaultValue("") String seen) {
        var placed = require(id);
        var language = placed.block().language();
        return switch (desk.carryOut(new PlanChange(new OutlineChange.BlockRemoved(placed.id()), seen))) {
            case Outcome.Done<OutlineChange> _ -> Screen.goTo(BLOCKS + "?language=" + language + "&flash=said.planned");
            case Outcome.Refused<OutlineChange>(var reasons) ->
                Screen.of(
                        422,
                        page(
                                placed.id(),
                                BlockForm.of(placed.block(), seen(placed), time.zone()),
                                language,
                                reasons,
                                ""));
        };
    }

    private PlacedBlock require(long id) {
        return queries.planned().block(new BlockId(id)).orElseThrow(Refusal::notThere);
    }

    private String seen(PlacedBlock placed) {
        return queries.planned().stateOf(new OutlineChange.BlockRemoved(placed.id()));
    }

    private BlockPage page(
            @Nullable BlockId id, BlockForm form, Language language, List<Reason> reasons, String flash) {
        var words = frames.words();
        var planned = queries.planned();
        String target = queries.target(form.target(), language);
        var names = queries.names(planned, words, Stream.of(target));
        return new BlockPage(
                frames.frame(
                        words.say(id == null ? "portal.block-new" : "portal.block-change") + ", "
                                + PortalRoute.name(language, words),
                        NewsroomFrames.Area.PORTAL,
                        flash),
                PortalHead.of(PortalHead.Screen.BLOCKS, queries, frames),
                FieldErrors.placed(words, reasons, reason -> PortalFields.ofBlock(reason, form)),
                BLOCKS + "/" + (id == null ? "0" : id),
                id == null ? "" : BLOCKS + "/" + id + "/removal",
                form,
                MenuRoute.sections(planned, names),
                new BlockPage.Choices(
                        Stream.of(Block.Kind.values())
                                .map(kind -> pick("block.", kind.word(), form.kind()))
                                .toList(),
                        Stream.of(Block.Spot.values())
                                .map(spot -> pick("spot.", spot.word(), form.spot()))
                                .toList(),
                        directories(form),
                        Stream.of(Block.Order.values())
                                .map(order -> pick(
                                        "portal.entries-",
                                        order.word(),
                                        form.entries().order()))
                                .toList(),
                        filters(form),
                        branches(planned, form),
                        target.isEmpty() ? "" : names.say(target),
                        names.isLost(target),
                        form.picture().matches("[0-9]{1,18}")
                                ? queries.asset(Long.parseLong(form.picture()))
                                        .filter(Asset::isPresent)
                                        .map(asset -> "/newsroom/pictures/" + asset.id() + "?width=640")
                                        .orElse("")
                                : ""));
    }

    private List<BlockPage.Pick> directories(BlockForm form) {
        var ui = new Language(frames.words().tag());
        return kinds.all().stream()
                .filter(kind -> kind.stands().hasSection())
                .map(kind -> new BlockPage.Pick(
                        kind.name().toString(),
                        kind.many().in(ui).orElse(kind.name().toString()),
                        kind.name().toString().equals(form.entries().directory())))
                .toList();
    }

    /** By what events can be chosen: the fields whose values are declared. */
    private List<BlockPage.Filter> filters(BlockForm form) {
        var ui = new Language(frames.words().tag());
        var filters = new LinkedHashMap<String, BlockPage.Filter>();
        kinds.all().stream()
                .filter(kind -> kind.stands() == Kind.Stands.CALENDAR)
                .flatMap(kind -> kinds.filtersOf(kind).stream())
                .filter(field -> !field.type().choices().isEmpty())
                .forEach(field -> filters.putIfAbsent(
                        field.name(),
                        new BlockPage.Filter(
                                field.name(),
                                field.label().in(ui).orElse(field.name()),
                                field.type().choices().stream()
                                        .map(choice -> new BlockPage.Pick(
                                                field.name() + "=" + choice.word(),
                                                choice.in(ui),
                                                form.entries().filters().contains(field.name() + "=" + choice.word())))
                                        .toList())));
        return List.copyOf(filters.values());
    }

    private List<BlockPage.Pick> branches(Arrangement planned, BlockForm form) {
        return planned.sections().stream()
                .filter(section -> !section.isRoot())
                .map(section -> new BlockPage.Pick(
                        section.id().toString(),
                        TargetNames.title(section, frames.words()) + " (/" + section.path() + ")",
                        section.id().toString().equals(form.branch())))
                .toList();
    }

    private BlockPage.Pick pick(String key, String word, String selected) {
        return new BlockPage.Pick(word, frames.words().say(key + word), word.equals(selected));
    }
}

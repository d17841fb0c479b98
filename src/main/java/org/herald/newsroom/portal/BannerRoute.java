package org.herald.newsroom.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Banner;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedMoment;
import org.herald.people.Permission;
import org.herald.publish.LowerBanner;
import org.herald.publish.RaiseBanner;
import org.herald.publish.Tried;
import org.jspecify.annotations.Nullable;

/** Breaking news: put up after a look at it, and taken down, both at once. */
@Path("/newsroom/portal/banner")
public class BannerRoute {

    private static final String HERE = "/newsroom/portal/banner";

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final PortalTime time;
    private final PortalDesk desk;

    public BannerRoute(PortalQueries queries, NewsroomFrames frames, PortalTime time, PortalDesk desk) {
        this.queries = queries;
        this.frames = frames;
        this.time = time;
        this.desk = desk;
    }

    @GET
    @Needs(Permission.BANNER)
    public Response get(@QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(page(form("", "", "", ""), BannerPage.Look.NONE, flash, List.of()));
    }

    /** Shows how it will look; put up when that is confirmed. */
    @POST
    @Needs(Permission.BANNER)
    public Response raise(
            @FormParam("language") @DefaultValue("") String tag,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("target") @DefaultValue("") String typed,
            @FormParam("until") @DefaultValue("") String until,
            @FormParam("sure") @DefaultValue("") String sure) {
        var language = queries.require(tag);
        var end = TypedMoment.read(until, time.zone());
        String target = queries.target(typed, language);
        var form = form(text, target, until, tag);
        if (!end.reasons().isEmpty()) {
            return Screen.of(422, page(form, BannerPage.Look.NONE, "", end.reasons()));
        }
        var verb = new RaiseBanner(language, text, target, end.at());
        boolean isLook = sure.isEmpty();
        return switch (desk.carryOut(isLook ? new Tried<>(verb) : verb)) {
            case Outcome.Done<Banner> _
            when isLook -> Screen.of(page(form, look(language, text.strip(), target, end.at()), "", List.of()));
            case Outcome.Done<Banner> _ -> Screen.goTo(HERE + "?flash=said.banner-raised");
            case Outcome.Refused<Banner>(var reasons) -> Screen.of(422, page(form, BannerPage.Look.NONE, "", reasons));
        };
    }

    @POST
    @Path("lowering")
    @Needs(Permission.BANNER)
    public Response lower(@FormParam("language") @DefaultValue("") String tag) {
        return switch (desk.carryOut(new LowerBanner(queries.require(tag)))) {
            case Outcome.Done<Language> _ -> Screen.goTo(HERE + "?flash=said.banner-lowered");
            case Outcome.Refused<Language>(var reasons) ->
                Screen.of(422, page(form("", "", "", ""), BannerPage.Look.NONE, "", reasons));
        };
    }

    private BannerPage.Form form(String text, String target, String until, String tag) {
        var words = frames.words();
        return new BannerPage.Form(
                text,
                target,
                until,
                queries.languages().stream()
                        .map(language -> new BlockPage.Pick(
                                language.tag(),
                                PortalRoute.name(language, words),
                                language.tag().equals(tag)))
                        .toList());
    }

    private BannerPage.Look look(Language language, String text, String target, @Nullable Instant until) {
        var words = frames.words();
        var names = queries.names(queries.live(), words, Stream.of(target));
        Optional<Banner> before = shown().stream()
                .filter(banner -> banner.language().equals(language))
                .findFirst();
        return new BannerPage.Look(
                language.tag(),
                text,
                target.isEmpty() ? "" : names.say(target),
                until == null ? "" : time.toTheSecond(until, words).text(),
                before.map(Banner::text).orElse(""));
    }

    private List<Banner> shown() {
        var now = desk.clock().instant();
        return queries.banners().stream()
                .filter(banner -> banner.isShownAt(now))
                .toList();
    }

    private BannerPage page(BannerPage.Form form, BannerPage.Look look, String flash, List<Reason> reasons) {
        var words = frames.words();
        var shown = shown();
        var names = queries.names(queries.live(), words, shown.stream().map(Banner::target));
        return new BannerPage(
                frames.frame(words.say("portal.banner"), NewsroomFrames.Area.PORTAL, flash),
                PortalHead.of(PortalHead.Screen.BANNER, queries, frames),
                FieldErrors.placed(words, reasons, PortalFields.OF_BANNER),
                shown.stream().map(banner -> up(banner, names)).toList(),
                form,
                look,
                RaiseBanner.LONGEST);
    }

    private BannerPage.Up up(Banner banner, TargetNames names) {
        var words = frames.words();
        var until = banner.untilAt();
        return new BannerPage.Up(
                banner.language().tag(),
                PortalRoute.name(banner.language(), words),
                banner.text(),
                banner.target().isEmpty() ? "" : names.say(banner.target()),
                PrincipalNames.name(banner.by(), words),
                time.at(banner.fromAt(), words),
                until == null ? "" : time.at(until, words).text());
    }
}

package org.herald.newsroom.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange.Menu;
import org.herald.model.Target;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.PlanChange;

/** The menus, each in each language; what is saved goes into the plan. */
@Path("/newsroom/portal/menus")
public class MenuRoute {

    private static final String MENUS = "/newsroom/portal/menus/";
    /** Empty lines at the end, when more are asked for. */
    private static final int MORE = 4;

    private final PortalQueries queries;
    private final NewsroomFrames frames;
    private final CommandBus bus;
    private final Visitor visitor;

    public MenuRoute(PortalQueries queries, NewsroomFrames frames, CommandBus bus, Visitor visitor) {
        this.queries = queries;
        this.frames = frames;
        this.bus = bus;
        this.visitor = visitor;
    }

    @GET
    @Needs(Permission.OUTLINE)
    public Response first() {
        return Screen.goTo(MENUS + "main/" + queries.languages().getFirst());
    }

    @GET
    @Path("{menu:main|footer}/{language}")
    @Needs(Permission.OUTLINE)
    public Response get(
            @PathParam("menu") String menu,
            @PathParam("language") String tag,
            @QueryParam("flash") @DefaultValue("") String flash) {
        var language = queries.require(tag);
        var planned = queries.planned();
        var entries = entries(planned, menu, language);
        String seen = planned.stateOf(new Menu(menu, language, List.of()));
        return Screen.of(page(new Menu(menu, language, entries), seen, flash, FieldErrors.NONE));
    }

    /**
     * Plans a menu, or goes on with what was typed.
     *
     * @param gesture what was pressed: nothing saves; {@code up-3}, {@code down-3}, {@code drop-3} and {@code more} go on
     */
    @POST
    @Path("{menu:main|footer}/{language}")
    @Needs(Permission.OUTLINE)
    public Response post(
            @PathParam("menu") String menu,
            @PathParam("language") String tag,
            @FormParam("label") List<String> labels,
            @FormParam("target") List<String> targets,
            @FormParam("seen") @DefaultValue("") String seen,
            @FormParam("gesture") @DefaultValue("") String gesture) {
        var language = queries.require(tag);
        var typed = typed(labels, targets, language);
        if (!gesture.isEmpty()) {
            var changed = new Menu(menu, language, after(gesture, typed));
            return Screen.of(page(changed, seen, gesture.equals("more") ? "more" : "", FieldErrors.NONE));
        }
        var meant = typed.stream()
                .filter(entry -> !Blank.is(entry.label()) || !Blank.is(entry.target()))
                .toList();
        var change = new Menu(menu, language, meant);
        return switch (bus.carryOut(visitor.account().principal(), new PlanChange(change, seen))) {
            case Outcome.Done<?> _ -> Screen.goTo(MENUS + menu + "/" + tag + "?flash=said.planned");
            case Outcome.Refused<?>(var reasons) ->
                Screen.of(
                        422,
                        page(
                                change,
                                queries.planned().stateOf(change),
                                "",
                                FieldErrors.placed(
                                        frames.words(), reasons, reason -> PortalFields.ofMenu(reason, meant))));
        };
    }

    private List<Menu.Entry> typed(List<String> labels, List<String> targets, Language language) {
        return IntStream.range(0, Math.min(labels.size(), targets.size()))
                .mapToObj(i -> new Menu.Entry(labels.get(i), queries.target(targets.get(i), language)))
                .toList();
    }

    private static List<Menu.Entry> after(String gesture, List<Menu.Entry> typed) {
        var entries = new ArrayList<>(typed);
        if (!gesture.matches("(up|down|drop)-[0-9]{1,3}")) {
            return entries;
        }
        int mark = gesture.indexOf('-');
        int at = Integer.parseInt(gesture.substring(mark + 1));
        int to = at + (gesture.startsWith("up") ? -1 : 1);
        if (at >= entries.size()) {
            return entries;
        }
        if (gesture.startsWith("drop")) {
            entries.remove(at);
        } else if (to >= 0 && to < entries.size()) {
            Collections.swap(entries, at, to);
        }
        return entries;
    }

    private static List<Menu.Entry> entries(Arrangement arrangement, String menu, Language language) {
        return arrangement.menu(menu, language).stream()
                .map(entry -> new Menu.Entry(entry.label(), entry.target()))
                .toList();
    }

    private MenuPage page(Menu shown, String seen, String flash, FieldErrors errors) {
        var words = frames.words();
        var planned = queries.planned();
        var entries = new ArrayList<>(shown.entries());
        entries.removeIf(entry -> Blank.is(entry.label()) && Blank.is(entry.target()));
        entries.addAll(Collections.nCopies(flash.equals("more") ? MORE : 1, new Menu.Entry("", "")));
        var names = queries.names(planned, words, entries.stream().map(Menu.Entry::target));
        var lines = IntStream.range(0, entries.size())
                .mapToObj(i -> {
                    var entry = entries.get(i);
                    return new MenuPage.Line(
                            i, entry.label(), entry.target(), names.say(entry.target()), names.isLost(entry.target()));
                })
                .toList();
        String title = words.say(
                "portal.menu-of", words.say("menu." + shown.menu()), PortalRoute.name(shown.language(), words));
        return new MenuPage(
                frames.frame(title, NewsroomFrames.Area.PORTAL, flash),
                PortalHead.of(PortalHead.Screen.MENUS, queries, frames),
                errors,
                others(shown),
                lines,
                sections(planned, names),
                new MenuPage.Form(
                        MENUS + shown.menu() + "/" + shown.language(),
                        seen,
                        shown.language().tag()));
    }

    private List<MenuPage.Other> others(Menu shown) {
        var words = frames.words();
        return Stream.of("main", "footer")
                .flatMap(menu -> queries.languages().stream()
                        .map(language -> new MenuPage.Other(
                                words.say(
                                        "portal.menu-of", words.say("menu." + menu), PortalRoute.name(language, words)),
                                MENUS + menu + "/" + language,
                                menu.equals(shown.menu()) && language.equals(shown.language()))))
                .toList();
    }

    static List<MenuPage.Aim> sections(Arrangement arrangement, TargetNames names) {
        return arrangement.sections().stream()
                .map(section -> new MenuPage.Aim(Target.of(section.id()), names.say(Target.of(section.id()))))
                .toList();
    }
}

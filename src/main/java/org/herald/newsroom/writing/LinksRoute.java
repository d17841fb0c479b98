package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.kind.KindName;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.store.HeadlineQueries;

/** What scripts ask while somebody writes: items to link to, and the slug that a headline would make. */
@Path("/newsroom")
public class LinksRoute {

    private static final int MOST = 12;

    private final WritingQueries queries;
    private final PortalChoices choices;
    private final NewsroomFrames frames;

    public LinksRoute(WritingQueries queries, PortalChoices choices, NewsroomFrames frames) {
        this.queries = queries;
        this.choices = choices;
        this.frames = frames;
    }

    /**
     * Items that can be linked to.
     *
     * @param q words of a headline, an address of this portal or of an item in the newsroom, or an identity: {@code item:12};
     *     without it what changed last of the kinds that are named
     * @param kinds of which the items may be; of any when none is named
     */
    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("links")
    public Response links(
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("kind") List<String> kinds) {
        String text = q.strip();
        if ((text.isEmpty() && kinds.isEmpty()) || !Language.isTag(language)) {
            return Screen.json(200, List.of());
        }
        var named = kinds.stream()
                .filter(KindName::isName)
                .map(KindName::new)
                .distinct()
                .toList();
        var found = identity(text)
                .map(queries.headlines()::of)
                .or(() -> path(text).map(queries.headlines()::at))
                .orElseGet(() -> queries.headlines().with(text, new Language(language), named, MOST));
        return Screen.json(
                200,
                found.stream()
                        .filter(line -> named.isEmpty() || named.contains(line.kind()))
                        .map(this::toJson)
                        .toList());
    }

    private Map<String, Object> toJson(HeadlineQueries.Line line) {
        var told = new LinkedHashMap<String, Object>();
        told.put("href", "item:" + line.item());
        told.put("title", line.headline());
        told.put("hint", NamedByFields.hint(line, choices, frames.words()));
        return told;
    }

    /** The item that is named by its identity, or by the address of one of its screens here. */
    private static Optional<ItemId> identity(String text) {
        var named = Pattern.compile("item:([0-9]{1,18})").matcher(text);
        var screen = Pattern.compile("/newsroom/items/([0-9]{1,18})(/.*)?")
                .matcher(path(text).orElse(""));
        return Stream.of(named, screen)
                .filter(Matcher::matches)
                .map(found -> new ItemId(Long.parseLong(found.group(1))))
                .findFirst();
    }

    /** The path of an address that somebody copied from their browser. */
    private static Optional<String> path(String text) {
        if (!text.startsWith("/") && !text.startsWith("http://") && !text.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(text).getPath());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("slug")
    @Produces("text/plain;charset=UTF-8")
    public Response slug(
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("text") @DefaultValue("") String text) {
        var written = Language.isTag(language)
                ? new Language(language)
                : choices.languages().getFirst();
        return Response.ok(Slugs.suggest(text, written).map(Slug::value).orElse(""))
                .header("Cache-Control", "no-store")
                .build();
    }
}

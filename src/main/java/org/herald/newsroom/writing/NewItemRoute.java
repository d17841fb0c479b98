package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.GroupId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.SavedDraft;
import org.herald.model.SectionId;
import org.herald.model.kind.Kind;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NextYear;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;

/** How an item begins: with what it is, in which language and section. Its text begins as a draft. */
@Path("/newsroom/new")
public class NewItemRoute {

    private static final int MOST_DRAFTS = 50;
    private static final Content EMPTY = Content.of("", Body.EMPTY);

    private final DraftEditor editor;
    private final WritingQueries queries;
    private final PortalChoices choices;
    private final EditorSidebar sidebar;
    private final NewsroomFrames frames;
    private final OpenItems items;

    public NewItemRoute(
            DraftEditor editor,
            WritingQueries queries,
            PortalChoices choices,
            EditorSidebar sidebar,
            NewsroomFrames frames,
            OpenItems items) {
        this.editor = editor;
        this.queries = queries;
        this.choices = choices;
        this.sidebar = sidebar;
        this.frames = frames;
        this.items = items;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(
            @QueryParam("kind") @DefaultValue("article") String kind,
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("section") @DefaultValue("") String section) {
        var words = frames.words();
        String tag = language.isEmpty() ? words.tag() : language;
        var drafts = queries.drafts().by(editor.account(), MOST_DRAFTS).stream()
                .filter(draft -> draft.about() instanceof Draft.OfNew)
                .map(draft -> sidebar.other(draft, words))
                .toList();
        boolean mayBegin = editor.mayBegin();
        return Screen.of(new NewItemPage(
                frames.frame(words.say("new.title"), NewsroomFrames.Area.DESK),
                mayBegin ? choices.kinds(words, kind) : List.of(),
                choices.languages(tag),
                choices.sections(spoken(tag), section),
                drafts));
    }

    /**
     * Begins the draft of a new item.
     *
     * @param group the group of translations that it joins; empty for one that begins its own
     * @param original the revision that is translated; empty for none
     * @param again the event that takes place again next year; empty for none; the others say nothing then
     */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response begin(
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("section") @DefaultValue("") String section,
            @FormParam("group") @DefaultValue("") String group,
            @FormParam("original") @DefaultValue("") String original,
            @FormParam("again") @DefaultValue("") String again) {
        var event = TypedNumber.read(again);
        if (event.isPresent()) {
            return again(event.get());
        }
        Kind known = choices.kind(kind).orElseThrow(Refusal::notThere);
        SectionId chosen = TypedNumber.read(section).map(SectionId::new).orElseThrow(Refusal::notThere);
        var about = editor.begun(
                known.name(),
                language,
                choices.section(known, chosen),
                TypedNumber.read(group).map(GroupId::new),
                TypedNumber.read(original));
        return begun(editor.begin(about, editor.original(about).orElse(EMPTY)));
    }

    private Response again(long event) {
        var open = items.require(event);
        var kind = choices.kind(open.item());
        var content = NextYear.of(kind, open.head().content())
                .filter(_ -> NextYear.isOffered(kind, open.item(), open.head().content()))
                .orElseThrow(Refusal::notThere);
        var about = editor.begun(
                kind.name(), open.item().language().tag(), open.item().section(), Optional.empty(), Optional.empty());
        return begun(editor.begin(about, content));
    }

    private static Response begun(Outcome<SavedDraft> outcome) {
        return switch (outcome) {
            case Outcome.Done<SavedDraft>(var saved) -> Screen.goTo("/newsroom/drafts/" + saved.draft());
            case Outcome.Refused<SavedDraft> _ -> throw Refusal.notThere();
        };
    }

    private Language spoken(String tag) {
        return Optional.of(tag)
                .filter(Language::isTag)
                .map(Language::new)
                .orElseGet(() -> choices.languages().getFirst());
    }
}

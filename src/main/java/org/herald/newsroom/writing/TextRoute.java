package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.herald.model.Draft;
import org.herald.newsroom.Needs;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;

/** The text of an item, where it is written: as this person left it, or as it was saved last. */
@Path("/newsroom/items/{id:[0-9]{1,18}}/text")
public class TextRoute {

    private final TextScreens screens;
    private final OpenItems items;
    private final DraftEditor editor;
    private final WritingQueries queries;

    public TextRoute(TextScreens screens, OpenItems items, DraftEditor editor, WritingQueries queries) {
        this.screens = screens;
        this.items = items;
        this.editor = editor;
        this.queries = queries;
    }

    /**
     * The screen.
     *
     * @param draft which of several drafts of this person's own; the newest when none is named
     */
    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(
            @PathParam("id") long id,
            @QueryParam("draft") @DefaultValue("") String draft,
            @QueryParam("flash") @DefaultValue("") String flash) {
        var open = items.requireWritable(id);
        var named = TypedNumber.read(draft);
        if (named.isPresent()) {
            return screens.show(editor.own(named.get()), flash);
        }
        var own = queries.drafts().of(open.item().id()).stream()
                .filter(each -> each.account() == editor.account())
                .toList();
        return TextScreens.newest(own)
                .map((Draft newest) -> screens.show(newest, flash))
                .orElseGet(() -> screens.show(open, flash));
    }
}

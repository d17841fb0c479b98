package org.herald.newsroom.writing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.herald.model.Draft;
import org.herald.newsroom.Needs;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Refusal;
import org.herald.people.Permission;

/** What a draft says that the newest revision of its item does not. */
@Path("/newsroom/drafts/{draft:[0-9]{1,18}}/difference")
public class DraftDifferenceRoute {

    private final DraftEditor editor;
    private final OpenItems items;
    private final Differences differences;

    public DraftDifferenceRoute(DraftEditor editor, OpenItems items, Differences differences) {
        this.editor = editor;
        this.items = items;
        this.differences = differences;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(@PathParam("draft") long id) {
        var draft = editor.own(id);
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> differences.between(items.requireWritable(item.value()), draft);
            case Draft.OfNew _ -> throw Refusal.notThere();
        };
    }
}

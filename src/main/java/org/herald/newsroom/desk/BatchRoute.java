package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.Action;

/** Does one thing with several items, after it was shown which ones they are. */
@Path("/newsroom/batch")
public class BatchRoute {

    private final BatchScreen screen;

    public BatchRoute(BatchScreen screen) {
        this.screen = screen;
    }

    /** Shows what is about to be done, and asks what is still to be known. */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response ask(@FormParam("gesture") @DefaultValue("") String gesture, @FormParam("item") List<String> items) {
        var meant = gesture(gesture).orElseThrow(Refusal::notThere);
        return items.isEmpty()
                ? Screen.goTo("/newsroom?flash=said.nothing-selected")
                : Screen.of(screen.ask(meant, Batch.of(items)));
    }

    /** Does it, each item by itself, and says what became of each. */
    @POST
    @Path("{gesture:[a-z]+}")
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response carryOut(@PathParam("gesture") String gesture, MultivaluedMap<String, String> form) {
        var meant = gesture(gesture).orElseThrow(Refusal::notThere);
        return screen.carryOut(meant, Batch.of(form.getOrDefault("item", List.of())), form);
    }

    private static Optional<Action> gesture(String word) {
        return Arrays.stream(Action.values())
                .filter(action -> action.word().equals(word) && BatchScreen.OFFERED.contains(action))
                .findFirst();
    }
}

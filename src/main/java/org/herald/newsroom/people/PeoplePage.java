package org.herald.newsroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;
import org.jspecify.annotations.Nullable;

/** Everybody of the newsroom. */
@CheckedTemplate(basePath = "newsroom")
public record PeoplePage(NewsroomFrame frame, List<PersonRow> people) implements TemplateInstance {

    /**
     * Somebody of the newsroom.
     *
     * @param limits in which languages and sections they work, in words; empty for everywhere
     * @param state {@code joined}, {@code invited} or {@code locked}
     * @param seen when they signed in last; nothing when they never did
     */
    public record PersonRow(
            long id,
            String name,
            String email,
            String role,
            String limits,
            String state,
            PortalTime.@Nullable When seen) {

        public String roleKey() {
            return "role." + role;
        }

        public String stateKey() {
            return "person.state-" + state;
        }
    }
}

package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * One section: its words in all languages side by side, where it stands, and its removal.
 *
 * @param seen names the states that the forms were made from
 * @param position where it stands; nothing can be chosen for the root
 * @param removal why it cannot be removed; empty when it can
 */
@CheckedTemplate(basePath = "newsroom")
public record PortalSectionPage(
        NewsroomFrame frame,
        PortalHead head,
        FieldErrors errors,
        String action,
        List<SectionsPage.TitleField> titles,
        Seen seen,
        Position position,
        String removal)
        implements TemplateInstance {

    /** The states that the forms were made from: of its words, and of its place. */
    public record Seen(String titles, String place) {}

    /**
     * Where it stands.
     *
     * @param path now; empty for one that readers do not see yet
     * @param then where it will stand, or what has not followed it yet, in words; empty for nothing of the kind
     * @param word as typed, the last of its path
     */
    public record Position(boolean isRoot, String path, String then, String word, List<SectionsPage.Option> parents) {}
}

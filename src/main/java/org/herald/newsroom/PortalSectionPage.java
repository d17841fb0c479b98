package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * One section: its words in all languages side by side, where it stands, and its removal.
 *
 * @param seen names the state of its words that the form was made from
 * @param place where it stands; nothing can be chosen for the root
 * @param removal why it cannot be removed; empty when it can
 */
@CheckedTemplate(basePath = "newsroom")
public record PortalSectionPage(
        NewsroomFrame frame,
        PortalHead head,
        List<String> reasons,
        String action,
        List<SectionsPage.TitleField> titles,
        String seen,
        Place place,
        String removal)
        implements TemplateInstance {

    /**
     * Where it stands.
     *
     * @param path now
     * @param word as typed, the last of its path
     * @param sure what will happen, when it is asked for; empty before
     */
    public record Place(boolean isRoot, String path, String word, List<SectionsPage.Option> parents, String sure) {}
}

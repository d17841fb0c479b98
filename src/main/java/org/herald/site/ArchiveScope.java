package org.herald.site;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Section;
import org.jspecify.annotations.Nullable;

/**
 * What an archive page covers: the whole portal, or one section.
 *
 * @param section nothing for the whole portal
 */
record ArchiveScope(Edition edition, @Nullable Section section, Layouts layouts) {

    /** What stands before the year in its addresses. */
    String base() {
        return Urls.archiveBase(edition.language(), section);
    }

    /** The address of the overview of its years. */
    String overview() {
        return Urls.archive(edition.language(), section);
    }

    /** What it is called at the head of its pages. */
    String title() {
        var words = edition.words();
        return section == null
                ? words.say("archive.title")
                : words.say("archive.title-of", Navigation.title(section, edition.language()));
    }

    /** The way to one of its pages; the steps between the archive and the page have an address. */
    List<Link> crumbs(List<Link> between, String title) {
        var sections =
                section == null ? List.<Section>of() : layouts.navigation().down(section);
        var crumbs = new ArrayList<>(layouts.crumbs(edition, sections, title));
        Link last = crumbs.removeLast();
        if (!title.equals(title())) {
            crumbs.add(new Link(edition.words().say("archive.title"), overview()));
        }
        crumbs.addAll(between);
        crumbs.add(last);
        return List.copyOf(crumbs);
    }

    /** @param stories how many its page shows, in words; empty on the overview */
    Layout frame(String title, String stories, String path, List<Link> between, OtherArchives others) {
        return layouts.frame(
                edition,
                new Layouts.Subject(
                        title,
                        stories.isEmpty()
                                ? layouts.describe(edition, "describe.archive", title())
                                : layouts.describe(edition, "describe.archive-of", title, stories, title()),
                        path,
                        crumbs(between, title),
                        others.same(),
                        others.nearest()));
    }
}

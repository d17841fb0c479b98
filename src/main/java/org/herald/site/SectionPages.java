package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.herald.model.Blank;
import org.herald.model.ListKey;
import org.herald.model.Section;
import org.herald.store.Months;
import org.herald.web.Page;

/** The pages of a section's list: the first, and the numbered older ones. */
@Singleton
public final class SectionPages {

    private final Frames frames;
    private final Archive archive;

    public SectionPages(Frames frames, Archive archive) {
        this.frames = frames;
        this.archive = archive;
    }

    Response first(Edition edition, Section section) {
        var pages = pages(edition, section);
        return answer(edition, section, pages, pages.list().last() + 1, "");
    }

    Response numbered(Edition edition, Section section, long number) {
        var pages = pages(edition, section);
        if (number > pages.list().last()) {
            throw new NotFoundException();
        }
        return answer(edition, section, pages, number, edition.number(number));
    }

    private record Pages(ListPages list, Months months) {}

    private Pages pages(Edition edition, Section section) {
        var months = archive.months(edition, section);
        return new Pages(
                new ListPages(
                        archive.queries(),
                        edition,
                        ListKey.section(section.id()),
                        Places.section(edition.language(), section),
                        months),
                months);
    }

    private Response answer(Edition edition, Section section, Pages pages, long number, String label) {
        var outline = frames.outline();
        var language = edition.language();
        var title = Outline.title(section, language);
        var description = Outline.description(section, language);
        var items = label.isEmpty() ? pages.list().first() : pages.list().numbered(number);
        String path = Places.section(language, section);
        String pageTitle = label.isEmpty() ? "" : edition.words().say("section.page", label);
        var sectionPage = new SectionPage(
                frames.frame(
                        edition,
                        new Frames.Subject(
                                label.isEmpty() ? title : title + ", " + pageTitle,
                                (label.isEmpty() ? "" : pageTitle + ". ")
                                        + (Blank.is(description)
                                                ? frames.describe(edition, "describe.section", title)
                                                : description),
                                label.isEmpty() ? path : Places.numbered(path, number),
                                frames.crumbs(edition, outline.down(section), pageTitle),
                                label.isEmpty()
                                        ? frames.everywhere(edition, other -> Places.section(other, section))
                                        : Map.of())),
                title,
                description,
                label,
                outline.below(section.id()).stream()
                        .map(below -> new Link(Outline.title(below, language), Places.section(language, below)))
                        .toList(),
                new Cards(edition, outline).of(items),
                pages.list().pager(number),
                archive.calendar(edition, section, pages.months()));
        return new Page(200, sectionPage.render()).toResponse();
    }
}

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

    private final Layouts layouts;
    private final Archive archive;

    public SectionPages(Layouts layouts, Archive archive) {
        this.layouts = layouts;
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
                        Urls.section(edition.language(), section),
                        months),
                months);
    }

    private Response answer(Edition edition, Section section, Pages pages, long number, String label) {
        var navigation = layouts.navigation();
        var language = edition.language();
        var title = Navigation.title(section, language);
        var description = Navigation.description(section, language);
        var items = label.isEmpty() ? pages.list().first() : pages.list().numbered(number);
        String path = Urls.section(language, section);
        String pageTitle = label.isEmpty() ? "" : edition.words().say("section.page", label);
        var sectionPage = new SectionPage(
                layouts.frame(
                        edition,
                        new Layouts.Subject(
                                label.isEmpty() ? title : title + ", " + pageTitle,
                                (label.isEmpty() ? "" : pageTitle + ". ")
                                        + (Blank.is(description)
                                                ? layouts.describe(edition, "describe.section", title)
                                                : description),
                                label.isEmpty() ? path : Urls.numbered(path, number),
                                layouts.crumbs(edition, navigation.down(section), pageTitle),
                                label.isEmpty()
                                        ? layouts.everywhere(edition, other -> Urls.section(other, section))
                                        : Map.of())),
                title,
                description,
                label,
                navigation.below(section.id()).stream()
                        .map(below -> new Link(Navigation.title(below, language), Urls.section(language, below)))
                        .toList(),
                new Cards(edition, navigation).of(items),
                pages.list().pager(number),
                archive.calendar(edition, section, pages.months()));
        return new Page(200, sectionPage.render()).toResponse();
    }
}

package org.herald.site;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.LiveItem;

/**
 * The pages that readers ask for first when the server has started: the front page of each language, then the newest
 * stories, today's page of the archive, and the sections.
 */
@Singleton
public final class FirstPages {

    private static final int NEWEST = 7; // as many as lead the front page

    private final Editions editions;
    private final Outlines outlines;
    private final Archive archive;
    private final InstantSource clock;

    public FirstPages(Editions editions, Outlines outlines, Archive archive, InstantSource clock) {
        this.editions = editions;
        this.outlines = outlines;
        this.archive = archive;
        this.clock = clock;
    }

    /** Their addresses, the most wanted first. */
    public List<String> addresses() {
        var addresses = new ArrayList<String>();
        editions.all().forEach(edition -> addresses.add(Places.front(edition.language())));
        editions.all().forEach(edition -> addresses.addAll(below(edition)));
        return List.copyOf(addresses);
    }

    private List<String> below(Edition edition) {
        var language = edition.language();
        var addresses = new ArrayList<String>();
        archive.queries().newest(Places.list(null), language, NEWEST).stream()
                .map(LiveItem::path)
                .forEach(addresses::add);
        addresses.add(Places.day(Places.archiveBase(language, null), edition.today(clock.instant())));
        outlines.current().arrangement().sections().stream()
                .filter(section -> !section.isRoot())
                .forEach(section -> addresses.add(Places.section(language, section)));
        return addresses;
    }
}

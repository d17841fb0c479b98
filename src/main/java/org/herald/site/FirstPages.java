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
    private final CurrentNavigation navigation;
    private final Archive archive;
    private final InstantSource clock;

    public FirstPages(Editions editions, CurrentNavigation navigation, Archive archive, InstantSource clock) {
        this.editions = editions;
        this.navigation = navigation;
        this.archive = archive;
        this.clock = clock;
    }

    /** Their addresses, the most wanted first. */
    public List<String> addresses() {
        var addresses = new ArrayList<String>();
        editions.all().forEach(edition -> addresses.add(Urls.front(edition.language())));
        editions.all().forEach(edition -> addresses.addAll(below(edition)));
        return List.copyOf(addresses);
    }

    private List<String> below(Edition edition) {
        var language = edition.language();
        var addresses = new ArrayList<String>();
        archive.queries().newest(Urls.list(null), language, NEWEST).stream()
                .map(LiveItem::path)
                .forEach(addresses::add);
        addresses.add(Urls.day(Urls.archiveBase(language, null), edition.today(clock.instant())));
        navigation.current().arrangement().sections().stream()
                .filter(section -> !section.isRoot())
                .forEach(section -> addresses.add(Urls.section(language, section)));
        return addresses;
    }
}

package org.herald.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Section;
import org.herald.site.feeds.FeedFormat;

/** The feeds to which a page leads: that of the nearest list in every format, and that of the portal. */
final class FeedLinks {

    private static final String TAG = "tag/";

    private FeedLinks() {}

    /**
     * The feeds for the head of a page.
     *
     * @param portal the portal's name
     * @param subject whose title is that of the tag on the page of a tag
     */
    static List<Layout.Document> of(Navigation navigation, Edition edition, String portal, Layouts.Subject subject) {
        String front = Urls.front(edition.language());
        String within = subject.path().startsWith(front + "/") ? subject.path().substring(front.length() + 1) : "";
        var links = new ArrayList<Layout.Document>();
        if (within.startsWith(TAG)) {
            String tag = within.substring(TAG.length()).replaceFirst("/.*", "");
            links.addAll(all(Urls.tag(edition.language(), tag), subject.title() + " | " + portal));
        } else {
            nearest(navigation, within)
                    .ifPresent(section -> links.addAll(all(
                            Urls.section(edition.language(), section),
                            Navigation.title(section, edition.language()) + " | " + portal)));
        }
        if (links.isEmpty()) {
            return all(front, portal);
        }
        links.add(link(FeedFormat.RSS, front, portal));
        return List.copyOf(links);
    }

    /** The feed of a page in all formats, with its title. */
    private static List<Layout.Document> all(String page, String title) {
        return Stream.of(FeedFormat.values())
                .map(format -> link(format, page, title))
                .toList();
    }

    /** The same by the names of the formats alone. */
    static List<Layout.Document> formats(String page) {
        return Stream.of(FeedFormat.values())
                .map(format -> new Layout.Document(format.title(), format.type(), format.at(page)))
                .toList();
    }

    private static Layout.Document link(FeedFormat format, String page, String title) {
        return new Layout.Document(title + " (" + format.title() + ")", format.type(), format.at(page));
    }

    /** The section in whose branch an address stands. */
    private static Optional<Section> nearest(Navigation navigation, String within) {
        String at = within;
        while (!at.isEmpty()) {
            var section = navigation.atPath(at);
            if (section.isPresent()) {
                return section;
            }
            at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "";
        }
        return Optional.empty();
    }
}

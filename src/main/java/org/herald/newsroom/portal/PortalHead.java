package org.herald.newsroom.portal;

import java.util.List;
import java.util.stream.Stream;
import org.herald.newsroom.NewsroomFrames;

/**
 * The head of every screen about the portal: the ways to the others, and how much is planned.
 *
 * @param planned how many changes wait to be published
 */
public record PortalHead(List<Tab> tabs, int planned) {

    /** A screen about the portal. */
    public record Tab(String label, String path, boolean isCurrent) {}

    /** The screens, in order. */
    enum Screen {
        OVERVIEW("portal.overview", "/newsroom/portal"),
        SECTIONS("portal.sections", "/newsroom/portal/sections"),
        MENUS("portal.menus", "/newsroom/portal/menus"),
        BLOCKS("portal.blocks", "/newsroom/portal/blocks"),
        REDIRECTS("portal.redirects", "/newsroom/portal/redirects"),
        BANNER("portal.banner", "/newsroom/portal/banner");

        private final String key;
        private final String path;

        Screen(String key, String path) {
            this.key = key;
            this.path = path;
        }

        String key() {
            return key;
        }
    }

    static PortalHead of(Screen current, PortalQueries queries, NewsroomFrames frames) {
        var words = frames.words();
        return new PortalHead(
                Stream.of(Screen.values())
                        .map(screen -> new Tab(words.say(screen.key), screen.path, screen == current))
                        .toList(),
                queries.plan().size());
    }
}

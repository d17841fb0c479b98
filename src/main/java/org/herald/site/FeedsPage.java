package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What feeds are, and which there are.
 *
 * @param portal the feed of the whole portal
 * @param directories those of directories and calendars
 * @param languages the same page in other languages
 * @param opml the address of the file with all of them
 */
public record FeedsPage(
        Layout frame,
        String title,
        Listed portal,
        List<Listed> sections,
        List<Listed> directories,
        List<Tongue> languages,
        String opml)
        implements TemplateInstance {

    /** A list with its page and its feed in each format. */
    public record Listed(Link page, List<Layout.Document> formats) {}

    /** The page in another language. */
    public record Tongue(String tag, String name, String path) {}
}

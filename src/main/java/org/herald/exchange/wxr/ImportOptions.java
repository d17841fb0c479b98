package org.herald.exchange.wxr;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.herald.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * How an export is to be taken.
 *
 * @param language the language of posts that name none
 * @param languages the languages of the portal; a post in another is taken in {@code language}
 * @param zone the time zone of dates that come without one
 * @param above the path of the section under which categories become sections; empty for the root
 * @param uploads a copy of the old site's {@code wp-content/uploads}, from which files are kept; nothing only records them
 * @param isPortalNew true when the portal has no menus yet, so that the import makes them
 */
public record ImportOptions(
        Language language,
        List<Language> languages,
        ZoneId zone,
        String above,
        @Nullable Path uploads,
        boolean isPortalNew) {

    public ImportOptions {
        languages = List.copyOf(languages);
    }
}

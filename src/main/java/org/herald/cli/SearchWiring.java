package org.herald.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.zip.CRC32;
import org.herald.config.SearchFile;
import org.herald.config.Settings;
import org.herald.model.SearchRules;
import org.herald.model.geo.Outlines;
import org.herald.model.kind.Kinds;
import org.herald.search.PortalSearch;
import org.herald.search.lucene.LuceneIndex;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.store.SearchQueries;

/** What the search is made of. */
final class SearchWiring {

    private SearchWiring() {}

    static PortalSearch search(
            Database database,
            ChangeQueries changes,
            Kinds kinds,
            Outlines outlines,
            Settings settings,
            InstantSource clock) {
        var rules = SearchFile.read(settings.folder(), settings.languages());
        String form = form(kinds, outlines, rules);
        return new PortalSearch(
                folder(settings),
                index -> new LuceneIndex(index, form, rules, clock),
                new SearchQueries(database, kinds),
                changes,
                new PortalSearch.Documents(kinds, outlines),
                clock);
    }

    /** Where the indexes stand. */
    static Path folder(Settings settings) {
        return settings.folder().resolve("data").resolve("search");
    }

    /** What documents are made of besides the items: with other declarations the index is made anew. */
    private static String form(Kinds kinds, Outlines outlines, SearchRules rules) {
        var sum = new CRC32();
        sum.update(kinds.all().toString().getBytes(StandardCharsets.UTF_8));
        outlines.areas().forEach(area -> sum.update(area.toString().getBytes(StandardCharsets.UTF_8)));
        sum.update(rules.stems().toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}

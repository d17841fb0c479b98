package org.herald.site;

import java.util.List;
import org.herald.model.Change;
import org.herald.store.AddressQueries;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which stored paths there may be, in memory, so that an address at which nothing ever stood costs the store nothing.
 * It errs on one side only: of a path that is stored it always says that it may be. {@link CacheInvalidation} tells it
 * each change; until all paths are read, and when they are read anew, every path may be stored.
 */
public final class KnownPaths {

    private static final Logger LOG = Logger.getLogger(KnownPaths.class);
    private static final int AT_ONCE = 5000;

    /** Stored addresses with their query; the parameters that are stored with a path; how slugs begin. */
    private static final char ADDRESS = 'a';

    private static final char PARAMETER = 'q';
    private static final char BEGINNING = 'b';

    /** New ones that a path brings, for the size: most begin as others do. */
    private static final long BEGINNINGS_EACH = 4;

    /** Of a slug, so much may be asked for. */
    private static final int LONGEST_BEGINNING = 24;

    private final AddressQueries queries;
    private volatile @Nullable PathFilter current; // absent until all is read; replaced whole
    private volatile @Nullable PathFilter coming; // while it is being read
    private boolean isReading; // by a thread of its own; guarded by this
    private boolean isWanted; // to be read once more; guarded by this

    public KnownPaths(AddressQueries queries) {
        this.queries = queries;
    }

    /** False while every path may be stored. */
    public boolean isComplete() {
        return current != null;
    }

    /** False when this address, a path with its query or without, is certainly not stored. */
    boolean mayBeStored(String address) {
        var filter = current;
        return filter == null || filter.mayHave(ADDRESS, address);
    }

    /** False when no address is stored that has this path and any of the parameters of a query. */
    boolean mayHaveParameter(String path, String query) {
        var filter = current;
        if (filter == null) {
            return true;
        }
        int at = 0;
        while (at < query.length()) {
            int end = nameEnd(query, at);
            boolean isPlain = end == query.length() || query.charAt(end) == '=' || query.charAt(end) == '&';
            if (!isPlain || (end > at && filter.mayHave(PARAMETER, path + "?" + query.substring(at, end)))) {
                return true;
            }
            int next = query.indexOf('&', end);
            at = next < 0 ? query.length() : next + 1;
        }
        return false;
    }

    /** The end of what has one spelling alone, as the forms of stored queries have it. */
    private static int nameEnd(String query, int from) {
        int end = from;
        while (end < query.length() && isPlain(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '_'
                || letter == '-'
                || letter == '.'
                || letter == '*';
    }

    /** False when certainly no path of a language ends with a word that begins so. */
    boolean mayBegin(String language, String beginning) {
        var filter = current;
        return filter == null || filter.mayHave(BEGINNING, beginning(language, beginning));
    }

    /** Adds the addresses that these changes stored. */
    void apply(List<Change> changes) {
        boolean ofSections = false;
        for (var change : changes) {
            switch (change) {
                case Change.ItemShown(var _, var _, var path) -> add(path);
                case Change.ItemMoved(var _, var _, var _, var to) -> add(to);
                case Change.PathChanged(var path) -> add(path);
                // the earlier addresses of sections are stored in every language
                case Change.SectionAdded _, Change.SectionMoved _, Change.SectionRemoved _ -> ofSections = true;
                case Change.ItemHidden _,
                        Change.ItemEdited _,
                        Change.SectionFollowed _,
                        Change.SectionTitled _,
                        Change.OutlineChanged _,
                        Change.AssetChanged _,
                        Change.LibraryChanged _,
                        Change.SettingsChanged _,
                        Change.NewsroomChanged _ -> {}
            }
        }
        if (ofSections) {
            queries.ofSections().forEach(this::add);
        }
        readAnewIfNeeded();
    }

    /** When there is no room for more, or when reading failed. */
    private synchronized void readAnewIfNeeded() {
        var filter = current;
        if (!isReading && (filter == null || filter.isFull())) {
            reload();
        }
    }

    /** Forgets everything, after more changes than are told one by one, and reads it anew. */
    synchronized void forget() {
        current = null;
        reload();
    }

    /** Reads all paths anew, on a thread of its own; what is being read already is read once more. */
    private synchronized void reload() {
        isWanted = true;
        if (!isReading) {
            isReading = true;
            Thread.ofPlatform().daemon().name("herald-paths").start(this::readWanted);
        }
    }

    private void readWanted() {
        try {
            while (begin()) {
                var filter = new PathFilter(BEGINNINGS_EACH * queries.count());
                coming = filter; // what is stored from now on is told meanwhile, what was before is read
                readInto(filter);
                finish(filter);
            }
        } catch (RuntimeException failure) {
            LOG.warn("The stored paths could not be read: missing addresses are looked up one by one", failure);
            end();
        }
    }

    private void readInto(PathFilter filter) {
        String last = "";
        List<String> next = queries.after(last, AT_ONCE);
        while (!next.isEmpty()) {
            next.forEach(path -> add(filter, path));
            last = next.getLast();
            next = next.size() < AT_ONCE ? List.of() : queries.after(last, AT_ONCE);
        }
    }

    private synchronized boolean begin() {
        boolean begins = isWanted;
        isWanted = false;
        isReading = begins;
        return begins;
    }

    private synchronized void finish(PathFilter filter) {
        if (!isWanted) {
            current = filter;
        }
        coming = null;
    }

    private synchronized void end() {
        coming = null;
        isReading = false;
    }

    private void add(String path) {
        var first = coming; // before the current one, which it becomes
        if (first != null) {
            add(first, path);
        }
        var second = current;
        if (second != null) {
            add(second, path);
        }
    }

    private static void add(PathFilter filter, String address) {
        filter.add(ADDRESS, address);
        int mark = address.indexOf('?');
        if (mark >= 0) {
            String path = address.substring(0, mark);
            for (String parameter : address.substring(mark + 1).split("&", -1)) {
                int equals = parameter.indexOf('=');
                filter.add(PARAMETER, path + "?" + (equals < 0 ? parameter : parameter.substring(0, equals)));
            }
            return;
        }
        int second = address.indexOf('/', 1);
        if (second > 0) {
            String language = address.substring(1, second);
            String last = address.substring(address.lastIndexOf('/') + 1);
            int hyphens = 0;
            for (int end = 1; end <= Math.min(last.length(), LONGEST_BEGINNING) && hyphens < 2; end++) {
                filter.add(BEGINNING, language + "/" + last.substring(0, end));
                hyphens += end < last.length() && last.charAt(end) == '-' ? 1 : 0;
            }
        }
    }

    private static String beginning(String language, String word) {
        return language + "/" + (word.length() > LONGEST_BEGINNING ? word.substring(0, LONGEST_BEGINNING) : word);
    }
}

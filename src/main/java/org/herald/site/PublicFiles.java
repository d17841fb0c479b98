package org.herald.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.store.ReferenceQueries;
import org.herald.store.ReferenceQueries.Naming;
import org.herald.web.CurrentRequest;

/**
 * Which files everybody may read: those that something names which readers see now. An answer is remembered until the change
 * ledger moves on, which is known here as soon as a verb has been carried out, so that a withdrawal holds from the next
 * request on.
 */
@Singleton
public final class PublicFiles {

    private static final int MOST_REMEMBERED = 50_000;

    private final ReferenceQueries references;
    private final CurrentNavigation navigation;
    private final InstantSource clock;
    private final Cache<String, Known> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** What named a file at a position of the ledger. */
    private record Known(long position, List<Naming> naming) {}

    public PublicFiles(ReferenceQueries references, CurrentNavigation navigation, InstantSource clock) {
        this.references = references;
        this.navigation = navigation;
        this.clock = clock;
    }

    /**
     * One of the things that name a file now; empty when nothing does and it is not public.
     *
     * @param hash the first 16 digits of the hash of its bytes, as addresses have it
     */
    Optional<Naming> naming(String hash) {
        // the page that says that nothing is here depends on what no page key names
        CurrentRequest.noteUnknown();
        // taken before the question: an answer that a change overtakes is asked for anew
        long position = navigation.position();
        var known = remembered.getIfPresent(hash);
        if (known == null || known.position() != position) {
            known = new Known(position, references.naming(hash));
            remembered.put(hash, known);
        }
        var now = clock.instant();
        return known.naming().stream().filter(each -> each.holdsAt(now)).findFirst();
    }
}

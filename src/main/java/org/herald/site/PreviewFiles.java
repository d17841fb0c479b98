package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Block;
import org.herald.model.PlacedBlock;
import org.herald.model.Planned;
import org.herald.model.Preview;
import org.herald.model.PreviewKey;
import org.herald.model.kind.Kinds;
import org.herald.store.PlanQueries;
import org.herald.store.PreviewQueries;
import org.herald.store.ReferenceQueries;

/** Which files those who have the secret of a preview may read: those that it shows, and those that everybody may. */
@Singleton
final class PreviewFiles {

    private final Kinds kinds;
    private final PreviewQueries previews;
    private final PlanQueries plan;
    private final ReferenceQueries references;
    private final PublicFiles shown;
    private final CurrentNavigation navigation;
    private final InstantSource clock;

    PreviewFiles(
            Kinds kinds,
            PreviewQueries previews,
            PlanQueries plan,
            ReferenceQueries references,
            PublicFiles shown,
            CurrentNavigation navigation,
            InstantSource clock) {
        this.kinds = kinds;
        this.previews = previews;
        this.plan = plan;
        this.references = references;
        this.shown = shown;
        this.navigation = navigation;
        this.clock = clock;
    }

    /** As {@link #hasOfItem}; a file that is not on the preview is not found. */
    void requireOfItem(PreviewKey key, String hash) {
        require(hasOfItem(key, hash));
    }

    /** As {@link #hasOfPlan}; a file that is not on a planned page is not found. */
    void requireOfPlan(PreviewKey key, String hash) {
        require(hasOfPlan(key, hash));
    }

    private static void require(boolean isThere) {
        if (!isThere) {
            throw new NotFoundException();
        }
    }

    /** The headers of an answer that only those have who know a secret: no cache stores it, and no other site learns of it. */
    static ResponseBuilder secret(ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer");
    }

    /** True for a file on the preview of an item that is open now. */
    private boolean hasOfItem(PreviewKey key, String hash) {
        var now = clock.instant();
        // of the days in its answer nothing is used, so any zone will do
        var open = previews.find(key, now, ZoneOffset.UTC).filter(found -> found.isOpenAt(now));
        return open.isPresent()
                && (shown.naming(hash).isPresent()
                        || references.assets(hash).stream()
                                .anyMatch(asset -> named(open.get()).contains(asset.named())));
    }

    private Set<String> named(Preview open) {
        var named = new HashSet<>(open.content().named());
        named.addAll(kinds.of(open.item().kind()).named(open.content().fields()));
        return named;
    }

    /** True for a file on a page of the portal as it is planned, while its preview is open. */
    private boolean hasOfPlan(PreviewKey key, String hash) {
        var now = clock.instant();
        if (!plan.isPreview(key.digest(), now)) {
            return false;
        }
        var planned = plan.all().stream().map(Planned::change).toList();
        return shown.naming(hash).isPresent()
                || navigation.current().arrangement().after(planned).blocks().stream()
                        .map(PlacedBlock::block)
                        .filter(block -> block.isShownAt(now))
                        .map(Block::picture)
                        .flatMap(picture -> Optional.ofNullable(picture).stream())
                        .anyMatch(picture -> picture.hash().startsWith(hash));
    }
}

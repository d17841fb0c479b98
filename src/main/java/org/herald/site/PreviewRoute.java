package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.model.Preview;
import org.herald.model.PreviewKey;
import org.herald.store.PathTarget;
import org.herald.store.PreviewQueries;

/** The readers' page of what readers do not see yet, for whoever has the key. It is found by nobody and kept nowhere. */
@Path("/preview")
public class PreviewRoute {

    private static final int THERE = 200;
    private static final int NOT_THERE = 404;
    private static final int GONE = 410;

    private final Editions editions;
    private final PathResolver resolver;
    private final ItemPages items;
    private final PreviewQueries previews;
    private final InstantSource clock;

    public PreviewRoute(
            Editions editions, PathResolver resolver, ItemPages items, PreviewQueries previews, InstantSource clock) {
        this.editions = editions;
        this.resolver = resolver;
        this.items = items;
        this.previews = previews;
        this.clock = clock;
    }

    @GET
    @Path("{key}")
    public Response get(@PathParam("key") String key) {
        var now = clock.instant();
        Optional<Preview> found = PreviewKey.parse(key)
                .flatMap(each -> previews.find(each, now, editions.byDefault().zone()));
        if (found.isEmpty()) {
            return closed(NOT_THERE, nothing(editions.byDefault(), NOT_THERE));
        }
        var preview = found.get();
        var edition = editions.find(preview.item().language().tag());
        return preview.isOpenAt(now) && edition.isPresent()
                ? closed(THERE, FileRoot.below("/preview/" + key, () -> page(edition.get(), preview, now)))
                : closed(GONE, nothing(edition.orElseGet(editions::byDefault), GONE));
    }

    private String page(Edition edition, Preview preview, Instant now) {
        var words = edition.words();
        String what = preview.revision() == 0
                ? words.say("preview.typed")
                : words.say("preview.revision", preview.revision());
        Instant embargo = preview.embargoAt();
        String notice = embargo != null && preview.isHeldBackAt(now)
                ? words.say("preview.embargo", edition.at(embargo).text()) + " " + what
                : what;
        return items.preview(
                        edition,
                        new PathTarget.Shown(preview.item(), preview.group(), preview.content(), now),
                        new Promotion(words.say("preview.title"), notice, "", null),
                        notPublished(edition, preview, now))
                .text();
    }

    /** What a page says in place of when it was published; empty for an item that readers see. */
    private static String notPublished(Edition edition, Preview preview, Instant now) {
        Instant embargo = preview.embargoAt();
        Instant due = preview.dueAt();
        if (preview.isLive()) {
            return "";
        }
        if (due != null) {
            return edition.words().say("preview.due", edition.at(due).text());
        }
        return embargo != null && preview.isHeldBackAt(now)
                ? edition.words().say("preview.not-before", edition.at(embargo).text())
                : edition.words().say("preview.not-published");
    }

    /** Tells nothing of what stood here, not even whether anything did. */
    private String nothing(Edition edition, int status) {
        var words = edition.words();
        return resolver.error(
                        edition,
                        Integer.toString(status),
                        words.say("preview.over.title"),
                        words.say("preview.over.text"),
                        "",
                        List.of(new Link(words.say("site.home"), Urls.front(edition.language()))))
                .render();
    }

    /** The key stands in the address: nobody this page links to is told it. */
    private static Response closed(int status, String html) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(html)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}

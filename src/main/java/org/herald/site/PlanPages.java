package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;

/** The pages of which a preview of the plan can be made; of the others readers' own are shown, without the plan. */
@Singleton
public class PlanPages {

    private static final Pattern MAP = Pattern.compile("/([^/]+)/site-map");
    private static final Pattern NUMBERED = Pattern.compile("/([^/]+)/(.+)/page/([1-9][0-9]{0,8})");
    private static final Pattern CALENDAR =
            Pattern.compile("/[^/]+/(tag/.*|(.+/)?archive(/[0-9/]+)?|.+/[0-9]{4}(/[0-9]{2}){0,2})");
    private static final Pattern PLACE = Pattern.compile("/([^/]+)/(.+)");

    private final FrontRoute front;
    private final SiteMapRoute map;
    private final SectionPageRoute numbered;
    private final PathRoute paths;
    private final PathResolver resolver;

    PlanPages(FrontRoute front, SiteMapRoute map, SectionPageRoute numbered, PathRoute paths, PathResolver resolver) {
        this.front = front;
        this.map = map;
        this.numbered = numbered;
        this.paths = paths;
        this.resolver = resolver;
    }

    /** True for an address of which there is a preview. */
    boolean has(String path) {
        return !path.startsWith("/assets/")
                && !path.startsWith("/theme/")
                && !CALENDAR.matcher(path).matches();
    }

    /** What readers will find at this address of an edition. */
    Response answer(String path, UriInfo uri) {
        var siteMap = MAP.matcher(path);
        if (siteMap.matches()) {
            return map.get(siteMap.group(1));
        }
        var older = NUMBERED.matcher(path);
        if (older.matches() && !older.group(2).startsWith("tag/")) {
            return numbered.get(older.group(1), older.group(2), Long.parseLong(older.group(3)));
        }
        if (!has(path)) {
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, PathResolver.uri(path).toString())
                    .build();
        }
        var place = PLACE.matcher(path);
        return place.matches()
                ? paths.answer(place.group(1), place.group(2), new Address(path, ""))
                : front.get(path.substring(1), uri);
    }

    /** The page that says that a preview has ended. */
    String ended(String path) {
        return resolver.previewEnded(path).render();
    }
}

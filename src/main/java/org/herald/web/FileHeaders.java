package org.herald.web;

import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.herald.model.PageKey;
import org.jspecify.annotations.Nullable;

/**
 * How long the files that pages show may be kept. A file may be withdrawn with what shows it, and a copy in a browser cannot
 * be called back: so browsers ask again after some minutes, and a {@link Cdn} in front keeps a file until it is purged.
 */
public final class FileHeaders {

    /** Long enough for a visit, in which pictures are asked for once. */
    private static final Duration IN_BROWSERS = Duration.ofMinutes(5);

    private static final Duration IN_FRONT = Duration.ofDays(1);

    private final Cdn cdn;
    private final InstantSource clock;

    public FileHeaders(Cdn cdn, InstantSource clock) {
        this.cdn = cdn;
        this.clock = clock;
    }

    /**
     * Adds for how long an answer may be kept.
     *
     * @param key of what shows the file: when that changes the file may not be public any more; null when it is not known
     * @param until when that ends by time; null for never
     */
    public ResponseBuilder add(ResponseBuilder answer, @Nullable PageKey key, @Nullable Instant until) {
        answer.header("Cache-Control", "public, max-age=" + seconds(IN_BROWSERS, until));
        if (cdn != Cdn.NONE && key != null) {
            String rule = "max-age=" + seconds(IN_FRONT, until);
            answer.header("Surrogate-Control", rule)
                    .header("CDN-Cache-Control", rule)
                    .header(cdn.header(), cdn.list(List.of(key)));
        }
        return answer;
    }

    private long seconds(Duration most, @Nullable Instant until) {
        return until == null
                ? most.toSeconds()
                : Math.clamp(Duration.between(clock.instant(), until).toSeconds(), 0, most.toSeconds());
    }
}

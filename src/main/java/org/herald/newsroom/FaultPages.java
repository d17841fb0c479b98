package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Makes the newsroom's pages for requests that no route takes, and for faults. */
@Singleton
public final class FaultPages {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 405, 406, 411, 413, 414, 415, 500, 503);
    private static final int BAD_REQUEST = 400;
    private static final int FAULT = 500;

    private final NewsroomFrames frames;

    public FaultPages(NewsroomFrames frames) {
        this.frames = frames;
    }

    /**
     * The page for this status, in the newsroom's frame and in the user's language.
     *
     * @param isOutcomeUnknown true when what failed may have been saved, so that nobody does it again without a look
     */
    public Response page(int status, boolean isOutcomeUnknown) {
        int known = WITH_WORDS.contains(status) ? status : status < FAULT ? BAD_REQUEST : FAULT;
        var words = frames.words();
        String key = "error." + (isOutcomeUnknown ? "outcome-unknown" : known);
        var frame = frames.frame(words.say(key + ".title"), NewsroomFrames.Area.NONE);
        return Screen.of(status, new RefusalPage(frame, words.say(key + ".text")));
    }
}

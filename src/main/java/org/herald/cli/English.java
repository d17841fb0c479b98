package org.herald.cli;

import org.herald.config.KindFiles;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.newsroom.NewsroomWords;

/** The language of the command line. */
final class English {

    static final Language TAG = new Language("en");

    private English() {}

    /** Why something was refused. */
    static String say(Reason reason) {
        return new NewsroomWords(KindFiles.ofProduct())
                .in(TAG)
                .sayAll(reason.key(), reason.arguments().toArray());
    }
}

package org.herald.newsroom.desk;

import java.util.List;
import org.herald.model.CorrectionHistory;
import org.herald.model.Principal;
import org.herald.model.Words;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PortalTime.When;
import org.herald.newsroom.PrincipalNames;

/**
 * A correction of an item, as its desk screen shows it.
 *
 * @param note what readers see
 * @param amended who worded it so when, in words; empty for the first wording
 * @param earlier the wordings before that, newest first
 */
public record CorrectionLine(long id, When at, String note, String amended, List<Earlier> earlier) {

    /** A wording that readers do not see any more. */
    public record Earlier(String note, String since) {}

    /** The name of the field in which its note is amended. */
    public String field() {
        return "note-" + id;
    }

    static List<CorrectionLine> of(List<CorrectionHistory> corrections, PortalTime time, Words words) {
        return corrections.stream()
                .map(correction -> new CorrectionLine(
                        correction.id().value(),
                        time.at(correction.at(), words),
                        correction.note(),
                        said(correction.wordings().getLast(), time, words),
                        correction.wordings().reversed().stream()
                                .skip(1)
                                .map(wording -> new Earlier(wording.note(), since(wording, time, words)))
                                .toList()))
                .toList();
    }

    private static String since(CorrectionHistory.Wording wording, PortalTime time, Words words) {
        String flash = said(wording, time, words);
        return flash.isEmpty()
                ? words.say("correction.first", time.at(wording.at(), words).text())
                : flash;
    }

    private static String said(CorrectionHistory.Wording wording, PortalTime time, Words words) {
        Principal by = wording.by();
        return by == null
                ? ""
                : words.say(
                        "correction.amended",
                        PrincipalNames.name(by, words),
                        time.at(wording.at(), words).text());
    }
}

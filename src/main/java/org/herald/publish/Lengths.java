package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Content;
import org.herald.model.ContentPart;
import org.herald.model.Outcome.Reason;
import org.herald.model.Picture;

/** How long what an editor saves may be, so that an editor hears of it and not the database. */
public final class Lengths {

    /** Characters of a body, markup included: about a hundred and fifty thousand words. */
    static final int MOST_OF_BODY = 1_000_000;

    private static final int MOST_OF_TAG = 300;
    private static final int MOST_OF_ALT = 2000;
    private static final int MOST_OF_CAPTION = 4000;
    private static final int MOST_OF_CREDIT = 1000;

    private Lengths() {}

    /** A reason for each part that is too long. */
    public static List<Reason> check(Content content) {
        var reasons = new ArrayList<Reason>();
        check(reasons, ContentPart.HEADLINE, content.headline(), 1000);
        check(reasons, ContentPart.STANDFIRST, content.standfirst(), 4000);
        content.tags().forEach(tag -> check(reasons, ContentPart.TAGS, tag, MOST_OF_TAG));
        check(reasons, ContentPart.BODY, content.body().html(), MOST_OF_BODY);
        Picture picture = content.picture();
        if (picture != null) {
            check(reasons, ContentPart.PICTURE, picture.alt(), MOST_OF_ALT);
            check(reasons, ContentPart.PICTURE, picture.caption(), MOST_OF_CAPTION);
            check(reasons, ContentPart.PICTURE, picture.credit(), MOST_OF_CREDIT);
        }
        return reasons;
    }

    private static void check(List<Reason> reasons, ContentPart part, String text, int most) {
        if (text.length() > most) {
            reasons.add(new Reason("refused.too-long", List.of(part, text.length(), most)));
        }
    }
}

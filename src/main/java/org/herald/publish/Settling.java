package org.herald.publish;

import java.util.List;
import org.herald.model.Content;
import org.herald.model.Merge;
import org.herald.model.kind.Kind;
import org.herald.publish.merge.Merging;

/** Lets an editor settle by hand what could not be merged. */
public final class Settling {

    private Settling() {}

    /** What comes of both changes of the base, with every conflict. */
    public static Merge merge(Kind kind, Content base, Content mine, Content theirs) {
        return Merging.merge(kind, base, clean(mine), theirs);
    }

    /**
     * Both changes together, with what the editor chose where they are in conflict.
     *
     * @param chosen for each conflict, in their order, one of its texts or another; of the picture, one of its two
     */
    public static Content settle(Kind kind, Content base, Content mine, Content theirs, List<String> chosen) {
        return clean(Merging.settle(kind, base, clean(mine), theirs, chosen).content());
    }

    private static Content clean(Content content) {
        return CleanContent.of(content).content();
    }
}

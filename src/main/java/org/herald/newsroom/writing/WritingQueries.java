package org.herald.newsroom.writing;

import org.herald.store.AssetQueries;
import org.herald.store.CommentQueries;
import org.herald.store.Database;
import org.herald.store.DraftQueries;
import org.herald.store.HeadlineQueries;
import org.herald.store.PreviewQueries;
import org.herald.store.RevisionQueries;
import org.herald.store.TranslationQueries;

/** The questions that those who write ask the store. */
public record WritingQueries(
        DraftQueries drafts,
        RevisionQueries revisions,
        AssetQueries assets,
        TranslationQueries translations,
        PreviewQueries previews,
        CommentQueries comments,
        HeadlineQueries headlines) {

    public static WritingQueries in(Database database) {
        return new WritingQueries(
                new DraftQueries(database),
                new RevisionQueries(database),
                new AssetQueries(database),
                new TranslationQueries(database),
                new PreviewQueries(database),
                new CommentQueries(database),
                new HeadlineQueries(database));
    }
}

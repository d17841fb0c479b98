package org.herald.exchange.wxr;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One thing that a WordPress export holds, in the order of the file. */
sealed interface WxrPart {

    /**
     * What the export says of the site as a whole; comes first.
     *
     * @param address where the site stood, without a slash at its end
     * @param language a BCP 47 tag as written there, or empty
     */
    record Site(String title, String address, String language) implements WxrPart {}

    record Author(int line, String login, String name) implements WxrPart {}

    /**
     * A category of the old site.
     *
     * @param parent the slug of the category above, or empty
     */
    record Category(int line, long id, String slug, String parent, String name, String description)
            implements WxrPart {}

    record Tag(int line, long id, String slug, String name) implements WxrPart {}

    /** A term of another taxonomy, by which plugins tell languages and translations. */
    record OtherTerm(String taxonomy, String slug, String description) implements WxrPart {}

    /** What a category or tag has besides: its custom fields. */
    record TermFields(long term, Map<String, String> meta) implements WxrPart {}

    /** A post, page, attachment, menu line or any other type of content. */
    record Post(Named named, Written written, Dated dated, Filed filed) implements WxrPart {

        /** Its headline as plain words. */
        String title() {
            return PlainWords.of(written.title());
        }

        Post withId(long id) {
            return new Post(
                    new Named(
                            named.line(),
                            named.place(),
                            id,
                            named.type(),
                            named.status(),
                            named.slug(),
                            named.link(),
                            named.guid(),
                            named.parent()),
                    written,
                    dated,
                    filed);
        }
    }

    /**
     * What a post is and where it stood.
     *
     * @param line the line of the file at which it begins
     * @param place which item of the file it is, counted from one
     * @param id its number, under which nothing else of its sort stands in the file; see {@link Identities}
     * @param slug as written, which may be percent-encoded; empty for most drafts
     * @param link its address, or empty
     * @param guid what WordPress gave it as a name for ever, which looks like an address; or empty
     * @param parent the identity of the post above, or 0
     */
    record Named(
            int line,
            int place,
            long id,
            String type,
            String status,
            String slug,
            String link,
            String guid,
            long parent) {}

    /**
     * The words of a post; content and excerpt are HTML.
     *
     * @param creator the login of its author; of several each on a line
     */
    record Written(String title, String creator, String content, String excerpt) {}

    /**
     * The three forms in which a post tells its date, each as written.
     *
     * @param modified when it was changed last, or empty
     */
    record Dated(String local, String gmt, String rss, String modified) {}

    /**
     * What hangs on a post.
     *
     * @param meta those of its custom fields that mean something here; of those with the same name the values, one on each line
     * @param fields the names of its other custom fields, without those that WordPress hides from editors
     * @param fileAddress where the file of an attachment is, or empty
     */
    record Filed(
            List<Term> terms,
            Map<String, String> meta,
            Set<String> fields,
            String fileAddress,
            boolean hasPassword,
            int comments) {

        public Filed {
            terms = List.copyOf(terms);
            meta = Map.copyOf(meta);
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }
    }

    /** A term that a post stands under: a category, a tag, a language. */
    record Term(String domain, String slug, String name) {}
}

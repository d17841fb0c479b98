package org.herald.search.lucene;

import java.util.List;
import org.herald.model.Language;

/** The fields of the documents; those of words have the language in their name, as each has analysis of its own. */
final class FieldNames {

    static final String ID = "id";
    static final String ITEM = "item";
    static final String LANGUAGE = "language";
    static final String PATH = "path";
    static final String AT = "at";
    /** When news was published; other items have none, and are not older than others. */
    static final String NEWS = "news";
    /** The whole name as one term, in each language. */
    static final String KEY = "key";
    /** Words of the names in all languages. */
    static final String NAMES = "names";
    /** These, and the words of the standfirst, tags and context, in one spelling. */
    static final String LATIN = "latin";

    static final String HEADLINE = "headline";
    /** The words of the headline as they are. */
    static final String TITLE = "title";

    static final String STANDFIRST = "standfirst";
    static final String BODY = "body";
    static final String TAGS = "tags";
    static final String FACTS = "facts";
    /** Of its sections, its kind and what it names. */
    static final String CONTEXT = "context";
    /** All words as they are written, in lower case, among which spellings are looked for. */
    static final String SPELLING = "spelling";

    /** Those whose words are brought to their stems. */
    static final List<String> STEMMED = List.of(HEADLINE, STANDFIRST, BODY, TAGS, FACTS, CONTEXT);

    private static final char BEFORE_LANGUAGE = '.';

    private FieldNames() {}

    static String of(String field, Language language) {
        return field + BEFORE_LANGUAGE + language.tag();
    }

    /** The name of a field of words without its language. */
    static String plain(String name) {
        int end = name.indexOf(BEFORE_LANGUAGE);
        return end < 0 ? name : name.substring(0, end);
    }

    static Language language(String name) {
        return new Language(name.substring(name.indexOf(BEFORE_LANGUAGE) + 1));
    }
}

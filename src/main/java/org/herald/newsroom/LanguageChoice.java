package org.herald.newsroom;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.herald.model.Language;

/**
 * A language that can be chosen.
 *
 * @param name in itself: {@code беларуская}
 */
public record LanguageChoice(String tag, String name, boolean isChosen) {

    /** These languages, of which some are chosen. */
    public static List<LanguageChoice> of(Collection<Language> languages, Set<Language> chosen) {
        return languages.stream()
                .map(language -> new LanguageChoice(
                        language.tag(), language.locale().getDisplayName(language.locale()), chosen.contains(language)))
                .toList();
    }

    /** The languages of the newsroom, of which one is chosen. */
    public static List<LanguageChoice> spoken(Language chosen) {
        return of(NewsroomWords.LANGUAGES, Set.of(chosen));
    }

    /** The language of the newsroom with this tag; the other one when it speaks none such. */
    public static Language read(String tag, Language other) {
        return NewsroomWords.LANGUAGES.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElse(other);
    }

    /** The languages with these tags, of those that there are. */
    public static Set<Language> read(Collection<String> tags, Collection<Language> languages) {
        var typed = new TreeSet<>(tags);
        return Set.copyOf(languages.stream()
                .filter(language -> typed.contains(language.tag()))
                .toList());
    }
}

package org.herald.publish;

import java.util.List;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Slug;
import org.herald.model.Slugs;

/** A slug as somebody typed it: whatever has letters or digits is brought into the form of slugs, the same at every door. */
final class TypedSlug {

    private TypedSlug() {}

    static Outcome<Slug> read(String typed, Language language) {
        return Slugs.suggest(typed, language)
                .<Outcome<Slug>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused("refused.no-slug", typed.strip()));
    }

    /** The word of a section, which is the same in every language; as typed when nothing can be made of it. */
    static String word(String typed, List<Language> languages) {
        return Slug.parse(typed.strip())
                .or(() -> languages.stream()
                        .map(language -> Slugs.suggest(typed, language))
                        .filter(slug -> !slug.equals(Slugs.byLetter(typed)))
                        .findFirst()
                        .orElseGet(() -> Slugs.byLetter(typed)))
                .map(Slug::value)
                .orElse(typed.strip());
    }

    /** What was typed, or the headline in its place when nothing was. */
    static Optional<Slug> orOf(String typed, String headline, Language language) {
        return Slugs.suggest(Blank.is(typed) ? headline : typed, language);
    }
}

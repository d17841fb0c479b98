package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import org.herald.model.Draft;
import org.herald.model.Item;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.kind.Kind;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.writing.FieldInput.SharedFrom;
import org.jspecify.annotations.Nullable;

/** Builds the part of a text's form that the declaration of its kind asks for. */
@Singleton
public final class FieldForms {

    private final WritingQueries queries;
    private final PortalChoices choices;
    private final Originals originals;

    public FieldForms(WritingQueries queries, PortalChoices choices, Originals originals) {
        this.queries = queries;
        this.choices = choices;
        this.originals = originals;
    }

    Kind kind(Item item) {
        return choices.kind(item);
    }

    Kind kind(Draft.OfNew fresh) {
        return choices.kind(fresh.kind().word()).orElseThrow(Refusal::notThere);
    }

    FieldInput.All of(Item item, TextForm form, Words words) {
        return of(
                kind(item), item.language(), form, words, originals.shared(item).orElse(null));
    }

    FieldInput.All of(Draft.OfNew fresh, TextForm form, Words words) {
        return of(
                kind(fresh),
                fresh.language(),
                form,
                words,
                originals.shared(fresh).orElse(null));
    }

    private FieldInput.All of(Kind kind, Language language, TextForm form, Words words, @Nullable SharedFrom shared) {
        var typed = form.texts().fields();
        var named = new NamedByFields(kind, typed, language, words).asked(queries, choices);
        return FieldInput.all(
                kind, new Language(words.tag()), new FieldInputs(kind.name(), typed, words, shared, named));
    }
}

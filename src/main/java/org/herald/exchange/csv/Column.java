package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.herald.model.Language;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.RowsType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file of entries. Its name is the word of what it holds; then a full stop and the part, where a value has
 * several; then a colon and the language, where it is another in each.
 *
 * @param name as files have it; two columns are the same when their names are
 * @param language null for what is the same in all languages
 * @param field of {@link Role#FIELD}; null for others
 * @param part of the field; empty for its whole value
 */
public record Column(
        String name,
        Role role,
        @Nullable Language language,
        @Nullable Field field,
        String part) {

    Column(Role role, @Nullable Language language, @Nullable Field field, String part) {
        this(named(role, language, field, part), role, language, field, part);
    }

    /** What a column holds. */
    public enum Role {
        KEY(false),
        ORIGINAL(false),
        SECTION(false),
        PICTURE(false),
        HEADLINE(true),
        SLUG(true),
        STANDFIRST(true),
        BODY(true),
        TAGS(true),
        PICTURE_ALT(true),
        PICTURE_CAPTION(true),
        PICTURE_CREDIT(true),
        STATE(true),
        PUBLISHED(true),
        FIELD(false);

        private final boolean isOfLanguage;

        Role(boolean isOfLanguage) {
            this.isOfLanguage = isOfLanguage;
        }

        boolean isOfLanguage() {
            return isOfLanguage;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    public static Column of(Role role) {
        return new Column(role, null, null, "");
    }

    public static Column of(Role role, Language language) {
        return new Column(role, language, null, "");
    }

    /** The column of a whole field; the language is null for a shared one. */
    public static Column of(Field field, @Nullable Language language) {
        return new Column(Role.FIELD, language, field, "");
    }

    Field fieldOrThrow() {
        return Objects.requireNonNull(field, name);
    }

    /** The column of a part of the same field. */
    Column with(String other) {
        return new Column(role, language, field, other);
    }

    private static String named(Role role, @Nullable Language language, @Nullable Field field, String part) {
        String word = field == null ? role.word() : field.name();
        return word + (part.isEmpty() ? "" : "." + part) + (language == null ? "" : ":" + language);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Column column && name.equals(column.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * The columns of a kind in the order of files.
     *
     * @param rows how many values a field of several values has at most, such as the pictures of a gallery
     */
    static List<Column> all(Kind kind, List<Language> languages, ToIntFunction<Field> rows) {
        var columns = new ArrayList<Column>();
        for (Role role : Role.values()) {
            if (role != Role.FIELD && !role.isOfLanguage()) {
                columns.add(of(role));
            }
        }
        for (Language language : languages) {
            for (Role role : Role.values()) {
                if (role.isOfLanguage()) {
                    columns.add(of(role, language));
                }
            }
        }
        for (Field field : kind.fields()) {
            var parts = parts(field.type(), rows.applyAsInt(field));
            if (field.isShared()) {
                parts.forEach(part -> columns.add(new Column(Role.FIELD, null, field, part)));
            } else {
                languages.forEach(
                        language -> parts.forEach(part -> columns.add(new Column(Role.FIELD, language, field, part))));
            }
        }
        return columns;
    }

    /** The parts that have columns of their own. */
    static List<String> parts(FieldType type, int rows) {
        return switch (type) {
            case ChoicesType _ -> List.of("");
            case RowsType several ->
                several.parts()
                        .subList(
                                0,
                                Math.min(rows, several.most())
                                        * several.columns().size());
            default -> type.parts();
        };
    }
}

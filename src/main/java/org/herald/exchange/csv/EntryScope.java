package org.herald.exchange.csv;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.herald.exchange.csv.Column.Role;
import org.herald.model.Language;
import org.jspecify.annotations.Nullable;

/** What a file says something of, so that an empty value means that there is none; all else stays as it is here. */
public final class EntryScope {

    private final Set<Column> columns;

    public EntryScope(Collection<Column> columns) {
        this.columns = Set.copyOf(columns);
    }

    boolean has(Role role, @Nullable Language language) {
        return columns.contains(new Column(role, language, null, ""));
    }

    /** The names of the fields in this language, or of the shared ones. */
    Set<String> fields(@Nullable Language language) {
        return columns.stream()
                .filter(column -> column.role() == Role.FIELD)
                .filter(column -> language == null ? column.language() == null : language.equals(column.language()))
                .map(column -> column.fieldOrThrow().name())
                .collect(Collectors.toSet());
    }
}

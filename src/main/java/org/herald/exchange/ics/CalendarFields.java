package org.herald.exchange.ics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.exchange.csv.Column;
import org.herald.exchange.csv.Column.Role;
import org.herald.exchange.csv.CsvFault;
import org.herald.exchange.csv.EntryScope;
import org.herald.exchange.csv.ImportNote;
import org.herald.model.Language;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.LinkType;
import org.herald.model.kind.TextType;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of the kind hold what calendars say; null for what the kind has no field for.
 *
 * @param choices fields of which a category may be a value
 */
record CalendarFields(
        Language language,
        Field when,
        @Nullable Field status,
        @Nullable Field venue,
        @Nullable Field place,
        @Nullable Field coordinates,
        @Nullable Field website,
        @Nullable Field organiser,
        List<Field> choices) {

    private static final String STATUS = "status";

    /** @throws CsvFault for a kind whose entries take place at no time */
    static CalendarFields of(Kind kind, Language language) {
        var fields = kind.fields();
        Field when = fields.stream()
                .filter(field -> field.type() instanceof EventTimesType)
                .findFirst()
                .orElseThrow(() -> new CsvFault("Nothing was imported: the kind " + kind.name()
                        + " has no field of the type event-times, so that its entries are at no time."));
        var status = named(kind, STATUS, ChoiceType.class);
        return new CalendarFields(
                language,
                when,
                status.orElse(null),
                named(kind, "venue", ItemsType.class).orElse(null),
                named(kind, "place", TextType.class).orElse(null),
                fields.stream()
                        .filter(field -> field.type() instanceof CoordinatesType)
                        .findFirst()
                        .orElse(null),
                named(kind, "website", LinkType.class).orElse(null),
                named(kind, "organiser", TextType.class).orElse(null),
                fields.stream()
                        .filter(field -> field.type() instanceof ChoiceType || field.type() instanceof ChoicesType)
                        .filter(field -> !field.name().equals(STATUS))
                        .toList());
    }

    private static Optional<Field> named(Kind kind, String name, Class<? extends FieldType> type) {
        return kind.field(name).filter(field -> type.isInstance(field.type()));
    }

    /** The kinds that may be a venue; empty for all. */
    List<KindName> venueKinds() {
        return venue != null && venue.type() instanceof ItemsType(List<KindName> of) ? of : List.of();
    }

    /** What a calendar says something of. */
    EntryScope scope() {
        var columns = new ArrayList<Column>();
        for (Role role : List.of(Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.TAGS)) {
            columns.add(Column.of(role, language));
        }
        Stream.concat(
                        Stream.of(when),
                        Stream.concat(
                                Arrays.asList(status, venue, place, coordinates, website, organiser).stream()
                                        .filter(Objects::nonNull),
                                choices.stream()))
                .forEach(field -> columns.add(Column.of(field, field.isShared() ? null : language)));
        return new EntryScope(columns);
    }

    /** What is told of the file as a whole, because the kind has no field for it. */
    List<ImportNote> lost(List<EventGroup> groups) {
        var notes = new ArrayList<ImportNote>();
        lost(groups, "URL", website, "a link named website", notes);
        lost(groups, "ORGANIZER", organiser, "a text named organiser", notes);
        return notes;
    }

    private static void lost(
            List<EventGroup> groups, String line, @Nullable Field field, String wanted, List<ImportNote> notes) {
        long lost = groups.stream()
                .filter(group -> !group.first().value(line).isEmpty())
                .count();
        if (field == null && lost > 0) {
            notes.add(ImportNote.note(
                    0,
                    line,
                    "",
                    lost + " × " + line + " was not taken, because the kind has no field for it: " + wanted + "."));
        }
    }
}

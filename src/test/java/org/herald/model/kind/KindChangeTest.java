package org.herald.model.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.herald.model.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a changed declaration means, and how values go from one type to another. */
final class KindChangeTest {

    private static final KindName SIGHT = new KindName("sight");
    private static final Labels CASTLE = new Labels(Map.of(new Language("be"), "Замак"));
    private static final ChoiceType CHOICE =
            new ChoiceType(List.of(new Choice("castle", CASTLE), new Choice("church", Labels.NONE)));
    private static final NumberType NUMBER = new NumberType(null, null, null, 6);

    private static Field field(String name, FieldType type, Field.Required required, boolean isShared) {
        return new Field(
                name, type, null, Labels.NONE, Labels.NONE, required, isShared, Field.Filter.NONE, false, false, null);
    }

    private static Field field(String name, FieldType type) {
        return field(name, type, Field.Required.NO, false);
    }

    private static Kind kind(Field... fields) {
        return kind(Kind.Stands.DIRECTORY, fields);
    }

    private static Kind kind(Kind.Stands stands, Field... fields) {
        return new Kind(
                SIGHT, Labels.NONE, Labels.NONE, stands, null, Kind.Order.HEADLINE, null, List.of(), List.of(fields));
    }

    private static List<KindChange> between(Kind before, Kind now, Map<String, String> renamed) {
        return KindChange.between(new Kinds(List.of(before)), new Kinds(List.of(now)), Map.of(SIGHT, renamed));
    }

    @Test
    void whatTouchesNothingIsNoChange() {
        assertEquals(
                List.of(), between(kind(field("a", NUMBER)), kind(field("b", NUMBER), field("a", NUMBER)), Map.of()));
        assertEquals(
                List.of(),
                KindChange.between(new Kinds(List.of()), new Kinds(List.of(kind(field("a", NUMBER)))), Map.of()));
    }

    @Test
    void groupsAreAMatterOfFormsAndPagesAlone() {
        var grouped = new Kind(
                SIGHT,
                Labels.NONE,
                Labels.NONE,
                Kind.Stands.DIRECTORY,
                null,
                Kind.Order.HEADLINE,
                null,
                List.of(new FieldGroup("visit", Labels.NONE), new FieldGroup("place", Labels.NONE)),
                List.of(
                        inGroup("a", "place"),
                        inGroup("b", "visit"),
                        inGroup("c", null),
                        inGroup("d", "visit"),
                        inGroup("e", "gone")));

        assertEquals(
                List.of("c", "e", "b", "d", "a"),
                grouped.fields().stream().map(Field::name).toList());
        assertEquals(
                List.of("-: [c, e]", "visit: [b, d]", "place: [a]"),
                grouped.parts().stream()
                        .map(part -> part.group().map(FieldGroup::name).orElse("-") + ": "
                                + part.fields().stream().map(Field::name).toList())
                        .toList());
        var plain = kind(
                field("a", NUMBER), field("b", NUMBER), field("c", NUMBER), field("d", NUMBER), field("e", NUMBER));
        assertEquals(List.of(), between(plain, grouped, Map.of()));
        assertEquals(List.of(), between(grouped, plain, Map.of()));
    }

    private static Field inGroup(String name, @Nullable String group) {
        return new Field(
                name,
                NUMBER,
                group,
                Labels.NONE,
                Labels.NONE,
                Field.Required.NO,
                false,
                Field.Filter.NONE,
                false,
                false,
                null);
    }

    @Test
    void everyChangeIsNamed() {
        var before = kind(field("a", NUMBER), field("b", NUMBER), field("c", NUMBER), field("d", NUMBER));
        var required = field("c", NUMBER, Field.Required.TO_PUBLISH, true);
        var text = field("d", new TextType(500));
        var fresh = field("e", NUMBER, Field.Required.TO_SAVE, false);
        var other = field("bb", NUMBER);

        assertEquals(
                List.of(
                        new KindChange.StandsElsewhere(SIGHT, Kind.Stands.DIRECTORY, Kind.Stands.DATED),
                        new KindChange.FieldRemoved(SIGHT, field("a", NUMBER)),
                        new KindChange.FieldRenamed(SIGHT, field("b", NUMBER), other),
                        new KindChange.NowRequired(SIGHT, required),
                        new KindChange.SharedChanged(SIGHT, required),
                        new KindChange.TypeChanged(SIGHT, field("d", NUMBER), text),
                        new KindChange.NowRequired(SIGHT, fresh)),
                between(before, kind(Kind.Stands.DATED, other, required, text, fresh), Map.of("bb", "b")));
        assertEquals(
                List.of(new KindChange.KindRemoved(SIGHT)),
                KindChange.between(new Kinds(List.of(before)), new Kinds(List.of()), Map.of()));
    }

    private static String converted(FieldType before, String typed, FieldType now) {
        JsonValue value = before.typed(Map.of(before.parts().getFirst(), typed));
        return value == null
                ? ""
                : Conversion.of(value, before, now).map(JsonValue::canonical).orElse("lost");
    }

    @Test
    void valuesGoFromOneTypeToAnotherWhereTheyCan() {
        var text = new TextType(500);
        assertEquals("\"12.5\"", converted(text, "12,5", NUMBER));
        assertEquals("lost", converted(text, "a dozen", NUMBER));
        assertEquals("\"12.5\"", converted(NUMBER, "12,5", text));
        assertEquals("\"castle\"", converted(text, "замак", CHOICE));
        assertEquals("lost", converted(text, "Palace", CHOICE));
        assertEquals("[\"castle\"]", converted(CHOICE, "castle", new ChoicesType(CHOICE.choices())));
        assertEquals("lost", converted(CHOICE, "castle", new ChoiceType(List.of(new Choice("church", Labels.NONE)))));
        assertEquals("\"1520\"", converted(new YearType(), "1520", NUMBER));
        assertEquals("lost", converted(new YearType(), "c. 1520", NUMBER));
        assertEquals(
                "{\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                converted(text, "53.9, 27.56", new CoordinatesType()));
        assertEquals("{\"html\":\"<p>a &lt; b</p>\"}", converted(text, "a < b", new RichTextType(500)));
        var rich = new RichTextType(500);
        assertEquals("\"By bus\"", converted(rich, "<p>By <strong>bus</strong></p>", text));
        assertEquals("lost", converted(rich, "<p><a href=\"https://mir.by/a?b=1&amp;c=2\">Mir</a></p>", text));
        assertEquals(
                "\"https://mir.by/a?b=1&c=2\"",
                converted(
                        rich,
                        "<p><a href=\"https://mir.by/a?b=1&amp;c=2\">https://mir.by/a?b=1&amp;c=2</a></p>",
                        text));
        assertEquals("lost", converted(new PictureType(), "7", text));
        assertEquals("lost", converted(text, "a long text", new TextType(5)));
    }

    @Test
    void anotherUnitIsAnotherMeaning() {
        var hectares = new NumberType(Unit.of("ha").orElseThrow(), null, null, 6);
        var beds = new Unit("", Map.of(new Language("en"), Map.of("one", "bed", "other", "beds")));
        var rooms = new Unit("", Map.of(new Language("en"), Map.of("one", "room", "other", "rooms")));
        var more = new Unit(
                "",
                Map.of(
                        new Language("en"), Map.of("one", "bed", "other", "beds"),
                        new Language("be"), Map.of("one", "ложак")));

        assertFalse(Conversion.isOtherUnit(hectares, new NumberType(hectares.unit(), BigDecimal.ONE, null, 2)));
        assertTrue(
                Conversion.isOtherUnit(hectares, new NumberType(Unit.of("km2").orElseThrow(), null, null, 6)));
        assertTrue(Conversion.isOtherUnit(hectares, NUMBER));
        assertTrue(Conversion.isOtherUnit(NUMBER, hectares));
        assertTrue(Conversion.isOtherUnit(hectares, new TextType(500)));
        assertFalse(Conversion.isOtherUnit(new TextType(500), hectares));
        assertTrue(Conversion.isOtherUnit(new NumberType(beds, null, null, 0), new NumberType(rooms, null, null, 0)));
        assertFalse(
                Conversion.isOtherUnit(new NumberType(beds, null, null, 0), new NumberType(more, null, null, 0)),
                "a language was added");
    }
}

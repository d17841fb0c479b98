package org.herald.publish;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Saved;
import org.herald.model.Words;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.ChangeQueries;
import org.herald.store.ItemQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of a kind that a portal declares, from the draft to what readers see, at the bus. */
class FieldsTest {

    private static final KindName SIGHT = new KindName("sight");
    private static final Language ENGLISH = new Language("en");
    private static final Language BELARUSIAN = new Language("be");
    private static final String DECLARATION = """
            kind: sight
            names:
              en: {one: Sight, many: Sights}
            stands: dated
            fields:
              type: {type: choice, choices: [castle, church], filter: true, card: true, shared: true}
              built: {type: year, sort: true, filter: range, shared: true}
              access: {type: text, required: publish}
              code: {type: text, required: save, longest: 10}
              notes: {type: rich-text}
              near: {type: items, of: [sight]}
              photo: {type: picture}
            """;
    private static final String CASTLE = """
            kind: castle
            names:
              en: {one: Castle, many: Castles}
            stands: directory
            fields:
              place: {type: coordinates, shared: true, required: publish}
            """;

    @TempDir
    private Path folder;

    private Kinds kinds = KindFiles.ofProduct(); // with the sight from the beginning of each test on

    private TestPortal portal; // made for each test

    @BeforeEach
    void makeThePortal() throws IOException {
        Files.createDirectories(folder.resolve("site/kinds"));
        Files.writeString(folder.resolve("site/kinds/sight.yaml"), DECLARATION);
        Files.writeString(folder.resolve("site/kinds/castle.yaml"), CASTLE);
        kinds = KindFiles.read(folder.resolve("site")).kinds();
        portal = new TestPortal(folder, PublishingRules.none(kinds));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void valueThatIsNoneOrAbsentIsRefusedWithItsField() {
        assertEquals(
                List.of("built", "code"),
                fields(draft(Map.of("built", "soon", "access", "Stairs")).save()),
                "no year, and a code without which nothing is saved");
        assertEquals(
                List.of("code"), fields(draft(Map.of("code", "x".repeat(11))).save()));
    }

    @Test
    void typedValueThatIsNoneStaysInTheDraft() {
        var typed = draft(Map.of("built", "soon"));

        var content = portal.database()
                .write(transaction ->
                        transaction.drafts().find(typed.id()).orElseThrow().content());

        assertEquals(
                Map.of("", "soon"),
                kind().field("built")
                        .orElseThrow()
                        .type()
                        .shown(content.fields().get("built").orElseThrow()));
    }

    @Test
    void itemWithoutARequiredFieldIsSavedAndNotPublished() {
        var item = saved(Map.of("code", "A1"));

        assertEquals(List.of("access"), fields(carryOut(new Publish(item, null))));

        revise(item, Map.of("code", "A1", "access", "A ramp at the east gate"));
        assertEquals(List.of(), fields(carryOut(new Publish(item, null))));
    }

    @Test
    void markupOfAFieldIsBroughtUnderTheRulesOfBodies() {
        var item = saved(Map.of("code", "A1", "notes", "<p onclick=x()>Old <b>walls</b></p>"));

        assertEquals("{\"html\":\"<p>Old <strong>walls</strong></p>\"}", stored(item, "notes"));
    }

    @Test
    void plainTextIsNeverTakenForMarkup() {
        var type = kind().field("notes").orElseThrow().type();
        var plain = new JsonValue.Text("<meta http-equiv=refresh content='0;url=https://evil.example'>");

        assertEquals(List.of(), type.lines(plain, new Words(ENGLISH, Map.of())));
        assertTrue(type.fault(plain).isPresent(), "a text that was stored before the field had markup");
    }

    @Test
    void partThatIsFarTooLongIsRefusedWithoutBeingRead() {
        for (String field : List.of("built", "near", "photo")) {
            var type = kind().field(field).orElseThrow().type();
            String part = type.parts().getFirst();
            var typed = type.typed(Map.of(part, "a" + " ".repeat(3_000_000) + "b"));

            assertEquals(
                    "refused.field-long",
                    type.fault(requireNonNull(typed)).orElseThrow().key(),
                    field);
        }
    }

    @Test
    void whatAFieldNamesMustBeThereAndOfItsKind() {
        var story = portal.draft("A story");
        var castle = saved(Map.of("code", "A1"));

        assertEquals(List.of("refused.field-item-unknown"), refusals(Map.of("code", "A2", "near", "999999")));
        assertEquals(List.of("refused.field-item-kind"), refusals(Map.of("code", "A2", "near", story.toString())));
        assertEquals(List.of(), refusals(Map.of("code", "A2", "near", castle.toString())));
        assertEquals(List.of("refused.field-asset-unknown"), refusals(Map.of("code", "A2", "photo", "999999")));
    }

    @Test
    void earlierRevisionComesBackUnderTheRulesOfToday() throws IOException {
        var item = saved(Map.of("code", "A1"));
        var first = portal.head(item);
        revise(item, Map.of("code", "A1", "access", "Ramp"));
        Files.writeString(
                folder.resolve("site/kinds/sight.yaml"),
                DECLARATION.replace("access: {type: text, required: publish}", "access: {type: text, required: save}"));
        var later = portal.under(
                PublishingRules.none(KindFiles.read(folder.resolve("site")).kinds()));

        assertEquals(
                List.of("refused.field-required"),
                TestPortal.refusals(later.carryOut(Cast.ALESIA, new Revert(item, first))));
    }

    @Test
    void translationIsNotPublishedWithoutWhatItsOriginalOwesIt() {
        var castle = new KindName("castle");
        var original = portal.done(new Create(
                castle, ENGLISH, null, portal.section("tourism"), null, Content.of("Mir", new Body("<p>x</p>")), null));
        var group = new GroupId(original.value());
        var translation = portal.done(new Create(
                castle,
                BELARUSIAN,
                group,
                portal.section("tourism"),
                null,
                Content.of("Mir", new Body("<p>x</p>")),
                null));

        assertEquals(List.of("place"), fields(carryOut(new Publish(translation, null))));
        assertEquals(
                List.of("refused.field-owed"),
                portal.refusals(new Publish(translation, null)),
                "there is no input for it in the translation");
        assertEquals(
                List.of("refused.kind-of-original"),
                portal.refusals(new Create(
                        SIGHT,
                        new Language("ru"),
                        group,
                        portal.section("tourism"),
                        null,
                        content(Map.of("code", "1")),
                        null)));
    }

    @Test
    void itemWithoutADayTakesNoAddressOfASection() {
        var castle = new KindName("castle");
        var type = kinds.of(castle).field("place").orElseThrow().type();
        var content = Content.of("Culture", new Body("<p>x</p>"))
                .withFields(Fields.NONE.with("place", type.typed(Map.of("latitude", "53.9", "longitude", "27.5"))));
        var item = portal.done(new Create(castle, ENGLISH, null, portal.section("news"), null, content, null));

        assertEquals("/en/news/culture-2", portal.done(new Publish(item, null)));
    }

    @Test
    void translationShowsWhatTheOriginalSharesAndFollowsIt() {
        var original = saved(Map.of("code", "A1", "access", "Ramp", "type", "castle", "built", "1520"));
        carryOut(new Publish(original, null));
        var translation =
                translated(original, Map.of("code", "A1", "access", "Пандус", "type", "church", "built", "1600"));
        carryOut(new Publish(translation, null));

        assertEquals(
                Fields.NONE, only(head(translation), "type", "built"), "shared values are kept at the original alone");
        assertEquals("{\"type\":\"castle\"}", card(translation));
        assertEquals(List.of("be:castle", "en:castle"), values("type"));
        long before = new ChangeQueries(portal.database()).newest();

        revise(original, Map.of("code", "A1", "access", "Ramp", "type", "church", "built", "1521"));
        assertEquals("{\"type\":\"castle\"}", card(translation), "nobody sees the change yet");
        carryOut(new Correct(original, "It is a church."));

        assertEquals("{\"type\":\"church\"}", card(translation));
        assertEquals(List.of("be:church", "en:church"), values("type"));
        assertEquals(List.of("be:1521", "en:1521"), values("built"));
        assertTrue(
                new ChangeQueries(portal.database())
                        .after(before, 100).stream().anyMatch(row -> row.keys().contains(PageKey.item(translation))),
                "the translation's page is made again");
        var queries = new ItemQueries(portal.database());
        assertEquals("church", queries.ofOriginal(new GroupId(original.value())).text("type"));

        carryOut(new Withdraw(original, "By mistake"));

        assertEquals(List.of("be:church"), values("type"), "what it said last goes on in the translation");
        assertEquals("church", queries.ofOriginal(new GroupId(original.value())).text("type"));
    }

    @Test
    void translationHasNothingToCatchUpWithWhenSharedFieldsAloneChange() {
        var typed = Map.of("code", "A1", "access", "Ramp", "type", "castle", "built", "1520");
        var original = saved(typed);
        carryOut(new Publish(original, null));
        var translation = translated(original, Map.of("code", "A1", "access", "Пандус"));
        var first = portal.head(original);

        revise(original, Map.of("code", "A1", "access", "Ramp", "type", "church", "built", "1521"));
        assertEquals("0", stale(translation), "the year is shown as it is");
        carryOut(new Correct(original, "It is a church."));
        assertEquals("0", stale(translation));

        revise(original, Map.of("code", "A1", "access", "Lift", "type", "church", "built", "1521"));
        assertEquals("1", stale(translation));
        revise(original, Map.of("code", "A1", "access", "Lift", "type", "church", "built", "1522"));
        assertEquals("1", stale(translation), "another year does not translate the lift");

        carryOut(new Revert(original, first));
        assertEquals("0", stale(translation), "it says again what was translated");
    }

    private String stale(ItemId translation) {
        return String.valueOf(
                portal.tables().value("select is_stale from desk where item_id = ?", translation.value()));
    }

    @Test
    void valueOfAFieldThatIsNoLongerDeclaredStays() throws IOException {
        var item = saved(Map.of("code", "A1", "notes", "<p>Walls</p>"));
        Files.writeString(folder.resolve("site/kinds/sight.yaml"), DECLARATION.replaceFirst("(?m)^  notes: .*\\n", ""));
        kinds = KindFiles.read(folder.resolve("site")).kinds();
        var later = portal.under(PublishingRules.none(kinds));

        later.carryOut(Cast.ALESIA, new Revise(item, content(Map.of("code", "A2")), null))
                .orThrow();

        assertEquals("A2", head(item).text("code"));
        assertEquals("{\"html\":\"<p>Walls</p>\"}", stored(item, "notes"));
    }

    @Test
    void fieldsThatTwoEditorsChangedAreMergedOneByOne() {
        var item = saved(Map.of("code", "A1", "access", "Ramp", "built", "1520"));
        var base = portal.head(item);
        revise(item, Map.of("code", "A1", "access", "Ramp and lift", "built", "1520"));

        var mine = new Draft.OfItem(item, base);
        var together = draft(mine, content(Map.of("code", "A1", "access", "Ramp", "built", "1521")))
                .save();
        assertTrue(together.orThrow() instanceof Saved.Merged, together.toString());
        assertEquals("Ramp and lift", head(item).text("access"));
        assertEquals("1521", shown(item, "built"));

        var apart = draft(mine, content(Map.of("code", "A1", "access", "Stairs", "built", "1520")))
                .save()
                .orThrow();
        assertTrue(apart instanceof Saved.Conflicts, apart.toString());
        assertEquals(
                List.of("Ramp>Stairs|Ramp and lift"),
                ((Saved.Conflicts) apart)
                        .conflicts().stream()
                                .map(each -> each.base() + ">" + each.mine() + "|" + each.theirs())
                                .toList());
    }

    private List<String> refusals(Map<String, String> typed) {
        return TestPortal.refusals(draft(typed).save());
    }

    private record Typed(TestPortal portal, DraftId id, long version) {

        Outcome<Saved> save() {
            return portal.bus().carryOut(Cast.ALESIA, new SaveDraft(id, version));
        }
    }

    private Typed draft(Map<String, String> typed) {
        var about = new Draft.OfNew(SIGHT, ENGLISH, null, portal.section("tourism"));
        return draft(about, content(typed));
    }

    private Typed draft(Draft.About about, Content content) {
        var kept = portal.done(new KeepDraft(null, 0, Cast.ALESIA.id().value(), about, content));
        return new Typed(portal, kept.draft(), kept.version());
    }

    private ItemId saved(Map<String, String> typed) {
        return ((Saved.Begun) draft(typed).save().orThrow()).item();
    }

    private ItemId translated(ItemId original, Map<String, String> typed) {
        var about = new Draft.OfNew(
                SIGHT, BELARUSIAN, new GroupId(original.value()), portal.section("tourism"), portal.head(original));
        return ((Saved.Begun) draft(about, content(typed)).save().orThrow()).item();
    }

    private void revise(ItemId item, Map<String, String> typed) {
        portal.done(new Revise(item, content(typed), null));
    }

    private <T> Outcome<T> carryOut(Verb<T> verb) {
        return portal.bus().carryOut(Cast.ALESIA, verb);
    }

    private Kind kind() {
        return kinds.of(SIGHT);
    }

    private Content content(Map<String, String> typed) {
        Fields fields = Fields.NONE;
        for (var each : typed.entrySet()) {
            var type = kind().field(each.getKey()).orElseThrow().type();
            fields = fields.with(each.getKey(), type.typed(Map.of(type.parts().getFirst(), each.getValue())));
        }
        return Content.of("Mir castle", new Body("<p>Five towers.</p>")).withFields(fields);
    }

    private Fields head(ItemId item) {
        return portal.database()
                .write(transaction -> transaction
                        .items()
                        .revision(transaction.items().find(item).orElseThrow().head())
                        .content()
                        .fields());
    }

    private String stored(ItemId item, String field) {
        return head(item).get(field).orElseThrow().canonical();
    }

    private String shown(ItemId item, String field) {
        return kind().field(field)
                .orElseThrow()
                .type()
                .text(head(item).get(field).orElseThrow());
    }

    private static Fields only(Fields fields, String... names) {
        Fields some = Fields.NONE;
        for (String name : names) {
            JsonValue value = fields.get(name).orElse(null);
            some = some.with(name, value);
        }
        return some;
    }

    private String card(ItemId item) {
        return String.valueOf(portal.tables().value("select card from live where item_id = ?", item.value()));
    }

    private List<String> values(String field) {
        return portal.tables()
                .rows("select language || ':' || value from field_value where field = ? order by 1", field);
    }

    private static List<String> fields(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(var reasons) ->
                reasons.stream()
                        .map(reason -> reason.arguments().getFirst())
                        .map(field -> ((Field) field).name())
                        .toList();
        };
    }
}

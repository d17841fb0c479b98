package org.herald.newsroom;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.kind.KindName;
import org.herald.publish.Approve;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Look;
import org.herald.publish.Publish;
import org.herald.publish.Release;
import org.herald.publish.Schedule;
import org.herald.publish.SendToReview;
import org.herald.publish.SetEmbargo;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.herald.testing.WritingRoom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is shown what is then refused: every link and button of an item's screens and of the list is tried. */
@QuarkusTest
@TestProfile(ReviewedPortal.class)
final class OfferedTest {
    private static final List<String> SCREENS = List.of("", "/text", "/translations", "/revisions");

    /** What a refusal says that is about role, section, language or state, and not about what was typed. */
    private static final Pattern REFUSED = Pattern.compile("is not possible while|You may not do this|is not approved"
            + "|You saved this text yourself|does not work in this section|may be changed only by those"
            + "|You do not work in|not its original|There is an embargo|embargo until");

    private final WritingRoom room;
    private final PortalClock clock;
    private final CommandBus bus;
    private final DeskItems items;
    private final List<String> wrong = new ArrayList<>();

    OfferedTest(CommandBus bus, Database database, PortalClock clock) {
        this.room = new WritingRoom(database, clock, bus);
        this.clock = clock;
        this.bus = bus;
        this.items = new DeskItems(bus, database);
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
    }

    /** In which state, section and language an item is looked at. */
    private enum Standing {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        SCHEDULED,
        PUBLISHED,
        AHEAD,
        WITHDRAWN,
        UNDER_EMBARGO,
        WITHDRAWN_UNDER_EMBARGO
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void whatIsOfferedIsDone(Member member) {
        Seat seat = room.seat(member);
        for (Standing standing : Standing.values()) {
            tryAll(seat, member + ", " + standing, () -> item(standing, ENGLISH, "news", null));
        }
        for (Standing standing : List.of(Standing.DRAFT, Standing.IN_REVIEW, Standing.AHEAD)) {
            tryAll(seat, member + ", translation, " + standing, () -> {
                long original = item(Standing.PUBLISHED, ENGLISH, "about", null);
                return item(standing, BELARUSIAN, "about", original);
            });
        }
        assertEquals(List.of(), wrong);
    }

    private interface Making {
        long item();
    }

    private void tryAll(Seat seat, String name, Making making) {
        long item = making.item();
        Set<String> forms = new LinkedHashSet<>();
        for (String screen : SCREENS) {
            String path = "/newsroom/items/" + item + screen;
            boolean isOffered = screen.isEmpty()
                    || seat.page("/newsroom/items/" + item)
                            .select("main a[href=" + path + "]")
                            .hasText();
            if (isOffered) {
                Document page = seat.page(path);
                follow(seat, name + " at " + screen, page);
                for (int index = 0; index < buttons(page).size(); index++) {
                    forms.add(screen + "#" + index);
                }
            }
        }
        for (String form : forms) {
            long fresh = making.item();
            String screen = form.substring(0, form.indexOf('#'));
            Document page = seat.page("/newsroom/items/" + fresh + screen);
            var buttons = buttons(page);
            int index = Integer.parseInt(form.substring(form.indexOf('#') + 1));
            if (index < buttons.size()) {
                press(seat, name + " at " + screen, page, buttons.get(index));
            }
        }
    }

    private void follow(Seat seat, String name, Document page) {
        for (String path : new LinkedHashSet<>(page.select("a[href^=/newsroom]").eachAttr("href"))) {
            int status = seat.get(path).statusCode();
            if (status >= 400) {
                wrong.add(name + ": " + path.replaceAll("[0-9]+", "N") + " answers " + status);
            }
        }
    }

    /** The buttons of forms that change something, but for those that end the session or are about the account alone. */
    private static List<Element> buttons(Document page) {
        return page.select("main button:not([type=button])").stream()
                .filter(button -> form(page, button).attr("method").equalsIgnoreCase("post"))
                .toList();
    }

    private static Element form(Document page, Element button) {
        return button.hasAttr("form")
                ? page.expectFirst("#" + button.attr("form"))
                : Objects.requireNonNull(button.closest("form"));
    }

    private void press(Seat seat, String name, Document page, Element button) {
        Element form = form(page, button);
        String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        Map<String, String> fields = new TreeMap<>();
        for (Element control : form.select("input[name], textarea[name], select[name]")) {
            boolean isOff = control.hasAttr("disabled")
                    || (control.attr("type").equals("radio") && !control.hasAttr("checked"));
            if (!isOff) {
                fields.put(control.attr("name"), value(control));
            }
        }
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        fields.remove("csrf");
        Response answer = seat.post(action, fields);
        String flash = answer.statusCode() == 422 ? Seat.parsed(answer).text() : "";
        if (answer.statusCode() >= 400
                && (answer.statusCode() != 422 || REFUSED.matcher(flash).find())) {
            wrong.add(name + ": " + action.replaceAll("[0-9]+", "N") + " \"" + button.text() + "\" answers "
                    + answer.statusCode() + " "
                    + flash.replaceFirst(".*?((?:[^.]*)(?:" + REFUSED.pattern() + ")[^.]*).*", "$1"));
        }
    }

    private static String value(Element control) {
        String value = switch (control.normalName()) {
            case "textarea" -> control.wholeText();
            case "select" -> {
                var chosen = control.selectFirst("option[selected]");
                var usual = chosen == null ? control.selectFirst("option") : chosen;
                yield usual == null ? "" : usual.attr("value");
            }
            default -> control.attr("type").equals("checkbox") ? "yes" : control.attr("value");
        };
        boolean isMissing = value.isEmpty() && control.hasAttr("required");
        return switch (control.attr("type")) {
            case "date" -> isMissing ? "2031-05-06" : value;
            case "time" -> isMissing ? "12:00" : value;
            default -> isMissing ? "Because it is so." : value;
        };
    }

    private long item(Standing standing, Language language, String section, @Nullable Long original) {
        Principal by = room.cast().account(Member.CHIEF_EDITOR).principal();
        Principal other = room.cast().account(Member.ADMINISTRATOR).principal();
        var group = original == null ? null : items.open(original).item().group();
        var content = DeskItems.good(standing + " " + language);
        ItemId item = done(
                by,
                new Create(
                        KindName.ARTICLE,
                        language,
                        group,
                        items.section(section).id(),
                        null,
                        content,
                        null));
        switch (standing) {
            case DRAFT -> {}
            case IN_REVIEW -> done(by, new SendToReview(item));
            case APPROVED, SCHEDULED, UNDER_EMBARGO -> {
                done(by, new SendToReview(item));
                done(other, new Approve(item, items.open(item.value()).head().id()));
                if (standing == Standing.SCHEDULED) {
                    done(by, new Schedule(item, PortalClock.NOON.plus(Duration.ofDays(1))));
                }
                if (standing == Standing.UNDER_EMBARGO) {
                    done(by, new SetEmbargo(item, PortalClock.NOON.plus(Duration.ofDays(1))));
                }
            }
            case PUBLISHED, AHEAD, WITHDRAWN, WITHDRAWN_UNDER_EMBARGO -> {
                done(by, new Publish(item, null));
                if (standing == Standing.AHEAD) {
                    items.revise(by, item.value(), DeskItems.good("It goes on " + language));
                }
                if (standing == Standing.WITHDRAWN || standing == Standing.WITHDRAWN_UNDER_EMBARGO) {
                    done(by, new Withdraw(item, "It was not true."));
                }
                if (standing == Standing.WITHDRAWN_UNDER_EMBARGO) {
                    done(by, new SetEmbargo(item, PortalClock.NOON.plus(Duration.ofDays(1))));
                }
            }
        }
        return item.value();
    }

    private <T> T done(Principal by, Verb<T> verb) {
        return bus.carryOut(by, verb instanceof Release<T> release ? release.seen(new Look(null, true)) : verb)
                .orThrow();
    }

    @Test
    void underAnEmbargoOnlyATimeAtItsEndOrLaterIsOfferedAndTheReasonIsSaid() {
        Seat vera = room.seat(Member.CHIEF_EDITOR);
        long item = item(Standing.UNDER_EMBARGO, ENGLISH, "news", null);
        String desk = "/newsroom/items/" + item;
        Document page = vera.page(desk);

        assertEquals(List.of(), page.select("form[action$=/publication]"));
        assertTrue(page.expectFirst("section[aria-labelledby=now]").text().contains("Its embargo ends on"));
        var form = page.expectFirst("form[action$=/schedule]");
        assertTrue(Objects.requireNonNull(form.closest("details")).hasAttr("open"));
        var hidden = Map.of(
                "confirmed", "yes",
                "read", form.expectFirst("input[name=read]").val(),
                "date", form.expectFirst("input[name=date]").val(),
                "time", form.expectFirst("input[name=time]").val());
        var early = new TreeMap<>(hidden);
        early.put("time", "00:01");
        Document refused = Seat.parsed(vera.post(desk + "/schedule", early));
        AtField.assertAtField(refused, "time", "embargo");
        early.put("date", "2020-02-03");
        AtField.assertAtField(Seat.parsed(vera.post(desk + "/schedule", early)), "time", "This time has passed");
        assertEquals(303, vera.post(desk + "/schedule", hidden).statusCode(), "what is proposed is accepted");

        long withdrawn = item(Standing.WITHDRAWN_UNDER_EMBARGO, ENGLISH, "news", null);
        assertEquals(List.of(), vera.page("/newsroom/items/" + withdrawn).select("form[action$=/restoration]"));
        clock.set(PortalClock.NOON.plus(Duration.ofDays(2)));
        assertEquals(
                1,
                room.seat(Member.CHIEF_EDITOR) // the earlier session has ended by then
                        .page("/newsroom/items/" + withdrawn)
                        .select("form[action$=/restoration]")
                        .size());
    }

    @Test
    void theListOffersWhatTheRoleMayDo() {
        for (Member member : List.of(Member.REPORTER, Member.TRANSLATOR, Member.EDITOR, Member.CHIEF_EDITOR)) {
            Seat seat = room.seat(member);
            long item = item(Standing.IN_REVIEW, ENGLISH, "news", null);
            Document list = seat.page("/newsroom");
            follow(seat, member + " at the list", list);
            for (String gesture :
                    list.select("fieldset.batch button[name=gesture]").eachAttr("value")) {
                var answer = seat.post("/newsroom/batch", Map.of("gesture", gesture, "item", String.valueOf(item)));
                assertFalse(answer.statusCode() >= 400, member + " " + gesture);
            }
            boolean isReporter = member == Member.REPORTER || member == Member.TRANSLATOR;
            assertEquals(
                    isReporter
                            ? List.of("review")
                            : List.of("review", "approval", "assignment", "publication", "schedule", "withdrawal"),
                    list.select("fieldset.batch button[name=gesture]").eachAttr("value"),
                    member.name());
        }
        assertEquals(List.of(), wrong);
    }
}

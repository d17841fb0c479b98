package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import org.herald.cli.NewsroomSite;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.store.AccountLogQueries;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.PasskeyQueries;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an administrator invites people, gives and takes rights, and locks accounts. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class PeopleScreensTest {

    private static final String PEOPLE = "/newsroom/people";

    private final Database database;
    private final PortalClock clock;
    private String cookie = ""; // of the administrator, new for each test

    PeopleScreensTest(Database database, PortalClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void administratorIsSignedIn() {
        cookie = cast().cookie(Member.ADMINISTRATOR);
    }

    @Test
    void everybodyIsListedWithRoleLimitsAndState() {
        var page = Jsoup.parse(administrator().get(PEOPLE).asString());
        var limited =
                page.expectFirst("tr:contains(limited-editor@herald.test)").text();

        assertTrue(limited.contains("Editor") && limited.contains("English, News"), limited);
        assertTrue(limited.contains("Invited") && limited.contains("Never"), limited);
    }

    @Test
    void invitedPersonGetsALinkThatIsShownOnce() {
        administrator().get(PEOPLE + "/invitation").then().statusCode(200);
        Response shown = form().formParam("email", "Invited@Herald.Test")
                .formParam("name", "Invited Person")
                .formParam("role", "editor")
                .formParam("language", "en")
                .formParam("section", section())
                .formParam("speaks", "ru")
                .post(PEOPLE + "/invitation");
        shown.then().statusCode(200).header("Cache-Control", "no-store");
        String link = Jsoup.parse(shown.asString()).expectFirst("#link").val();

        assertTrue(link.startsWith("http://localhost:8080/newsroom/welcome/"), link);
        given().get(URI.create(link).getPath()).then().statusCode(200).body(containsString("invited@herald.test"));
        administrator()
                .get(person("invited@herald.test"))
                .then()
                .body(
                        containsString("id=\"role-editor\" name=\"role\" value=\"editor\" checked"),
                        containsString("name=\"language\" value=\"en\" checked"),
                        not(containsString("name=\"language\" value=\"be\" checked")),
                        containsString("value=\"" + section() + "\" checked"));
    }

    @Test
    void refusedInvitationKeepsWhatWasTyped() {
        form().formParam("email", "reporter@herald.test")
                .formParam("name", "vera")
                .formParam("role", "chief-editor")
                .formParam("speaks", "be")
                .post(PEOPLE + "/invitation")
                .then()
                .statusCode(422)
                .body(
                        containsString("reporter@herald.test has an account already"),
                        containsString("Somebody else is called vera"),
                        containsString("value=\"vera\""),
                        containsString("value=\"chief-editor\" checked"),
                        containsString("value=\"be\" lang=\"be\" selected"));
        form().formParam("email", "x@herald.test")
                .formParam("name", "X")
                .formParam("role", "emperor")
                .post(PEOPLE + "/invitation")
                .then()
                .statusCode(422)
                .body(containsString("Choose a role"), containsString("x@herald.test"));
    }

    @Test
    void rightsAreChangedAndHoldAtOnce() {
        String path = invited("changed@herald.test", "Changed");

        form().formParam("role", "translator")
                .formParam("language", "be")
                .post(path)
                .then()
                .statusCode(303)
                .header("Location", equalTo(path + "?flash=said.rights-kept"));

        administrator()
                .get(path + "?flash=said.rights-kept")
                .then()
                .body(containsString("value=\"translator\" checked"), containsString("The rights are saved"));
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        String self = person(Member.ADMINISTRATOR.email());

        administrator()
                .get(self)
                .then()
                .body(containsString("These are your own rights"), not(containsString(self + "/lock")));
        form().formParam("role", "administrator").post(self).then().statusCode(422);
        form().post(self + "/lock").then().statusCode(422).body(containsString("cannot lock your own account"));
    }

    @Test
    void lockedAccountIsSignedOutAndMayBeOpenedAgain() {
        String translator = cast().cookie(Member.TRANSLATOR);
        String path = person(Member.TRANSLATOR.email());
        given().cookie(NewsroomCast.COOKIE, translator)
                .get("/newsroom/account")
                .then()
                .statusCode(200);

        form().post(path + "/lock").then().statusCode(303);
        administrator().get(path).then().body(containsString("Locked"));
        given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, translator)
                .get("/newsroom/account")
                .then()
                .statusCode(303);
        form().post(path + "/link").then().statusCode(422).body(containsString("Let them in again first"));
        form().post(path + "/unlock").then().statusCode(303);

        given().cookie(NewsroomCast.COOKIE, cast().cookie(Member.TRANSLATOR))
                .get("/newsroom/account")
                .then()
                .statusCode(200);
    }

    @Test
    void newLinkReplacesTheOneThatWentAstray() {
        String path = invited("astray@herald.test", "Astray");

        String first = Jsoup.parse(form().post(path + "/link").asString())
                .expectFirst("#link")
                .val();
        String second = Jsoup.parse(form().post(path + "/link").asString())
                .expectFirst("#link")
                .val();

        given().get(URI.create(first).getPath()).then().statusCode(410);
        given().get(URI.create(second).getPath()).then().statusCode(200);
        form().post(path + "/codes/removal").then().statusCode(303);
    }

    @Test
    void whatSomebodyLostIsTakenFromThemAfterAQuestionAndTheyAreSignedOut() {
        String path = person(Member.REPORTER.email());
        var account = cast().account(Member.REPORTER);
        sign(account.id());
        var page = Jsoup.parse(administrator().get(path).asString());
        assertEquals(
                List.of("codes", "passkeys", "identities"),
                page.select("section:has(#access) a[href$=/removal]").stream()
                        .map(link ->
                                link.attr("href").substring(path.length() + 1).replaceFirst("/.*", ""))
                        .toList());

        for (var link : page.select("section:has(#access) a[href$=/removal]")) {
            String session = cast().cookie(Member.REPORTER);
            var asked = Jsoup.parse(administrator().get(link.attr("href")).asString());
            assertTrue(asked.text().contains("Nasta") && asked.text().contains("signed out everywhere"), asked.text());
            assertEquals(
                    link.attr("href"), asked.expectFirst("form:has(.danger)").attr("action"));
            assertEquals(200, status(session), "nothing is done before it is confirmed");

            form().post(link.attr("href")).then().statusCode(303);

            assertEquals(303, status(session), link.attr("href"));
            administrator().get(link.attr("href")).then().statusCode(404);
        }
        var done = new AccountLogQueries(database)
                .deeds(new AccountLogQueries.Filter(account.id(), null, null, null), null, 3).stream()
                        .map(entry -> entry.principal().displayName() + " "
                                + entry.kind().word() + " " + entry.detail())
                        .toList();
        assertEquals(
                List.of("Aksana identity-unlinked ", "Aksana passkey-removed Lost phone", "Aksana codes-off "), done);
        assertFalse(administrator().get(path).asString().contains("/removal"));
    }

    @Test
    void administratorsTakeNothingFromThemselvesHereAndMakeNoLinkForThemselves() {
        String self = person(Member.ADMINISTRATOR.email());
        sign(cast().account(Member.ADMINISTRATOR).id());

        assertFalse(administrator().get(self).asString().contains("/removal"));
        form().post(self + "/passkeys/1/removal").then().statusCode(422).body(containsString("your own passkeys"));
        form().post(self + "/identities/1/removal").then().statusCode(422).body(containsString("your own sign-in"));
        form().post(self + "/codes/removal").then().statusCode(422).body(containsString("your own codes"));
        form().post(self + "/link").then().statusCode(422).body(containsString("your own password"));
        assertEquals(200, status(cookie));
    }

    /** An account gets codes, a passkey and an identity; the passkey of somebody else stays theirs. */
    private void sign(AccountId id) {
        database.write(transaction -> {
            transaction.signIns().setCodeSecret(id, "sealed");
            transaction
                    .passkeys()
                    .add(
                            id,
                            "handle",
                            "Lost phone",
                            false,
                            new PasskeyQueries.Credential("credential-" + id, "key", 0, "aaguid", ""),
                            clock.instant());
            transaction.identities().add(id, "https://id.herald.test", "subject-" + id, clock.instant());
            return id;
        });
    }

    private static int status(String session) {
        return given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, session)
                .get("/newsroom/account")
                .statusCode();
    }

    @Test
    void accountThatIsNotThereIsNotFound() {
        administrator().get(PEOPLE + "/999999").then().statusCode(404);
        form().post(PEOPLE + "/999999/lock").then().statusCode(404);
    }

    @Test
    void whatWasDoneStandsInTheLogWithWhoAndFromWhere() {
        String path = invited("logged@herald.test", "Logged");
        form().header("X-Forwarded-For", "203.0.113.50")
                .post(path + "/lock")
                .then()
                .statusCode(303);

        var account = new AccountQueries(database).byEmail("logged@herald.test").orElseThrow();
        var entry = new AccountLogQueries(database)
                .deeds(new AccountLogQueries.Filter(account.id(), Kind.LOCKED, null, null), null, 10)
                .getFirst();

        assertEquals("Aksana", entry.principal().displayName());
        assertEquals("203.0.113.50", entry.address());
    }

    private String invited(String email, String name) {
        form().formParam("email", email)
                .formParam("name", name)
                .formParam("role", "reporter")
                .post(PEOPLE + "/invitation")
                .then()
                .statusCode(200);
        return person(email);
    }

    private String person(String email) {
        return PEOPLE + "/"
                + new AccountQueries(database).byEmail(email).orElseThrow().id();
    }

    private String section() {
        return cast().account(Member.LIMITED_EDITOR)
                .sections()
                .iterator()
                .next()
                .toString();
    }

    private RequestSpecification administrator() {
        return given().redirects().follow(false).cookie(NewsroomCast.COOKIE, cookie);
    }

    private RequestSpecification form() {
        return administrator().formParam("csrf", cast().csrf(cookie));
    }

    private NewsroomCast cast() {
        return new NewsroomCast(database, clock);
    }
}

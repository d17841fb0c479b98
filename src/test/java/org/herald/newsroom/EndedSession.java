package org.herald.newsroom;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.Seat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script whose session ends between the moment a form was opened and the moment it is sent. */
final class EndedSession {

    private static final String TYPED =
            "textarea[name], input[name]:not([type]), input[name][type=text], input[name][type=search]";

    private final NewsroomCast cast;

    EndedSession(NewsroomCast cast) {
        this.cast = cast;
    }

    /** Types into every form of this page, sends it without a session, signs in again and looks for every word. */
    List<String> formsThatLoseWords(String path) {
        var lost = new ArrayList<String>();
        Document page = opened(path);
        var forms = page.select("main form[method=post]");
        for (int i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            var typed = type(form, i);
            boolean hasFile = form.attr("enctype").equals("multipart/form-data");
            Document again = sentAgain(path, form.attr("action"), typed, hasFile);
            var here = again.select("main form[method=post]").stream()
                    .filter(each -> each.attr("action").equals(form.attr("action")))
                    .toList();
            assertFalse(here.isEmpty(), "the form " + form.attr("action") + " is on its page: " + path);
            if (here.stream().allMatch(EndedSession::isFoldedAway)) {
                lost.add(path + " " + form.attr("action") + " is folded away");
            }
            typed.stream()
                    .filter(field -> field.value().startsWith("Typed"))
                    .filter(field -> here.stream().noneMatch(each -> holds(each, field)))
                    .forEach(field -> lost.add(path + " " + form.attr("action") + " " + field));
        }
        return lost;
    }

    /** The page at this address, or the one to which it leads. */
    private Document opened(String path) {
        return followed(path, cast.cookie(Member.ADMINISTRATOR));
    }

    /** What the browser shows after a form was sent without a session and its author has signed in again. */
    private Document sentAgain(String path, String action, List<HeldForm.Field> typed, boolean hasFile) {
        var refused = sent(path, action, typed, "", hasFile);
        assertEquals(403, refused.statusCode(), action);
        var signIn = Jsoup.parse(refused.body());
        assertTrue(signIn.select("#sign input[name=password]").size() == 1, action + " leads to the sign-in");
        assertFalse(signIn.select("[role=alert]").isEmpty(), action + " says that nothing was done");
        String held = signIn.expectFirst("#sign input[name=held]").val();
        String cookie = cast.cookie(Member.ADMINISTRATOR);
        Response onward = given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, cookie)
                .formParam("held", held)
                .post("/newsroom/sign-in/onward");
        Document again = followed(Seat.location(onward), cookie);
        assertEquals(1, again.select("main #held[role=alert]").size(), action + " says that it was not done");
        String token = cast.csrf(cookie);
        again.select("input[name=csrf]").forEach(each -> assertEquals(token, each.val(), "the token of this session"));
        return again;
    }

    /** A form that was opened in an earlier session and sent in this one. */
    Document sentWithStaleToken(String path, String action, List<HeldForm.Field> typed) {
        String cookie = cast.cookie(Member.ADMINISTRATOR);
        return followed(location(sent(path, action, typed, cookie, false)), cookie);
    }

    /** Sends a form as a browser does, a form with a file in parts of a stated length. */
    private static HttpResponse<String> sent(
            String path, String action, List<HeldForm.Field> typed, String cookie, boolean hasFile) {
        var all = new ArrayList<>(typed);
        all.add(new HeldForm.Field("csrf", "of-an-earlier-session"));
        var request = HttpRequest.newBuilder(URI.create(origin() + action))
                .header("Origin", origin())
                .header("Referer", origin() + path)
                .header("Cookie", NewsroomCast.COOKIE + "=" + cookie)
                .header(
                        "Content-Type",
                        hasFile ? "multipart/form-data; boundary=parts" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(hasFile ? parts(all) : encoded(all)));
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(List<HeldForm.Field> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String parts(List<HeldForm.Field> fields) {
        String texts = fields.stream()
                .map(field -> "--parts\r\nContent-Disposition: form-data; name=\"" + field.name() + "\"\r\n\r\n"
                        + field.value() + "\r\n")
                .collect(Collectors.joining());
        return texts + "--parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nPNG\r\n--parts--\r\n";
    }

    private static Document followed(String path, String cookie) {
        Response answer = given().redirects()
                .follow(false)
                .cookie(NewsroomCast.COOKIE, cookie)
                .get(path);
        return answer.statusCode() == 303 ? followed(Seat.location(answer), cookie) : Seat.parsed(answer);
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    /** What a browser would send of this form after somebody typed into each of its fields. */
    private static List<HeldForm.Field> type(Element form, int number) {
        var typed = new ArrayList<HeldForm.Field>();
        int count = 0;
        var fields = form.select(TYPED);
        for (Element field : fields) {
            typed.add(new HeldForm.Field(field.attr("name"), "Typed " + number + "-" + count++ + " <b>&amp; \"Ў</b>"));
        }
        for (Element field : form.select("select[name]")) {
            var options = field.select("option");
            typed.add(new HeldForm.Field(field.attr("name"), options.getLast().attr("value")));
        }
        var skipped = Set.of("csrf", "password", "confirm", "code", "credential");
        for (Map.Entry<String, String> hidden : hidden(form)) {
            if (!skipped.contains(hidden.getKey())) {
                typed.add(new HeldForm.Field(hidden.getKey(), hidden.getValue()));
            }
        }
        typed.removeIf(field -> skipped.contains(field.name()));
        return typed;
    }

    private static List<Map.Entry<String, String>> hidden(Element form) {
        return form.select("input[type=hidden][name]").stream()
                .map(each -> Map.entry(each.attr("name"), each.val()))
                .toList();
    }

    private static boolean isFoldedAway(Element form) {
        return form.parents().stream().anyMatch(each -> each.is("details:not([open])"));
    }

    private static boolean holds(Element form, HeldForm.Field field) {
        return form.select("[name]").stream()
                .filter(control -> control.attr("name").equals(field.name()))
                .anyMatch(control -> (control.normalName().equals("textarea") ? control.wholeText() : control.val())
                        .equals(field.value()));
    }
}

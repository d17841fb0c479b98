package org.herald.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.testing.NewsroomCast.Member;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody of the newsroom at their browser, signed in; no script runs in it, and it follows no redirect by itself. */
public final class Seat {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final String cookie;
    private final String csrf;

    public Seat(NewsroomCast cast, Member member) {
        this.cookie = cast.cookie(member);
        this.csrf = cast.csrf(cookie);
    }

    public Response get(String path) {
        return asked().get(path);
    }

    /** The page at this address, which must be there. */
    public Document page(String path) {
        return parsed(asked().get(path).then().statusCode(200).extract().response());
    }

    /** Sends a form, with the session's token. */
    public Response post(String path, Map<String, String> fields) {
        return asked().contentType(FORM)
                .formParam("csrf", csrf)
                .formParams(fields)
                .post(path);
    }

    /** Sends a form in which one field has several values. */
    public Response postAll(String path, Map<String, String> fields, String name, List<String> values) {
        return asked().contentType(FORM)
                .formParam("csrf", csrf)
                .formParams(fields)
                .formParam(name, values)
                .post(path);
    }

    /** Sends a form as another site could. */
    public Response forge(String path, Map<String, String> fields) {
        return asked().contentType(FORM).formParams(fields).post(path);
    }

    /** Sends a form as a script does. */
    public Response send(String path, Map<String, String> fields) {
        return asked().contentType(FORM)
                .accept("application/json")
                .header("X-Csrf-Token", csrf)
                .formParams(fields)
                .post(path);
    }

    /** Uploads a file as a script does. */
    public Response upload(String path, String name, byte[] bytes) {
        return asked().accept("application/json")
                .header("X-Csrf-Token", csrf)
                .multiPart("file", name, bytes)
                .post(path);
    }

    /** Uploads a file by a form with further fields. */
    public Response upload(String path, String name, byte[] bytes, Map<String, String> fields) {
        var request = asked().multiPart("csrf", csrf).multiPart("file", name, bytes);
        fields.forEach(request::multiPart);
        return request.post(path);
    }

    /** What the form with this identity would send, as it stands on the page. */
    public static Map<String, String> fields(Document page, String form) {
        var fields = new HashMap<String, String>();
        for (Element control : page.select("#" + form + " :is(input, textarea, select)[name]")) {
            boolean isOff = control.hasAttr("disabled")
                    || (control.attr("type").matches("checkbox|radio") && !control.hasAttr("checked"));
            if (!isOff) {
                fields.put(control.attr("name"), value(control));
            }
        }
        fields.remove("csrf");
        return fields;
    }

    private static String value(Element control) {
        return switch (control.normalName()) {
            case "textarea" -> control.wholeText();
            case "select" -> {
                var chosen = control.selectFirst("option[selected]");
                yield (chosen == null ? control.expectFirst("option") : chosen).attr("value");
            }
            default -> control.attr("value");
        };
    }

    /** These fields with one changed. */
    public static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    /** Where an answer sends the browser, without the host. */
    public static String location(Response answer) {
        answer.then().statusCode(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    public static Document parsed(Response answer) {
        return Jsoup.parse(answer.asString());
    }

    private RequestSpecification asked() {
        return given().redirects().follow(false).cookie(NewsroomCast.COOKIE, cookie);
    }
}

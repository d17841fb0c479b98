package org.herald.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.herald.model.Account;
import org.herald.testing.NewsroomCast.Member;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody of the newsroom at their browser: asks for its screens and posts its forms. */
public final class Colleague {

    private final Account account;
    private final String cookie;
    private final String csrf;

    public Colleague(NewsroomCast cast, Member member) {
        account = cast.account(member);
        cookie = cast.cookie(member);
        csrf = cast.csrf(cookie);
    }

    public Account account() {
        return account;
    }

    /** The answer at this address, taken as a link has it: {@code +} is a space; nothing is followed. */
    public Response get(String path) {
        String address = URI.create(path.replace(" ", "%20")).toASCIIString();
        return request().urlEncodingEnabled(false).get(address);
    }

    /** The page at this address, which must be there. */
    public Document page(String path) {
        return parsed(get(path).then().statusCode(200).extract().response());
    }

    /**
     * Posts a form.
     *
     * @param fields names and values in turn; a list stands for as many fields of that name
     */
    public Response post(String path, Object... fields) {
        var request = request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", csrf);
        for (int i = 0; i < fields.length; i += 2) {
            var values = fields[i + 1] instanceof Collection<?> several ? several : List.of(fields[i + 1]);
            request = request.formParam(
                    String.valueOf(fields[i]),
                    values.stream().map(String::valueOf).toList());
        }
        return request.post(path);
    }

    /** A page that was answered. */
    public static Document parsed(Response answer) {
        return Jsoup.parse(answer.asString());
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).urlEncodingEnabled(true).cookie(NewsroomCast.COOKIE, cookie);
    }
}

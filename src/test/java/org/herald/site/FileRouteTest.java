package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.herald.cli.SampleSite;
import org.herald.testing.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the theme: found by their names, kept for an hour, and able to do nothing. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class FileRouteTest {

    @ParameterizedTest
    @CsvSource({"/theme/emblem.svg, emblem.svg", "/theme/favicon.svg, favicon.svg", "/favicon.svg, favicon.svg"})
    void aFileOfTheThemeIsGivenAsItIs(String address, String name) {
        var answer = given().get(address);

        assertEquals(200, answer.statusCode());
        assertEquals("image/svg+xml", answer.contentType());
        assertEquals(Sources.text(Path.of("src/main/resources/sample/pictures", name)), answer.asString());
        assertTrue(answer.header("Cache-Control").contains("max-age=3600"), answer.header("Cache-Control"));
        assertTrue(answer.header("Content-Security-Policy").contains("sandbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/theme/nothing.svg", "/theme/emblem.exe", "/theme/emblem", "/theme/site.css", "/theme/"})
    void otherFilesAreNotThere(String address) {
        assertEquals(404, given().get(address).statusCode());
    }
}

package org.herald.exchange.wxr;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.cli.ImportedSite;
import org.herald.config.Settings;
import org.herald.testing.NuChecker;
import org.junit.jupiter.api.Test;

/** What readers see of an imported portal. Other exports are tried with {@code -Dherald.exports=FILE,FILE}. */
@QuarkusTest
@WithTestResource(ImportedSite.class)
final class ImportedPagesTest {

    private final Settings settings;

    @Inject
    ImportedPagesTest(Settings settings) {
        this.settings = settings;
    }

    @Test
    void everyImportedItemRendersValidly() throws IOException {
        var problems = new LinkedHashMap<String, List<String>>();
        for (String address : addresses("post", "page")) {
            var response = given().redirects().follow(false).get(address);
            assertEquals(200, response.statusCode(), address);
            var found = NuChecker.problems(response.asString()).stream()
                    // a guess about the words, which are the old site's: some are Latin filler
                    .filter(problem -> !problem.contains("This document appears to be written in"))
                    .toList();
            if (!found.isEmpty()) {
                problems.put(address, found);
            }
        }
        assertEquals(Map.of(), problems);
    }

    @Test
    void everyOldAddressOfALiveItemAnswersMovedPermanently() throws IOException {
        for (JsonNode item : items()) {
            String address = item.path("address").asText();
            if (List.of("post", "page").contains(item.path("type").asText()) && !address.isEmpty()) {
                var response = given().redirects()
                        .follow(false)
                        .get("/?p=" + item.path("id").asLong());
                assertEquals(301, response.statusCode(), item.toString());
                int there = given().redirects()
                        .follow(false)
                        .get(response.header("Location"))
                        .statusCode();
                assertEquals(200, there, item.toString());
            }
        }
    }

    private List<String> addresses(String... types) throws IOException {
        var addresses = new ArrayList<String>();
        for (JsonNode item : items()) {
            if (List.of(types).contains(item.path("type").asText())
                    && !item.path("address").asText().isEmpty()) {
                addresses.add(item.path("address").asText());
            }
        }
        return addresses;
    }

    private List<JsonNode> items() throws IOException {
        var items = new ArrayList<JsonNode>();
        try (var reports = Files.newDirectoryStream(settings.folder().resolve("imports"), "*.json")) {
            for (Path report : reports) {
                new ObjectMapper().readTree(report.toFile()).path("items").forEach(items::add);
            }
        }
        assertFalse(items.isEmpty());
        return items;
    }
}

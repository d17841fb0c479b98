package org.herald.site;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.site.directory.GeoJson;
import org.herald.site.directory.JsonText;
import org.herald.web.Page;
import org.herald.web.Representation;

/** A format in which other programs read entries: at the address of a page, with an ending. */
enum DocumentFormat {
    JSON("JSON", ".json", "application/json"),
    GEO_JSON("GeoJSON", ".geojson", GeoJson.TYPE);

    /** What programs are told when there is no document. */
    static final String PROBLEM = "application/problem+json";

    private final String title;
    private final String ending;
    private final String type;

    DocumentFormat(String title, String ending, String type) {
        this.title = title;
        this.ending = ending;
        this.type = type;
    }

    String ending() {
        return ending;
    }

    /** The formats in which entries of a kind are had, each at an address: as GeoJSON only when they have a place. */
    static List<Layout.Document> all(Kind kind, Function<DocumentFormat, String> address) {
        return Stream.of(values())
                .filter(format -> format != GEO_JSON || kind.place().isPresent())
                .map(format -> new Layout.Document(format.title, format.type, address.apply(format)))
                .toList();
    }

    /** The format that an address may ask for. */
    static Optional<DocumentFormat> of(String path) {
        return Stream.of(values()).filter(each -> path.endsWith(each.ending)).findFirst();
    }

    /**
     * What programs are answered where there is no document (RFC 9457). The status and these words are all that is said of
     * the problem: it has no type of its own.
     *
     * @param more members besides
     */
    static Page problem(int status, String title, String detail, Map<String, String> more) {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put("title", new JsonValue.Text(title));
        members.put("status", new JsonValue.Decimal(BigDecimal.valueOf(status)));
        members.put("detail", new JsonValue.Text(detail));
        more.forEach((name, text) -> members.put(name, new JsonValue.Text(text)));
        return new Page(
                status,
                Representation.binary(PROBLEM, JsonText.of(members)).with(Map.of("Access-Control-Allow-Origin", "*")));
    }

    /** The address of the page. */
    String page(String path) {
        return path.substring(0, path.length() - ending.length());
    }

    /**
     * The document as an answer, which scripts of any site may read: it says nothing that is not public.
     *
     * @param links of RFC 8288
     */
    Page page(byte[] bytes, String links) {
        return new Page(
                200,
                Representation.binary(type, bytes).with(Map.of("Access-Control-Allow-Origin", "*", "Link", links)));
    }
}

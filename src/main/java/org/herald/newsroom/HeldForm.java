package org.herald.newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A form of the newsroom that was sent by nobody who is signed in: what was typed in it, and where it stands.
 *
 * @param page the path and query of the page on which the form stands
 * @param action the path and query to which the form is sent
 * @param fields what was typed, in the form's order; passwords and codes are left out
 * @param hasFiles true when files were chosen, which only the browser can send again
 */
public record HeldForm(String page, String action, List<Field> fields, boolean hasFiles) {

    /** A field of the form; several may have the same name. */
    record Field(String name, String value) {}

    /** The longest text that is unpacked: what the longest form can hold. */
    private static final int LONGEST = 9 * 1024 * 1024;

    private static final Pattern OURS = Pattern.compile("/newsroom([/?][^\\\\\\p{Cntrl}]*)?");

    public HeldForm {
        fields = List.copyOf(fields);
        if (!OURS.matcher(page).matches() || !OURS.matcher(action).matches()) {
            throw new IllegalArgumentException("Not a form of the newsroom: " + page);
        }
    }

    /** The form as JSON, as it is stored. */
    String toJson() {
        return Json.write(this);
    }

    /** The form that {@link #toJson} wrote; empty for anything else. */
    static Optional<HeldForm> ofJson(String json) {
        try {
            return Optional.of(Json.read(json, HeldForm.class));
        } catch (JsonProcessingException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** The form as one short text of letters and digits, for a hidden field of the sign-in. */
    public String packed() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(toJson().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory can be written to", impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** The form that {@link #packed} wrote; empty for anything else, and for what would unpack to more than any form holds. */
    static Optional<HeldForm> ofPacked(String packed) {
        if (packed.isEmpty()) {
            return Optional.empty();
        }
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            byte[] json = gzip.readNBytes(LONGEST + 1);
            return json.length > LONGEST ? Optional.empty() : ofJson(new String(json, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

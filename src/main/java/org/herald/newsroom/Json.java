package org.herald.newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes values for the newsroom's scripts, and reads what it wrote itself. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts, numbers, lists and maps can be written", impossible);
        }
    }

    /**
     * Reads a value that {@link #write} wrote.
     *
     * @throws JsonProcessingException for anything else
     */
    static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(json, type);
    }

    /** The same for a script element of a page, where nothing may end the element. */
    static String inPage(Object values) {
        return write(values).replace("<", "\\u003c");
    }
}

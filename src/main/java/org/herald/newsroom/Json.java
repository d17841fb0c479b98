package org.herald.newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes values for the newsroom's scripts. */
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

    /** The same for a script element of a page, where nothing may end the element. */
    static String inPage(Object values) {
        return write(values).replace("<", "\\u003c");
    }
}

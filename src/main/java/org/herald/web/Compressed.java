package org.herald.web;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Answers with a small file of text, in the best coding that the reader's browser takes. */
public final class Compressed {

    private Compressed() {}

    /**
     * An answer to be completed with its own headers.
     *
     * @param accepted the request's {@code Accept-Encoding}; nothing when it has none
     */
    public static Response.ResponseBuilder answer(byte[] bytes, String mediaType, @Nullable String accepted) {
        var encoding = Encoding.accepted(accepted);
        var answer = Response.ok(encoding.encode(bytes), mediaType).header("Vary", "Accept-Encoding");
        return encoding.token().isEmpty() ? answer : answer.header("Content-Encoding", encoding.token());
    }
}

package org.herald.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.PathPart;

/**
 * Answers with a file: text in the best coding that the reader's browser takes, all else as it is and in parts on request.
 * A browser that has it already is told so.
 */
public final class FileAnswer {

    private static final int PARTIAL = 206;
    private static final int UNSATISFIED = 416;

    private FileAnswer() {}

    /**
     * An answer to be completed with how long it may be kept.
     *
     * @param name of its bytes, for its entity tag: another name for other bytes
     * @param isText true for text, which gets smaller
     * @param request the headers of the request
     */
    public static Response.ResponseBuilder of(
            Path file, String mediaType, String name, boolean isText, HttpHeaders request) {
        try {
            return isText
                    ? text(Files.readAllBytes(file), mediaType, name, request)
                    : binary(file, mediaType, '"' + name + '"', request);
        } catch (IOException fault) {
            throw new UncheckedIOException("The file " + file + " cannot be read", fault);
        }
    }

    /** Text in the best coding that the reader's browser takes; see {@link #of}. */
    public static Response.ResponseBuilder text(byte[] bytes, String mediaType, String name, HttpHeaders request) {
        var encoding = Encoding.accepted(request.getHeaderString("Accept-Encoding"));
        String tag = '"' + name + encoding.suffix() + '"';
        var verdict = verdict(tag, request);
        if (verdict != EntityTags.Verdict.SEND) {
            return without(verdict, tag).header("Vary", "Accept-Encoding");
        }
        byte[] coded = encoding.encode(bytes);
        var answer = Response.ok(coded, mediaType)
                .header("Content-Length", coded.length)
                .header("ETag", tag)
                .header("Vary", "Accept-Encoding");
        return encoding.token().isEmpty() ? answer : answer.header("Content-Encoding", encoding.token());
    }

    private static Response.ResponseBuilder binary(Path file, String mediaType, String tag, HttpHeaders request)
            throws IOException {
        var verdict = verdict(tag, request);
        if (verdict != EntityTags.Verdict.SEND) {
            return without(verdict, tag);
        }
        long length = Files.size(file);
        var asked = ByteRange.asked(request.getHeaderString("Range"), request.getHeaderString("If-Range"), tag, length);
        var answer = switch (asked) {
            case ByteRange.Asked.All() -> Response.ok(file.toFile(), mediaType);
            case ByteRange.Asked.Part(var range) ->
                Response.status(PARTIAL)
                        .entity(new PathPart(file, range.first(), range.length()))
                        .type(mediaType)
                        .header("Content-Range", range.contentRange(length));
            case ByteRange.Asked.Nothing() ->
                Response.status(UNSATISFIED).header("Content-Range", ByteRange.unsatisfied(length));
        };
        return answer.header("ETag", tag).header("Accept-Ranges", "bytes");
    }

    private static EntityTags.Verdict verdict(String tag, HttpHeaders request) {
        return EntityTags.verdict(request.getHeaderString("If-Match"), request.getHeaderString("If-None-Match"), tag);
    }

    private static Response.ResponseBuilder without(EntityTags.Verdict verdict, String tag) {
        return Response.status(verdict.status()).header("ETag", tag);
    }
}

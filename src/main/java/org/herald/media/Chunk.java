package org.herald.media;

/** A part of a PNG or WebP file: four letters that say what it is, and its bytes. */
final class Chunk {

    private final String type;
    private final byte[] body;

    Chunk(String type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }
}

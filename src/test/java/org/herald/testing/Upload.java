package org.herald.testing;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.MultiPartSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a form brings. It lies on the disk meanwhile: so its length is known and the request says how long it is, as
 * browsers' do; bytes in memory would be sent in chunks.
 */
public final class Upload {

    private static final String UNKNOWN = "application/octet-stream";

    private Upload() {}

    /** The field {@code file} of a form. */
    public static MultiPartSpecification of(String name, byte[] bytes) {
        return new MultiPartSpecBuilder(onDisk(bytes).toFile())
                .controlName("file")
                .fileName(name)
                .mimeType(UNKNOWN)
                .build();
    }

    private static Path onDisk(byte[] bytes) {
        try {
            Path file = Files.createTempFile("upload", null);
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

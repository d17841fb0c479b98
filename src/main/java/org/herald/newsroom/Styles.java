package org.herald.newsroom;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newsroom's scripts and styles, as they come with the product. */
@Singleton
public final class Styles {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "txt", "text/plain;charset=UTF-8");
    private static final List<String> NAMES =
            List.of("newsroom.css", "editor.css", "newsroom.js", "passkeys.js", "licences.txt");

    private final Map<String, byte[]> files = new HashMap<>();
    private final String version;

    public Styles() {
        var digest = sha256();
        for (String name : NAMES) {
            byte[] bytes = read(name);
            files.put(name, bytes);
            digest.update(bytes);
        }
        version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** Names one state of all these files. */
    String version() {
        return version;
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    static String typeOf(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static byte[] read(String name) {
        try (InputStream stream = Styles.class.getResourceAsStream("/newsroom/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The product has no newsroom/" + name);
            }
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read newsroom/" + name, fault);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

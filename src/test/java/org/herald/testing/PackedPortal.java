package org.herald.testing;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** A portal that an earlier build made, packed with what it answered readers: see {@code src/test/portals}. */
public final class PackedPortal {

    private static final String SITE = "portal/";

    private final Path site;
    private JsonObject pages = new JsonObject(); // read from the archive
    private JsonObject tables = new JsonObject(); // likewise
    private JsonObject secrets = new JsonObject(); // likewise

    private PackedPortal(Path site) {
        this.site = site;
    }

    /** Where none was unpacked yet. */
    public static PackedPortal none() {
        return new PackedPortal(Path.of(""));
    }

    /** Unpacks it into this folder, which is made. */
    public static PackedPortal unpack(String name, Path site) {
        var portal = new PackedPortal(site);
        try (InputStream packed = Objects.requireNonNull(
                        PackedPortal.class.getResourceAsStream("/portals/" + name + ".zip"), name);
                var zip = new ZipInputStream(packed)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                portal.take(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return portal;
    }

    private void take(String name, byte[] bytes) throws IOException {
        if (name.startsWith(SITE)) {
            Path file = site.resolve(name.substring(SITE.length()));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
            return;
        }
        var object = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
        switch (name) {
            case "pages.json" -> pages = object;
            case "tables.json" -> tables = object;
            case "secrets.json" -> secrets = object;
            default -> throw new IOException("Nobody knows what " + name + " is");
        }
    }

    public Path site() {
        return site;
    }

    public Path database() {
        return site.resolve("data/portal.db");
    }

    /** By address: status, location, type and, of texts, the body. */
    public JsonObject pages() {
        return pages;
    }

    /** By name: how many rows each table has. */
    public JsonObject tables() {
        return tables;
    }

    /** The cookies of somebody who is signed in, and the address of a preview. */
    public JsonObject secrets() {
        return secrets;
    }
}

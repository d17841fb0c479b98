package org.herald.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/** The native library of SQLite for this machine, which its driver otherwise unpacks at each start. */
public final class SqliteLibrary {

    private SqliteLibrary() {}

    /**
     * Puts the library into this folder, which is made when it is missing. The driver takes it from there when the system
     * property {@code org.sqlite.lib.path} names the folder; without a library for this machine nothing is put there.
     */
    public static void unpackInto(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (var in = LibraryLoaderUtil.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (in != null) {
                Files.createDirectories(folder);
                Path library = folder.resolve(name);
                Files.deleteIfExists(library);
                Files.copy(in, library);
            }
        }
    }
}

package org.herald.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which files the database has open. SQLite goes on writing into files that were deleted or replaced, and what it writes
 * there is lost with the process; so whoever answers for a write asks here whether it went to where it will be looked for.
 *
 * @param database the key by which the system knows the file; null where it gives none
 * @param log the same of the file of changes beside it
 */
record FileIdentity(
        DatabaseFile file,
        @Nullable Object database,
        @Nullable Object log) {

    /** As they are now, while they are open. */
    static FileIdentity of(DatabaseFile file) {
        try {
            return new FileIdentity(file, key(file.path()), key(file.log()));
        } catch (IOException fault) {
            throw file.cannotOpen(fault);
        }
    }

    /** Another file, or none, stands where the open one stood. */
    static final class Displaced extends RuntimeException {

        private static final long serialVersionUID = 1;

        Displaced(String message) {
            super(message, null, false, false);
        }

        String said() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Displaced when another file, or none, stands where the open one stood */
    void require() {
        require(file.path(), database);
        require(file.log(), log);
    }

    /** True when the database's own file is the one that is open, and the log is not. */
    boolean isLogAloneGone() {
        try {
            return Objects.equals(key(file.path()), database)
                    && (!Files.exists(file.log()) || !Objects.equals(key(file.log()), log));
        } catch (IOException gone) {
            return false;
        }
    }

    private static void require(Path path, @Nullable Object known) {
        String what = "was replaced by another file";
        try {
            if (Objects.equals(key(path), known)) {
                return;
            }
        } catch (IOException gone) {
            what = "is not there any more (" + gone + ")";
        }
        throw new Displaced(
                "The file " + path + " " + what + " while herald had it open, so nothing is saved: put the data folder"
                        + " back as it was, or stop herald, look after the folder, and start again.");
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}

package org.herald.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.herald.store.OwnerOnly;
import org.herald.store.StoreFault;

/**
 * The database as an earlier version left it, byte for byte, made before its tables are changed: put in the place of
 * the changed one, it is that version's again.
 */
final class SafetyCopy {

    private static final System.Logger LOG = System.getLogger(SafetyCopy.class.getName());
    private static final int MOST = 1000;

    private final DatabaseFile file;

    private SafetyCopy(DatabaseFile file) {
        this.file = file;
    }

    /**
     * Makes the copy, under a name that no other has. A start that was interrupted after it had made one leaves nothing
     * else to do.
     *
     * @throws StoreFault when there is no room for it; nothing was changed then
     */
    static void of(DatabaseFile file) {
        var copy = new SafetyCopy(file);
        try {
            file.removeUnfinished();
            Path made = copy.make();
            LOG.log(
                    System.Logger.Level.INFO,
                    "The database was written by an earlier version and is brought up to date. As it was, it is in "
                            + made + ".");
        } catch (IOException fault) {
            throw new StoreFault(
                    "The database " + file.path()
                            + " must be brought up to date for this version, but no copy of it can"
                            + " be made first (" + fault.getMessage() + "). Nothing was changed: make room for "
                            + file.size() + " bytes beside it and start again.",
                    fault);
        }
    }

    private Path make() throws IOException {
        int number = 1;
        while (Files.exists(name(number)) && number < MOST) {
            if (Files.mismatch(name(number), file.path()) < 0) {
                return name(number);
            }
            number++;
        }
        Path fresh = OwnerOnly.temporary(file.folder(), file.path().getFileName() + ".", ".new");
        try {
            fill(fresh);
            return named(fresh, number);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void fill(Path fresh) throws IOException {
        try (var in = FileChannel.open(file.path(), StandardOpenOption.READ);
                var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            long size = in.size();
            long done = 0;
            while (done < size) {
                done += in.transferTo(done, size - done, out);
            }
            out.force(true);
        }
    }

    /** A link never replaces a file, as a move would. */
    private Path named(Path fresh, int first) throws IOException {
        for (int number = first; ; number++) {
            try {
                return linked(fresh, name(number));
            } catch (FileAlreadyExistsException taken) {
                if (number >= MOST) {
                    throw taken;
                }
            }
        }
    }

    private static Path linked(Path fresh, Path name) throws IOException {
        try {
            return Files.createLink(name, fresh);
        } catch (UnsupportedOperationException noLinks) {
            return Files.move(fresh, name); // refuses to replace a file, too, where nobody else writes
        }
    }

    private Path name(int number) {
        return file.path()
                .resolveSibling(file.path().getFileName() + ".before-update" + (number == 1 ? "" : "-" + number));
    }
}

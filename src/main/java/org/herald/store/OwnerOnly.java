package org.herald.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read, where the system knows owners (POSIX). */
public final class OwnerOnly {

    private static final System.Logger LOG = System.getLogger(OwnerOnly.class.getName());
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** A new, empty file under a name that no other has. */
    public static Path temporary(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix, rights());
    }

    /** Takes from a file the rights that others have on it; one that is not there needs none taken. */
    public static void tighten(Path file) {
        if (!isPosix()) {
            return;
        }
        try {
            if (!Files.getPosixFilePermissions(file).equals(RIGHTS)) {
                Files.setPosixFilePermissions(file, RIGHTS);
            }
        } catch (NoSuchFileException _) {
            return;
        } catch (IOException notOurs) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    file + " can be read by others, and its rights cannot be changed (" + notOurs
                            + "). Give it to the user who runs herald.");
        }
    }

    private static FileAttribute<?>[] rights() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(RIGHTS)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}

package org.herald.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to do with a site folder what only one may do at a time: to serve it, or to import into it. It
 * is a lock of the operating system on a file of the folder, so it ends with its process, however that ends, and a file
 * that was left behind stops nobody. The file says which process holds it.
 */
final class SiteLock implements AutoCloseable {

    /** Far behind what the file says, because some systems let nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private static final int LONGEST_OWNER = 512;

    private final FileChannel channel;

    private SiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** What one process at a time may do; everything else goes on beside it. */
    enum Role {
        SERVER("server.lock", "is already served by"),
        IMPORT("import.lock", "is being imported into by");

        private final String file;
        private final String deed;

        Role(String file, String deed) {
            this.file = file;
            this.deed = deed;
        }
    }

    /** True while another process has the lock. */
    static boolean isTaken(Role role, Path folder) {
        try (var _ = take(role, folder, "")) {
            return false;
        } catch (OperatorFault taken) {
            return true;
        }
    }

    /**
     * Takes the lock at once or not at all.
     *
     * @param folder the site folder, made when it is missing
     * @param command what this process was asked to do, for the one that comes second
     * @throws OperatorFault when another process has it, which is named, or the folder cannot be written
     */
    static SiteLock take(Role role, Path folder, String command) {
        FileChannel channel = open(folder, role);
        try {
            if (isFree(channel)) {
                String owner = ProcessHandle.current().pid() + "\n" + command + "\n";
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
                return new SiteLock(channel);
            }
            String owner = owner(channel).orElse("another process");
            channel.close();
            throw new OperatorFault("The portal in " + folder + " " + role.deed + " " + owner
                    + ": stop that first, or choose another site folder with --site.");
        } catch (IOException fault) {
            throw cannotWrite(folder, fault);
        }
    }

    private static FileChannel open(Path folder, Role role) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(
                    folder.resolve(role.file),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException fault) {
            throw cannotWrite(folder, fault);
        }
    }

    private static OperatorFault cannotWrite(Path folder, IOException fault) {
        return new OperatorFault("The site folder " + folder + " cannot be written ("
                + (fault instanceof AccessDeniedException denied
                        ? denied.getFile() + ": access is denied"
                        : String.valueOf(fault.getMessage()))
                + "): give it to the user who runs herald, or choose another with --site.");
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock(PLACE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException ourOwn) {
            return false;
        }
    }

    /** The process that the file names; nothing when it does not name one yet. */
    private static Optional<String> owner(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_OWNER);
        channel.read(bytes, 0);
        var lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.size() < 2
                ? Optional.empty()
                : Optional.of("process " + lines.getFirst() + " (" + lines.get(1) + ")");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException fault) {
            throw new IllegalStateException("The lock on the site folder cannot be given back", fault);
        }
    }
}

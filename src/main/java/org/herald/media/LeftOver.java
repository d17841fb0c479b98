package org.herald.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the files that processes were writing when they were killed: their names end with the number of the process and
 * {@code .part}.
 */
public final class LeftOver {

    /** A file that is being written has this at the end of its name. */
    public static final String ENDING = ProcessHandle.current().pid() + ".part";

    private static final System.Logger LOG = System.getLogger(LeftOver.class.getName());
    private static final Pattern NAME = Pattern.compile(".*?(?<process>[0-9]{1,19})?\\.part");
    private static final int DEEP = 3;

    private LeftOver() {}

    /** Removes what was left over in this folder and the folders in it. */
    public static void remove(Path folder) {
        try {
            for (Path file : in(folder)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "What a killed process left in " + folder + " cannot be removed: " + fault);
        }
    }

    /** The files in this folder, and the folders in it, that nobody writes any more. */
    public static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder, DEEP)) {
            return files.filter(LeftOver::isLeftOver).toList();
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private static boolean isLeftOver(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        var own = ProcessHandle.current();
        String number = name.group("process");
        boolean isAnothers = number != null
                && !number.equals(Long.toString(own.pid()))
                && ProcessHandle.of(Long.parseLong(number))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        // A number may be given again: what this process writes is younger than the process.
        return !isAnothers
                && own.info()
                        .startInstant()
                        .filter(began -> lastModified(file) < began.toEpochMilli())
                        .isPresent();
    }

    private static long lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (NoSuchFileException gone) {
            return Long.MAX_VALUE;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

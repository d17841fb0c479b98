package org.herald.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the indexes stand: {@code index-1}, {@code index-2} ... in one folder. A new one is made beside the one that answers and
 * takes its place when it is whole.
 */
public final class IndexFolders {

    private static final String BEFORE_NUMBER = "index-";
    private static final Pattern NAME = Pattern.compile(BEFORE_NUMBER + "([0-9]{1,9})");
    private static final String WANTED = "rebuild";
    private static final String PROGRESS = "progress";

    private final Path folder;

    public IndexFolders(Path folder) {
        this.folder = folder;
    }

    /** All there are, the newest first. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> number(each) > 0)
                    .sorted(Comparator.comparingInt(IndexFolders::number).reversed())
                    .toList();
        }
    }

    /** A new one. */
    Path next() throws IOException {
        int last = all().stream().mapToInt(IndexFolders::number).max().orElse(0);
        return Files.createDirectories(folder.resolve(BEFORE_NUMBER + (last + 1)));
    }

    private static int number(Path index) {
        var name = NAME.matcher(index.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** True while its files are where they were. */
    static boolean isThere(Path index) {
        try (Stream<Path> files = Files.list(index)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
        } catch (IOException gone) {
            return false;
        }
    }

    static void remove(Path index) throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // somebody else has removed it
        }
    }

    /** Asks the process that has the index open to make it anew. */
    public void want() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(WANTED), "");
    }

    /** True until the new index has taken the place of the old one. */
    public boolean isWanted() {
        return Files.exists(folder.resolve(WANTED));
    }

    void noteDone() throws IOException {
        Files.deleteIfExists(folder.resolve(WANTED));
        Files.deleteIfExists(folder.resolve(PROGRESS));
    }

    /** How far the new index is, as other processes read it. */
    void note(String progress) throws IOException {
        Files.writeString(folder.resolve(PROGRESS), progress);
    }

    /** How far it is: {@code 500 of 2000}; empty before it begins. */
    public Optional<String> progress() {
        try {
            return Optional.of(Files.readString(folder.resolve(PROGRESS)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}

package org.herald.store.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.herald.store.OwnerOnly;
import org.herald.store.StoreFault;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file of a portal's database as it lies on the disk: that it may be written, is one of this product, and can be read
 * by its owner alone. What is none of ours is never written to.
 */
final class DatabaseFile {

    /** The mark of this product in the header of a database, "Hrld" in ASCII (SQLite's {@code application_id}). */
    static final int APPLICATION_ID = 0x4872_6c64;

    private static final System.Logger LOG = System.getLogger(DatabaseFile.class.getName());
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;

    /** What stands in the folder of a portal that has a database; without one, it was lost. */
    private static final List<String> BESIDE = List.of("secret.key", "files");

    private static final Set<SQLiteErrorCode> DAMAGE =
            EnumSet.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);

    private static final String ADVICE = ": put back a backup of the data folder, or move the whole folder ";

    private final Path file;

    DatabaseFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    Path folder() {
        return Objects.requireNonNull(file.getParent(), "a file stands in a folder");
    }

    boolean exists() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    /** The file of the changes that are not in the database's own file yet. */
    Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private Path index() {
        return file.resolveSibling(file.getFileName() + "-shm");
    }

    /** The folder is made when it is missing. */
    void requireWritable() {
        try {
            Files.createDirectories(folder());
        } catch (IOException fault) {
            throw new StoreFault(
                    "The folder " + folder() + " cannot be made: " + fault.getMessage()
                            + ". Choose another site folder with --site, or give this one to the user who runs herald.",
                    fault);
        }
        if (Files.isDirectory(file)) {
            throw new StoreFault(
                    file + " is a folder where the database should be. Move it away, or choose another site folder with"
                            + " --site.",
                    null);
        }
        var target = Files.exists(file) ? file : folder();
        for (Path each : List.of(folder(), target)) {
            if (!Files.isWritable(each) || !Files.isReadable(each)) {
                throw new StoreFault(
                        each + " cannot be written. Give it to the user who runs herald, or choose another site folder"
                                + " with --site.",
                        null);
            }
        }
    }

    /** A folder in which a portal was before does not become a new one, with a new first administrator. */
    void requireNoTraces() {
        var traces = new ArrayList<String>();
        try {
            if (Files.exists(log()) && Files.size(log()) > 0) {
                traces.add(String.valueOf(log().getFileName()));
            }
        } catch (IOException fault) {
            throw unreadable(fault);
        }
        BESIDE.stream().filter(name -> Files.exists(folder().resolve(name))).forEach(traces::add);
        if (!traces.isEmpty()) {
            throw new StoreFault(
                    "The database " + file + " is missing, but " + String.join(" and ", traces)
                            + " of its portal stand beside it" + ADVICE + folder()
                            + " away to begin with an empty portal.",
                    null);
        }
    }

    /** Makes the file of a new database aside, whole and for its owner alone, and then gives it its name. */
    void make(Consumer<Path> fill) {
        try {
            removeUnfinished();
            Path fresh = OwnerOnly.temporary(folder(), file.getFileName() + ".", ".new");
            try {
                fill.accept(fresh);
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException other) {
                LOG.log(System.Logger.Level.DEBUG, "Another process made the database at the same time", other);
            } finally {
                Files.delete(fresh);
            }
        } catch (IOException fault) {
            throw new StoreFault(
                    "The database " + file + " cannot be made (" + reason(fault)
                            + "): give its folder to the user who runs herald, or choose another site folder with"
                            + " --site.",
                    fault);
        }
    }

    /** What starts left behind that were interrupted while they made a file. */
    void removeUnfinished() throws IOException {
        try (var old = Files.newDirectoryStream(folder(), file.getFileName() + ".*.new*")) {
            for (Path each : old) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** What can be seen without opening it as a database. */
    void requireHeader() {
        byte[] header;
        try (var in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        } catch (IOException fault) {
            throw unreadable(fault);
        }
        if (header.length == 0) {
            throw new StoreFault(
                    "The database " + file + " is empty" + ADVICE + folder() + " away to begin with an empty portal.",
                    null);
        }
        if (header.length < HEADER || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw notWhole("it does not begin as a database does", null);
        }
    }

    /** Asked of one connection, because a pool would try again for half a minute before it says what is wrong. */
    void requireOurs(Statement statement) throws SQLException {
        if (!isOurs(statement)) {
            throw new StoreFault(
                    "The database " + file + " is not Herald's but another application's, and was left as it is"
                            + ADVICE + folder() + " away to begin with an empty portal.",
                    null);
        }
    }

    /** By its mark; a database of an earlier version has none and is known by its tables. */
    private static boolean isOurs(Statement statement) throws SQLException {
        int mark = number(statement, "pragma application_id");
        if (mark != 0) {
            return mark == APPLICATION_ID;
        }
        int tables = number(
                statement,
                "select count(*) from sqlite_master where type = 'table'"
                        + " and name in ('flyway_schema_history', 'item', 'revision')");
        return tables == 3;
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    /** Files of earlier versions could be read by every user of the machine. */
    void closeToOthers() {
        for (Path each : List.of(file, log(), index())) {
            OwnerOnly.tighten(each);
        }
    }

    private StoreFault unreadable(IOException fault) {
        return new StoreFault(
                "The database " + file + " cannot be read (" + reason(fault)
                        + "): give its folder to the user who runs herald, or put back a backup.",
                fault);
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case NoSuchFileException _ -> "there is none where its name leads";
            case AccessDeniedException _ -> "access is denied";
            default -> String.valueOf(fault.getMessage());
        };
    }

    /** What a failure to open it means. */
    StoreFault explained(SQLException fault) {
        return fault instanceof SQLiteException sqlite
                        && DAMAGE.contains(SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff))
                ? notWhole(String.valueOf(fault.getMessage()), fault)
                : cannotOpen(fault);
    }

    StoreFault cannotOpen(Exception fault) {
        return new StoreFault(
                "The database " + file + " cannot be opened: " + fault.getMessage()
                        + ". Give its folder to the user who runs herald, or choose another site folder with --site.",
                fault);
    }

    StoreFault notUpToDate(SQLException fault, String advice) {
        return new StoreFault(
                "The database " + file + " could not be brought up to date for this version ("
                        + String.valueOf(fault.getMessage()).lines().findFirst().orElse("")
                        + "). It is as it was before. " + advice,
                fault);
    }

    StoreFault notWhole(String why, @Nullable Throwable fault) {
        return new StoreFault(
                "The database " + file + " is damaged, half written or not Herald's ("
                        + why.lines().findFirst().orElse("")
                        + "). Put back a backup of the data folder, or move the whole"
                        + " folder " + folder() + " away to begin with an empty portal.",
                fault);
    }
}

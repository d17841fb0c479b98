package org.herald.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.herald.exchange.csv.CsvFault;
import org.herald.exchange.csv.EntryFile;
import org.herald.exchange.csv.EntryFile.Format;

/** What an import of entries reads: a file with others beside it, or a zip file that holds them all. */
sealed interface BroughtFiles extends AutoCloseable {

    /** Larger files are no pictures or documents of entries. */
    int LARGEST = 64 << 20;

    /** A name alone, so that nothing outside the folder is read. */
    Pattern NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");

    /** Where files stand beside the file of entries, or in a zip file. */
    List<String> FOLDERS = List.of("", "files/", "pictures/");

    EntryFile entries();

    /** The bytes of a file that comes along; empty when there is none of this name. */
    Optional<byte[]> file(String name);

    @Override
    void close() throws IOException;

    /**
     * Opens the files.
     *
     * @param format of the file of entries; empty to tell it by its name
     * @param folder of the files that entries name
     */
    static BroughtFiles open(Path file, Optional<Format> format, Path folder) {
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new OperatorFault("There is no file " + file + " that can be read.");
        }
        if (String.valueOf(file.getFileName()).endsWith(".zip")) {
            return Zip.open(file);
        }
        var entries = EntryFile.of(file);
        return new Beside(
                format.map(known -> new EntryFile(entries.name(), known, entries.opening()))
                        .orElse(entries),
                folder);
    }

    /** Files of a folder. */
    record Beside(EntryFile entries, Path folder) implements BroughtFiles {

        @Override
        public Optional<byte[]> file(String name) {
            if (!NAME.matcher(name).matches() || name.startsWith(".")) {
                return Optional.empty();
            }
            try {
                for (String sub : FOLDERS) {
                    Path file = folder.resolve(sub + name);
                    if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                        return Optional.of(Files.readAllBytes(file));
                    }
                }
                return Optional.empty();
            } catch (IOException fault) {
                throw new CsvFault("Cannot read the file " + name + " in " + folder + ": " + fault + ".");
            }
        }

        @Override
        public void close() {}
    }

    /** Files in a zip file. */
    record Zip(EntryFile entries, ZipFile zip) implements BroughtFiles {

        static Zip open(Path file) {
            try {
                var zip = new ZipFile(file.toFile());
                var entries = zip.stream()
                        .filter(each -> each.getName().matches("[^/]+[.](csv|geojson)"))
                        .toList();
                if (entries.size() != 1) {
                    zip.close();
                    throw new OperatorFault(file + " must have one CSV or GeoJSON file, and its pictures in files/.");
                }
                ZipEntry one = entries.getFirst();
                var format = one.getName().endsWith(".csv") ? Format.CSV : Format.GEOJSON;
                return new Zip(new EntryFile(file + ", " + one.getName(), format, () -> zip.getInputStream(one)), zip);
            } catch (IOException fault) {
                throw new OperatorFault(file + " is no zip file that can be read: " + fault.getMessage() + ".");
            }
        }

        @Override
        public Optional<byte[]> file(String name) {
            if (!NAME.matcher(name).matches()) {
                return Optional.empty();
            }
            for (String sub : FOLDERS) {
                ZipEntry entry = zip.getEntry(sub + name);
                if (entry != null) {
                    try (var in = zip.getInputStream(entry)) {
                        byte[] bytes = in.readNBytes(LARGEST + 1);
                        return bytes.length > LARGEST ? Optional.empty() : Optional.of(bytes);
                    } catch (IOException fault) {
                        throw new CsvFault("Cannot read " + entry.getName() + " in the zip file: " + fault + ".");
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}

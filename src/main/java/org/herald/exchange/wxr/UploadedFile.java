package org.herald.exchange.wxr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.herald.model.WordPressAddress;

/**
 * Finds the file of an address in a copy of the uploads. Copies differ from the old server: Macs write names in another
 * Unicode form, others in other letter case, and some have only the picture from which WordPress made the one it names.
 */
final class UploadedFile {

    private static final String UPLOADS = "uploads/";

    private UploadedFile() {}

    /**
     * The file that this address means; never one outside the folder.
     *
     * @throws WxrFault when this process cannot say its name
     */
    static Optional<Path> find(Path folder, String address) {
        String path = OldSite.filePath(address).replaceFirst("^/+", "");
        int uploads = path.indexOf(UPLOADS);
        var places = List.of(uploads < 0 ? path : path.substring(uploads + UPLOADS.length()), path);
        return places.stream()
                .map(place -> below(folder.normalize(), place))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Path> below(Path folder, String place) {
        try {
            Path file = folder.resolve(place).normalize();
            if (!file.startsWith(folder) || file.equals(folder)) {
                return Optional.empty();
            }
            // as it is written, as a Mac writes it, and the picture that WordPress made smaller
            return Stream.of(
                            file,
                            folder.resolve(Normalizer.normalize(place, Normalizer.Form.NFD)),
                            folder.resolve(WordPressAddress.picture("/" + place).substring(1)))
                    .map(Path::normalize)
                    .filter(each -> each.startsWith(folder) && Files.isRegularFile(each))
                    .findFirst()
                    .or(() -> spelledOtherwise(folder, place));
        } catch (InvalidPathException unspeakable) {
            if (unspeakable.getReason().contains("unmappable")) {
                throw new WxrFault("The file names of the uploads have letters that the locale of this process cannot"
                        + " write: " + place + ". Run the command with LC_ALL=C.UTF-8.");
            }
            return Optional.empty();
        }
    }

    /** The same path in another spelling, folder by folder. */
    private static Optional<Path> spelledOtherwise(Path folder, String place) {
        var at = Optional.of(folder);
        String[] names = place.split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            String name = names[i];
            at = at.flatMap(here -> entry(here, isSpelled(name), true));
        }
        String last = names[names.length - 1];
        String first = WordPressAddress.picture("/" + last).substring(1);
        return at.flatMap(here -> entry(here, isSpelled(last), false).or(() -> entry(here, isSpelled(first), false)));
    }

    private static Predicate<String> isSpelled(String name) {
        return found -> composed(found).equalsIgnoreCase(composed(name));
    }

    private static Optional<Path> entry(Path folder, Predicate<String> isMeant, boolean isFolder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var entries = Files.newDirectoryStream(
                folder,
                entry -> isMeant.test(entry.getFileName().toString())
                        && (isFolder ? Files.isDirectory(entry) : Files.isRegularFile(entry)))) {
            for (Path entry : entries) {
                return Optional.of(entry);
            }
            return Optional.empty();
        } catch (IOException fault) {
            throw new WxrFault("The folder " + folder + " cannot be read: " + fault.getMessage() + ".");
        }
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}

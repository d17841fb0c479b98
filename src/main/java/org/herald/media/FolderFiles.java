package org.herald.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;

/** The files of assets in a folder, each under the hash of its content, so that none is kept twice or changed. */
public final class FolderFiles {

    private static final AssetId UNKEPT = new AssetId(0);

    private final Path folder;

    /** @param folder made when the first file is kept */
    public FolderFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps these bytes and says what they are; record the answer with {@code publish.KeepAsset}.
     *
     * @param name the file name readers are offered; its ending is made to fit the type
     * @return nothing when the bytes are of no kind that may be kept
     * @throws IOException when the folder cannot be written
     */
    public Optional<Asset> keep(String name, byte[] bytes) throws IOException {
        Optional<MediaType> type = MediaType.of(bytes);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String hash = hash(bytes);
        Path file = file(hash);
        if (!Files.exists(file)) {
            WholeFile.write(file, bytes);
        }
        var size = PictureSize.of(type.get(), bytes);
        return Optional.of(new Asset(
                UNKEPT,
                FileName.of(name, type.get()),
                type.get().mediaTypeName(),
                hash,
                bytes.length,
                size.width(),
                size.height()));
    }

    /**
     * The file whose hash begins so, as {@link Asset#path} writes it; nothing when none or no hash is named, or when what is
     * there was emptied or is no file.
     */
    public Optional<Path> find(String hashBeginning) {
        if (!hashBeginning.matches("[0-9a-f]{16}")) {
            return Optional.empty();
        }
        Path shelf = folder.resolve(hashBeginning.substring(0, 2));
        if (!Files.isDirectory(shelf)) {
            return Optional.empty();
        }
        try (var files = Files.newDirectoryStream(shelf, hashBeginning + "*")) {
            var found = files.iterator();
            Optional<Path> file = found.hasNext() ? Optional.of(found.next()) : Optional.empty();
            return file.filter(
                    each -> Files.isRegularFile(each) && each.toFile().length() > 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The files folder cannot be read: " + shelf, unreadable);
        }
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

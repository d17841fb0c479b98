package org.herald.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.herald.config.KindFiles;
import org.herald.config.MapFiles;
import org.herald.model.geo.Outlines;

/**
 * Files of a site folder that are read and checked before the server is set up, which then takes them instead of reading them
 * again.
 */
final class FilesAtStart {

    private static final AtomicReference<Optional<Kept<KindFiles.Declarations>>> KINDS =
            new AtomicReference<>(Optional.empty());
    private static final AtomicReference<Optional<Kept<Outlines>>> OUTLINES = new AtomicReference<>(Optional.empty());

    private FilesAtStart() {}

    private record Kept<T>(Path folder, T value) {}

    /** Reads them; whatever is wrong with them is thrown. */
    static KindFiles.Declarations read(Path folder) {
        var kinds = KindFiles.read(folder);
        KINDS.set(Optional.of(new Kept<>(folder, kinds)));
        OUTLINES.set(Optional.of(new Kept<>(folder, MapFiles.read(folder))));
        return kinds;
    }

    static KindFiles.Declarations kinds(Path folder) {
        return kept(KINDS, folder).orElseGet(() -> KindFiles.read(folder));
    }

    static Outlines outlines(Path folder) {
        return kept(OUTLINES, folder).orElseGet(() -> MapFiles.read(folder));
    }

    private static <T> Optional<T> kept(AtomicReference<Optional<Kept<T>>> of, Path folder) {
        return of.get().filter(each -> each.folder().equals(folder)).map(Kept::value);
    }
}

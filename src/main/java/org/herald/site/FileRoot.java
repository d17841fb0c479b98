package org.herald.site;

import java.util.function.Supplier;

/** Where the page that is being made finds its files: at the addresses of everybody, or below the secret of a preview. */
final class FileRoot {

    private static final ScopedValue<String> BELOW = ScopedValue.newInstance();

    private FileRoot() {}

    /** Makes a page whose files stand below this address. */
    static <T> T below(String base, Supplier<T> making) {
        return ScopedValue.where(BELOW, base).call(making::get);
    }

    /** The address of a file on the page that is being made. */
    static String of(String path) {
        return BELOW.orElse("") + path;
    }
}

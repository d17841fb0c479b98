package org.herald.config;

import java.nio.file.Path;
import java.util.Comparator;

/** Where a value was written; its text is how a message names it. */
public sealed interface Origin {

    /** File by file: positions in their order, then the file as a whole; variables come last. */
    Comparator<Origin> ORDER = Comparator.comparing((Origin origin) -> !(origin instanceof InFile))
            .thenComparing(origin -> origin instanceof InFile(Path file, int _, int _) ? file.toString() : "")
            .thenComparing(origin -> origin instanceof InFile(Path _, int line, int _) && line == 0)
            .thenComparingInt(origin -> origin instanceof InFile(Path _, int line, int _) ? line : 0)
            .thenComparingInt(origin -> origin instanceof InFile(Path _, int _, int column) ? column : 0);

    /** The shortest form, as in {@code portal.yaml:3} or {@code HERALD_NAME}. */
    String brief();

    /**
     * A position in a file.
     *
     * @param line from 1; 0 for the file as a whole
     * @param column from 1; 0 for the file as a whole
     */
    record InFile(Path file, int line, int column) implements Origin {

        public static InFile whole(Path file) {
            return new InFile(file, 0, 0);
        }

        @Override
        public String brief() {
            return file.getFileName() + (line == 0 ? "" : ":" + line);
        }

        @Override
        public String toString() {
            return line == 0 ? file.toString() : file + ", line " + line + ", column " + column;
        }
    }

    /** A variable of the environment. */
    record InVariable(String name) implements Origin {

        @Override
        public String brief() {
            return name;
        }

        @Override
        public String toString() {
            return "the environment's " + name;
        }
    }

    /** Written nowhere: the product's own value. */
    record Default() implements Origin {

        @Override
        public String brief() {
            return "default";
        }

        @Override
        public String toString() {
            return "the default";
        }
    }
}

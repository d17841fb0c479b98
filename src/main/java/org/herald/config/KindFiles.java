package org.herald.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;

/**
 * Reads what kinds there are: those of the product, and {@code kinds/*.yaml} of the site folder. A file for a kind of the
 * product adds fields to it. Whatever is wrong stops the start.
 */
public final class KindFiles {

    /** The folder of the site folder in which they stand. */
    public static final String FOLDER = "kinds";

    private static final String ENDING = ".yaml";
    private static final List<String> OF_PRODUCT = List.of("article", "page", "event");

    private final Faults faults = new Faults();
    private final Map<KindName, DeclaredKind> kinds = new LinkedHashMap<>();

    private KindFiles() {}

    /** The kinds of the product alone. */
    public static Kinds ofProduct() {
        var files = new KindFiles();
        files.product();
        files.faults.throwIfAny();
        return files.declarations().kinds();
    }

    /**
     * The kinds of the portal in this folder.
     *
     * @throws SettingsFault with everything that is wrong in any of the files
     */
    public static Declarations read(Path site) {
        var files = new KindFiles();
        files.product();
        yamlFiles(site.resolve(FOLDER), files.faults).forEach(files::file);
        files.requireKnownKinds();
        files.faults.throwIfAny();
        return files.declarations();
    }

    /** A kind from the canonical text of its declaration, as {@link DeclarationText} writes it. */
    public static Kind parse(String text) {
        var faults = new Faults();
        Path name = Path.of("declaration");
        var kind = YamlReader.parse(name, text, faults)
                .flatMap(node -> new KindReader(faults).read(node, Origin.InFile.whole(name), false));
        faults.throwIfAny();
        return kind.orElseThrow().kind();
    }

    private void product() {
        for (String name : OF_PRODUCT) {
            Path label = Path.of(FOLDER, name + ENDING);
            YamlReader.parse(label, resource("/" + FOLDER + "/" + name + ENDING), faults)
                    .flatMap(node -> new KindReader(faults).read(node, Origin.InFile.whole(label), false))
                    .ifPresent(kind -> kinds.put(kind.name(), kind));
        }
    }

    private static String resource(String name) {
        try (InputStream stream = KindFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The product lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("The declaration " + name + " cannot be read from the product", fault);
        }
    }

    /** The files in the order of their names; other files there are most likely a slip, and are named. */
    private static List<Path> yamlFiles(Path folder, Faults faults) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var all = files.filter(
                            file -> !name(file).startsWith(".") && !name(file).endsWith("~"))
                    .sorted()
                    .toList();
            all.stream()
                    .filter(file -> !name(file).endsWith(ENDING))
                    .forEach(file -> faults.note(
                            Origin.InFile.whole(file),
                            "this is not read: declarations of kinds end in " + ENDING + "."));
            return all.stream().filter(file -> name(file).endsWith(ENDING)).toList();
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + folder + ": " + fault.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void file(Path file) {
        var whole = Origin.InFile.whole(file);
        int before = faults.count();
        var root = YamlReader.read(file, "It was there a moment ago.", faults);
        if (root.isEmpty()) {
            if (faults.count() == before) {
                faults.add(whole, "the file is empty. Declare a kind in it, beginning with: kind: sight");
            }
            return;
        }
        var reader = new KindReader(faults);
        var named = reader.name(root.get()).map(kinds::get);
        boolean isAddition = named.isPresent() && named.get().isOfProduct();
        reader.read(root.get(), whole, isAddition).ifPresent(this::add);
    }

    private void add(DeclaredKind kind) {
        DeclaredKind earlier = kinds.get(kind.name());
        if (earlier == null) {
            kinds.put(kind.name(), kind);
        } else if (earlier.isOfProduct()) {
            kinds.put(kind.name(), earlier.with(kind, faults));
        } else {
            faults.add(
                    kind.origin(),
                    "the kind \"" + kind.name() + "\" is declared already, in " + earlier.origin() + ".");
        }
    }

    private void requireKnownKinds() {
        var known = new TreeMap<String, DeclaredKind>();
        kinds.forEach((name, kind) -> known.put(name.word(), kind));
        for (DeclaredKind kind : kinds.values()) {
            kind.named().forEach((name, origin) -> {
                if (!known.containsKey(name.word())) {
                    faults.add(
                            origin,
                            "\"of\" names the kind \"" + name + "\", which is not declared."
                                    + Faults.didYouMean(name.word(), known.keySet()) + " Known: "
                                    + String.join(", ", known.keySet()) + ".");
                }
            });
        }
    }

    private Declarations declarations() {
        var renamed = new LinkedHashMap<KindName, Map<String, String>>();
        kinds.forEach((name, kind) -> renamed.put(name, kind.renamed()));
        return new Declarations(
                new Kinds(kinds.values().stream().map(DeclaredKind::kind).toList()), renamed, faults.notes());
    }

    /** The kinds with the earlier names of their fields, where the files give them. */
    public record Declarations(Kinds kinds, Map<KindName, Map<String, String>> renamed, List<String> notes) {

        public Declarations {
            renamed = Map.copyOf(renamed);
            notes = List.copyOf(notes);
        }

        /** The earlier names of a kind's fields, by their names now. */
        public Map<String, String> renamed(KindName kind) {
            return Optional.ofNullable(renamed.get(kind)).orElse(Map.of());
        }
    }
}

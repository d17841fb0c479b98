package org.herald.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.config.DeclarationText;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.config.SettingsFault;
import org.herald.model.Principal;
import org.herald.model.kind.KindChange;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.publish.CommandBus;
import org.herald.publish.DirectorySections;
import org.herald.publish.KindCheck;
import org.herald.store.KindQueries;

/** The kinds of a portal as its files declare them, against those that were applied last. */
final class DeclaredKinds {

    private final Settings settings;
    private final KindQueries queries;
    private final KindFiles.Declarations declarations;
    private final Map<KindName, String> applied;

    DeclaredKinds(Settings settings, KindQueries queries) {
        this(settings, queries, KindFiles.read(settings.folder()));
    }

    /** @param declarations what the files of the portal in this folder say */
    DeclaredKinds(Settings settings, KindQueries queries, KindFiles.Declarations declarations) {
        this.settings = settings;
        this.queries = queries;
        this.declarations = declarations;
        this.applied = queries.declared();
    }

    Kinds kinds() {
        return declarations.kinds();
    }

    boolean areApplied() {
        return texts(kinds()).equals(applied);
    }

    /** The names of the kinds whose declarations in the files are others than those that were applied before the last. */
    List<String> otherThanBefore() {
        var before = queries.declaredBefore();
        var files = texts(kinds());
        return Stream.concat(before.keySet().stream(), files.keySet().stream())
                .distinct()
                .filter(kind -> !Objects.equals(before.get(kind), files.get(kind)))
                .map(KindName::word)
                .sorted()
                .toList();
    }

    /** What the files do to the items there are, after the declarations that were applied last. */
    KindCheck check() {
        var renamed = new LinkedHashMap<KindName, Map<String, String>>();
        kinds().all().forEach(kind -> renamed.put(kind.name(), declarations.renamed(kind.name())));
        return check(renamed);
    }

    /** The same for the files as they were before: what was renamed then is renamed back. */
    KindCheck back() {
        var renamed = queries.renamedLast(); // the later names by the earlier, which are those of the files
        return check(renamed).back();
    }

    private KindCheck check(Map<KindName, Map<String, String>> renamed) {
        Kinds before = parsed(applied);
        Kinds removed = parsed(queries.removed());
        var changes = KindChange.between(KindChange.withReturning(before, removed, kinds()), kinds(), renamed);
        var gone = KindChange.removed(removed, kinds(), changes).all().stream()
                .filter(kind -> !kind.fields().isEmpty())
                .toList();
        return new KindCheck(
                queries, before, changes, new KindCheck.Now(kinds(), texts(kinds()), texts(new Kinds(gone))));
    }

    private static Kinds parsed(Map<KindName, String> texts) {
        return new Kinds(texts.values().stream().map(KindFiles::parse).toList());
    }

    private static Map<KindName, String> texts(Kinds kinds) {
        var texts = new LinkedHashMap<KindName, String>();
        kinds.all().forEach(kind -> texts.put(kind.name(), DeclarationText.of(kind)));
        return texts;
    }

    /**
     * Takes changed declarations that touch no value, as a start does.
     *
     * @throws SettingsFault when they touch some
     */
    DeclaredKinds taken(CommandBus bus) {
        if (!areApplied()) {
            var check = check();
            var report = check.report();
            if (!report.isHarmless()) {
                throw new SettingsFault(
                        "The declarations of kinds were changed in a way that touches values there are. Nothing was"
                                + " changed yet: run ./herald kinds check to see what would become of them, and with"
                                + " --apply to do it.");
            }
            check.apply(bus, report).orThrow();
        }
        var refused = bus.together(Principal.OPERATOR, new DirectorySections(kinds(), settings.languages())::add);
        if (!refused.isEmpty()) {
            throw new SettingsFault(
                    "The section \"" + refused.getFirst() + "\" of a directory cannot be made, because its path means"
                            + " something else. Name another one with \"section\" in the"
                            + " declaration of the kind.");
        }
        return this;
    }
}

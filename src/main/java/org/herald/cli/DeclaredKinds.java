package org.herald.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.config.DeclarationText;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.config.SettingsFault;
import org.herald.model.Principal;
import org.herald.model.kind.Kind;
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
        this.settings = settings;
        this.queries = queries;
        this.declarations = KindFiles.read(settings.folder());
        this.applied = queries.declared();
    }

    Kinds kinds() {
        return declarations.kinds();
    }

    private Map<KindName, String> texts() {
        var texts = new LinkedHashMap<KindName, String>();
        kinds().all().forEach(kind -> texts.put(kind.name(), DeclarationText.of(kind)));
        return texts;
    }

    boolean areApplied() {
        return texts().equals(applied);
    }

    KindCheck check() {
        var renamed = new LinkedHashMap<KindName, Map<String, String>>();
        kinds().all().forEach(kind -> renamed.put(kind.name(), declarations.renamed(kind.name())));
        List<Kind> before = applied.values().stream().map(KindFiles::parse).toList();
        return new KindCheck(queries, new Kinds(before), new KindCheck.Now(kinds(), renamed, texts()));
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
                        "The declarations of kinds were changed in a way that touches values there are. Nothing was changed"
                                + " yet: run ./herald kinds check to see what would become of them, and with --apply to"
                                + " do it.");
            }
            check.apply(bus, report);
        }
        var refused = bus.together(Principal.OPERATOR, new DirectorySections(kinds(), settings.languages())::add);
        if (!refused.isEmpty()) {
            throw new SettingsFault(
                    "The section \"" + refused.getFirst() + "\" of a directory cannot be made, because its"
                            + " path means something else. Name another one with \"section\" in the declaration of the kind.");
        }
        return this;
    }
}

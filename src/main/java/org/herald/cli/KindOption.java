package org.herald.cli;

import java.util.stream.Collectors;
import org.herald.model.Spelling;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;

/** The kind that a command is given. */
final class KindOption {

    private KindOption() {}

    static Kind find(Kinds kinds, String typed) {
        if (KindName.isName(typed)) {
            var found = kinds.find(new KindName(typed));
            if (found.isPresent()) {
                return found.get();
            }
        }
        var names = kinds.all().stream().map(kind -> kind.name().word()).collect(Collectors.toSet());
        throw new OperatorFault("There is no kind \"" + typed + "\"."
                + Spelling.nearest(typed, names)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(" The portal has " + names.stream().sorted().collect(Collectors.joining(", ")) + "."));
    }
}

package org.herald.publish;

import org.herald.model.SectionId;
import org.herald.store.Transaction;

/** The addresses of sections, which they have in every language. */
final class SectionAddresses {

    private SectionAddresses() {}

    /** True when another thing stands or stood at this path in any language. */
    static boolean isTaken(Transaction transaction, String path, SectionId own) {
        var sections = transaction.sections();
        if (sections.byPath(path).filter(other -> !other.equals(own)).isPresent()) {
            return true;
        }
        var paths = transaction.paths();
        return sections.languages().stream()
                .map(language -> "/" + language + "/" + path)
                .anyMatch(address -> paths.isTaken(address)
                        && paths.sectionAt(address).filter(own::equals).isEmpty());
    }

    /** Makes the addresses that a section had lead to it, or to the one that takes its place. */
    static void leadFrom(UnitOfWork unit, String path, SectionId to) {
        unit.transaction()
                .sections()
                .languages()
                .forEach(language -> unit.transaction()
                        .paths()
                        .leadToSection(to, language, "/" + language + "/" + path, unit.now()));
    }
}

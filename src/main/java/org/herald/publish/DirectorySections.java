package org.herald.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Section;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;

/**
 * The sections that show directories and calendars: each is there from the first start on, and may be renamed and moved like
 * any other. That of a calendar, which the product declares, is made in a new portal only: one that has items was arranged
 * without it.
 */
public final class DirectorySections {

    private final Kinds kinds;
    private final List<Language> languages;

    public DirectorySections(Kinds kinds, List<Language> languages) {
        this.kinds = kinds;
        this.languages = List.copyOf(languages);
    }

    /**
     * Adds those that were never there; one that editors removed stays so.
     *
     * @return the paths at which none can be
     */
    public List<String> add(UnitOfWork unit) {
        var refused = new ArrayList<String>();
        for (Kind kind : kinds.all()) {
            String path = kind.section();
            var sections = unit.transaction().sections();
            if (path != null
                    && sections.byPath("").isPresent()
                    && sections.followed(path).isEmpty()
                    && sections.removedFrom(path).isEmpty()) {
                boolean isCalendar = kind.stands() == Kind.Stands.CALENDAR;
                if (isCalendar && unit.transaction().items().areAny()) {
                    continue;
                }
                boolean isAdded = addAbove(unit, path)
                        && add(unit, path, language -> kind.many().in(language).orElse(path));
                if (!isAdded && !isCalendar) {
                    refused.add(path);
                }
            }
        }
        return refused;
    }

    private boolean addAbove(UnitOfWork unit, String path) {
        boolean areAdded = true;
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash);
            if (unit.transaction().sections().byPath(above).isEmpty()) {
                areAdded &= add(unit, above, _ -> above.substring(above.lastIndexOf('/') + 1));
            }
        }
        return areAdded;
    }

    private boolean add(UnitOfWork unit, String path, Function<Language, String> title) {
        Map<Language, Section.Title> titles = new HashMap<>();
        languages.forEach(language -> titles.put(language, new Section.Title(title.apply(language), "")));
        return unit.carryOut(new AddSection(path, titles)) instanceof Outcome.Done<?>;
    }
}

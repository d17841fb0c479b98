package org.herald.newsroom.portal;

import java.util.Map;
import org.herald.model.Arrangement;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Target;
import org.herald.model.Words;
import org.herald.store.PlanQueries.Named;

/** What targets are called, in the words of whoever looks. */
final class TargetNames {

    private final Arrangement arrangement;
    private final Map<ItemId, Named> items;
    private final Words words;

    TargetNames(Arrangement arrangement, Map<ItemId, Named> items, Words words) {
        this.arrangement = arrangement;
        this.items = items;
        this.words = words;
    }

    /** What this target is: a headline, a section, an address. */
    String say(String text) {
        return Target.parse(text)
                .map(target -> switch (target) {
                    case Target.ToItem(var item) -> ofItem(item);
                    case Target.ToSection(var section) -> ofSection(section);
                    case Target.ToAddress(var address) -> address;
                    case Target.Outside(var address) -> address;
                })
                .orElse(text);
    }

    /** True for a thing that readers do not see, so that what leads to it is not shown. */
    boolean isLost(String text) {
        return Target.parse(text)
                .map(target -> switch (target) {
                    case Target.ToItem(var item) -> {
                        var named = items.get(item);
                        yield named == null || named.path() == null;
                    }
                    case Target.ToSection(var section) ->
                        arrangement.section(section).isEmpty();
                    case Target.ToAddress _, Target.Outside _ -> false;
                })
                .orElse(false);
    }

    /** The title of a section. */
    String title(SectionId id) {
        return arrangement.section(id).map(section -> title(section, words)).orElse("");
    }

    static String title(Section section, Words words) {
        var titles = section.titles();
        var own = titles.get(new Language(words.tag()));
        if (own != null) {
            return own.title();
        }
        return titles.values().stream().map(Section.Title::title).findFirst().orElse(section.path());
    }

    private String ofItem(ItemId id) {
        var named = items.get(id);
        if (named == null) {
            return words.say("portal.target-gone");
        }
        return named.path() == null
                ? words.say("portal.target-unseen", named.headline())
                : words.say("portal.target-item", named.headline());
    }

    private String ofSection(SectionId id) {
        return arrangement
                .section(id)
                .map(section -> words.say("portal.target-section", title(section, words)))
                .orElseGet(() -> words.say("portal.target-gone"));
    }
}

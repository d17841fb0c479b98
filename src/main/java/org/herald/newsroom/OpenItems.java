package org.herald.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.herald.store.OpenItemQueries;
import org.herald.store.OpenItemQueries.OpenItem;
import org.herald.store.OutlineQueries;

/** Opens items for whoever makes the request, and says what they may do with them. */
public final class OpenItems {

    private final OpenItemQueries items;
    private final OutlineQueries outline;
    private final Visitor visitor;

    public OpenItems(OpenItemQueries items, OutlineQueries outline, Visitor visitor) {
        this.items = items;
        this.outline = outline;
        this.visitor = visitor;
    }

    /** The item with this identity; one that does not exist is not there. */
    OpenItem require(long id) {
        return items.find(new ItemId(id)).orElseThrow(Refusal::notThere);
    }

    /** The same, when the visitor may do this to it. */
    OpenItem require(long id, Permission permission) {
        var open = require(id);
        if (!may(permission, open.item())) {
            throw Refusal.notAllowed();
        }
        return open;
    }

    /** True when the visitor may do this to the item: by role, language and section. */
    boolean may(Permission permission, Item item) {
        return Permissions.allow(visitor.account(), permission, item.language(), upward(item.section()));
    }

    /** True when the visitor may write its text: what is a translation, translators may, too. */
    boolean mayWrite(Item item) {
        return may(Permission.WRITE, item) || may(Permission.TRANSLATE, item);
    }

    /** A section and all above it, up to the root. */
    List<SectionId> upward(SectionId section) {
        Map<SectionId, Section> byId =
                outline.sections().stream().collect(Collectors.toMap(Section::id, Function.identity()));
        var upward = new ArrayList<SectionId>();
        for (Section at = byId.get(section); at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
            upward.add(at.id());
        }
        return upward;
    }
}

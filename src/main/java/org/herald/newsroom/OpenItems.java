package org.herald.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.herald.publish.PublishingRules;
import org.herald.publish.Rights;
import org.herald.store.OpenItemQueries;
import org.herald.store.OpenItemQueries.OpenItem;
import org.herald.store.OutlineQueries;

/** Opens items for whoever makes the request, and says what they may do with them. */
public final class OpenItems {

    private final OpenItemQueries items;
    private final OutlineQueries outline;
    private final Visitor visitor;
    private final PublishingRules rules;

    public OpenItems(OpenItemQueries items, OutlineQueries outline, Visitor visitor, PublishingRules rules) {
        this.items = items;
        this.outline = outline;
        this.visitor = visitor;
        this.rules = rules;
    }

    /** The item with this identity; one that does not exist is not there. */
    public OpenItem require(long id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    /** The item with this identity, when it exists. */
    public Optional<OpenItem> find(long id) {
        return items.find(new ItemId(id));
    }

    /** The same, when the visitor may do this to it. */
    OpenItem require(long id, Permission permission) {
        var open = require(id);
        if (!may(permission, open.item())) {
            throw Refusal.notAllowed();
        }
        return open;
    }

    /** What the visitor may do, and on which items. */
    public Rights rights() {
        return new Rights(visitor.account(), this::upwards);
    }

    /** True when what the visitor saves of the item, once it is approved, stays approved. */
    public boolean keepsApproval(Item item) {
        return rights().keepsApproval(item, rules);
    }

    /** True when the visitor may do this to the item: by role, language and section. */
    boolean may(Permission permission, Item item) {
        return rights().may(permission, item);
    }

    /** True when the visitor may write its text; translators may only when it is a translation. */
    public boolean mayWrite(Item item) {
        return rights().mayWrite(item);
    }

    /** The item with this identity, when the visitor may write its text. */
    public OpenItem requireWritable(long id) {
        var open = require(id);
        if (!mayWrite(open.item())) {
            throw Refusal.notAllowed();
        }
        return open;
    }

    /** A section and all above it, up to the root. */
    private List<SectionId> upwards(SectionId section) {
        Map<SectionId, Section> byId =
                outline.sections().stream().collect(Collectors.toMap(Section::id, Function.identity()));
        var upward = new ArrayList<SectionId>();
        for (Section at = byId.get(section); at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
            upward.add(at.id());
        }
        return upward;
    }
}

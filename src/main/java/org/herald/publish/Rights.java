package org.herald.publish;

import java.util.List;
import java.util.function.Function;
import org.herald.model.Account;
import org.herald.model.Item;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.jspecify.annotations.Nullable;

/** What an account may do, and on which items: by its role, and the languages and sections it works in. */
public final class Rights {

    private final Account account;
    private final Function<SectionId, List<SectionId>> upwards;

    /** @param upwards finds a section and all above it */
    public Rights(Account account, Function<SectionId, List<SectionId>> upwards) {
        this.account = account;
        this.upwards = upwards;
    }

    public boolean may(Permission permission) {
        return Permissions.allow(account, permission);
    }

    public boolean may(Permission permission, Language language, SectionId section) {
        return Permissions.allow(account, permission, language, upwards.apply(section));
    }

    public boolean may(Permission permission, Item item) {
        return may(permission, item.language(), item.section());
    }

    public boolean worksIn(SectionId section) {
        var sections = account.sections();
        return sections.isEmpty() || upwards.apply(section).stream().anyMatch(sections::contains);
    }

    public boolean worksIn(Language language) {
        return account.languages().isEmpty() || account.languages().contains(language);
    }

    /** True when the account may write the item's text; translators may only when it is a translation. */
    public boolean mayWrite(Item item) {
        return may(Permission.WRITE, item) || (item.isTranslation() && may(Permission.TRANSLATE, item));
    }

    public boolean mayComment(Item item) {
        return mayWrite(item) || may(Permission.REVIEW, item);
    }

    /** True when the account may change where the item stands: what readers see moves at once, so it is for those who publish. */
    public boolean mayPlace(Item item) {
        return item.state().isLive() ? may(Permission.RELEASE, item) : mayWrite(item);
    }

    /** True when the account may put the item under this section. */
    public boolean mayPlace(Item item, SectionId section) {
        return mayPlace(item) && worksIn(section);
    }

    /**
     * True when the account may change the item's embargo, which is a promise: once given, it is changed by those who may
     * publish.
     */
    public boolean mayHoldBack(Item item, boolean isHeldBack) {
        return mayWrite(item) && (!isHeldBack || may(Permission.RELEASE, item));
    }

    /**
     * True when the account may begin an item.
     *
     * @param original the item that began the group of translations; null for an item that begins its own. A translation
     *     shows beside its original and answers at its address: it is for those who work in the original's section
     */
    public boolean mayBegin(Language language, SectionId section, @Nullable Item original) {
        boolean isTranslation = original != null && !original.language().equals(language);
        return (may(Permission.WRITE, language, section)
                        || (isTranslation && may(Permission.TRANSLATE, language, section)))
                && (original == null || worksIn(original.section()));
    }

    /**
     * True when what the account saves of an approved item stays approved: it may approve, and where review is required
     * may let out what nobody else has read.
     */
    public boolean keepsApproval(Item item, PublishingRules rules) {
        return may(Permission.REVIEW, item) && (!rules.isReviewRequired() || may(Permission.RELEASE_UNREVIEWED, item));
    }
}

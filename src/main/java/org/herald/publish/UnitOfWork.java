package org.herald.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Announcement;
import org.herald.model.Asset;
import org.herald.model.Change;
import org.herald.model.Draft;
import org.herald.model.GroupId;
import org.herald.model.Imported;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.Revision;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.VerbName;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.store.Transaction;

/** One write on the {@link CommandBus}: its transaction, who does it, and the instant at which all of it happens. */
public final class UnitOfWork {

    private final Transaction transaction;
    private final Principal principal;
    private final Instant now;
    private final ZoneId zone;
    private final Portal portal;
    private final PublishingRules rules;
    private final Authorization authorization;

    UnitOfWork(
            Transaction transaction,
            Principal principal,
            Instant now,
            ZoneId zone,
            Portal portal,
            PublishingRules rules) {
        this.transaction = transaction;
        this.principal = principal;
        this.now = now;
        this.zone = zone;
        this.portal = portal;
        this.rules = rules;
        this.authorization = new Authorization(transaction, principal);
    }

    /** Carries out a verb as a part of this piece of work, when its principal may and the rules of the portal let it pass. */
    public <T> Outcome<T> carryOut(Verb<T> verb) {
        var refusals = authorization.refusals(verb.requirement());
        if (refusals.isEmpty()) {
            refusals = new ReleaseRules(this, rules).refusals(verb);
        }
        return refusals.isEmpty() ? verb.carryOut(this) : new Outcome.Refused<>(refusals);
    }

    /** The item that an importer made under this name, with the digest of what it was made from. */
    public Optional<Imported> imported(String origin) {
        return transaction.items().byOrigin(origin);
    }

    /** The item as it is in this transaction. */
    public Optional<Item> item(ItemId id) {
        return transaction.items().find(id);
    }

    /** The asset that an importer recorded under this address. */
    public Optional<Asset> recorded(String origin) {
        return transaction.assets().byOrigin(origin);
    }

    /** The slug of the list of a tag, which stays as it was when it was made letter by letter once. */
    public Optional<Slug> tag(String title, Language language) {
        var suggested = Slugs.suggest(title, language);
        var byLetter = Slugs.byLetter(title);
        return suggested.equals(byLetter)
                ? suggested
                : byLetter.filter(slug -> transaction.live().hasTag(language, slug))
                        .or(() -> suggested);
    }

    public Optional<SectionId> sectionAt(String path) {
        return transaction.sections().byPath(path);
    }

    /** True when a group of translations has an item in this language. */
    public boolean isTranslated(GroupId group, Language language) {
        return transaction.items().has(group, language);
    }

    /** True when a section has a title of its own in this language. */
    public boolean isTitled(SectionId section, Language language) {
        return transaction.sections().isTitled(section, language);
    }

    /** The newest revision of an item. */
    public Revision head(Item item) {
        return transaction.items().revision(item.head());
    }

    /** True when one of the revisions of an item has this digest. */
    public boolean hasRevision(ItemId item, String digest) {
        return transaction.items().hasRevision(item, digest);
    }

    Transaction transaction() {
        return transaction;
    }

    Principal principal() {
        return principal;
    }

    Instant now() {
        return now;
    }

    Authorization authorization() {
        return authorization;
    }

    PublishingRules rules() {
        return rules;
    }

    /** What items of the kind of this one are. */
    Kind kind(KindName name) {
        return rules.kinds().of(name);
    }

    /** What the fields of this item must be. */
    FieldRules fieldRules(Item item) {
        return fieldRules(item.kind(), item.isTranslation());
    }

    /** What the fields of a draft must be to become a revision. */
    FieldRules fieldRules(Draft.About about) {
        return switch (about) {
            case Draft.OfNew fresh -> fieldRules(fresh.kind(), fresh.group() != null);
            case Draft.OfItem(var item, var _) ->
                fieldRules(transaction.items().find(item).orElseThrow());
        };
    }

    FieldRules fieldRules(KindName kind, boolean isTranslation) {
        return new FieldRules(kind(kind), isTranslation, new NamedInFields(transaction));
    }

    ZoneId zone() {
        return zone;
    }

    Portal portal() {
        return portal;
    }

    /** Links within the portal, as it is in this transaction. */
    OwnLinks links() {
        return new OwnLinks(transaction.addresses(), portal);
    }

    /** Writes into the change ledger what a verb did, when one subject changed; the last thing that the verb does. */
    void announce(VerbName verb, Change change, PageKey... keys) {
        announce(verb, Announcement.of(change, keys));
    }

    /** Writes into the change ledger what a verb did, when one subject changed; the last thing that the verb does. */
    void announce(VerbName verb, Announcement announcement) {
        announce(verb, List.of(announcement));
    }

    /**
     * Writes into the change ledger what a verb did; the last thing that the verb does. What it did to an item shows in the
     * newsroom's list, but not that an item followed along.
     *
     * @param announcements one for each subject, that of the verb itself first
     */
    void announce(VerbName verb, List<Announcement> announcements) {
        transaction.changes().add(now, principal, verb, announcements);
        Stream.concat(
                        Stream.of(announcements.getFirst().change()),
                        announcements.stream()
                                .skip(1)
                                .map(Announcement::change)
                                .filter(Change.ItemEdited.class::isInstance))
                .flatMap(change -> change.about().stream())
                .forEach(item -> transaction.desk().refresh(item, now));
    }
}

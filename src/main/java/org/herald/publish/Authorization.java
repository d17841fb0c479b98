package org.herald.publish;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.ItemSettings;
import org.herald.model.Outcome.Reason;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.herald.store.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Decides in the transaction of a verb whether its principal may do it. The rights of an account are those of this
 * transaction: a role that was taken away a moment ago does not count any more.
 */
final class Authorization {

    private static final List<Reason> NOT_ALLOWED = List.of(new Reason("refused.not-allowed", List.of()));

    /** Principals that may do everything: the user who runs them has access to the machine. */
    private static final Set<Principal> OPERATORS = Set.of(
            Principal.WXR_IMPORTER,
            Principal.CSV_IMPORTER,
            Principal.ICS_IMPORTER,
            Principal.SAMPLE,
            Principal.GENERATOR,
            Principal.OPERATOR);

    private final Transaction transaction;
    private final Principal principal;
    private boolean isRead; // true once the rights were asked for
    private Optional<Rights> rights = Optional.empty(); // read then

    Authorization(Transaction transaction, Principal principal) {
        this.transaction = transaction;
        this.principal = principal;
    }

    /** True for an importer or the operator's commands. */
    boolean isOperator() {
        return OPERATORS.contains(principal);
    }

    boolean isSchedule() {
        return principal.equals(Principal.SCHEDULE);
    }

    /** True when the principal may do this to the item. */
    boolean may(Permission permission, Item item) {
        return isOperator() || rights().filter(own -> own.may(permission, item)).isPresent();
    }

    /** True when this account may do this to the item. */
    boolean may(AccountId account, Permission permission, Item item) {
        return rights(account).filter(own -> own.may(permission, item)).isPresent();
    }

    /** True when what the principal saves of an approved item stays approved; what is imported does not. */
    boolean keepsApproval(Item item, PublishingRules rules) {
        return !isOperator() && has(own -> own.keepsApproval(item, rules));
    }

    /** Why the principal may not do what needs this; empty when they may. What is not there is refused by the verb itself. */
    List<Reason> refusals(Requirement requirement) {
        return isOperator() ? List.of() : refusalsOfOthers(requirement);
    }

    private List<Reason> refusalsOfOthers(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Product _ -> unless(isSchedule());
            case Requirement.OnItem(var item, var permission) ->
                isSchedule()
                        ? unless(permission == Permission.RELEASE)
                        : onItem(item, found -> has(own -> own.may(permission, found)));
            case Requirement.Role(var anyOf) -> unless(has(own -> anyOf.stream().anyMatch(own::may)));
            case Requirement.Writing(var item) -> onItem(item, found -> has(own -> own.mayWrite(found)));
            case Requirement.Commenting(var item) -> onItem(item, found -> has(own -> own.mayComment(found)));
            case Requirement.OnComment(var comment) ->
                transaction
                        .comments()
                        .openAbout(comment)
                        .map(item -> refusalsOfOthers(new Requirement.Commenting(item)))
                        .orElseGet(() -> unless(has(_ -> true)));
            case Requirement.Placing(var item, var section) -> placing(item, section);
            case Requirement.HoldingBack(var item) ->
                onItem(
                        item,
                        found -> has(own -> own.mayHoldBack(
                                found, transaction.items().embargo(item).isPresent())));
            case Requirement.About(var about) -> about(about);
            case Requirement.OwnDraft(var draft) -> ownDraft(draft);
            case Requirement.Own(var account) ->
                unless(has(_ -> account().filter(account::equals).isPresent()));
            case Requirement.All(var each) ->
                each.stream()
                        .map(this::refusalsOfOthers)
                        .filter(why -> !why.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        };
    }

    private List<Reason> placing(ItemId item, @Nullable SectionId section) {
        var found = transaction.items().find(item);
        if (found.isEmpty()) {
            return unless(has(_ -> true));
        }
        if (!has(own -> own.mayPlace(found.get()))) {
            return List.of(new Reason("refused.place-not-yours", List.of()));
        }
        boolean isTheirs = section == null
                || section.equals(found.get().section())
                || transaction.sections().path(section).isEmpty()
                || has(own -> own.worksIn(section));
        return isTheirs ? List.of() : List.of(new Reason("refused.section-not-yours", List.of()));
    }

    private List<Reason> about(Draft.About about) {
        return switch (about) {
            case Draft.OfItem(var item, var _) -> refusalsOfOthers(new Requirement.Writing(item));
            case Draft.OfNew fresh -> {
                GroupId group = fresh.group();
                Item original = group == null
                        ? null
                        : transaction.items().find(new ItemId(group.value())).orElse(null);
                yield transaction.sections().path(fresh.section()).isEmpty()
                        ? unless(has(_ -> true))
                        : unless(has(own -> own.mayBegin(fresh.language(), fresh.section(), original)));
            }
        };
    }

    private List<Reason> ownDraft(DraftId id) {
        Optional<Draft> draft = transaction.drafts().find(id);
        if (draft.isEmpty()) {
            return unless(has(_ -> true));
        }
        boolean isOwn =
                account().filter(own -> own.value() == draft.get().account()).isPresent();
        if (!isOwn) {
            return List.of(new Reason("refused.draft-unknown", List.of()));
        }
        var why = about(draft.get().about());
        return why.isEmpty() && draft.get().about() instanceof Draft.OfItem(var item, var _)
                ? wishes(item, draft.get().settings())
                : why;
    }

    /** What a draft asks for beside its words. */
    private List<Reason> wishes(ItemId id, ItemSettings wished) {
        Item item = transaction.items().find(id).orElseThrow();
        SectionId section = wished.section();
        boolean moves = section != null && !section.equals(item.section());
        if (moves || wished.slug() != null) {
            var why = placing(id, section);
            if (!why.isEmpty()) {
                return why;
            }
        }
        return wished.embargo() == null
                        || refusalsOfOthers(new Requirement.HoldingBack(id)).isEmpty()
                ? List.of()
                : List.of(new Reason("refused.embargo-not-yours", List.of()));
    }

    private List<Reason> onItem(ItemId id, Predicate<Item> allowed) {
        return unless(transaction.items().find(id).map(allowed::test).orElseGet(() -> has(_ -> true)));
    }

    private static List<Reason> unless(boolean isAllowed) {
        return isAllowed ? List.of() : NOT_ALLOWED;
    }

    /** False for a principal without an account, and for an account that is locked. */
    private boolean has(Predicate<Rights> right) {
        return rights().filter(right).isPresent();
    }

    private Optional<AccountId> account() {
        long id = principal.id().value();
        return id > 0 ? Optional.of(new AccountId(id)) : Optional.empty();
    }

    private Optional<Rights> rights() {
        if (!isRead) {
            rights = account().flatMap(this::rights);
            isRead = true;
        }
        return rights;
    }

    private Optional<Rights> rights(AccountId id) {
        Function<SectionId, List<SectionId>> upwards = transaction.sections()::upwards;
        return transaction
                .accounts()
                .find(id)
                .filter(account -> !account.isLocked())
                .map((Account account) -> new Rights(account, upwards));
    }
}

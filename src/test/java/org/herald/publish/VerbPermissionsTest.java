package org.herald.publish;

import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.CommentId;
import org.herald.model.CorrectionId;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.PreviewId;
import org.herald.model.Previewed;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.model.Redirect;
import org.herald.model.RevisionId;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.event.Moment;
import org.herald.model.kind.KindName;
import org.herald.store.AccountQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every verb by every role, in and out of its section and language, in every state, directly at the bus: allowed exactly as
 * the tables here say, which are written out by hand.
 */
final class VerbPermissionsTest {

    private static final Set<String> OF_EDITORS =
            Set.of("write", "translate", "review", "release", "correct", "withdraw");

    private static final Set<String> OF_CHIEF_EDITORS = Stream.concat(
                    OF_EDITORS.stream(), Stream.of("amend", "banner", "outline"))
            .collect(Collectors.toUnmodifiableSet());

    /** What each role may do, as docs/permissions.md says it; what administrators may do besides needs no verb. */
    private static final Map<Role, Set<String>> ALLOWED = Map.of(
            Role.REPORTER, Set.of("write"),
            Role.TRANSLATOR, Set.of("translate"),
            Role.EDITOR, OF_EDITORS,
            Role.CHIEF_EDITOR, OF_CHIEF_EDITORS,
            Role.ADMINISTRATOR, OF_CHIEF_EDITORS);

    /** What verbs need that change an item, in its section and language. */
    private static final Map<String, String> OF_ITEMS = Map.ofEntries(
            Map.entry("Approve", "review"),
            Map.entry("SendBack", "review"),
            Map.entry("Assign", "review"),
            Map.entry("Publish", "release"),
            Map.entry("Schedule", "release"),
            Map.entry("Unschedule", "release"),
            Map.entry("Update", "release"),
            Map.entry("Correct", "correct"),
            Map.entry("CancelDates", "correct"),
            Map.entry("AmendNote", "amend"),
            Map.entry("Withdraw", "withdraw"),
            Map.entry("WithdrawTogether", "withdraw"),
            Map.entry("Restore", "withdraw"),
            Map.entry("Tried", "withdraw"),
            Map.entry("SendToReview", "writing"),
            Map.entry("Revise", "writing"),
            Map.entry("ChangeFields", "writing"),
            Map.entry("Revert", "writing"),
            Map.entry("MarkTranslated", "writing"),
            Map.entry("OpenPreview", "writing"),
            Map.entry("RevokePreview", "writing"),
            Map.entry("KeepDraft", "writing"),
            Map.entry("SetEmbargo", "writing"),
            Map.entry("AddComment", "commenting"),
            Map.entry("Resolve", "commenting"),
            Map.entry("Move", "placing"),
            Map.entry("Rename", "placing"));

    /** What verbs need that are about no item. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Create", "begin"),
            Map.entry("AddRedirect", "outline"),
            Map.entry("RemoveRedirect", "outline"),
            Map.entry("AddSection", "outline"),
            Map.entry("MoveSection", "outline"),
            Map.entry("RemoveSection", "outline"),
            Map.entry("Arrange", "outline"),
            Map.entry("PlaceBlock", "outline"),
            Map.entry("PlaceMenuEntry", "outline"),
            Map.entry("PlanChange", "outline"),
            Map.entry("PublishPlan", "outline"),
            Map.entry("DiscardPlan", "outline"),
            Map.entry("DiscardPlanned", "outline"),
            Map.entry("OpenPlanPreview", "outline"),
            Map.entry("RaiseBanner", "banner"),
            Map.entry("LowerBanner", "banner"),
            Map.entry("KeepAsset", "any"),
            Map.entry("KeepView", "own"),
            Map.entry("RenameView", "own"),
            Map.entry("RemoveView", "own"),
            Map.entry("SaveDraft", "own"),
            Map.entry("DiscardDraft", "own"),
            Map.entry("KeepAddress", "product"),
            Map.entry("KeepLibrary", "product"),
            Map.entry("FollowSection", "product"),
            Map.entry("FollowTimeZone", "product"),
            Map.entry("ApplyKinds", "product"),
            Map.entry("UnscheduleFailed", "product"));

    private static final Set<String> NOT_ALLOWED = Set.of(
            "refused.not-allowed", "refused.place-not-yours", "refused.section-not-yours", "refused.embargo-not-yours");

    @TempDir
    private Path folder;

    private TestPortal portal;
    private int accounts;

    /** Where an account works, against items in English below the news. */
    private enum Scope {
        EVERYWHERE(true),
        HERE(true),
        OTHER_SECTION(false),
        OTHER_LANGUAGE(false);

        private final boolean isHere;

        Scope(boolean isHere) {
            this.isHere = isHere;
        }
    }

    /** Somebody of the newsroom. */
    private record Person(Account account, Role role, Scope scope) {

        private boolean has(String permission) {
            return Objects.requireNonNull(ALLOWED.get(role)).contains(permission);
        }

        @Override
        public String toString() {
            return role.word() + " " + scope;
        }
    }

    /** An item, in a state, and what hangs on it. */
    private record Subject(ItemId item, RevisionId head, State state, CommentId comment, boolean isTranslation) {

        @Override
        public String toString() {
            return state.word() + (isTranslation ? " translation" : "");
        }
    }

    @BeforeEach
    void open() {
        portal = new TestPortal(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void everyVerbStandsInATable() {
        var all = new TreeSet<String>();
        names(Verb.class, all);
        var known = new TreeSet<>(OF_ITEMS.keySet());
        known.addAll(OTHERS.keySet());
        assertEquals(known, all);
    }

    private static void names(Class<?> verb, Set<String> names) {
        Class<?>[] permitted = verb.getPermittedSubclasses();
        if (permitted == null) {
            names.add(verb.getSimpleName());
        } else {
            Stream.of(permitted).forEach(each -> names(each, names));
        }
    }

    @Test
    void verbsOfItemsAreAllowedAsTheTableSays() {
        var subjects = new ArrayList<Subject>();
        for (State state : State.values()) {
            subjects.add(subject(portal.in(state, "In " + state.word()), state, false));
        }
        ItemId original = portal.draft("news/culture", Cast.BELARUSIAN, content("Ноч музеяў"));
        var group = new GroupId(original.value());
        ItemId translation = portal.done(new Create(
                KindName.ARTICLE, Cast.ENGLISH, group, portal.section("news/culture"), null, content("Night"), null));
        subjects.add(subject(translation, State.DRAFT, true));

        var faults = new ArrayList<String>();
        int asked = 0;
        for (Person person : people()) {
            for (Subject subject : subjects) {
                for (Verb<?> verb : verbs(subject, person)) {
                    String name = verb.getClass().getSimpleName();
                    boolean expected = person.scope().isHere
                            && isAllowed(person, subject, Objects.requireNonNull(OF_ITEMS.get(name)));
                    if (isAllowed(person.account().principal(), verb) != expected) {
                        faults.add(person + ": " + name + " of " + subject + " should be "
                                + (expected ? "allowed" : "refused"));
                    }
                    asked++;
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(asked > 2000, "asked " + asked);
    }

    private static boolean isAllowed(Person person, Subject subject, String need) {
        boolean writes = person.has("write") || (subject.isTranslation() && person.has("translate"));
        return switch (need) {
            case "writing" -> writes;
            case "commenting" -> writes || person.has("review");
            case "placing" -> subject.state().isLive() ? person.has("release") : writes;
            default -> person.has(need);
        };
    }

    private List<Verb<?>> verbs(Subject subject, Person person) {
        ItemId item = subject.item();
        long account = person.account().id().value();
        return List.of(
                new Approve(item, subject.head()),
                new SendBack(item, "Why?"),
                new Assign(item, person.account().id(), null),
                new Publish(item, null),
                new Schedule(item, portal.clock().instant().plus(Duration.ofDays(9))),
                new Unschedule(item),
                new Update(item),
                new Correct(item, "A note."),
                new CancelDates(
                        List.of(new CancelDates.Dates(
                                item,
                                subject.head(),
                                Set.of(new CancelDates.Date(1, new Moment(LocalDate.of(2026, 7, 5), null))))),
                        "A note."),
                new AmendNote(item, new CorrectionId(1), "A note."),
                new Withdraw(item, "A reason."),
                new WithdrawTogether(List.of(new Withdraw(item, "A reason."))),
                new Restore(item),
                new Tried<>(new Withdraw(item, "A reason.")),
                new SendToReview(item),
                new Revise(item, content("Other words"), null),
                new ChangeFields(
                        item, subject.head(), Map.of(), new ChangeFields.Tags(List.of("Added by a verb"), List.of())),
                new Revert(item, subject.head()),
                new MarkTranslated(item, subject.head()),
                new OpenPreview(new Previewed.Newest(item), Duration.ofDays(1), ""),
                new RevokePreview(item, new PreviewId(1)),
                new KeepDraft(null, 0, account, new Draft.OfItem(item, subject.head()), content("Typed")),
                new SetEmbargo(item, portal.clock().instant().plus(Duration.ofDays(9))),
                new AddComment(item, "A remark."),
                new Resolve(subject.comment()),
                new Move(item, portal.section("news/culture")),
                new Rename(item, "another-slug"));
    }

    @Test
    void otherVerbsAreAllowedAsTheTableSays() {
        var faults = new ArrayList<String>();
        var done = new HashSet<String>();
        for (Person person : people()) {
            for (Verb<?> verb : others(person)) {
                String name = verb.getClass().getSimpleName();
                String need = Objects.requireNonNull(OTHERS.get(name));
                boolean expected = switch (need) {
                    case "own" -> true;
                    case "product" -> false;
                    case "any" -> person.has("write") || person.has("translate") || person.has("outline");
                    case "begin" -> person.scope().isHere && person.has("write");
                    default -> person.has(need);
                };
                if (isAllowed(person.account().principal(), verb) != expected) {
                    faults.add(person + ": " + name + " should be " + (expected ? "allowed" : "refused"));
                }
                done.add(name);
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(OTHERS.keySet(), done);
    }

    private List<Verb<?>> others(Person person) {
        var account = person.account().id();
        SectionId section = portal.section("tourism");
        var menu = new OutlineChange.Menu("main", Cast.ENGLISH, List.of());
        var asset = new Asset(new AssetId(1), "a.jpg", "image/jpeg", "0123456789abcdef", 9, 9, 9);
        return List.of(
                new Create(
                        KindName.ARTICLE,
                        Cast.ENGLISH,
                        null,
                        portal.section("news/culture"),
                        null,
                        content("New"),
                        null),
                new AddRedirect(new Redirect("/old", "/en/news", Cast.ENGLISH)),
                new RemoveRedirect("/old"),
                new AddSection("sport", Map.of()),
                new MoveSection(section, portal.section("news"), "tourism"),
                new RemoveSection(section),
                new Arrange(menu),
                new PlaceBlock(new Block(
                        Block.Kind.PROMOTION, Block.Spot.TOP, Cast.ENGLISH, 1, "T", "t", "", null, null, null)),
                new PlaceMenuEntry(new MenuEntry("main", Cast.ENGLISH, 1, "News", "/en/news")),
                new PlanChange(menu, null),
                new PublishPlan(""),
                new DiscardPlan(),
                new DiscardPlanned(1),
                new OpenPlanPreview(),
                new RaiseBanner(Cast.ENGLISH, "News", "", null),
                new LowerBanner(Cast.ENGLISH),
                new KeepAsset(asset, null),
                new KeepView(account, "Mine", "who=me"),
                new RenameView(account, 1, "Mine"),
                new RemoveView(account, 1),
                new SaveDraft(new DraftId(404), 1),
                new DiscardDraft(new DraftId(404), 1),
                new KeepAddress(new KeepAddress.ToSection(section), Cast.ENGLISH, "/old"),
                new KeepLibrary(Set.of()),
                new FollowSection(),
                new FollowTimeZone(List.of()),
                new ApplyKinds(new ApplyKinds.Declarations(Map.of(), Map.of(), List.of()), List.of(), List.of()),
                new UnscheduleFailed(new ItemId(404), "Why"));
    }

    @Test
    void nobodyTouchesWhatIsAnothers() {
        ItemId item = portal.draft("Night of museums");
        var about = new Draft.OfItem(item, portal.head(item));
        var hers = portal.done(new KeepDraft(null, 0, Cast.ALESIA.id().value(), about, content("Hers")));
        var alesia = new AccountId(Cast.ALESIA.id().value());

        assertRefused("refused.draft-unknown", new SaveDraft(hers.draft(), 1));
        assertRefused("refused.draft-unknown", new DiscardDraft(hers.draft(), 1));
        assertRefused("refused.not-allowed", new KeepDraft(hers.draft(), 1, alesia.value(), about, content("His")));
        assertRefused("refused.not-allowed", new KeepView(alesia, "Hers", "who=me"));
    }

    private void assertRefused(String reason, Verb<?> verb) {
        assertEquals(List.of(reason), TestPortal.refusals(portal.bus().carryOut(Cast.VERA, verb)));
    }

    @Test
    void nobodyWithoutAnAccountOrWithALockedOneDoesAnything() {
        ItemId item = portal.draft("Night of museums");
        var locked = person(Role.ADMINISTRATOR, Scope.EVERYWHERE);
        portal.database().write(transaction -> {
            transaction.accounts().setLocked(locked.account().id(), true);
            return item;
        });
        var gone = new Principal(new PrincipalId(404), "Gone");
        for (Principal nobody :
                List.of(locked.account().principal(), gone, Principal.ANONYMOUS, Principal.IDENTITY_PROVIDER)) {
            for (Verb<?> verb : List.<Verb<?>>of(
                    new Publish(item, null),
                    new AddComment(item, "Why?"),
                    new DiscardPlan(),
                    new Resolve(new CommentId(9)),
                    new KeepView(new AccountId(Math.abs(nobody.id().value())), "Mine", "who=me"))) {
                assertEquals(
                        List.of("refused.not-allowed"),
                        TestPortal.refusals(portal.bus().carryOut(nobody, verb)),
                        nobody + " " + verb);
            }
        }
    }

    @Test
    void rightsAreThoseOfTheMoment() {
        ItemId item = portal.draft("Night of museums");
        portal.become(Cast.ALESIA, Role.TRANSLATOR);
        assertEquals(List.of("refused.not-allowed"), portal.refusals(new Publish(item, null)));
        portal.become(Cast.ALESIA, Role.EDITOR);
        assertEquals(List.of(), portal.refusals(new Publish(item, null)));
    }

    @Test
    void embargoOnceGivenIsChangedByThosePublishing() {
        ItemId item = portal.draft("Night of museums");
        var reporter = person(Role.REPORTER, Scope.HERE).account().principal();
        var until = portal.clock().instant().plus(Duration.ofDays(9));
        assertEquals(List.of(), TestPortal.refusals(portal.bus().carryOut(reporter, new SetEmbargo(item, until))));
        assertEquals(
                List.of("refused.not-allowed"),
                TestPortal.refusals(portal.bus().carryOut(reporter, new SetEmbargo(item, null))));
        portal.become(Cast.ALESIA, Role.EDITOR);
        assertEquals(List.of(), portal.refusals(new SetEmbargo(item, null)));
    }

    private boolean isAllowed(Principal principal, Verb<?> verb) {
        Function<Outcome<?>, Boolean> allowed =
                outcome -> TestPortal.refusals(outcome).stream().noneMatch(NOT_ALLOWED::contains);
        return allowed.apply(portal.bus().carryOut(principal, new Tried<>(verb)));
    }

    private Subject subject(ItemId item, State state, boolean isTranslation) {
        return new Subject(item, portal.head(item), state, portal.done(new AddComment(item, "Why?")), isTranslation);
    }

    private List<Person> people() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(Scope.values()).map(scope -> person(role, scope)))
                .collect(Collectors.toList());
    }

    private Person person(Role role, Scope scope) {
        String name = role.word() + " " + scope + " " + accounts++;
        String email = name.replace(' ', '.') + "@herald.test";
        Set<SectionId> sections = switch (scope) {
            case EVERYWHERE, OTHER_LANGUAGE -> Set.of();
            case HERE -> Set.of(portal.section("news"));
            case OTHER_SECTION -> Set.of(portal.section("tourism"));
        };
        Set<Language> languages = switch (scope) {
            case EVERYWHERE, OTHER_SECTION -> Set.of();
            case HERE -> Set.of(Cast.ENGLISH);
            case OTHER_LANGUAGE -> Set.of(Cast.BELARUSIAN);
        };
        portal.database().write(transaction -> {
            var id = transaction.accounts().add(email, name, role, Cast.ENGLISH, TestPortal.NOON);
            transaction.accounts().setRights(id, role, languages, sections);
            return id;
        });
        Optional<Account> account = new AccountQueries(portal.database()).byEmail(email);
        return new Person(account.orElseThrow(), role, scope);
    }
}

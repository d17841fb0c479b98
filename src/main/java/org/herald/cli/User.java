package org.herald.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.people.Accounts;
import org.herald.people.ActingPrincipal;
import org.herald.people.OneTimeTokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code herald user}: the people of the newsroom, for whoever has the machine. It works beside a running server. */
@Command(
        name = "user",
        description = "The people of the newsroom: invite, list, reset, lock, unlock, change roles.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            User.Add.class,
            User.All.class,
            User.Reset.class,
            User.Lock.class,
            User.Unlock.class,
            User.Change.class
        })
final class User implements Runnable {

    private static final String EMAIL = "What they sign in with.";
    private static final String ROLES = "reporter, translator, editor, chief-editor or administrator.";

    @Spec
    private CommandSpec spec; // set by picocli

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** A role, languages and sections, as options. */
    static final class RightsOptions {

        @Option(
                names = "--language",
                paramLabel = "TAG",
                description = "A language in which they work; may stand several times (default: all).")
        private Set<String> languages = Set.of(); // set by picocli

        @Option(
                names = "--section",
                paramLabel = "PATH",
                description = "A section in which, and below which, they work; may stand several times (default: all).")
        private Set<String> sections = Set.of(); // set by picocli

        Accounts.Rights rights(People people, String role) {
            return new Accounts.Rights(
                    people.role(role),
                    languages.stream().map(people::language).collect(Collectors.toSet()),
                    sections.stream().map(people::section).collect(Collectors.toSet()));
        }
    }

    /** The portal whose people it is about, and where the command tells what it did. */
    static final class Portal {

        @Mixin
        private SiteOption site = new SiteOption(); // set by picocli

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec; // set by picocli

        /** Does something with its people, and tells what. */
        int tell(Function<People, String> deed) {
            try (var people = People.of(site)) {
                spec.commandLine().getOut().println(deed.apply(people));
                return 0;
            }
        }
    }

    /** {@code herald user add}. */
    @Command(name = "add", description = "Invite somebody; tells the link by which they set a password.")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Portal portal = new Portal(); // set by picocli

        @Mixin
        private RightsOptions limits = new RightsOptions(); // set by picocli

        @Parameters(paramLabel = "EMAIL", description = EMAIL)
        private String email = ""; // set by picocli

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "What the newsroom calls them.")
        private String name = ""; // set by picocli

        @Option(names = "--role", paramLabel = "ROLE", required = true, description = ROLES)
        private String role = ""; // set by picocli

        @Option(
                names = "--speaks",
                paramLabel = "TAG",
                description = "The language of their newsroom: en, be or ru (default: the portal’s first that is one).")
        private @Nullable String uiLanguage; // set by picocli

        @Override
        public Integer call() {
            return portal.tell(people -> {
                Language own = people.spoken(uiLanguage);
                var invited = People.orFault(people.accounts()
                        .invite(ActingPrincipal.COMMAND, email, name, limits.rights(people, role), own));
                return name + " is invited. The link is good once, for "
                        + OneTimeTokens.Purpose.INVITATION.good().toDays() + " days; give it to nobody else:"
                        + System.lineSeparator() + people.address(invited.token());
            });
        }
    }

    /** {@code herald user list}. */
    @Command(name = "list", description = "Who is there.")
    static final class All implements Callable<Integer> {

        @Mixin
        private Portal portal = new Portal(); // set by picocli

        @Override
        public Integer call() {
            return portal.tell(people -> {
                var lines = people.lines();
                return lines.isEmpty()
                        ? "Nobody is there yet. Invite somebody with herald user add."
                        : String.join(System.lineSeparator(), lines);
            });
        }
    }

    /** {@code herald user reset}. */
    @Command(name = "reset", description = "End somebody’s sessions; tells the link by which they set a new password.")
    static final class Reset implements Callable<Integer> {

        @Mixin
        private Portal portal = new Portal(); // set by picocli

        @Parameters(paramLabel = "EMAIL", description = EMAIL)
        private String email = ""; // set by picocli

        @Option(names = "--codes-off", description = "Also ask for no codes any more: their phone is lost.")
        private boolean isWithoutCodes; // set by picocli

        @Override
        public Integer call() {
            return portal.tell(people -> {
                var person = people.person(email);
                var id = person.account().id();
                String token =
                        People.orFault(people.accounts().makeLink(ActingPrincipal.COMMAND, id, person.hasJoined()));
                if (isWithoutCodes) {
                    People.orFault(people.accounts().turnCodesOff(ActingPrincipal.COMMAND, id));
                }
                var purpose = person.hasJoined() ? OneTimeTokens.Purpose.RESET : OneTimeTokens.Purpose.INVITATION;
                return person.account().name() + " is signed out everywhere. The link is good once, for "
                        + purpose.good().toHours() + " hours; give it to nobody else:" + System.lineSeparator()
                        + people.address(token);
            });
        }
    }

    /** {@code herald user lock}. */
    @Command(name = "lock", description = "Let somebody in no more, and end their sessions.")
    static final class Lock implements Callable<Integer> {

        @Mixin
        private Portal portal = new Portal(); // set by picocli

        @Parameters(paramLabel = "EMAIL", description = EMAIL)
        private String email = ""; // set by picocli

        @Override
        public Integer call() {
            return portal.tell(people -> {
                var account = people.person(email).account();
                People.orFault(people.accounts().lock(ActingPrincipal.COMMAND, account.id()));
                return account.name() + " is locked and signed out everywhere.";
            });
        }
    }

    /** {@code herald user unlock}. */
    @Command(name = "unlock", description = "Let somebody in again.")
    static final class Unlock implements Callable<Integer> {

        @Mixin
        private Portal portal = new Portal(); // set by picocli

        @Parameters(paramLabel = "EMAIL", description = EMAIL)
        private String email = ""; // set by picocli

        @Override
        public Integer call() {
            return portal.tell(people -> {
                var account = people.person(email).account();
                People.orFault(people.accounts().unlock(ActingPrincipal.COMMAND, account.id()));
                return account.name() + " may sign in.";
            });
        }
    }

    /** {@code herald user role}. */
    @Command(name = "role", description = "Change what somebody may do, and where.")
    static final class Change implements Callable<Integer> {

        @Mixin
        private Portal portal = new Portal(); // set by picocli

        @Mixin
        private RightsOptions limits = new RightsOptions(); // set by picocli

        @Parameters(index = "0", paramLabel = "EMAIL", description = EMAIL)
        private String email = ""; // set by picocli

        @Parameters(index = "1", paramLabel = "ROLE", description = ROLES)
        private String role = ""; // set by picocli

        @Override
        public Integer call() {
            return portal.tell(people -> {
                var account = people.person(email).account();
                var rights = limits.rights(people, role);
                People.orFault(people.accounts().setRights(ActingPrincipal.COMMAND, account.id(), rights));
                return account.name() + " is now " + rights.role().word() + ".";
            });
        }
    }
}

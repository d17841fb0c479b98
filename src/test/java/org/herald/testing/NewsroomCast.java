package org.herald.testing;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.herald.model.Account;
import org.herald.model.Language;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.herald.people.Sessions;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.OutlineQueries;

/**
 * A small newsroom in a portal's database: one account per role, and an editor who works in one section and one language
 * only. It opens sessions for them, so that tests need no sign-in form.
 *
 * <p>In a {@code @QuarkusTest}: inject {@code Database} and {@code PortalClock}, make a cast of them, and send {@code
 * cookie(Member.EDITOR)} as the cookie {@link #COOKIE}.
 */
public final class NewsroomCast {

    /** The cookie of a session where the portal's address is not https. */
    public static final String COOKIE = "herald";

    /** The section of the limited editor. */
    public static final String SECTION = "news";

    /** The language of the limited editor. */
    public static final Language LANGUAGE = Cast.ENGLISH;

    /** Somebody of the newsroom; their e-mail address is made of what they are: {@code chief-editor@herald.test}. */
    public enum Member {
        REPORTER("Nasta", Role.REPORTER),
        TRANSLATOR("Jan", Role.TRANSLATOR),
        EDITOR("Alesia", Role.EDITOR),
        CHIEF_EDITOR("Vera", Role.CHIEF_EDITOR),
        ADMINISTRATOR("Aksana", Role.ADMINISTRATOR),
        LIMITED_EDITOR("Piotr", Role.EDITOR);

        private final String called;
        private final Role role;

        Member(String called, Role role) {
            this.called = called;
            this.role = role;
        }

        public String email() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "@herald.test";
        }

        /** The name by which the newsroom knows them. */
        public String called() {
            return called;
        }

        public Role role() {
            return role;
        }

        /** The member with this role who works everywhere. */
        public static Member of(Role role) {
            return valueOf(role.name());
        }
    }

    private final Sessions sessions;
    private final Map<Member, Account> accounts = new EnumMap<>(Member.class);

    /** Puts those of the cast into the portal who are not there yet. */
    public NewsroomCast(Database database, InstantSource clock) {
        this.sessions = new Sessions(database, clock);
        var queries = new AccountQueries(database);
        for (Member member : Member.values()) {
            if (queries.byEmail(member.email()).isEmpty()) {
                add(database, clock, member);
            }
            accounts.put(member, queries.byEmail(member.email()).orElseThrow());
        }
    }

    public Account account(Member member) {
        return Objects.requireNonNull(accounts.get(member));
    }

    /** Opens a session for a member; the value of its cookie. */
    public String cookie(Member member) {
        return sessions.begin(account(member).id(), "192.0.2.1", "Test");
    }

    /** What the forms of a session carry against forgery. */
    public String csrf(String cookie) {
        return sessions.find(cookie).orElseThrow().csrf();
    }

    private static void add(Database database, InstantSource clock, Member member) {
        var isLimited = member == Member.LIMITED_EDITOR;
        Set<SectionId> sections = isLimited ? Set.of(section(database)) : Set.of();
        Set<Language> languages = isLimited ? Set.of(LANGUAGE) : Set.of();
        database.write(transaction -> {
            var accounts = transaction.accounts();
            var id = accounts.add(member.email(), member.called(), member.role(), Cast.ENGLISH, clock.instant());
            accounts.setRights(id, member.role(), languages, sections);
            return id;
        });
    }

    private static SectionId section(Database database) {
        return new OutlineQueries(database)
                .sections().stream()
                        .filter(section -> section.path().equals(SECTION))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }
}

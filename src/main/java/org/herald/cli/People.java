package org.herald.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Role;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.newsroom.NewsroomWords;
import org.herald.people.Accounts;
import org.herald.people.OneTimeTokens;
import org.herald.store.Database;
import org.herald.store.OutlineQueries;
import org.herald.store.SignInQueries;
import org.jspecify.annotations.Nullable;

/** The people of a portal as the command line sees them. */
final class People implements AutoCloseable {

    private final Settings settings;
    private final Database database;
    private final Accounts accounts;

    private People(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.accounts = new Accounts(database, Wiring.clock(), new OneTimeTokens(database, Wiring.clock()));
    }

    static People of(SiteOption site) {
        var settings = site.settings();
        return new People(settings, Databases.open(settings));
    }

    Accounts accounts() {
        return accounts;
    }

    /** The value, or the reasons as a fault that the operator can mend. */
    static <T> T orFault(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) ->
                throw new OperatorFault(reasons.stream().map(English::say).collect(Collectors.joining(" ")));
        };
    }

    SignInQueries.Person person(String email) {
        String normal = email.strip().toLowerCase(Locale.ROOT);
        return new SignInQueries(database)
                .people().stream()
                        .filter(person -> person.account().email().equals(normal))
                        .findFirst()
                        .orElseThrow(() -> new OperatorFault("Nobody has the e-mail address \"" + email
                                + "\"; see who is there: herald user list."));
    }

    /** The address at which a one-time link is followed. */
    String address(String token) {
        return settings.baseUrl() + "/newsroom/welcome/" + token;
    }

    Role role(String word) {
        return Stream.of(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new OperatorFault("\"" + word + "\" is no role: choose one of "
                        + Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", ")) + "."));
    }

    Language language(String tag) {
        return settings.languages().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new OperatorFault("The portal has no language \"" + tag + "\", only "
                        + settings.languages().stream().map(Language::tag).collect(Collectors.joining(", ")) + "."));
    }

    SectionId section(String path) {
        return sections().stream()
                .filter(section -> section.path().equals(path))
                .findFirst()
                .map(Section::id)
                .orElseThrow(() -> new OperatorFault("The portal has no section at \"" + path
                        + "\". A section's path is for example news/culture."));
    }

    /** The language of somebody's newsroom: the one that was named, the portal's first that the newsroom has, English. */
    Language spoken(@Nullable String tag) {
        var spoken = NewsroomWords.LANGUAGES;
        if (tag != null) {
            return spoken.stream()
                    .filter(language -> language.tag().equals(tag))
                    .findFirst()
                    .orElseThrow(() -> new OperatorFault("The newsroom does not speak \"" + tag + "\", only "
                            + spoken.stream().map(Language::tag).collect(Collectors.joining(", ")) + "."));
        }
        return settings.languages().stream()
                .filter(spoken::contains)
                .findFirst()
                .orElse(English.TAG);
    }

    /** A line for each person. */
    List<String> lines() {
        Map<SectionId, String> paths = sections().stream().collect(Collectors.toMap(Section::id, Section::path));
        return new SignInQueries(database)
                .people().stream().map(person -> line(person, paths)).toList();
    }

    private static String line(SignInQueries.Person person, Map<SectionId, String> paths) {
        var account = person.account();
        var lastAt = person.lastAt();
        return String.join(
                "  ",
                account.email(),
                account.name(),
                account.role().word(),
                account.languages().isEmpty() ? "all languages" : words(account.languages().stream()),
                account.sections().isEmpty()
                        ? "all sections"
                        : words(account.sections().stream().map(id -> "/" + paths.getOrDefault(id, "?"))),
                account.isLocked() ? "locked" : person.hasJoined() ? "joined" : "invited",
                lastAt == null ? "never signed in" : "last signed in " + lastAt);
    }

    private static String words(Stream<?> values) {
        return values.map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    private List<Section> sections() {
        return new OutlineQueries(database).sections();
    }

    @Override
    public void close() {
        database.close();
    }
}

package org.herald.newsroom.people;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.AuditEntry;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.Sections;
import org.jspecify.annotations.Nullable;

/** What exactly happened to an account, in the language of the user; the log itself keeps keys and identities. */
final class AccountDetails {

    private static final String FROM_TO = " -> ";
    private static final Pattern RIGHTS = Pattern.compile("([a-z-]+)(?:; languages ([^;]+))?(?:; sections ([0-9 ]+))?");

    private final Words words;
    private final Sections sections;

    private AccountDetails(Words words, Sections sections) {
        this.words = words;
        this.sections = sections;
    }

    static String say(AuditEntry entry, Words words, Sections sections) {
        return new AccountDetails(words, sections).say(entry.kind(), entry.detail());
    }

    private String say(AuditEntry.Kind kind, String detail) {
        return switch (kind) {
            case INVITED, RIGHTS_CHANGED ->
                Arrays.stream(detail.split(FROM_TO, -1)).map(this::rights).collect(Collectors.joining(" → "));
            case NAME_CHANGED -> String.join(" → ", detail.split(FROM_TO, -1));
            case JOINED, SIGNED_IN, SIGN_IN_FAILED, PASSWORD_SET, CODES_OFF, LINK_MADE -> way(detail);
            case SESSION_REVOKED ->
                detail.matches("[0-9]{1,9}") ? words.say("log-detail.sessions", Integer.parseInt(detail)) : detail;
            case SIGNED_OUT,
                    CODES_ON,
                    RECOVERY_CODES_MADE,
                    RECOVERY_CODE_USED,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    IDENTITY_LINKED,
                    IDENTITY_UNLINKED,
                    LOCKED,
                    UNLOCKED -> detail;
        };
    }

    /** By what it was done, or the reason why it was refused. */
    private String way(String detail) {
        return Stream.of("log-detail." + detail.replace(' ', '-'), "refused." + detail)
                .filter(words::has)
                .findFirst()
                .map(words::say)
                .orElse(detail);
    }

    /** The role, and to which languages and sections it is limited. */
    private String rights(String stored) {
        Matcher parts = RIGHTS.matcher(stored);
        if (!parts.matches() || !words.has("role." + parts.group(1))) {
            return stored;
        }
        return Stream.of(
                        List.of(words.say("role." + parts.group(1))),
                        each(parts.group(2)).stream()
                                .map(tag -> LanguageNames.name(new Language(tag), words))
                                .toList(),
                        each(parts.group(3)).stream().map(this::section).toList())
                .filter(part -> !part.isEmpty())
                .map(part -> String.join(", ", part))
                .collect(Collectors.joining("; "));
    }

    private String section(String id) {
        String title = sections.title(new SectionId(Long.parseLong(id)));
        return title.isEmpty() ? id : title;
    }

    private static List<String> each(@Nullable String stored) {
        return stored == null ? List.of() : List.of(stored.split(" ", -1));
    }
}

package org.herald.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an entry of a menu, a block or a banner leads, as it is kept in text: {@code item:12} and {@code section:3} name a
 * thing wherever it stands, {@code /en/archive} an address of the portal, all else an address elsewhere.
 */
public sealed interface Target {

    /** Characters that one may have, as its column has. */
    int LONGEST = 1000;

    Pattern IDENTITY = Pattern.compile("(item|section):([1-9][0-9]{0,17})");
    Pattern OF_PORTAL = Pattern.compile("/(?![/\\\\])[^\\s\\p{Cntrl}<>\"\\\\]*");
    Pattern ELSEWHERE = Pattern.compile("(?i:https?://)[^\\s\\p{Cntrl}<>\"\\\\]+");
    Pattern PERSON = Pattern.compile("(?i:mailto:|tel:)[^\\s\\p{Cntrl}<>\"\\\\]+");

    record ToItem(ItemId item) implements Target {}

    record ToSection(SectionId section) implements Target {}

    /**
     * An address of this portal.
     *
     * @param address within the portal, from its first slash
     */
    record ToAddress(String address) implements Target {}

    /**
     * An address elsewhere.
     *
     * @param address with its scheme: http, https, mailto or tel
     */
    record Outside(String address) implements Target {}

    /** The target that this text is; nothing when it is none, as {@code javascript:} is not. */
    static Optional<Target> parse(String text) {
        var identity = IDENTITY.matcher(text);
        if (identity.matches()) {
            long id = Long.parseLong(identity.group(2));
            return Optional.of(
                    identity.group(1).equals("item") ? new ToItem(new ItemId(id)) : new ToSection(new SectionId(id)));
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (OF_PORTAL.matcher(text).matches()) {
            return Optional.of(new ToAddress(text));
        }
        boolean isAddress =
                PERSON.matcher(text).matches() || (ELSEWHERE.matcher(text).matches() && hasHost(text));
        return isAddress ? Optional.of(new Outside(text)) : Optional.empty();
    }

    /** The item that this text names. */
    static Optional<ItemId> item(String text) {
        return parse(text).flatMap(target -> target instanceof ToItem(var item) ? Optional.of(item) : Optional.empty());
    }

    static String of(ItemId item) {
        return "item:" + item;
    }

    static String of(SectionId section) {
        return "section:" + section;
    }

    private static boolean hasHost(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null || uri.getRawAuthority() != null;
        } catch (URISyntaxException fault) {
            // a reader's browser takes letters of any script, which RFC 3986 does not know
            return address.matches("(?i)https?://[^/?#]+.*");
        }
    }
}

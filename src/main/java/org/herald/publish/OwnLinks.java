package org.herald.publish;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Arrangement;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.Portal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.StoredAddress;
import org.herald.model.Target;
import org.herald.store.AddressQueries;
import org.herald.store.AddressQueries.Lead;

/**
 * Links within the portal. What was typed or pasted as an address of the portal or of the newsroom becomes a link by
 * identity, and what remains an address is looked at: whether anything stands there for readers.
 */
public final class OwnLinks {

    private static final Pattern IDENTITY = Pattern.compile("(item|asset):([0-9]{1,18})");
    private static final Pattern SCREEN = Pattern.compile("/newsroom/(items|drafts|pictures)/([0-9]{1,18})(?:/.*)?");
    private static final Pattern FILE = Pattern.compile("/assets/([0-9a-f]{16})/.+");
    private static final Pattern HIDDEN = Pattern.compile("/(newsroom|preview)(?:/.*)?");
    private static final Pattern FIXED = Pattern.compile("/|/favicon[.]svg|/theme/.+");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** What a list, a calendar or a site map adds to the address of a section or of the portal. */
    private static final Pattern LISTING =
            Pattern.compile("(?:(.+?)/)??(?:(site-map)|tag/([a-z0-9-]+)(?:/page/[0-9]{1,9})?"
                    + "|page/[0-9]{1,9}|archive|(?:archive/)?([0-9]{4}(?:/[0-9]{2}){0,2}))");

    private final AddressQueries addresses;
    private final Portal portal;

    public OwnLinks(AddressQueries addresses, Portal portal) {
        this.addresses = addresses;
        this.portal = portal;
    }

    /** Where a link leads. */
    public enum Standing {
        /** To a page that readers see, or to another site. */
        PAGE,
        /** To an item that readers do not see. */
        UNSEEN,
        /** To the newsroom or to a preview, which readers cannot open. */
        HIDDEN,
        /** To nothing. */
        NOWHERE
    }

    /** The content with links of its body by identity, as far as they lead to items and files of the portal. */
    CleanContent settle(CleanContent content) {
        return content.linking(this::inBody);
    }

    /** A link of a body as it is stored. */
    String inBody(String href) {
        return portal.own(href)
                .map(own -> identity(own)
                        .or(() -> lead(own).flatMap(lead -> switch (lead) {
                            case AddressQueries.ToItem(var item) -> Optional.of(Target.of(item));
                            case AddressQueries.ToFile(var asset) -> Optional.of("asset:" + asset);
                            case AddressQueries.ToAddress(var address) -> Optional.of(address);
                            case AddressQueries.ToSection _, AddressQueries.ToTag _ -> Optional.empty();
                        }))
                        .orElseGet(() -> href.startsWith("/") && own.link().equals(href) ? href : own.link()))
                .orElse(href);
    }

    /**
     * A target of a menu, a block, a banner or a redirect as it is stored.
     *
     * @param language of the pages that lead there
     * @param now sections as they are when it is followed
     */
    public String target(String typed, Language language, Arrangement now) {
        String text = typed.strip();
        boolean isWhole = text.startsWith("/") || text.contains("://");
        if (isWhole && Target.parse(text).isEmpty()) {
            return text;
        }
        return portal.own(text)
                .map(own -> identity(own)
                        .filter(identity -> identity.startsWith("item:"))
                        .or(() -> lead(own).flatMap(lead -> switch (lead) {
                            case AddressQueries.ToItem(var item) -> Optional.of(Target.of(item));
                            case AddressQueries.ToSection(var section, var own1)
                            when own1.equals(language) -> Optional.of(Target.of(section));
                            case AddressQueries.ToAddress(var address) -> Optional.of(address);
                            case AddressQueries.ToSection _, AddressQueries.ToTag _, AddressQueries.ToFile _ ->
                                Optional.empty();
                        }))
                        .or(() -> section(own, language, now))
                        .orElseGet(own::link))
                .orElse(text);
    }

    private static Optional<String> section(StoredAddress own, Language language, Arrangement now) {
        String front = "/" + language;
        boolean isOfLanguage = own.path().equals(front) || own.path().startsWith(front + "/");
        return isOfLanguage
                ? at(now, own.path().equals(front) ? "" : own.path().substring(front.length() + 1))
                        .map(Target::of)
                : Optional.empty();
    }

    private static Optional<SectionId> at(Arrangement now, String path) {
        return now.sections().stream()
                .filter(section -> section.path().equals(path))
                .map(Section::id)
                .findFirst();
    }

    /** What a screen of the newsroom shows, and the file behind its address. */
    private Optional<String> identity(StoredAddress own) {
        Matcher screen = SCREEN.matcher(own.path());
        if (screen.matches()) {
            long id = Long.parseLong(screen.group(2));
            return switch (screen.group(1)) {
                case "items" ->
                    Optional.of(new ItemId(id)).filter(addresses::isThere).map(Target::of);
                case "drafts" -> addresses.ofDraft(id).map(Target::of);
                default ->
                    Optional.of(new AssetId(id)).filter(addresses::isThere).map(asset -> "asset:" + asset);
            };
        }
        Matcher file = FILE.matcher(own.path());
        return file.matches() ? addresses.file(file.group(1)).map(asset -> "asset:" + asset) : Optional.empty();
    }

    private Optional<Lead> lead(StoredAddress own) {
        return own.forms().stream().map(addresses::at).flatMap(Optional::stream).findFirst();
    }

    /** Where a link of a body leads. */
    public Standing standing(String href) {
        Matcher identity = IDENTITY.matcher(href);
        if (identity.matches()) {
            long id = Long.parseLong(identity.group(2));
            return identity.group(1).equals("item") ? standing(new ItemId(id)) : standing(new AssetId(id));
        }
        return portal.own(href)
                .map(own -> standing(own, addresses::section))
                .orElseGet(() ->
                        SCHEME.matcher(href).matches() || href.startsWith("//") ? Standing.PAGE : Standing.NOWHERE);
    }

    /** Where an address of the portal leads once its sections are so. */
    Standing standing(String address, Arrangement now) {
        return standing(StoredAddress.of(address), path -> at(now, path));
    }

    private Standing standing(ItemId item) {
        if (addresses.isShown(item)) {
            return Standing.PAGE;
        }
        return addresses.isThere(item) ? Standing.UNSEEN : Standing.NOWHERE;
    }

    private Standing standing(AssetId asset) {
        return addresses.isThere(asset) ? Standing.PAGE : Standing.NOWHERE;
    }

    private Standing standing(StoredAddress own, Function<String, Optional<SectionId>> sections) {
        if (HIDDEN.matcher(own.path()).matches()) {
            return Standing.HIDDEN;
        }
        if (FIXED.matcher(own.path()).matches() || isListed(own.path(), sections)) {
            return Standing.PAGE;
        }
        Matcher file = FILE.matcher(own.path());
        if (file.matches()) {
            return addresses.file(file.group(1)).isPresent() ? Standing.PAGE : Standing.NOWHERE;
        }
        return lead(own)
                .map(lead -> switch (lead) {
                    case AddressQueries.ToItem(var item) -> addresses.isShown(item) ? Standing.PAGE : Standing.NOWHERE;
                    case AddressQueries.ToTag(var tag, var language) ->
                        addresses.hasStories(ListKey.tag(tag), language, "") ? Standing.PAGE : Standing.NOWHERE;
                    case AddressQueries.ToSection _, AddressQueries.ToFile _, AddressQueries.ToAddress _ ->
                        Standing.PAGE;
                })
                .orElse(Standing.NOWHERE);
    }

    /** True when a section, or a list of it or of the portal that has stories, answers at this path. */
    private boolean isListed(String path, Function<String, Optional<SectionId>> sections) {
        String[] words = path.split("/", 3);
        if (words.length < 2 || !isLanguage(words[1])) {
            return false;
        }
        var language = new Language(words[1]);
        String rest = words.length < 3 ? "" : words[2];
        if (rest.isEmpty() || sections.apply(rest).isPresent()) {
            return true;
        }
        Matcher listing = LISTING.matcher(rest);
        if (!listing.matches()) {
            return false;
        }
        String above = listing.group(1) == null ? "" : listing.group(1);
        if (listing.group(2) != null) {
            return above.isEmpty();
        }
        if (listing.group(3) != null) {
            return above.isEmpty()
                    && Slug.parse(listing.group(3))
                            .filter(tag -> addresses.hasStories(ListKey.tag(tag), language, ""))
                            .isPresent();
        }
        Optional<ListKey> list = above.isEmpty()
                ? Optional.of(ListKey.ALL)
                : sections.apply(above).map(ListKey::section);
        String span = listing.group(4);
        return list.filter(key -> span == null || addresses.hasStories(key, language, span.replace('/', '-')))
                .isPresent();
    }

    private boolean isLanguage(String word) {
        return portal.languages().isEmpty()
                ? Language.isTag(word)
                : portal.languages().stream()
                        .anyMatch(language -> language.tag().equals(word));
    }
}

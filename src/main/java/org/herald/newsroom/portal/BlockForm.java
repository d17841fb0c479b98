package org.herald.newsroom.portal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.newsroom.TypedMoment;
import org.jspecify.annotations.Nullable;

/**
 * A block as it was typed.
 *
 * @param span when it shows
 * @param entries which entries of a directory it shows
 * @param branch the section in which alone it stands; empty for everywhere
 * @param months of the calendar of that section, above which alone it stands
 * @param seen names the state that the form was made from
 */
public record BlockForm(
        String kind,
        String spot,
        String language,
        String title,
        String text,
        String target,
        String picture,
        Span span,
        Entries entries,
        String branch,
        Months months,
        String seen) {

    /**
     * The directory, how entries of it are chosen, and the number of them.
     *
     * @param filters what events must have, each as {@code category=concert}
     * @param venue where they must be: the number or address of an entry
     */
    public record Entries(String directory, String order, String most, List<String> filters, String venue) {

        static final Entries USUAL = new Entries("", "", "4", List.of(), "");
    }

    /** The first and the last of them, {@code 2026-07}. */
    public record Months(String from, String until) {

        static final Months NONE = new Months("", "");
    }

    private static final String VENUE = "venue";

    /** Entries that a block may show. */
    private static final int MOST = 12;

    /** First and last moment, by the portal's clock. */
    public record Span(String from, String until) {}

    /** What was meant, and why not all of it can be. */
    record Meant(Block block, List<Reason> reasons) {}

    static BlockForm of(Block block, String seen, ZoneId zone) {
        Asset picture = block.picture();
        var entries = block.entries();
        var branch = block.branch();
        var months = block.months();
        return new BlockForm(
                block.kind().word(),
                block.spot().word(),
                block.language().tag(),
                block.title(),
                block.text(),
                block.target(),
                picture == null ? "" : picture.id().toString(),
                new Span(TypedMoment.of(block.fromAt(), zone), TypedMoment.of(block.untilAt(), zone)),
                entries == null
                        ? Entries.USUAL
                        : new Entries(
                                entries.directory().toString(),
                                entries.order().word(),
                                Integer.toString(entries.most()),
                                entries.filter().entrySet().stream()
                                        .filter(each -> !each.getKey().equals(VENUE))
                                        .map(each -> each.getKey() + "=" + each.getValue())
                                        .toList(),
                                entries.filter().getOrDefault(VENUE, "")),
                branch == null ? "" : branch.toString(),
                months == null
                        ? Months.NONE
                        : new Months(months.from().toString(), months.until().toString()),
                seen);
    }

    /** The form again, with a later state that it is made from. */
    BlockForm seen(String later) {
        return new BlockForm(kind, spot, language, title, text, target, picture, span, entries, branch, months, later);
    }

    BlockForm withPicture(AssetId taken) {
        return new BlockForm(
                kind, spot, language, title, text, target, taken.toString(), span, entries, branch, months, seen);
    }

    Meant meant(PortalQueries queries, Language ofPortal, ZoneId zone) {
        var reasons = new ArrayList<Reason>();
        var from = TypedMoment.read(span.from(), zone);
        var until = TypedMoment.read(span.until(), zone);
        reasons.addAll(from.reasons());
        reasons.addAll(until.reasons());
        Optional<Asset> found =
                picture.matches("[0-9]{1,18}") ? queries.asset(Long.parseLong(picture)) : Optional.empty();
        if (!Blank.is(picture) && found.isEmpty()) {
            reasons.add(new Reason("refused.picture-unknown", List.of(picture)));
        }
        var meantKind = one(Block.Kind.values(), kind);
        var meantEntries = meantKind == Block.Kind.ENTRIES ? entries(queries, ofPortal, reasons) : null;
        var meantMonths = meantKind == Block.Kind.NOTICE ? months(reasons) : null;
        return new Meant(
                new Block(
                        meantKind,
                        one(Block.Spot.values(), spot),
                        ofPortal,
                        0,
                        title,
                        switch (meantKind) {
                            case LIST -> lines(queries, ofPortal);
                            case ENTRIES -> named(queries, ofPortal);
                            case PROMOTION, NOTICE -> text;
                        },
                        queries.target(target, ofPortal),
                        found.orElse(null),
                        from.at(),
                        until.at(),
                        meantEntries,
                        branch.matches("[0-9]{1,18}") ? new SectionId(Long.parseLong(branch)) : null,
                        meantMonths),
                reasons);
    }

    /** Null when no directory was chosen, or when the number is none. */
    private Block.@Nullable Entries entries(PortalQueries queries, Language ofPortal, List<Reason> reasons) {
        if (!entries.most().strip().matches("[0-9]{1,3}")) {
            reasons.add(new Reason("refused.block-most", List.of(MOST)));
            return null;
        }
        if (!KindName.isName(entries.directory())) {
            return null;
        }
        var order = one(Block.Order.values(), entries.order());
        return new Block.Entries(
                new KindName(entries.directory()),
                order,
                Integer.parseInt(entries.most().strip()),
                order == Block.Order.COMING ? filter(queries, ofPortal) : new TreeMap<>());
    }

    /** What was chosen for events is passed over where other entries are shown. */
    private SortedMap<String, String> filter(PortalQueries queries, Language ofPortal) {
        var filter = new TreeMap<String, String>();
        for (String each : entries.filters()) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                filter.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        String venue = entries.venue().strip();
        if (!venue.isEmpty()) {
            String target = venue.matches("#?[1-9][0-9]{0,17}") ? venue : queries.target(venue, ofPortal);
            filter.put(VENUE, target.replaceFirst("^(?:#|item:)", ""));
        }
        return filter;
    }

    /** Null when none were typed; one alone is that month. */
    private Block.@Nullable Months months(List<Reason> reasons) {
        String first = months.from().strip();
        String last = months.until().strip();
        if (first.isEmpty() && last.isEmpty()) {
            return null;
        }
        try {
            return new Block.Months(
                    YearMonth.parse(first.isEmpty() ? last : first), YearMonth.parse(last.isEmpty() ? first : last));
        } catch (DateTimeParseException unread) {
            reasons.add(new Reason("refused.block-month", List.of(unread.getParsedString())));
            return null;
        }
    }

    /** Entries by their numbers or addresses. */
    private String named(PortalQueries queries, Language ofPortal) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.matches("#?[1-9][0-9]{0,17}")
                        ? "item:" + line.replace("#", "")
                        : queries.target(line, ofPortal))
                .collect(Collectors.joining("\n"));
    }

    /** The links of a list, those to the portal's things by their identities. */
    private String lines(PortalQueries queries, Language ofPortal) {
        return text.lines()
                .map(line -> {
                    int mark = line.lastIndexOf('|');
                    return mark < 0
                            ? line
                            : line.substring(0, mark).strip() + " | "
                                    + queries.target(line.substring(mark + 1), ofPortal);
                })
                .collect(Collectors.joining("\n"));
    }

    private static <E extends Enum<E>> E one(E[] values, String word) {
        return Stream.of(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(values[0]);
    }
}

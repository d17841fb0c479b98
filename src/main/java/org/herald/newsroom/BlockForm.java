package org.herald.newsroom;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;

/**
 * A block as it was typed.
 *
 * @param span when it shows
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
        String seen) {

    /** First and last moment, by the portal's clock. */
    public record Span(String from, String until) {}

    /** What was meant, and why not all of it can be. */
    record Meant(Block block, List<Reason> reasons) {}

    static BlockForm of(Block block, String seen, ZoneId zone) {
        Asset picture = block.picture();
        return new BlockForm(
                block.kind().word(),
                block.spot().word(),
                block.language().tag(),
                block.title(),
                block.text(),
                block.target(),
                picture == null ? "" : picture.id().toString(),
                new Span(TypedMoment.of(block.fromAt(), zone), TypedMoment.of(block.untilAt(), zone)),
                seen);
    }

    /** The form again, with a later state that it is made from. */
    BlockForm seen(String later) {
        return new BlockForm(kind, spot, language, title, text, target, picture, span, later);
    }

    BlockForm withPicture(AssetId taken) {
        return new BlockForm(kind, spot, language, title, text, target, taken.toString(), span, seen);
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
        return new Meant(
                new Block(
                        meantKind,
                        one(Block.Spot.values(), spot),
                        ofPortal,
                        0,
                        title,
                        meantKind == Block.Kind.LIST ? lines(queries, ofPortal) : text,
                        queries.target(target, ofPortal),
                        found.orElse(null),
                        from.at(),
                        until.at()),
                reasons);
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

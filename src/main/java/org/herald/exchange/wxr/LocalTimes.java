package org.herald.exchange.wxr;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an export says of the old site's clock: how far its local times are from UTC, post by post. */
final class LocalTimes {

    /** Clocks that were set wrong, and zones that changed their rules, account for less. */
    private static final double MOST_MISFITS = 0.02;

    private final List<Told> told = new ArrayList<>();

    private record Told(Instant at, ZoneOffset offset, String title) {

        boolean fits(ZoneId zone) {
            return zone.getRules().getOffset(at).equals(offset);
        }

        boolean isOnAnotherDay(ZoneId zone) {
            return !LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(at, offset));
        }
    }

    void add(WxrPart.Post post) {
        if (!post.named().status().equals("publish")) {
            return;
        }
        PostDate.offset(post.dated())
                .ifPresent(offset -> PostDate.of(post.dated(), offset)
                        .ifPresent(at -> told.add(new Told(at, offset, post.title()))));
    }

    /** The zone of local times that come without UTC: the portal's, when nothing in the file speaks against it. */
    ZoneId zone(ZoneId portal, String language) {
        return told.isEmpty() || fits(portal) ? portal : best(language).orElse(portal);
    }

    /** The zone of the old site, or one that has the same clock; none when the file does not tell. */
    Optional<ZoneId> best(String language) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        String region = ULocale.addLikelySubtags(ULocale.forLanguageTag(language.replace('_', '-')))
                .getCountry();
        var near = fitting(
                TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, region, null).stream());
        if (near.isPresent() && !region.isEmpty()) {
            return near;
        }
        ZoneOffset most = most();
        return fits(most)
                ? Optional.of(most.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : ZoneId.ofOffset("UTC", most))
                : fitting(ZoneId.getAvailableZoneIds().stream()
                        .filter(id ->
                                id.matches("(Europe|America|Asia|Africa|" + "Australia|Pacific|Atlantic|Indian)/.*")));
    }

    /** What an operator should know when the portal's clock is another than the old site's. */
    Optional<String> remark(ZoneId portal, String language) {
        if (told.isEmpty() || fits(portal)) {
            return Optional.empty();
        }
        var moved = told.stream().filter(each -> each.isOnAnotherDay(portal)).toList();
        String days = moved.isEmpty()
                ? " All of them stand on the same day of the archive as on the old site."
                : " " + moved.size() + " of " + told.size()
                        + " posts stand on another day of the archive than on the old" + " site, the first of them \""
                        + moved.getFirst().title() + "\".";
        String zone = best(language).map(found -> " (" + found + " fits)").orElse("");
        return Optional.of(
                "The local times in the file are UTC" + offsets() + ", but the portal's time zone is " + portal
                        + "." + days
                        + " If the portal should have the old site's clock, set \"time-zone\" in portal.yaml" + zone
                        + " and run: herald archive-days --move");
    }

    private String offsets() {
        return told.stream().collect(Collectors.groupingBy(Told::offset, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<ZoneOffset, Long>comparingByValue().reversed())
                .limit(2)
                .map(each -> each.getKey().equals(ZoneOffset.UTC)
                        ? "+00:00"
                        : each.getKey().getId())
                .collect(Collectors.joining(" and UTC"));
    }

    private ZoneOffset most() {
        return told.stream().collect(Collectors.groupingBy(Told::offset, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<ZoneOffset, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private Optional<ZoneId> fitting(Stream<String> ids) {
        return ids.sorted(Comparator.naturalOrder())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .filter(this::fits)
                .findFirst();
    }

    private boolean fits(ZoneId zone) {
        long misfits = told.stream().filter(each -> !each.fits(zone)).count();
        return misfits <= told.size() * MOST_MISFITS;
    }
}

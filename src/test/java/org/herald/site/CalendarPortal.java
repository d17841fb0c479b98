package org.herald.site;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFile;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.UnitOfWork;
import org.herald.testing.Cast;
import org.herald.testing.Databases;
import org.herald.testing.PortalClock;
import org.herald.testing.SiteFolder;
import org.jspecify.annotations.Nullable;

/** A portal in Warsaw, where clocks change, with two venues and a calendar of events of every sort. */
public final class CalendarPortal implements QuarkusTestProfile {

    static final KindName EVENT = new KindName("event");
    private static final KindName VENUE = new KindName("venue");
    private static final Language BELARUSIAN = new Language("be");

    private static final String VENUES = """
            kind: venue
            names: {en: {one: Venue, many: Venues}, be: {one: Месца, many: Месцы}}
            stands: directory
            section: venues
            fields:
              town: {type: choice, filter: true, shared: true, choices: {minsk: {en: Minsk, be: Мінск}, brest: {en: Brest, be: Брэст}}, label: {en: Town, be: Горад}}
              address: {type: address, shared: true}
              place: {type: coordinates, shared: true}
            """;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Site.class));
    }

    /** A content of a kind with fields as they are typed: the parts of a field stand after a dot. */
    static Content content(Kinds kinds, KindName name, String headline, Map<String, String> typed) {
        Kind kind = kinds.of(name);
        var parts = new HashMap<String, Map<String, String>>();
        typed.forEach((key, value) -> {
            int dot = key.indexOf('.');
            parts.computeIfAbsent(dot < 0 ? key : key.substring(0, dot), _ -> new HashMap<>())
                    .put(dot < 0 ? "" : key.substring(dot + 1), value);
        });
        Fields fields = Fields.NONE;
        for (var each : parts.entrySet()) {
            Field field = kind.field(each.getKey()).orElseThrow();
            fields = fields.with(field.name(), field.type().typed(each.getValue()));
        }
        var body = new Body("<p>" + headline.replaceAll("[<>&]", "") + ".</p>");
        return new Content(headline, "In few words", null, List.of(), body, fields);
    }

    /** The folder of that portal. */
    public static final class Site extends SiteFolder {

        private Kinds kinds = new Kinds(List.of()); // read by fill
        private SectionId events = new SectionId(1); // made by fill, as the following
        private ItemId hall = new ItemId(1);
        private ItemId museum = new ItemId(1);

        @Override
        protected void fill(Path empty) throws IOException {
            Files.writeString(
                    empty.resolve("portal.yaml"),
                    "name: Oasis\nlanguages: [en, be]\nbase-url: https://portal.example\ntime-zone: Europe/Warsaw\n");
            Files.createDirectories(empty.resolve("kinds"));
            Files.writeString(empty.resolve("kinds/venue.yaml"), VENUES);
            kinds = KindFiles.read(empty).kinds();
            var settings = SettingsFile.read(empty, Map.of());
            try (var database = Databases.open(settings.database())) {
                Cast.join(database);
                new CommandBus(
                                database,
                                () -> PortalClock.NOON,
                                settings.zone(),
                                Portal.UNKNOWN,
                                PublishingRules.none(kinds))
                        .together(Principal.SAMPLE, this::write);
            }
        }

        private ItemId write(UnitOfWork unit) {
            section(unit, "", "Home");
            SectionId news = section(unit, "news", "News");
            SectionId venues = section(unit, "venues", "Venues");
            events = section(unit, "events", "Events");
            hall = item(
                    unit,
                    VENUE,
                    venues,
                    "Music Hall",
                    Map.of(
                            "town", "minsk",
                            "address.street", "1 Park Street",
                            "address.locality", "Minsk",
                            "place.latitude", "53.9",
                            "place.longitude", "27.56"));
            translation(unit, VENUE, venues, hall, "Музычная зала");
            museum = item(unit, VENUE, venues, "Castle Museum", Map.of("town", "brest"));
            recurring(unit);
            single(unit);
            zones(unit);
            unit.carryOut(new Create(
                            EVENT,
                            Cast.ENGLISH,
                            null,
                            events,
                            new Slug("undated"),
                            Content.of("Undated", Body.EMPTY),
                            null))
                    .orThrow();
            return item(unit, KindName.ARTICLE, news, "Organ is mended", Map.of());
        }

        private void recurring(UnitOfWork unit) {
            ItemId organ = event(
                    unit,
                    "Organ Sunday",
                    Map.of(
                            "when.1-first", "2026-07-05",
                            "when.1-times", "15:00-16:30, 17:00",
                            "when.1-repeat", "weekly",
                            "when.1-ends", "2026-12-31",
                            "when.1-except", "2026-07-26",
                            "when.1-changed", "2026-08-02 15:00 > 2026-08-03 16:00-18:00\n2026-08-09 15:00 cancelled",
                            "category", "concert",
                            "venue", hall.toString(),
                            "free", "yes"));
            translation(unit, EVENT, events, organ, "Арганная нядзеля");
            event(
                    unit,
                    "Morning Run",
                    Map.of(
                            "when.1-first", "2020-01-01",
                            "when.1-times", "07:00-08:00",
                            "when.1-repeat", "daily",
                            "category", "sport"));
            event(
                    unit,
                    "Open House",
                    Map.of("when.1-first", "2026-01-01", "when.1-repeat", "open-ended", "category", "other"));
        }

        private void single(UnitOfWork unit) {
            event(
                    unit,
                    "Old Masters",
                    Map.of(
                            "when.1-first", "2026-07-01",
                            "when.1-last", "2026-09-30",
                            "category", "exhibition",
                            "venue", museum.toString()));
            event(
                    unit,
                    "Bread & <Salt>",
                    Map.of(
                            "when.1-first", "2026-11-21",
                            "when.1-times", "18:00-20:00",
                            "category", "concert",
                            "venue", museum.toString(),
                            "price", "10 BYN",
                            "tickets.url", "https://tickets.example/salt",
                            "organiser", "The Bakers"));
            event(
                    unit,
                    "Winter Fair",
                    Map.of(
                            "when.1-first", "2026-11-22",
                            "when.1-times", "10:00-20:00",
                            "category", "fair",
                            "status", "cancelled"));
            event(
                    unit,
                    "Book Fair",
                    Map.of(
                            "when.1-first", "2026-12-12",
                            "when.1-times", "10:00",
                            "previously.1-first", "2026-11-14",
                            "previously.1-times", "10:00",
                            "category", "fair",
                            "status", "rescheduled",
                            "place", "To be announced"));
            event(unit, "Jubilee", Map.of("when.1-first", "2100-05-01", "category", "holiday"));
            event(unit, "Charter", Map.of("when.1-first", "1499-06-15", "category", "holiday"));
            event(
                    unit,
                    "Webinar",
                    Map.of(
                            "when.1-first", "2026-11-23",
                            "when.1-times", "12:00-13:00",
                            "online.url", "https://meet.example/1",
                            "category", "talk"));
        }

        /** In the nights in which clocks are set forward and back, and on other clocks. */
        private void zones(UnitOfWork unit) {
            event(unit, "Spring Night", Map.of("when.1-first", "2026-03-29", "when.1-times", "02:30-04:00"));
            event(unit, "Autumn Night", Map.of("when.1-first", "2026-10-25", "when.1-times", "02:30-03:30"));
            event(
                    unit,
                    "New York Night",
                    Map.of(
                            "when.zone", "America/New_York",
                            "when.1-first", "2026-11-01",
                            "when.1-times", "00:30-03:00"));
        }

        private ItemId event(UnitOfWork unit, String headline, Map<String, String> typed) {
            return item(unit, EVENT, events, headline, typed);
        }

        private ItemId item(
                UnitOfWork unit, KindName kind, SectionId section, String headline, Map<String, String> typed) {
            return published(unit, kind, section, null, Cast.ENGLISH, content(kinds, kind, headline, typed));
        }

        private void translation(UnitOfWork unit, KindName kind, SectionId section, ItemId original, String headline) {
            published(
                    unit,
                    kind,
                    section,
                    new GroupId(original.value()),
                    BELARUSIAN,
                    Content.of(headline, new Body("<p>" + headline + ".</p>")));
        }

        private static ItemId published(
                UnitOfWork unit,
                KindName kind,
                SectionId section,
                @Nullable GroupId group,
                Language language,
                Content content) {
            ItemId item = unit.carryOut(new Create(kind, language, group, section, null, content, null))
                    .orThrow();
            unit.carryOut(new Publish(item, null)).orThrow();
            return item;
        }

        private static SectionId section(UnitOfWork unit, String path, String title) {
            return unit.carryOut(new AddSection(
                            path,
                            Map.of(
                                    Cast.ENGLISH,
                                    new Section.Title(title, ""),
                                    BELARUSIAN,
                                    new Section.Title(title, ""))))
                    .orThrow();
        }
    }
}

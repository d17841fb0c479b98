package org.herald.newsroom;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.testing.SiteFolder;

/** The sample portal with kinds of its own, each declared in one file. */
public final class SightPortal implements QuarkusTestProfile {

    static final String SIGHT = """
            kind: sight
            names:
              en: {one: Tourist site, many: Tourist sites}
              be: {one: Славутасць, many: Славутасці}
              ru: {one: Достопримечательность, many: Достопримечательности}
            stands: directory
            section: tourist-sites
            schema-org: TouristAttraction
            groups:
              visit: {en: Visiting, be: Наведванне}
              contact: {en: Contact}
            fields:
              type: {type: choice, choices: {castle: {en: Castle, be: Замак}, church: Church}, filter: true}
              suits: {type: choices, choices: {children: {en: Children, be: Дзеці}, groups: {en: Groups, be: Групы}}}
              place: {type: coordinates, shared: true, required: publish, schema-org: geo, label: {en: Place, be: Месца}}
              hours: {type: opening-hours, group: visit, shared: true, schema-org: openingHoursSpecification, label: {en: Open}}
              built: {type: year, shared: true, filter: range}
              area: {type: number, unit: ha, label: {en: Area, be: Плошча}}
              price: {type: money, group: visit, currencies: [BYN, EUR]}
              checked: {type: date}
              free-entry: {type: yes-no, schema-org: isAccessibleForFree}
              website: {type: link, group: contact, schema-org: sameAs}
              mail: {type: e-mail, group: contact}
              phone: {type: telephone, group: contact, schema-org: telephone}
              address: {type: address, schema-org: address}
              access: {type: text, lines: many, label: {en: For people with disabilities, be: Для людзей з інваліднасцю}}
              story: {type: rich-text}
              plan: {type: picture}
              pictures: {type: gallery}
              papers: {type: files}
              near: {type: items, of: [sight, article]}
            """;

    /** A kind that uses what directories have: a filter, a range, cards, a map. */
    static final String LIBRARY = """
            kind: library
            names:
              en: {one: Library, many: Libraries}
              be: {one: Бібліятэка, many: Бібліятэкі}
              ru: {one: Библиотека, many: Библиотеки}
            stands: directory
            section: libraries
            schema-org: Library
            fields:
              level:
                type: choice
                shared: true
                filter: true
                card: true
                choices: {national: {en: National, be: Нацыянальная}, town: {en: Town, be: Гарадская}}
              books: {type: number, decimals: 0, shared: true, filter: range, sort: true}
              place: {type: coordinates, shared: true, required: publish, schema-org: geo}
              hours: {type: opening-hours, shared: true, schema-org: openingHoursSpecification}
              lends-to: {type: text, lines: many, label: {en: Who may borrow, be: Каму выдаюць}}
            """;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Site.class));
    }

    /** Its site folder. */
    public static final class Site extends SiteFolder {

        @Override
        protected void fill(Path empty) throws IOException {
            SampleSite.make(empty);
            Files.createDirectories(empty.resolve("kinds"));
            Files.writeString(empty.resolve("kinds/sight.yaml"), SIGHT);
            Files.writeString(empty.resolve("kinds/library.yaml"), LIBRARY);
            SampleSite.addDirectories(empty);
        }
    }
}

package org.herald.site;

import java.util.List;
import org.herald.model.LiveItem;
import org.jspecify.annotations.Nullable;

/** Turns live rows into cards. */
final class Cards {

    private final Edition edition;
    private final Navigation navigation;

    Cards(Edition edition, Navigation navigation) {
        this.edition = edition;
        this.navigation = navigation;
    }

    Card of(LiveItem item) {
        var section = navigation
                .byId(item.section())
                .filter(found -> !found.isRoot())
                .map(found ->
                        new Link(Navigation.title(found, edition.language()), Urls.section(edition.language(), found)))
                .orElse(null);
        return new Card(
                item.path(),
                item.card().text("kicker"),
                item.headline(),
                item.standfirst(),
                image(item.picture()),
                edition.on(item.publishedAt()),
                item.correctedAt() != null,
                section);
    }

    List<Card> of(List<LiveItem> items) {
        return items.stream().map(this::of).toList();
    }

    private static @Nullable Image image(LiveItem.@Nullable Thumbnail picture) {
        return picture == null ? null : Image.of(picture.asset(), picture.alt()).orElse(null);
    }
}

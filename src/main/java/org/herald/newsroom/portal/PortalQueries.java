package org.herald.newsroom.portal;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Arrangement;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Banner;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Planned;
import org.herald.model.SectionId;
import org.herald.model.Target;
import org.herald.model.Words;
import org.herald.newsroom.Refusal;
import org.herald.publish.OwnLinks;
import org.herald.store.AddressQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PlanQueries;

/** What the portal's screens ask the store: the outline as readers see it, what is planned of it, what things are called. */
@Singleton
public final class PortalQueries {

    private final Settings settings;
    private final OutlineQueries outline;
    private final PlanQueries plan;
    private final AddressQueries addresses;

    public PortalQueries(Settings settings, OutlineQueries outline, PlanQueries plan, AddressQueries addresses) {
        this.settings = settings;
        this.outline = outline;
        this.plan = plan;
        this.addresses = addresses;
    }

    List<Language> languages() {
        return settings.languages();
    }

    /** A language of the portal; a text that names none is an address that does not exist. */
    Language require(String tag) {
        return settings.languages().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Sections, menus and blocks as readers see them. */
    Arrangement live() {
        return outline.arrangement();
    }

    List<Planned> plan() {
        return plan.all();
    }

    /** Sections, menus and blocks as readers will see them when the plan is published. */
    Arrangement planned() {
        return live().after(plan().stream().map(Planned::change).toList());
    }

    List<Banner> banners() {
        return outline.banners();
    }

    Map<SectionId, Integer> liveItems() {
        return plan.liveItems();
    }

    /** How many items of a section that was moved have not followed to its new address yet. */
    int late(SectionId section) {
        return plan.late(section);
    }

    Optional<Asset> asset(long id) {
        return plan.asset(new AssetId(id)).filter(Asset::isPicture);
    }

    /** Says what targets are. */
    TargetNames names(Arrangement arrangement, Words words, Stream<String> further) {
        Set<ItemId> named = new HashSet<>();
        Stream.concat(arrangement.targets(), further)
                .forEach(text -> Target.item(text).ifPresent(named::add));
        return new TargetNames(arrangement, plan.named(named), words);
    }

    /**
     * The target that somebody means who typed or pasted this: an address of the portal at which a thing stands means the
     * thing, so that the link goes with it.
     */
    String target(String typed, Language language) {
        return new OwnLinks(addresses, settings.portal()).target(typed, language, planned());
    }
}

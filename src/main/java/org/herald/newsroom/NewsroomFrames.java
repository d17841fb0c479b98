package org.herald.newsroom;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.herald.config.Settings;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.herald.people.Visit;

/** Builds what stands around every screen, for whoever makes the request. */
@Singleton
public final class NewsroomFrames {

    private final Settings settings;
    private final NewsroomWords words;
    private final Styles styles;
    private final Visitor visitor;
    private final DeskBooks books;

    public NewsroomFrames(Settings settings, NewsroomWords words, Styles styles, Visitor visitor, DeskBooks books) {
        this.settings = settings;
        this.words = words;
        this.styles = styles;
        this.visitor = visitor;
        this.books = books;
    }

    /** A place of the newsroom that the navigation names, with the permission to go there and its key. */
    enum Place {
        DESK("/newsroom", "d", Permission.DESK),
        MINE("/newsroom?who=me", "m", Permission.DESK),
        PLAN("/newsroom/plan", "c", Permission.DESK),
        PORTAL("/newsroom/portal", "p", Permission.OUTLINE),
        AUDIT("/newsroom/audit", "a", Permission.AUDIT),
        PEOPLE("/newsroom/people", "u", Permission.PEOPLE),
        /** Screens that stand beside the others, such as one's own account. */
        NONE("", "", Permission.DESK);

        private final String path;
        private final String key;
        private final Permission permission;

        Place(String path, String key, Permission permission) {
            this.path = path;
            this.key = key;
            this.permission = permission;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The frame of a screen.
     *
     * @param title in the visitor's language
     * @param said the key of the words for what was just done, {@code said.…}; anything else says nothing
     */
    NewsroomFrame frame(String title, Place current, String said) {
        Words spoken = words();
        return new NewsroomFrame(
                spoken,
                title,
                new NewsroomFrame.Head(
                        settings.nameIn(portalLanguage(spoken)),
                        "/" + portalLanguage(spoken),
                        styles.version(),
                        words.ofScripts(spoken)),
                visitor.find().map(visit -> who(visit, spoken)).orElse(new NewsroomFrame.Who("", "", "", "", "off")),
                places(spoken, current),
                visitor.find().isPresent() ? null : tongues(spoken),
                said.startsWith("said.") && spoken.has(said) ? spoken.say(said) : "");
    }

    NewsroomFrame frame(String title, Place current) {
        return frame(title, current, "");
    }

    /** The words of whoever is here; before the sign-in, as their browser asks for, or else the portal's first ones. */
    Words words() {
        return words.in(visitor.find()
                .map(visit -> visit.account().speaks())
                .or(visitor::language)
                .orElseGet(settings::defaultLanguage));
    }

    private NewsroomFrame.Tongues tongues(Words spoken) {
        return new NewsroomFrame.Tongues(LanguageChoice.spoken(new Language(spoken.tag())), visitor.here());
    }

    private Language portalLanguage(Words spoken) {
        var own = new Language(spoken.tag());
        return settings.languages().contains(own) ? own : settings.defaultLanguage();
    }

    private static NewsroomFrame.Who who(Visit visit, Words spoken) {
        var account = visit.account();
        return new NewsroomFrame.Who(
                account.id().toString(),
                account.name(),
                spoken.say("role." + account.role().word()),
                visit.csrf(),
                visit.hasShortcuts() ? "on" : "off");
    }

    private List<NewsroomFrame.Place> places(Words spoken, Place current) {
        var places = new ArrayList<NewsroomFrame.Place>();
        visitor.find().ifPresent(visit -> {
            for (Place place : Place.values()) {
                if (place != Place.NONE && Permissions.allow(visit.account(), place.permission)) {
                    places.add(new NewsroomFrame.Place(
                            spoken.say("place." + place.word()),
                            place.path,
                            place.key,
                            place == Place.MINE ? books.desk().countWaitingFor(DeskFilter.me(visit.account())) : 0,
                            place == current));
                }
            }
        });
        return places;
    }
}

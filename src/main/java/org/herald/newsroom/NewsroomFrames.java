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
import org.herald.people.SignedInSession;

/** Builds what stands around every screen, for whoever makes the request. */
@Singleton
public final class NewsroomFrames {

    private final Settings settings;
    private final NewsroomWords words;
    private final Styles styles;
    private final Visitor visitor;
    private final NewsroomQueries queries;

    public NewsroomFrames(
            Settings settings, NewsroomWords words, Styles styles, Visitor visitor, NewsroomQueries queries) {
        this.settings = settings;
        this.words = words;
        this.styles = styles;
        this.visitor = visitor;
        this.queries = queries;
    }

    /** A place of the newsroom that the navigation names, with the permission to go there and its key. */
    public enum Area {
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

        Area(String path, String key, Permission permission) {
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
     * @param flash the key of the words for what was just done, {@code said.…}; anything else says nothing
     */
    public NewsroomFrame frame(String title, Area current, String flash) {
        Words spoken = words();
        return new NewsroomFrame(
                spoken,
                title,
                new NewsroomFrame.Head(
                        settings.nameIn(portalLanguage(spoken)),
                        "/" + portalLanguage(spoken),
                        styles.version(),
                        words.ofScripts(spoken)),
                visitor.find()
                        .map(session -> who(session, spoken))
                        .orElse(new NewsroomFrame.Who("", "", "", "", "off")),
                entries(spoken, current),
                visitor.find().isPresent() ? null : languageSwitch(spoken),
                flash.startsWith("said.") && spoken.has(flash) ? spoken.say(flash) : "");
    }

    public NewsroomFrame frame(String title, Area current) {
        return frame(title, current, "");
    }

    /** The words of whoever is here; before the sign-in, as their browser asks for, or else the portal's first ones. */
    public Words words() {
        return words.in(visitor.find()
                .map(session -> session.account().uiLanguage())
                .or(visitor::language)
                .orElseGet(settings::defaultLanguage));
    }

    private NewsroomFrame.LanguageSwitch languageSwitch(Words spoken) {
        return new NewsroomFrame.LanguageSwitch(LanguageChoice.spoken(new Language(spoken.tag())), visitor.here());
    }

    private Language portalLanguage(Words spoken) {
        var own = new Language(spoken.tag());
        return settings.languages().contains(own) ? own : settings.defaultLanguage();
    }

    private static NewsroomFrame.Who who(SignedInSession session, Words spoken) {
        var account = session.account();
        return new NewsroomFrame.Who(
                account.id().toString(),
                account.name(),
                spoken.say("role." + account.role().word()),
                session.csrf(),
                session.hasShortcuts() ? "on" : "off");
    }

    private List<NewsroomFrame.NavEntry> entries(Words spoken, Area current) {
        var places = new ArrayList<NewsroomFrame.NavEntry>();
        visitor.find().ifPresent(session -> {
            for (Area area : Area.values()) {
                if (area != Area.NONE && Permissions.allow(session.account(), area.permission)) {
                    places.add(new NewsroomFrame.NavEntry(
                            spoken.say("place." + area.word()),
                            area.path,
                            area.key,
                            area == Area.MINE
                                    ? queries.desk().countWaitingFor(NewsroomQueries.me(session.account()))
                                    : 0,
                            area == current));
                }
            }
        });
        return places;
    }
}

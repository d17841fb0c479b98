package org.herald.newsroom;

import java.util.List;
import java.util.function.Predicate;
import org.herald.newsroom.NewsroomRoutes.Route;
import org.herald.newsroom.people.PersonWayPage;

/**
 * One address of every screen of the newsroom, as an administrator sees it; {@code items/0} stands for an item that is live
 * and has a newer revision, a comment and findings of the checks, {@code drafts/0} for a draft of the administrator's that
 * meets what somebody else saved. A new screen is added here: the tests of accessibility, keys, narrow windows and dark
 * ground then look at it too.
 */
final class NewsroomScreens {

    static final List<String> ALL = List.of(
            "/newsroom",
            "/newsroom?state=draft&q=a",
            "/newsroom?q=nothing-fits-this",
            "/newsroom/new",
            "/newsroom/items/0",
            "/newsroom/items/0/text",
            "/newsroom/items/0/correction",
            "/newsroom/items/0/publication",
            "/newsroom/items/0/withdrawal",
            "/newsroom/items/0/translations",
            "/newsroom/items/0/revisions",
            "/newsroom/items/0/revisions?from=1&to=2",
            "/newsroom/items/0/previews",
            "/newsroom/drafts/0",
            "/newsroom/drafts/0/difference",
            "/newsroom/drafts/0/discarding",
            "/newsroom/drafts/0/merge",
            "/newsroom/drafts/0/picture",
            "/newsroom/kinds",
            "/newsroom/kinds/article",
            "/newsroom/kinds/article?edit=yes&column=kicker&column=source",
            "/newsroom/plan",
            "/newsroom/cancellation",
            "/newsroom/portal",
            "/newsroom/portal/sections",
            "/newsroom/portal/sections/3",
            "/newsroom/portal/menus",
            "/newsroom/portal/menus/main/en",
            "/newsroom/portal/blocks",
            "/newsroom/portal/blocks/new?language=en",
            "/newsroom/portal/blocks/1",
            "/newsroom/portal/redirects",
            "/newsroom/portal/banner",
            "/newsroom/audit",
            "/newsroom/audit/accounts",
            "/newsroom/people",
            "/newsroom/people/invitation",
            "/newsroom/people/2",
            "/newsroom/account",
            "/newsroom/account/codes",
            "/newsroom/nowhere");

    /**
     * What no administrator looks at: what stands before the sign-in, files, and what is asked by scripts; and questions
     * about ways in that nobody of the cast has, the one screen of {@link PersonWayPage}, which {@link OtherWaysInTest}
     * looks at.
     */
    private static final List<String> NO_SCREENS = List.of(
            "/newsroom/sign-in",
            "/newsroom/sign-in/openid",
            "/newsroom/sign-in/openid/return",
            "/newsroom/welcome/{token}",
            "/newsroom/people/{id}/codes/removal",
            "/newsroom/people/{id}/identities/{identity}/removal",
            "/newsroom/people/{id}/passkeys/{passkey}/removal",
            "/newsroom/assets/{version}/{name}",
            "/newsroom/audit/table",
            "/newsroom/audit/accounts/table",
            "/newsroom/pictures",
            "/newsroom/pictures/{id}",
            "/newsroom/links",
            "/newsroom/map",
            "/newsroom/slug",
            "/newsroom/value");

    private NewsroomScreens() {}

    /** The routes of screens of which no address stands here. */
    static List<String> missing() {
        Predicate<Route> isScreen = route -> !route.writes() && !NO_SCREENS.contains(pattern(route));
        return NewsroomRoutes.all().stream()
                .filter(isScreen)
                .filter(route -> ALL.stream().noneMatch(address -> isOf(address.replaceFirst("[?].*", ""), route)))
                .map(Route::name)
                .toList();
    }

    private static boolean isOf(String path, Route route) {
        return path.matches(pattern(route).replaceAll("\\{\\w+\\}", "[^/]+"));
    }

    /** The pattern without the expressions of its parameters. */
    private static String pattern(Route route) {
        return route.name().replaceFirst("^\\w+ ", "");
    }
}

package org.herald.newsroom;

import java.util.List;

/**
 * One address of every screen of the newsroom, as an administrator sees it; {@code 0} stands for an item that is live and
 * has a newer revision, a comment and findings of the checks. A new screen is added here: the tests of accessibility,
 * narrow windows and dark ground then look at it too.
 */
final class NewsroomScreens {

    static final List<String> ALL = List.of(
            "/newsroom",
            "/newsroom?state=draft&q=a",
            "/newsroom?q=nothing-fits-this",
            "/newsroom/items/0",
            "/newsroom/items/0/correction",
            "/newsroom/items/0/withdrawal",
            "/newsroom/plan",
            "/newsroom/audit",
            "/newsroom/audit/accounts",
            "/newsroom/nowhere");

    private NewsroomScreens() {}
}

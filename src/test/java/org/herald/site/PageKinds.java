package org.herald.site;

import java.util.List;

/** One address of every kind of page in the sample portal. */
final class PageKinds {

    static final String ARTICLE = "/en/news/culture/2025/10/23/neglyubka-towels-red-white-black";
    static final String CORRECTED = "/en/news/culture/2024/09/19/nesvizh-radziwill-residence";

    static final List<String> FOUND = List.of(
            "/en",
            "/be",
            "/ru",
            "/en/news",
            "/en/news/culture",
            "/en/news/page/1",
            "/en/about",
            ARTICLE,
            CORRECTED,
            "/en/archive",
            "/be/archive",
            "/en/archive/2021",
            "/en/archive/2021/05",
            "/ru/archive/2021",
            "/en/archive/2021/05/18",
            "/en/news/archive",
            "/en/news/2021",
            "/en/news/2021/05",
            "/en/news/2021/05/18",
            "/en/tag/castles",
            "/en/about-portal",
            "/be/about-portal",
            "/en/how-to-visit",
            "/en/tourist-sites",
            "/be/world-heritage",
            "/ru/war-monuments",
            "/en/tourist-sites/mir-castle",
            "/be/tourist-sites/mir-castle",
            "/en/souvenirs/slutsk-sash",
            "/en/site-map",
            "/be/site-map",
            "/en/feeds",
            "/be/feeds");

    static final List<String> NOT_FOUND = List.of("/en/news/nothing-here", "/be/niama", "/nowhere");

    /** Lists of directories as readers leave them: filtered, sorted, of a part of the map, empty. */
    static final List<String> LISTS = List.of(
            "/en/tourist-sites/entries?f.type=castle",
            "/be/tourist-sites/entries?f.type=castle&f.type=church&f.built.from=1500&near=53.9,27.56",
            "/ru/war-monuments/entries?area=brest",
            "/en/tourist-sites/entries?map=52.1,23.65,53.9,27.56&sort=built",
            "/en/tourist-sites/entries?page=2",
            "/ru/souvenirs/entries?q=nothing-is-called-so",
            "/be/health-resorts");

    private PageKinds() {}
}

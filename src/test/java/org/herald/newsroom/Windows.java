package org.herald.newsroom;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.herald.testing.Browser;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;

/** Windows of a real browser onto the newsroom, each of a member of the cast who is signed in. */
final class Windows implements AutoCloseable {

    private final Browser browser = Browser.open();
    private final URI server;
    private final NewsroomCast cast;
    private final List<BrowserContext> open = new ArrayList<>();

    Windows(URI server, NewsroomCast cast) {
        this.server = server;
        this.cast = cast;
    }

    /** An empty page in a window of somebody's own. */
    Page page(Member member) {
        return page(cast.cookie(member));
    }

    /** A page at this address in a window of somebody's own. */
    Page page(Member member, String path) {
        Page page = page(member);
        page.navigate(server.resolve(path).toString());
        return page;
    }

    /** A page at this address in the window of somebody who is not signed in. */
    Page stranger(String path) {
        Page page = page("");
        page.navigate(server.resolve(path).toString());
        return page;
    }

    private Page page(String cookie) {
        var window = browser.window(1280, ColorScheme.LIGHT);
        open.add(window);
        if (!cookie.isEmpty()) {
            window.addCookies(List.of(new Cookie(NewsroomCast.COOKIE, cookie).setUrl(server.toString())));
        }
        return window.newPage();
    }

    /** Closes those that are open now. */
    void shut() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    @Override
    public void close() {
        shut();
        browser.close();
    }
}

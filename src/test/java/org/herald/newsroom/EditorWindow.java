package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.herald.testing.Axe;
import org.herald.testing.Browser;

/** A window with the editor in it: where a test types, and what it finds. */
final class EditorWindow implements AutoCloseable {

    private final BrowserContext context;
    private final EditorPages pages;
    private final List<String> faults = new ArrayList<>();
    private Page page; // closed and opened again

    EditorWindow(Browser browser, EditorPages pages, int width, ColorScheme scheme) {
        this.context = browser.window(width, scheme);
        this.pages = pages;
        context.addInitScript("(" + Attacks.TRAP + ")()");
        this.page = opened();
    }

    EditorWindow(Browser browser, EditorPages pages) {
        this(browser, pages, 1280, ColorScheme.LIGHT);
    }

    private Page opened() {
        Page fresh = context.newPage();
        fresh.onPageError(faults::add);
        fresh.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        fresh.navigate(pages.address());
        fresh.locator(".ed-body").first().waitFor();
        return fresh;
    }

    /** Closes the tab and opens another. */
    void reopen() {
        reopenAfter(() -> {});
    }

    /** Opens the page again after something happened while it was closed. */
    void reopenAfter(Runnable change) {
        page.close();
        change.run();
        page = opened();
    }

    Page page() {
        return page;
    }

    /** The text that is edited. */
    Locator text() {
        return page.locator(".ed-body");
    }

    /** What the form would send as the body. */
    String html() {
        return page.locator("textarea[name=body]").inputValue();
    }

    /** Puts the caret at the end of an element of the text. */
    EditorWindow goTo(String selector) {
        text().locator(selector).first().click();
        press("End");
        return this;
    }

    /** Keys one by one; the editor hears of a moved caret a moment later than a person presses the next key. */
    EditorWindow press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 10)))");
        }
        return this;
    }

    EditorWindow type(String words) {
        page.keyboard().type(words);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Pastes HTML as another program put it on the clipboard. */
    void paste(String html, String plain) {
        text().evaluate("""
                (body, [html, plain]) => {
                  const clipboard = new DataTransfer();
                  if (html) clipboard.setData('text/html', html);
                  clipboard.setData('text/plain', plain);
                  body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
                }""", List.of(html, plain));
    }

    /** Drops a picture on an element of the text. */
    void dropPicture(String selector) {
        text().locator(selector).first().evaluate("""
                target => {
                  const carried = new DataTransfer();
                  carried.items.add(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', {type: 'image/svg+xml'}));
                  const { left, top } = target.getBoundingClientRect();
                  target.dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true,
                    clientX: left + 2, clientY: top + 2}));
                }""");
    }

    /** What axe finds wrong with the page. */
    List<String> inaccessible() {
        return Axe.violations(page);
    }

    /** Nothing was refused by the policy, and no script failed. */
    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), faults);
    }
}

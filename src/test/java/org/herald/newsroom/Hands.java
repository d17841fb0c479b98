package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/**
 * Somebody who has a keyboard and nothing else: goes from stop to stop, and must see at each where they are. Nothing here
 * clicks, fills or focuses; addresses are typed into the browser's own field.
 */
public final class Hands {

    /** What is called what, and whether it can be seen that this is where one is. */
    private static final String LOOK = """
            () => {
              const stop = document.activeElement;
              if (!stop || stop === document.body) return {name: '', kind: 'body', faults: ['nowhere']};
              const text = node => {
                const copy = node.cloneNode(true);
                copy.querySelectorAll('[aria-hidden=true], option').forEach(each => each.remove());
                return copy.textContent.replace(/\\s+/g, ' ').trim();
              };
              const by = stop.getAttribute('aria-labelledby')?.split(' ').map(id => document.getElementById(id)).filter(Boolean);
              const name = by?.length ? by.map(text).join(' ') : stop.getAttribute('aria-label')
                || (stop.labels?.length ? [...stop.labels].map(text).join(' ') : '') || text(stop) || stop.title || '';
              const kind = stop.getAttribute('role') ?? stop.localName;
              if (stop.localName === 'main') return {name, kind, faults: []};
              const faults = [];
              const style = getComputedStyle(stop);
              const ring = stop.querySelector(':scope > .hit'); // a marker on a map has a ring in place of an outline
              const isRung = ring && parseFloat(getComputedStyle(ring).strokeWidth) >= 2 && getComputedStyle(ring).stroke !== 'none';
              // the button within a field for a date shows itself, where a page cannot see it
              const isPart = /date|time|month/.test(stop.type) && !stop.matches(':focus-visible');
              if (!isPart && !isRung && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)) faults.push('no outline');
              const seen = [...stop.getClientRects()].some(rect => {
                const left = Math.max(rect.left, 0), right = Math.min(rect.right, innerWidth);
                const top = Math.max(rect.top, 0), bottom = Math.min(rect.bottom, innerHeight);
                if (right - left < 1 || bottom - top < 1) return false;
                return [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([x, y]) => {
                  const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
                  return there && (stop.contains(there) || there.contains(stop) && there.closest('label, a, button, summary'));
                });
              });
              if (!seen) faults.push('out of sight');
              return {name, kind, faults};
            }""";

    private static final int MOST = 300;

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    public Hands(Page page) {
        this.page = page;
    }

    /** Where the focus is. */
    record Stop(String name, String kind, List<String> faults) {

        boolean isNowhere() {
            return kind.equals("body");
        }

        /** @param wanted the name, or its beginning and a star */
        boolean is(String wanted) {
            return wanted.endsWith("*")
                    ? name.startsWith(wanted.substring(0, wanted.length() - 1))
                    : name.equals(wanted);
        }
    }

    /** Types an address into the browser's own field. */
    public Hands open(String address) {
        page.navigate(address);
        return this;
    }

    /** Presses keys one after the other; wherever that leads, it can be seen. */
    public Hands press(String... keys) {
        for (String key : keys) {
            boolean isBegun = !stop().isNowhere();
            strike(key);
            if (isBegun) {
                look();
            }
        }
        return this;
    }

    Hands type(String words) {
        page.keyboard().type(words);
        settle();
        return this;
    }

    /** Goes on with the Tab key to what has this name. */
    public Hands to(String name) {
        return to("Tab", name);
    }

    /** Goes back with Shift and Tab to what has this name. */
    Hands back(String name) {
        return to("Shift+Tab", name);
    }

    /** Goes on with the arrow keys to what has this name. */
    Hands arrow(String key, String name) {
        return to(key, name);
    }

    private Hands to(String key, String name) {
        var passed = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) {
            strike(key);
            var stop = stop();
            if (!stop.isNowhere()) {
                look();
            }
            if (stop.is(name)) {
                return this;
            }
            passed.add(stop.name());
            if (passed.stream().filter(String::isEmpty).count() > 2) {
                break;
            }
        }
        return Assertions.fail("“" + name + "” is not reached at " + page.url() + " by " + key + ": " + passed);
    }

    /** Presses a key that leads to another page, and waits until that is there. */
    public Hands go(String key) {
        page.evaluate("window.isLeft = true");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.isLeft && document.readyState === 'complete'");
        settle();
        return this;
    }

    /** To what has this name, and into it. */
    public Hands follow(String name) {
        return to(name).go("Enter");
    }

    /** Chooses a tool of the editor's toolbar, and comes back to the text. */
    Hands tool(String name) {
        press("Alt+F10");
        if (!stop().is(name)) {
            arrow("ArrowRight", name);
        }
        press("Enter");
        if (stop().kind().equals("button")) {
            press("Escape");
        }
        return this;
    }

    Stop stop() {
        var told = (Map<?, ?>) Objects.requireNonNull(page.evaluate(LOOK));
        return new Stop(
                String.valueOf(told.get("name")),
                String.valueOf(told.get("kind")),
                ((List<?>) Objects.requireNonNull(told.get("faults")))
                        .stream().map(String::valueOf).toList());
    }

    public Hands assertAt(String name) {
        assertEquals(name, stop().name(), page.url());
        return this;
    }

    /** Everywhere until now it could be seen where one was. */
    public void assertSawEverything() {
        assertEquals(List.of(), faults.stream().distinct().toList());
    }

    private void look() {
        var stop = stop();
        stop.faults()
                .forEach(fault -> faults.add(page.url().replaceFirst("https?://[^/]+", "") + ": " + stop.kind() + " “"
                        + stop.name() + "”: " + fault));
    }

    private void strike(String key) {
        page.keyboard().press(key);
        settle();
    }

    /** The editor hears of a moved caret a moment later than a person presses the next key. */
    private void settle() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 10)))");
    }
}

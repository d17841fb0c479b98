package org.herald.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was committed and when, and whether an answer knows it. */
final class Told {

    private static final long ALLOWED = Duration.ofMillis(100).toNanos();
    private static final Pattern STORY = Pattern.compile("i(\\d+)v(\\d+)x");
    private static final int GONE = 410;
    private static final int WITHDRAWN = -1;

    private final Map<Long, Story> stories = new ConcurrentHashMap<>();
    private final List<Story> order = new CopyOnWriteArrayList<>();
    private final History notices = new History();
    private final History sections = new History();

    /** @param version {@link #WITHDRAWN} when the story went away */
    private record Event(long at, int version) {}

    /** What was committed of one thing, oldest first. A change has begun before it is committed, and is told after it. */
    private static final class History {
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private volatile long begun = Long.MIN_VALUE; // when the newest change of it began
        private volatile boolean isUnderWay; // true until it is told, or was refused

        /** What had to be known at this instant. */
        Optional<Event> at(long instant) {
            return events.stream().filter(event -> event.at() <= instant).reduce((_, later) -> later);
        }

        /** While a change is under way, however long it takes, an answer may know of it before it is told. */
        boolean isQuietSince(long instant) {
            return !isUnderWay && begun <= instant && events.stream().noneMatch(event -> event.at() > instant);
        }

        void begin() {
            isUnderWay = true;
            begun = System.nanoTime();
        }

        void end() {
            isUnderWay = false;
        }

        void add(int version) {
            events.add(new Event(System.nanoTime(), version));
        }
    }

    /** A story with everything that was committed of it. */
    static final class Story {
        private final long item;
        private final String section;
        private final History history = new History();
        private volatile String path = ""; // set once, before the story is told
        private volatile long translatedAt = Long.MAX_VALUE; // set once

        private Story(long item, String section) {
            this.item = item;
            this.section = section;
        }

        String path() {
            return path;
        }
    }

    /** Says that something will be done to this story now. */
    void begin(long item) {
        story(item).history.begin();
    }

    /** Says that what was begun is told, or was refused. */
    void end(long item) {
        story(item).history.end();
    }

    void beginNotice() {
        notices.begin();
    }

    void beginSection() {
        sections.begin();
    }

    void expect(long item, String section) {
        stories.put(item, new Story(item, section));
    }

    void path(long item, String path) {
        story(item).path = path;
    }

    void shown(long item, int version) {
        Story story = story(item);
        story.history.add(version);
        if (!order.contains(story)) {
            order.add(story);
        }
    }

    void withdrawn(long item) {
        story(item).history.add(WITHDRAWN);
    }

    /** The newest revision is shown again. */
    void shownAgain(long item) {
        int newest = story(item).history.events.stream()
                .mapToInt(Event::version)
                .max()
                .orElseThrow();
        story(item).history.add(newest);
    }

    boolean isTranslated(long item) {
        return story(item).translatedAt != Long.MAX_VALUE;
    }

    void translated(long item) {
        story(item).translatedAt = System.nanoTime();
    }

    void notice(int version) {
        notices.add(version);
        notices.end();
    }

    void section(int version) {
        sections.add(version);
        sections.end();
    }

    Optional<Story> some(SplittableRandom random) {
        var known = List.copyOf(order);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    /** What is out of date in an answer to a request of this instant; nothing when it is fresh. */
    Optional<String> check(String path, long asked, int status, String html) {
        long known = asked - ALLOWED;
        var wrong = new ArrayList<String>();
        if (status != GONE) {
            stories(html, known, wrong);
        }
        if (path.startsWith("/en")) {
            has("n", notices, known, html, wrong);
        }
        if (path.equals("/en/news/science")) {
            has("s", sections, known, html, wrong);
        }
        stories.values().stream()
                .filter(story -> story.path().equals(path))
                .forEach(story -> page(story, known, status, html, wrong));
        newest(path, known).ifPresent(story -> {
            if (!html.contains("i" + story.item + "v")) {
                wrong.add("the newest story " + story.item + " is missing");
            }
        });
        return wrong.isEmpty() ? Optional.empty() : Optional.of(path + " " + status + ": " + wrong);
    }

    private void stories(String html, long known, List<String> wrong) {
        Matcher found = STORY.matcher(html);
        while (found.find()) {
            Story story = stories.get(Long.parseLong(found.group(1)));
            int version = Integer.parseInt(found.group(2));
            if (story != null) {
                story.history.at(known).ifPresent(event -> {
                    if (event.version() == WITHDRAWN && story.history.isQuietSince(known)) {
                        wrong.add("the withdrawn story " + story.item);
                    }
                    if (event.version() > version) {
                        wrong.add("story " + story.item + " in version " + version + " instead of " + event.version());
                    }
                });
            }
        }
    }

    private static void page(Story story, long known, int status, String html, List<String> wrong) {
        story.history.at(known).filter(_ -> story.history.isQuietSince(known)).ifPresent(event -> {
            int expected = event.version() == WITHDRAWN ? GONE : 200;
            if (status != expected) {
                wrong.add("status instead of " + expected);
            }
            if (status == 200 && !html.contains("i" + story.item + "v" + event.version() + "x")) {
                wrong.add("without version " + event.version());
            }
            if (status == 200 && story.translatedAt <= known && !html.contains("rel=\"alternate\" hreflang=\"be\"")) {
                wrong.add("without its translation");
            }
        });
    }

    private static void has(String letter, History history, long known, String html, List<String> wrong) {
        history.at(known).filter(_ -> history.isQuietSince(known)).ifPresent(event -> {
            if (!html.contains(letter + event.version() + "x")) {
                wrong.add("without " + letter + event.version());
            }
        });
    }

    /** The newest story of a list, when nothing has happened to it or a newer one since. */
    private Optional<Story> newest(String path, long known) {
        boolean isOfAll = path.equals("/en") || path.equals("/en/news") || path.equals("/en/archive/2026/11/21");
        var listed = order.stream()
                .filter(story -> isOfAll || path.equals("/en/news/" + story.section))
                .toList();
        if (listed.isEmpty() || !listed.stream().allMatch(story -> story.history.isQuietSince(known))) {
            return Optional.empty();
        }
        return listed.stream()
                .filter(story -> story.history.at(known).orElseThrow().version() != WITHDRAWN)
                .reduce((_, later) -> later);
    }

    private Story story(long item) {
        return Optional.ofNullable(stories.get(item)).orElseThrow();
    }
}

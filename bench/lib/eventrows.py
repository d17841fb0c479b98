"""Generated events and their venues, as CSV files have them: for bench/events. One event in five recurs without an end."""

import datetime

VENUE = """kind: venue
names: {en: {one: Venue, many: Venues}}
stands: directory
section: venues
fields:
  town: {type: choice, shared: true, filter: true, card: true, choices: [minsk, brest, homel, hrodna, mahileu, vitsebsk]}
  place: {type: coordinates, shared: true, card: true}
"""
TOWNS = ["minsk", "brest", "homel", "hrodna", "mahileu", "vitsebsk"]
VENUES = 60
VENUE_COLUMNS = ["key", "headline:en", "body:en", "town", "place.latitude", "place.longitude"]
COLUMNS = ["key", "headline:en", "standfirst:en", "body:en", "category", "free", "audience", "venue",
           "when.1-first", "when.1-last", "when.1-times", "when.1-repeat", "when.1-weekdays"]
CATEGORIES = ["concert", "theatre", "exhibition", "tour", "talk", "festival", "fair"]
AUDIENCES = ["everyone", "children", "families", "young"]
DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"]
FIRST, SPAN = datetime.date(2025, 1, 1), 4 * 365
RULES = ["weekly", "weekly", "weekly", "monthly", "monthly-weekday", "yearly", "daily"]


def venues():
    for i in range(1, VENUES + 1):
        yield [f"venue-{i}", f"Hall {i}", "<p>A hall.</p>", TOWNS[i % len(TOWNS)], f"{51.3 + i / 15:.4f}", f"{23.2 + i / 7:.4f}"]


def rows(count):
    """Spread evenly over four years, whatever their number; of the single ones, one in eleven is on for several days."""
    for i in range(1, count + 1):
        day = FIRST + datetime.timedelta(days=(i * 7919 % count) * SPAN // count)
        last, rule, weekdays = "", "", ""
        if i % 5 == 0:
            rule = RULES[i // 5 % len(RULES)]
            if rule == "weekly":
                weekdays = DAYS[day.weekday()]
        elif i % 11 == 0:
            last = str(day + datetime.timedelta(days=2 + i % 9))
        times = "" if last else f"{9 + i % 12:02}:{i % 4 * 15:02}-{10 + i % 12:02}:{i % 4 * 15:02}"
        yield [f"event-{i}", f"Event {i}", f"What takes place, number {i}.", f"<p>Event {i} is open to all.</p>",
               CATEGORIES[i // 5 % len(CATEGORIES)], "yes" if i % 3 else "no", AUDIENCES[i % len(AUDIENCES)],
               f"venue/venue-{1 + i % VENUES}", str(day), last, times, rule, weekdays]

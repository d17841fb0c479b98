"""Generated entries of one kind, as a CSV file has them: for bench/csv-import and bench/directories."""

KIND = """kind: place
names: {en: {one: Place, many: Places}}
stands: directory
fields:
  type: {type: choice, shared: true, filter: true, card: true, choices: [castle, church]}
  position: {type: coordinates, shared: true}
  built: {type: year, shared: true, filter: range}
  area: {type: number, shared: true}
  opened: {type: date, shared: true}
  ramp: {type: yes-no, shared: true, filter: true}
  hours: {type: opening-hours, shared: true}
  phone: {type: telephone, shared: true}
  near: {type: items, shared: true, of: [place]}
"""
COLUMNS = ["key", "headline:en", "standfirst:en", "body:en", "type", "position.latitude", "position.longitude", "built", "area",
           "opened", "ramp", "hours.mo", "hours.tu", "phone", "near"]
OLD_SITE = """<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Places</title>
<link>https://portal.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:category><wp:category_nicename>places</wp:category_nicename><wp:cat_name>Places</wp:cat_name></wp:category>
</channel></rss>"""


def rows(count):
    for i in range(1, count + 1):
        yield [f"place-{i}", f"Place {i}", f"A place by the river, number {i}.",
               f"<p>Place {i} stands where the road leaves the forest.</p><p>It is open to all.</p>",
               "castle" if i % 2 else "church", f"{51.3 + i % 4800 / 1000:.4f}", f"{23.2 + i % 9500 / 1000:.4f}", 1100 + i % 900,
               f"{i % 1000},5", f"{1 + i % 28:02}.{1 + i % 12:02}.20{i % 26:02}", "yes" if i % 3 else "no", "10:00-18:00",
               "10:00-18:00", "+375 17 123-45-67", f"place-{i - 1}" if i % 10 == 0 and i > 1 else ""]

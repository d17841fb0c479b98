"""What Herald is to reach, as ratios and limits, and whether it did."""

GOALS = [
    # key, what it says, sense, limit
    ("hot-nginx", "hot article: requests a second, over nginx serving the same bytes", ">=", 0.9),
    ("hot-nginx-p99", "hot article: 99th percentile, over that of nginx", "<=", 1.5),
    ("query-campaign", "hot article with ?utm_source=x: requests a second, over without", ">=", 0.9),
    ("query-click", "hot article, each time with another ?fbclid: requests a second, over without", ">=", 0.9),
    ("missing-nginx", "addresses at which nothing is: requests a second, over nginx", ">=", 0.23),
    ("hot-wordpress", "hot article: requests a second, over WordPress", ">=", 1000),
    ("hot-micro", "hot article: requests a second, over WordPress with micro-cache", ">=", 10),
    ("zipf-micro", "10,000 articles: requests a second, over WordPress with micro-cache", ">=", 10),
    ("hot-ghost", "hot article: requests a second, over Ghost", ">=", 50),
    ("uncached-article", "uncached article: time, over that of WordPress", "<=", 1 / 20),
    ("uncached-section", "uncached section: time, over that of WordPress", "<=", 1 / 20),
    ("uncached-archive", "uncached archive month: time, over that of WordPress", "<=", 1 / 20),
    ("uncached-article-pauses", "uncached article, asked with pauses: time, over that of WordPress", None, None),
    ("publishing", "front page while publishing every second, over without", ">=", 0.8),
    ("deep", "uncached oldest page of a section, over its first", "<=", 1.5),
    ("growth-article", "uncached article: time, over that of a site of 1,000 articles", "<=", 1.5),
    ("growth-section", "uncached section: time, over that of a site of 1,000 articles", "<=", 1.5),
    ("growth-archive", "uncached archive month: time, over that of a site of 1,000 articles", "<=", 1.5),
    ("growth-front", "uncached front page: time, over that of a site of 1,000 articles", "<=", 1.5),
    ("start", "start to the first answer, s", "<", 1.0),
    ("memory", "resident memory of the sample portal after requests, MiB", "<=", 200),
    ("visible", "from the answer that a story is published until every page shows it, longest, ms", "<=", 100),
    ("weight", "HTML and CSS of an article, compressed, over that of WordPress", None, None),
    ("import", "import of a WordPress export, articles a second", ">=", 2000),
]


def met(value, sense, limit):
    return {">=": value >= limit, "<=": value <= limit, "<": value < limit}[sense]


class Results:
    """All that was measured: values with their spread, ratios beside their goals, and what was not measured and why."""

    def __init__(self, about):
        self.about = about
        self.measures = []
        self.values = {}
        self.missing = []

    def measure(self, name, server, unit, values, **more):
        ordered = sorted(values)
        middle = len(ordered) // 2
        median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
        one = {"name": name, "server": server, "unit": unit, "median": median, "min": ordered[0], "max": ordered[-1],
               "count": len(ordered), **more}
        if len(ordered) <= 20:
            one["values"] = values
        self.measures.append(one)
        print(f"  {name:<26} {server:<24} {plain(median):>10} {unit:<6} ({plain(ordered[0])} to {plain(ordered[-1])})"
              + "".join(f"  {key} {plain(value)}" for key, value in more.items() if key.startswith("p99")), flush=True)
        return median

    def median(self, name, server):
        found = [each["median"] for each in self.measures if (each["name"], each["server"]) == (name, server)]
        return found[0] if found else None

    def ratio(self, key, over, under):
        """A goal whose two sides were measured; a side that was not leaves the goal without value."""
        if over is not None and under:
            self.values[key] = over / under

    def without(self, what, reason):
        self.missing.append({"what": what, "reason": str(reason)})
        print(f"  not measured: {what}: {reason}", flush=True)

    def goals(self):
        for key, text, sense, limit in GOALS:
            value = self.values.get(key)
            judged = None if value is None or sense is None else met(value, sense, limit)
            yield {"key": key, "what": text, "value": value, "sense": sense, "goal": limit, "met": judged}

    def as_json(self):
        return {**self.about, "measures": self.measures, "goals": list(self.goals()), "missing": self.missing}


def plain(number):
    """Three figures that tell something, without an exponent."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.3g}" if number >= 0.1 else f"{number:.4f}"


def table(results):
    """The goals as lines of text."""
    lines = [f"{'what':<72} {'measured':>9}  goal"]
    for goal in results["goals"]:
        value = "-" if goal["value"] is None else plain(goal["value"])
        aim = "" if goal["sense"] is None else f"{goal['sense']} {plain(goal['goal'])}"
        told = {None: "", True: "reached", False: "NOT REACHED"}[goal["met"]]
        lines.append(f"{goal['what']:<72} {value:>9}  {aim:<8} {told}")
    return "\n".join(lines)

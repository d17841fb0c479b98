"""The parts of the measurement. Each asks its servers in turn, A B A B, while the others stand still."""

import concurrent.futures
import math
import random
import re
import shutil
import subprocess
import time

import ghost
import herald
import newsroom
import nginx
import wordpress
from load import Client, in_turn, wrk
from processes import ROOT, WORK, NotMeasured, say

HOT = 10_000
ASKED = 50_000
MILLION = 1_000_000
RESTS = 3  # tenths of a second in a row
LONGEST_REST = 15


class Field:
    """The servers that are measured, all with the same articles, and how long."""

    def __init__(self, chosen, results):
        self.chosen = chosen
        self.results = results
        self.folder = herald.site(chosen.articles)
        self.stories = herald.Stories(self.folder)
        self.herald = herald.Herald(self.folder)
        self.files = nginx.Files()
        self.stack = wordpress.Stack(chosen.articles)
        self.wordpress = self.cached = self.ghost = None

    def __enter__(self):
        self.paths = self.stories.paths()
        self.hot = self.paths[len(self.paths) // 2]
        self.some = random.Random(2).sample(self.paths, min(HOT, len(self.paths)))
        self.herald.start()
        if {"hot", "query", "zipf", "front", "missing"} & set(self.chosen.only):
            say("nginx: Herald's own bytes ...")
            self.files.fill(self.herald.base, [herald.FRONT, self.hot, *self.some])
            self.files.start()
        unwanted = self.chosen.without.split(",")
        if {"hot", "zipf", "front", "uncached", "missing", "weight"} & set(self.chosen.only):
            try:
                if "wordpress" in unwanted:
                    raise NotMeasured("left out with --without")
                self.wordpress, self.cached = self.stack.start(self.stories)
            except NotMeasured as reason:
                self.results.without("WordPress", reason)
            try:
                if "ghost" in unwanted:
                    raise NotMeasured("left out with --without")
                server = ghost.Ghost(self.chosen.articles)
                self.results.measure("start", "Ghost", "s", [server.start(self.stories)])
                self.ghost = server
            except NotMeasured as reason:
                self.results.without("Ghost", reason)
        return self

    def __exit__(self, *_):
        for one in (self.herald, self.files, self.stack, self.ghost):
            if one:
                one.stop()

    def load(self, name, asked, encoding="gzip", wanted=200, single=False):
        """Rounds of wrk over these (server, addresses) in turn: of many clients, or of a single one, which tells the time of a page."""
        ready = []
        for server, addresses in asked:
            if server:
                try:
                    connections, seconds = (1, self.chosen.seconds) if single else self.bearable(server, addresses[0], wanted)
                    wrk(server.base, addresses, max(self.chosen.warm, seconds), connections, encoding, wanted)
                    rest(server)
                    ready.append((server, addresses, connections, seconds))
                except NotMeasured as reason:
                    self.results.without(f"{name}, {server.name}", reason)
        rounds = {server.name: [] for server, *_ in ready}
        for _ in range(self.chosen.rounds):
            for server, addresses, connections, seconds in ready:
                used = sum(one.cpu_seconds() for one in server.processes())
                one = wrk(server.base, addresses, seconds, connections, encoding, wanted)
                one["cpu"] = (sum(each.cpu_seconds() for each in server.processes()) - used) / one["requests"] * 1e6
                rounds[server.name].append(one)
                rest(server)
        for server, _, connections, _ in ready:
            if single:
                self.results.measure(name, server.name, "ms", [one["seconds"] * 1000 / one["requests"] for one in rounds[server.name]])
            else:
                self.keep(name, server.name, rounds[server.name], connections)

    def bearable(self, server, address, wanted):
        """32 connections and the seconds of a round; fewer and more for a server that could not answer so many in that time."""
        client = Client(server.base)
        took = sorted(client.ask(address, wanted=wanted)[0] for _ in range(3))[1]
        seconds = max(self.chosen.seconds, math.ceil(6 * took))
        return (32 if took * 32 < seconds * 2 else max(2, int(seconds / took / 2))), seconds

    def keep(self, name, server, runs, connections=32):
        def middle(key):
            return sorted(one[key] for one in runs)[len(runs) // 2]

        self.results.measure(name, server, "req/s", [one["requests"] / one["seconds"] for one in runs],
                             p50_ms=middle("p50"), p90_ms=middle("p90"), p99_ms=middle("p99"), cpu_us=middle("cpu"), connections=connections)

    def rates(self, key, name, over, under):
        self.results.ratio(key, self.results.median(name, over), self.results.median(name, under))

    def slug(self, path):
        return ghost.address(path.rpartition("/")[2])


def rest(server):
    """
    Waits until a server stands still: wrk leaves when its time is over, and a slow server goes on with what it was asked for,
    while the next one is measured already.
    """
    began, idle = time.perf_counter(), 0
    while idle < RESTS:
        if time.perf_counter() - began > LONGEST_REST:
            raise NotMeasured(f"{server.name} is still at work {LONGEST_REST} seconds after its last request")
        used = sum(one.cpu_seconds() for one in server.processes())
        time.sleep(0.1)
        idle = idle + 1 if sum(one.cpu_seconds() for one in server.processes()) - used < 0.02 else 0


def hot(field):
    """One article again and again."""
    path = field.hot
    field.load("hot article", [(field.herald, [path]), (field.files, [path]), (field.cached, [wordpress.address(path)]),
                               (field.wordpress, [wordpress.address(path)]), (field.ghost, [field.slug(path)])])
    field.load("hot article, identity", [(field.herald, [path]), (field.files, [path])], encoding="identity")
    field.rates("hot-nginx", "hot article", "Herald", field.files.name)
    field.rates("hot-wordpress", "hot article", "Herald", "WordPress")
    field.rates("hot-micro", "hot article", "Herald", "WordPress, micro-cache")
    field.rates("hot-ghost", "hot article", "Herald", "Ghost")
    slow = {each["server"]: each["p99_ms"] for each in field.results.measures if each["name"] == "hot article"}
    field.results.ratio("hot-nginx-p99", slow.get("Herald"), slow.get(field.files.name))


class Also:
    """The same server under another name, for another measurement beside it."""

    def __init__(self, server, name):
        self.base, self.name, self.processes = server.base, f"{server.name}, {name}", server.processes


def query(field):
    """The hot article with campaign words behind its address, beside without; and with another click's name each time."""
    path, campaign = field.hot, Also(field.herald, "?utm_source=x")
    field.load("with a query", [(field.herald, [path]), (campaign, [path + "?utm_source=x"])])
    field.rates("query-campaign", "with a query", campaign.name, "Herald")
    clicks = Also(field.herald, "?fbclid=N")
    field.load("with other queries", [(field.herald, [path] * ASKED), (clicks, [f"{path}?fbclid={number}" for number in range(ASKED)])])
    field.rates("query-click", "with other queries", clicks.name, "Herald")


def zipf(field):
    """Ten thousand articles, the n-th asked for as often as 1/n says."""
    weights = [1 / place for place in range(1, len(field.some) + 1)]
    asked = random.Random(3).choices(field.some, weights, k=ASKED)
    others = [wordpress.address(path) for path in asked]
    field.load(f"{len(field.some):,} articles", [(field.herald, asked), (field.files, asked), (field.cached, others)])
    field.rates("zipf-micro", f"{len(field.some):,} articles", "Herald", "WordPress, micro-cache")


def front(field):
    """The front page."""
    field.load("front page", [(field.herald, [herald.FRONT]), (field.files, [herald.FRONT]), (field.cached, ["/"]),
                              (field.wordpress, ["/"]), (field.ghost, ["/"])])


def missing(field):
    """Addresses at which there is nothing: each time another one."""
    def nowhere(before, after=""):
        return [f"{before}none-{number}{after}" for number in range(ASKED)]

    field.load("nothing there", [(field.herald, nowhere("/en/news/")), (field.files, nowhere("/en/news/")),
                                 (field.wordpress, nowhere("/", "/")), (field.ghost, nowhere("/", "/"))], wanted=404)
    field.rates("missing-nginx", "nothing there", "Herald", field.files.name)
    # each beginning as a story does, so that there is something to suggest; and what robots look for
    alike = random.Random(4).sample(field.some, min(100, len(field.some)))
    field.load("nothing there, alike", [
        (field.herald, [f"{alike[number % len(alike)]}-{number}" for number in range(ASKED)])], wanted=404)
    field.load("nothing there, anywhere", [
        (field.herald, [f"/wp-{number}/login-{number % 7}.php?x={number}" for number in range(ASKED)])], wanted=404)


def uncached(field):
    """
    Pages that no cache keeps, for one client: Herald is asked in a spelling in which it keeps none. First each server for
    some seconds without pause; then each once in turn, so that between two requests it rests while the others work.
    """
    year, month = field.paths[len(field.paths) // 3].split("/")[-4:-2]
    kinds = {
        "article": (field.some, [wordpress.address(path) for path in field.some], [field.slug(path) for path in field.some]),
        "section": ([herald.SECTION], ["/category/news/"], ["/tag/bench-news/"]),
        "archive": ([f"/en/archive/{year}/{month}"], [f"/{year}/{month}/"], []),
        "front": ([herald.FRONT], ["/"], ["/"]),
    }
    for kind, (ours, theirs, _) in kinds.items():
        field.load(f"uncached {kind}", [(field.herald, [fresh(path, 0) for path in ours]), (field.wordpress, theirs)], single=True)
        field.rates(f"uncached-{kind}", f"uncached {kind}", "Herald", "WordPress")
    for kind, (ours, *others) in kinds.items():
        askers = {"Herald": asker(Client(field.herald.base), ours, fresh)}
        for server, addresses in zip((field.wordpress, field.ghost), others, strict=True):
            if server and addresses:
                askers[server.name] = asker(Client(server.base), addresses, lambda address, _: address)
        name = f"uncached {kind}, with pauses"
        try:
            times = in_turn(askers, field.chosen)
        except NotMeasured as reason:
            field.results.without(name, reason)
            continue
        for server, each in times.items():
            field.results.measure(name, server, "ms", each)
        field.rates(f"uncached-{kind}-pauses", name, "Herald", "WordPress")


def asker(client, addresses, spelled):
    return lambda number: client.ask(spelled(addresses[number % len(addresses)], number))[0]


def fresh(address, _):
    """The same address with its last letter percent-encoded: Herald keeps pages in one spelling alone."""
    return f"{address[:-1]}%{ord(address[-1]):02X}"


def deep(field):
    """The oldest page of a section beside its first."""
    client = Client(field.herald.base)
    last = field.stories.last_page(client)

    def page(place):
        return lambda number: client.ask(fresh(f"{herald.SECTION}/page/{place}", number))[0]

    askers = {"first": lambda number: client.ask(fresh(herald.SECTION, number))[0]}
    askers.update({f"page {place}": page(place) for place in sorted({1, (last + 1) // 2, last})})
    medians = [field.results.measure("uncached section", f"Herald, {name}", "ms", times)
               for name, times in in_turn(askers, field.chosen).items()]
    field.results.ratio("deep", max(medians[1:]), medians[0])


def growth(field):
    """Pages of a large site, and of a very large one, beside those of a small one."""
    small = herald.Herald(herald.site(field.chosen.small))
    for articles in [field.chosen.articles] + ([MILLION] if field.chosen.million else []):
        large = field.herald if articles == field.chosen.articles else herald.Herald(herald.site(articles))
        # Both begin anew, so that neither is warmer than the other.
        large.stop()
        large.start()
        small.start()
        try:
            compare(field, large, articles, small)
        finally:
            small.stop()
            if large is not field.herald:
                large.stop()


def compare(field, large, articles, small):
    clients = {articles: Client(large.base), field.chosen.small: Client(small.base)}
    paths = {articles: herald.Stories(large.site).paths(), field.chosen.small: herald.Stories(small.site).paths()}
    year, month = paths[field.chosen.small][field.chosen.small // 3].split("/")[-4:-2]
    for name, address in (
        ("article", None),
        ("section", herald.SECTION),
        ("archive", f"/en/archive/{year}/{month}"),
        ("front", herald.FRONT),
    ):
        def asker(size):
            some = [address] if address else paths[size][:: max(1, len(paths[size]) // HOT)]
            return lambda n: clients[size].ask(fresh(some[n % len(some)], n))[0]

        times = in_turn({size: asker(size) for size in clients}, field.chosen)
        beside = f" (beside {articles:,})"
        medians = {size: field.results.measure(
            f"growth, {name}", f"Herald, {size:,}{beside if size != articles else ''}", "ms", each)
            for size, each in times.items()}
        field.results.ratio(f"growth-{name}", medians[articles], medians[field.chosen.small])


def weight(field):
    """Bytes of an article as a browser that takes gzip gets it, with every style sheet of the page."""
    path = field.paths[len(field.paths) // 2]
    for server, address in ((field.herald, path), (field.wordpress, wordpress.address(path)), (field.ghost, field.slug(path))):
        if server:
            field.results.measure("weight", server.name, "bytes", [page_bytes(Client(server.base), server.base, address)])
    field.rates("weight", "weight", "Herald", "WordPress")


def page_bytes(client, base, address):
    total = len(client.ask(address)[1])
    html = client.ask(address, "identity")[1].decode()
    for link in re.findall(r"<link\b[^>]*>", html):
        if re.search(r"rel=[\"']?stylesheet", link) and not re.search(r"media=[\"']print", link):
            sheet = re.search(r"href=[\"']?([^\"' >]+)", link).group(1)
            sheet = sheet.replace("&#038;", "&").replace("&amp;", "&").removeprefix(base)
            if sheet.startswith("/") and not sheet.startswith("//"):
                total += len(client.ask(sheet)[1])
    return total


def start(field):
    """From the start of the script to the first answer, with the whole site, and with a very large one."""
    field.herald.stop()
    try:
        field.results.values["start"] = starts(field, field.herald, field.chosen.articles)
        if field.chosen.million:
            field.results.values["start"] = starts(field, herald.Herald(herald.site(MILLION)), MILLION)
    finally:
        field.herald.start()


def starts(field, server, articles):
    taken = [server.start_and_stop() for _ in range(3 if field.chosen.quick else 7)]
    return field.results.measure("start", f"Herald, {articles:,}", "s", taken)


def memory(field):
    """Of the sample portal, after thousands of requests for all its pages; of the others with their articles."""
    sample = herald.Herald(herald.site(0))
    sample.start()
    try:
        shown = herald.Stories(sample.site).everything()
        wrk(sample.base, shown, max(3, field.chosen.seconds))
        client = Client(sample.base)
        for number in range(2000):
            client.ask(fresh(shown[number % len(shown)], number))
        field.results.values["memory"] = field.results.measure(
            "memory", "Herald, sample portal", "MiB", [sample.process.memory_mib()])
    finally:
        sample.stop()
    for server in (field.herald, field.wordpress, field.ghost):
        if server:
            used = sum(one.memory_mib() for one in server.processes())
            field.results.measure("memory", f"{server.name}, {field.chosen.articles:,}", "MiB", [used])


def imports(field):
    """A WordPress export becomes a new portal."""
    count = 2_000 if field.chosen.quick else 50_000
    export, folder = WORK / f"export-{count}.xml", WORK / "imported"
    if not export.exists():
        with open(export, "wb") as out:
            subprocess.run([str(ROOT / "bench" / "wxr-file"), str(count)], stdout=out, check=True)
    rates, first = [], time.perf_counter()
    while len(rates) < 3 and (not rates or time.perf_counter() - first < 45):
        shutil.rmtree(folder, ignore_errors=True)
        began = time.perf_counter()
        with open(WORK / "import.log", "wb") as log:
            done = subprocess.run([str(herald.SCRIPT), "import", "wxr", str(export), "--site", str(folder)],
                                  stdout=log, stderr=log, check=False)
        took = time.perf_counter() - began
        found = len(herald.Stories(folder).paths()) if done.returncode == 0 else 0
        if found != count:
            raise NotMeasured(f"of {count} posts {found} were imported, see target/bench/import.log")
        rates.append(count / took)
    field.results.values["import"] = field.results.measure("import", "Herald", "art/s", rates)


def publishing(field):
    """The front page without and with another process that publishes a story every second, in turn."""
    quiet, busy, told = [], [], 0
    wrk(field.herald.base, [herald.FRONT], field.chosen.warm)
    for _ in range(field.chosen.rounds):
        quiet.append(used(field, field.chosen.seconds))
        before = Client(field.herald.base).ask(herald.FRONT)[1]
        process = herald.Publishing(field.folder)
        try:
            busy.append(used(field, max(3, field.chosen.seconds)))
        finally:
            told += process.stop()
        if Client(field.herald.base).ask(herald.FRONT)[1] == before:
            raise NotMeasured("the front page did not change although stories were published")
    field.keep("front page, quiet", "Herald", quiet)
    field.keep("front page, publishing", "Herald", busy)
    say(f"{told} stories were published meanwhile")
    field.results.ratio("publishing", field.results.median("front page, publishing", "Herald"),
                        field.results.median("front page, quiet", "Herald"))


def used(field, seconds):
    before = field.herald.process.cpu_seconds()
    one = wrk(field.herald.base, [herald.FRONT], seconds)
    one["cpu"] = (field.herald.process.cpu_seconds() - before) / one["requests"] * 1e6
    return one


def visible(field):
    """From the newsroom's answer that a story is published until each page that names it does."""
    editor = newsroom.Editor(field.herald)
    section = re.search(r'name="section".*?<option value="(\d+)"', editor.page("/newsroom/new"), re.DOTALL).group(1)
    client, pages, took = Client(field.herald.base), None, {}
    for _ in range(1 + 4 * field.chosen.rounds):
        headline = f"Measured at {time.time_ns()}"
        item = editor.write(section, headline)
        form = editor.ready(item)
        if pages is None:  # the first only tells where stories appear
            editor.publish(item, form)
            pages = places(field.stories.path(item))
            continue
        seen = {}
        with concurrent.futures.ThreadPoolExecutor(len(pages)) as readers:
            waiting = {kind: readers.submit(first_seen, field.herald.base, address, headline)
                       for kind, address in pages.items()}
            time.sleep(0.05)
            editor.publish(item, form)
            published = time.perf_counter()
            client.ask(field.stories.path(item))
            seen["article"] = time.perf_counter()
            seen.update({kind: reader.result() for kind, reader in waiting.items()})
        for kind, moment in seen.items():
            took.setdefault(kind, []).append(max(0, moment - published) * 1000)
    for kind, times in took.items():
        field.results.measure(f"visible, {kind}", "Herald", "ms", times)
    field.results.values["visible"] = max(max(times) for times in took.values())


def places(path):
    """Where a story with this address appears besides."""
    section, year, month, day, _ = path.rsplit("/", 4)
    # a month of a large portal counts its stories and names none
    return {"front": herald.FRONT, "section": section, "archive day": f"/en/archive/{year}/{month}/{day}"}


def first_seen(base, address, headline):
    """When an answer first has this headline; asked without pause, as many readers would."""
    client, began = Client(base), time.perf_counter()
    while time.perf_counter() - began < 10:
        if headline.encode() in client.ask(address, encoding="identity")[1]:
            return time.perf_counter()
        time.sleep(0.001)
    raise NotMeasured(f"{address} did not show a story ten seconds after it was published")


# Those that publish come last, because they change the site.
ALL = {"hot": hot, "query": query, "zipf": zipf, "front": front, "missing": missing, "uncached": uncached, "deep": deep, "growth": growth,
       "weight": weight, "start": start, "memory": memory, "import": imports,
       "visible": visible, "publishing": publishing}

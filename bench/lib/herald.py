"""Herald: its sites, its server, and what stands in its store."""

import shutil
import sqlite3
import subprocess
import time

from processes import ROOT, WORK, NotMeasured, Running, await_answer, free_port, run, say

SCRIPT = ROOT / "herald"
FRONT = "/en"
SECTION = "/en/news"


def version():
    described = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    told = subprocess.run([str(SCRIPT), "--version"], capture_output=True, text=True, check=False).stdout.split()
    return f"{told[-1] if told else '?'} ({described.stdout.strip() or 'no commit'})"


class Herald:
    """A Herald server with a site of its own."""

    def __init__(self, site, command=(SCRIPT,), name="Herald"):
        self.site = site
        self.command = command
        self.name = name
        self.process = None
        self.base = None

    def start(self):
        """Gives the seconds from the start of the script to the first answer of the front page."""
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        began = time.perf_counter()
        self.process = Running(
            [*self.command, "serve", "--site", self.site, "--port", port], f"{self.site.name}.log"
        )
        await_answer(self.base + FRONT, self.process, pause=0.005)
        return time.perf_counter() - began

    def stop(self):
        if self.process:
            self.process.stop()
            self.process = None

    def start_and_stop(self):
        try:
            return self.start()
        finally:
            self.stop()

    def processes(self):
        return [self.process]


def site(articles):
    """The sample portal and so many generated articles; made once and kept under target/bench."""
    folder = WORK / f"herald-{articles}"
    made = folder / "generated"
    if not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        say(f"Herald: the sample portal and {articles:,} articles ...")
        server = Herald(folder)
        server.start()
        server.stop()
        if articles:
            run([SCRIPT, "generate", articles, "--site", folder], "generate.log")
        made.write_text(str(Stories(folder).newest()))
    return folder


class Stories:
    """The English articles of a site, read from its store, so that others are filled with the very same."""

    COLUMNS = "live.item_id, live.path, live.slug, live.headline, live.standfirst, live.published_at, revision.body, revision.tags"

    def __init__(self, folder):
        self.store = f"file:{folder}/data/portal.db?mode=ro"
        made = folder / "generated"
        # What an earlier run published itself no other server has. A site of an older bench does not say where that begins.
        self.last = int(made.exists() and made.read_text() or 1 << 62)

    def newest(self):
        """The greatest number of an item that readers see."""
        return next(self._ask("select max(item_id) from live"))[0]

    def _ask(self, statement):
        with sqlite3.connect(self.store, uri=True) as store:
            yield from store.execute(statement)

    def all(self):
        """Oldest first: id, path, slug, headline, standfirst, published at (ms), body, tags."""
        return self._ask(
            f"select {self.COLUMNS} from live join revision on revision.id = live.revision_id"
            f" where live.kind = 'article' and live.language = 'en' and live.item_id <= {self.last}"
            " order by live.published_at, live.item_id"
        )

    def paths(self):
        return [path for (path,) in self._ask(
            f"select path from live where kind = 'article' and language = 'en' and item_id <= {self.last}"
            " order by published_at, item_id")]

    def path(self, item):
        """The address of an item that readers see."""
        for (path,) in self._ask(f"select path from live where item_id = {int(item)}"):
            return path
        raise NotMeasured(f"item {item} was not published")

    def everything(self):
        """The addresses of all that is shown, in all languages."""
        return [path for (path,) in self._ask("select path from live order by path")]

    def last_page(self, client):
        """The number of the oldest full page of the section, as its pager names them."""
        body = client.ask(SECTION, encoding="identity")[1].decode()
        numbers = [int(part.partition('"')[0]) for part in body.split(f'"{SECTION}/page/')[1:]]
        if not numbers:
            raise NotMeasured(f"{SECTION} has one page only")
        return max(numbers)


class Publishing:
    """Another process that publishes a story every second."""

    def __init__(self, folder):
        self.process = Running(
            [SCRIPT, "generate", 3600, "--every", 1, "--seed", time.time_ns() % 1_000_000, "--site", folder], "publishing.log"
        )
        for _ in range(200):
            self.process.check()
            if " of 3600 articles" in (WORK / "publishing.log").read_text():
                return
            time.sleep(0.05)
        raise NotMeasured("nothing was published in ten seconds, see target/bench/publishing.log")

    def stop(self):
        """Ends it; gives how many stories were published."""
        self.process.stop()
        return (WORK / "publishing.log").read_text().count(" of 3600 articles")

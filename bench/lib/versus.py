"""bench/run --vs BUILD: this build of Herald beside another one, both with copies of one portal, asked in turn in the same rounds."""

import datetime
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import time

import herald
from goals import plain
from load import wrk
from parts import ASKED, HOT, fresh, rest
from processes import ROOT, WORK, NotMeasured, run, say, stop_all

JAR = "quarkus-run.jar"
AS_GOOD = 0.95
# as the herald script has them
SERVER = ["-XX:+UseSerialGC", "-Xms32m", "-Xmn12m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:-ShrinkHeapInSteps",
          "-XX:TrimNativeHeapInterval=5000", "-XX:CompileThresholdScaling=2"]
BATCH = ["-XX:+UseSerialGC", "-Xms128m", "-Xmn96m"]


class Build:
    """A build of Herald: a checkout, or a folder with the program alone."""

    def __init__(self, place):
        self.place = place.resolve()
        self.app = next((folder for folder in (self.place, self.place / "target/quarkus-app") if (folder / JAR).exists()), None)
        self.script = self.place / "herald"
        if self.app is None:
            raise NotMeasured(f"there is no {JAR} in {place} or its target/quarkus-app")

    def is_whole(self):
        """Built by its own script, with the archives that a start needs."""
        return self.script.exists() and (self.place / "target/herald.built").exists()

    def server(self, by_script):
        return [self.script] if by_script else self._java(SERVER)

    def batch(self, by_script):
        return [self.script] if by_script else self._java(BATCH)

    def _java(self, options):
        java = pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java" if "JAVA_HOME" in os.environ else "java"
        return [java, "--enable-native-access=ALL-UNNAMED", *options, "-jar", self.app / JAR]

    def version(self):
        described = subprocess.run(["git", "-C", str(self.place), "log", "-1", "--format=%h of %cs"], capture_output=True, text=True)
        return described.stdout.strip() or str(self.place)


class Pair:
    """The other build, called old, and this one, each with a copy of the portal that the old one made."""

    def __init__(self, chosen):
        self.chosen = chosen
        self.builds = {"old": Build(chosen.vs), "new": Build(ROOT)}
        self.by_script = all(build.is_whole() for build in self.builds.values())
        made = self._portal()
        folders = {name: WORK / f"vs-{name}" for name in self.builds}
        for folder in folders.values():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run(["cp", "-a", "--reflink=auto", str(made), str(folder)], check=True)
        self.stories = herald.Stories(made)
        self.servers = {name: herald.Herald(folders[name], build.server(self.by_script), name) for name, build in self.builds.items()}
        self.rows = []

    def _portal(self):
        """The sample portal and generated articles, made by the old build, and never started again: the copies are."""
        old = self.builds["old"]
        folder = WORK / f"vs-{self.chosen.articles}-{old.version().partition(' ')[0].strip('/').replace('/', '-')}"
        made = folder / "generated"
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            say(f"the old build makes a portal of {self.chosen.articles:,} articles ...")
            server = herald.Herald(folder, old.server(self.by_script), "old")
            server.start()
            server.stop()
            run([*old.batch(self.by_script), "generate", self.chosen.articles, "--site", folder], "vs-generate.log")
            made.write_text(str(herald.Stories(folder).newest()))
        return folder

    def start(self):
        for server in self.servers.values():
            server.start()

    def loads(self, asked, connections=32, wanted=200):
        """Rounds of wrk in turn; gives for each (name, addresses) the requests a second and the microseconds of processor of each round."""
        found = {name: ([], []) for name in asked}
        for turn in range(1 + self.chosen.rounds):
            for name, addresses in asked.items():
                server = self.servers[name.split(",")[0]]
                used = server.process.cpu_seconds()
                # one client alone warms a server up slowly
                seconds = self.chosen.seconds if turn else self.chosen.warm * (2 if connections == 1 else 1)
                one = wrk(server.base, addresses, seconds, connections, wanted=wanted)
                rest(server)  # what it still does for these requests is theirs
                if turn:
                    found[name][0].append(one["requests"] / one["seconds"])
                    found[name][1].append((server.process.cpu_seconds() - used) / one["requests"] * 1e6)
        return found

    def compare(self, what, asked, goal=AS_GOOD, **more):
        found = self.loads({"old": asked, "new": asked}, **more)
        self.keep(what, "req/s", found["old"][0], found["new"][0], goal, more_is_better=True)
        self.keep(f"{what}, processor", "µs", found["old"][1], found["new"][1], goal, more_is_better=False)

    def keep(self, what, unit, old, new, goal, more_is_better):
        """How good the new one is beside the old one: above 1 it is better. Of turns of the same number, so that both had the same machine."""
        each = [b / a if more_is_better else a / b for a, b in zip(old, new, strict=True) if a and b]
        row = {"what": what, "unit": unit, "old": statistics.median(old), "new": statistics.median(new),
               "as_good": statistics.median(each) if each else None, "goal": goal, "old_values": old, "new_values": new}
        row["met"] = None if goal is None or row["as_good"] is None else row["as_good"] >= goal
        self.rows.append(row)
        print("  " + line(row), flush=True)


def line(row):
    good = "-" if row["as_good"] is None else f"{row['as_good']:.3g}"
    told = {None: "", True: "reached", False: "NOT REACHED"}[row["met"]]
    aim = "" if row["goal"] is None else f">= {row['goal']}"
    return f"{row['what']:<44} {plain(row['old']):>10} {plain(row['new']):>10} {row['unit']:<6} {good:>7}  {aim:<8} {told}"


def pages(pair):
    """Kept pages, pages that are made, and addresses at which nothing is."""
    paths = pair.stories.paths()
    hot = paths[len(paths) // 2]
    some = random.Random(2).sample(paths, min(HOT, len(paths)))
    pair.compare("hot article", [hot])
    pair.compare(f"{len(some):,} articles", random.Random(3).choices(some, [1 / place for place in range(1, len(some) + 1)], k=ASKED))
    found = pair.loads({"old": [hot + "?utm_source=x"], "new": [hot], "new, campaign": [hot + "?utm_source=x"]})
    pair.keep("?utm_source=x, old and new", "req/s", found["old"][0], found["new, campaign"][0], None, more_is_better=True)
    pair.keep("new without and with ?utm_source=x", "req/s", found["new"][0], found["new, campaign"][0], 0.9, more_is_better=True)
    pair.keep("new without and with ?utm_source=x, processor", "µs", found["new"][1], found["new, campaign"][1], 0.9, more_is_better=False)
    pair.compare("uncached article", [fresh(path, 0) for path in some], connections=1)
    pair.compare("uncached section", [fresh(herald.SECTION, 0)], connections=1)
    pair.compare("uncached front page", [fresh(herald.FRONT, 0)], connections=1)
    pair.compare("nothing there", [f"/en/news/none-{number}" for number in range(ASKED)], goal=10, wanted=404)


def memory(pair):
    """Of both after the same requests, once they stand still."""
    shown = random.Random(5).sample(pair.stories.everything(), 2000)
    used = {}
    for name, server in pair.servers.items():
        wrk(server.base, shown, max(3, pair.chosen.seconds))
        wrk(server.base, [fresh(path, 0) for path in shown], max(3, pair.chosen.seconds), 1)
        time.sleep(8)  # what compilers and requests took is given back
        used[name] = server.process.memory_mib()
    pair.keep("memory after requests", "MiB", [used["old"]], [used["new"]], AS_GOOD, more_is_better=False)


def starts(pair):
    """From the command to the first answer, in turn."""
    took, used = {name: [] for name in pair.servers}, {name: [] for name in pair.servers}
    for server in pair.servers.values():
        server.stop()
    for _ in range(3 if pair.chosen.quick else 9):
        for name, server in pair.servers.items():
            took[name].append(server.start())
            used[name].append(server.process.cpu_seconds())
            server.stop()
    pair.keep("start to the first answer", "s", took["old"], took["new"], AS_GOOD, more_is_better=False)
    pair.keep("start to the first answer, processor", "s", used["old"], used["new"], AS_GOOD, more_is_better=False)


def imports(pair):
    """A WordPress export becomes a new portal, in turn."""
    count = 2_000 if pair.chosen.quick else 50_000
    export = WORK / f"export-{count}.xml"
    if not export.exists():
        with open(export, "wb") as out:
            subprocess.run([str(ROOT / "bench/wxr-file"), str(count)], stdout=out, check=True)
    rates, used = {name: [] for name in pair.builds}, {name: [] for name in pair.builds}
    for _ in range(3):
        for name, build in pair.builds.items():
            folder = WORK / f"vs-imported-{name}"
            shutil.rmtree(folder, ignore_errors=True)
            before, began = os.times(), time.perf_counter()
            run([*build.batch(pair.by_script), "import", "wxr", export, "--site", folder], "vs-import.log")
            took, after = time.perf_counter() - began, os.times()
            found = len(herald.Stories(folder).paths())
            if found != count:
                raise NotMeasured(f"of {count} posts {found} were imported, see target/bench/vs-import.log")
            rates[name].append(count / took)
            used[name].append((after.children_user + after.children_system - before.children_user - before.children_system) / count * 1e6)
            os.sync()
    pair.keep(f"import of {count:,} articles", "art/s", rates["old"], rates["new"], AS_GOOD, more_is_better=True)
    pair.keep(f"import of {count:,} articles, processor", "µs", used["old"], used["new"], AS_GOOD, more_is_better=False)


def main(chosen, about):
    """Gives the status of the program."""
    pair, missing = None, []
    try:
        pair = Pair(chosen)
        about["versions"] = {name: build.version() for name, build in pair.builds.items()}
        about["started"] = "by the herald script of each" if pair.by_script else "by java alone, without start-up archives"
        print("\n".join(f"{key}: {value}" for key, value in about.items()))
        print(f"  {'what':<44} {'old':>10} {'new':>10} {'':<6} {'as good':>7}  goal", flush=True)
        pair.start()
        for part in (pages, memory, starts, imports):
            os.sync()
            try:
                part(pair)
            except NotMeasured as reason:
                missing.append(f"{part.__name__}: {reason}")
                print(f"  not measured: {missing[-1]}", flush=True)
    except NotMeasured as reason:
        say(reason)
        return 1
    finally:
        stop_all()
        if pair and pair.rows:
            file = WORK / f"versus-{datetime.datetime.now(datetime.UTC):%Y%m%d-%H%M%S}.json"
            about["load_after"] = os.getloadavg()[0]
            file.write_text(json.dumps({**about, "rows": pair.rows, "missing": missing}, indent=1) + "\n")
            say(f"written to {file.relative_to(ROOT)}; bench/report {file.relative_to(ROOT)} writes the table of it")
    return 0


def report(results):
    """The table as docs/performance.md has it."""
    yield f"Measured {results['date']} with `{results['command']}`: {results['rounds']}, {results['articles']:,} articles. Old:"
    yield f"{results['versions']['old']}, new: {results['versions']['new']}; both started {results['started']}. Machine: {results['machine']};"
    yield f"load before {results['load_before']:.2f}, after {results['load_after']:.2f}."
    yield ""
    yield "| what | old | new | as good | goal | |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for row in results["rows"]:
        good = "-" if row["as_good"] is None else f"{row['as_good']:.3g}"
        aim = "" if row["goal"] is None else f"&gt;= {row['goal']}"
        told = {None: "", True: "reached", False: "**not reached**"}[row["met"]]
        yield f"| {row['what']} | {plain(row['old'])} {row['unit']} | {plain(row['new'])} {row['unit']} | {good} | {aim} | {told} |"
    for reason in results["missing"]:
        yield ""
        yield f"Not measured: {reason}"

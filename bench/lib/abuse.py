"""bench/abuse: 300 connections that mean no good, beside 16 readers and 3 editors who do."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import threading
import time

import herald
import processes
from newsroom import Editor
from processes import WORK, NotMeasured, say

HERE = pathlib.Path(__file__).resolve().parent
EDITORS = 3
HEAP = "-Xmx512m"  # as the documentation advises for small machines
MOST_MIB = 1024
REST = 20  # seconds after which the server is looked at again


def options():
    told = argparse.ArgumentParser(prog="bench/abuse", description="Abuses a Herald server beside readers and editors.")
    told.add_argument("--quick", action="store_true", help="one minute, to see that it works")
    told.add_argument("--seconds", type=int, default=600, metavar="N", help="how long (600)")
    told.add_argument("--articles", type=int, default=1_000, metavar="N", help="articles of the portal (1000)")
    chosen = told.parse_args()
    chosen.seconds = 60 if chosen.quick else chosen.seconds
    return chosen


class Saving(threading.Thread):
    """An editor who saves a story again and again, and notes which saves were not acknowledged."""

    def __init__(self, server, until):
        super().__init__()
        self.editor, self.until = Editor(server), until
        self.item = self.editor.write(self.editor_section(), "A story under abuse")
        self.times, self.failed = [], []

    def editor_section(self):
        form = self.editor.form("/newsroom/new", "/newsroom/new")
        return form["section"]

    def run(self):
        number = 0
        while time.time() < self.until:
            number += 1
            began = time.perf_counter()
            try:
                form = self.editor.form(f"/newsroom/items/{self.item}/text", "/newsroom/revisions")
                form["standfirst"] = f"Saved {number} times."
                self.editor.send("/newsroom/revisions", form)
                self.times.append(time.perf_counter() - began)
            except (NotMeasured, OSError) as fault:
                self.failed.append(str(fault))
            time.sleep(1)


def part(file, *words):
    return subprocess.Popen([sys.executable, str(HERE / file), *map(str, words)], stdout=subprocess.PIPE, text=True)


def percentile(times, part_of):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part_of))] * 1000 if ordered else float("nan")


def traces(log):
    """Lines of the log that belong to a stack trace."""
    return [line for line in (WORK / log).read_text(errors="replace").splitlines() if line.startswith("\tat ")]


def abuse(server, chosen):
    log = server.process.log
    pages = [herald.FRONT, herald.SECTION, *herald.Stories(server.site).paths()[-30:]]
    netloc = server.base.removeprefix("http://")
    quiet = json.loads(part("readers.py", netloc, 10, *pages).communicate()[0])
    before = server.process.memory_mib()
    until = time.time() + chosen.seconds
    editors = [Saving(server, until) for _ in range(EDITORS)]
    abusers = part("abusers.py", netloc, chosen.seconds)
    readers = part("readers.py", netloc, chosen.seconds, *pages)
    for editor in editors:
        editor.start()
    most = before
    while time.time() < until:
        time.sleep(1)
        server.process.check()
        most = max(most, server.process.memory_mib())
    honest = json.loads(readers.communicate()[0])
    done = json.loads(abusers.communicate()[0])
    for editor in editors:
        editor.join()
    time.sleep(REST)
    after = json.loads(part("readers.py", netloc, 10, *pages).communicate()[0])
    rest = server.process.memory_mib()
    saves = [took for editor in editors for took in editor.times]
    failed = [why for editor in editors for why in editor.failed]
    return [
        ("abuse", ", ".join(f"{kind} {count:,}" for kind, count in sorted(done.items())), None),
        ("readers' p99 of kept pages, ms: before, meanwhile, after",
         f"{percentile(quiet['times'], 0.99):.1f}, {percentile(honest['times'], 0.99):.1f},"
         f" {percentile(after['times'], 0.99):.1f}", percentile(honest["times"], 0.99) < 100),
        ("answers to readers that were not 200", f"{honest['wrong']} of {len(honest['times']):,}", honest["wrong"] == 0),
        ("saves acknowledged", f"{len(saves)} of {len(saves) + len(failed)}, p99 {percentile(saves, 0.99):.0f} ms"
         + (f"; {failed[0]}" if failed else ""), bool(saves) and not failed),
        ("resident memory, MiB: before, most, after", f"{before:.0f}, {most:.0f}, {rest:.0f}", most < MOST_MIB),
        ("lines of stack traces in the log", str(len(traces(log))), not traces(log)),
    ]


def main():
    chosen = options()
    WORK.mkdir(parents=True, exist_ok=True)
    os.environ["JAVA_TOOL_OPTIONS"] = HEAP
    server = herald.Herald(herald.site(chosen.articles))
    try:
        server.start()
        say(f"{chosen.seconds} s of abuse with {HEAP} ...")
        lines = abuse(server, chosen)
    except NotMeasured as reason:
        say(reason)
        sys.exit(1)
    finally:
        processes.stop_all()
    for name, value, met in lines:
        print(f"{name}: {value}" + ("" if met is None else "  reached" if met else "  MISSED"))
    sys.exit(0 if all(met in (None, True) for _, _, met in lines) else 1)


main()

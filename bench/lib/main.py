"""bench/run: starts the servers, measures part after part, prints the ratios and writes them down."""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import signal
import subprocess
import sys

import ghost
import goals
import herald
import parts
import processes
import versus
import wordpress
from processes import WORK, NotMeasured, say


def options():
    told = argparse.ArgumentParser(prog="bench/run", description="Measures Herald beside nginx, WordPress and Ghost.")
    told.add_argument("--no-install", action="store_true", help="install nothing; leave out what is not there")
    told.add_argument("--quick", action="store_true", help="short rounds, to see that it works: no figures to publish")
    told.add_argument("--full", action="store_true", help="long rounds, and more of them")
    told.add_argument("--rounds", type=int, metavar="N", help="rounds of each load (5; quick 3, full 7)")
    told.add_argument("--seconds", type=int, metavar="N", help="seconds of each round and warm-up (5; quick 1, full 10)")
    told.add_argument("--articles", type=int, default=100_000, metavar="N", help="articles of each portal (100000)")
    told.add_argument("--small", type=int, default=1_000, metavar="N", help="articles of the portal to compare with (1000)")
    told.add_argument("--million", action="store_true", help="compare growth with 1,000,000 articles too")
    told.add_argument("--only", default="", metavar="PART,PART", help="only these of: " + ", ".join(parts.ALL))
    told.add_argument("--without", default="", metavar="SERVER,SERVER", help="leave out: wordpress, ghost")
    told.add_argument("--vs", metavar="BUILD", type=pathlib.Path,
                      help="compare with another build of Herald alone: a checkout, or a folder with a quarkus-run.jar")
    chosen = told.parse_args()
    if chosen.vs:
        return lengths(chosen)
    chosen.only = [word for word in chosen.only.split(",") if word] or list(parts.ALL)
    unknown = set(chosen.only) - set(parts.ALL)
    if unknown:
        told.error(f"no part {', '.join(sorted(unknown))}")
    return lengths(chosen)


def lengths(chosen):
    rounds, seconds, warm, chosen.asked = (3, 1, 2, 60) if chosen.quick else (
        (7, 10, 10, 1000) if chosen.full else (5, 5, 5, 300))
    chosen.rounds = rounds if chosen.rounds is None else chosen.rounds
    chosen.warm, chosen.seconds = (warm, seconds) if chosen.seconds is None else (chosen.seconds, chosen.seconds)
    return chosen


def program(*command):
    """The first line that a program says about its version."""
    if not shutil.which(command[0], path=os.environ["PATH"] + ":/usr/sbin:/sbin"):
        return "not installed"
    said = subprocess.run(command, capture_output=True, text=True, check=False,
                          env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin"})
    return ((said.stdout + said.stderr).strip().splitlines() or ["?"])[0]


def about(chosen):
    cpu = [line.partition(":")[2].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")]
    memory = int(open("/proc/meminfo", encoding="utf-8").readline().split()[1]) / 1024 / 1024
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "command": " ".join(["bench/run", *sys.argv[1:]]),
        "machine": f"{os.cpu_count()} cores ({cpu[0] if cpu else platform.machine()}), {memory:.0f} GiB of memory, Linux"
                   f" {platform.release().split('-')[0]}",
        "load_before": os.getloadavg()[0],
        "articles": chosen.articles,
        "rounds": f"{chosen.rounds} rounds of {chosen.seconds} s",
        "versions": {
            "Herald": herald.version(),
            "nginx": program("nginx", "-v").rpartition("/")[2],
            "WordPress": wordpress.version() if pathlib.Path(wordpress.PACKAGE).exists() else "not installed",
            "PHP": program("php", "-v").partition(" (")[0].removeprefix("PHP "),
            "MariaDB": program("mariadbd", "--version").partition("Ver ")[2].split(" ")[0],
            "Ghost": ghost.version() if (ghost.FOLDER / "installed").exists() else "not installed",
            "wrk": " ".join(program("wrk", "-v").split()[1:2]),
        },
    }


def main():
    chosen = options()
    WORK.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if chosen.vs:
        sys.exit(versus.main(chosen, about(chosen)))
    results = goals.Results(about(chosen))
    print("\n".join(f"{key}: {value}" for key, value in results.about.items()), flush=True)
    try:
        with parts.Field(chosen, results) as field:
            for name in chosen.only:
                print(f"{name}:", flush=True)
                os.sync()  # what the part before wrote, gigabytes after an import, is no matter of this one
                try:
                    parts.ALL[name](field)
                except NotMeasured as reason:
                    results.without(name, reason)
    except KeyboardInterrupt:
        sys.exit(130)
    except NotMeasured as reason:
        say(reason)
        sys.exit(1)
    finally:
        processes.stop_all()
        write(results.as_json())


def write(results):
    """Prints and keeps what was measured, also when the run was stopped before its end."""
    if results["measures"]:
        print("\n" + goals.table(results))
        file = WORK / f"results-{datetime.datetime.now(datetime.UTC):%Y%m%d-%H%M%S}.json"
        file.write_text(json.dumps(results, indent=1) + "\n")
        say(f"written to {file.relative_to(processes.ROOT)}; bench/report makes the page and the chart of it")


main()

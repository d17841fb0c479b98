"""Compares the processor time of two builds of Herald: what one piece of code is worth.

Usage: bench/pieces WITH WITHOUT [start|uncached]

WITH and WITHOUT are folders with a quarkus-run.jar, as target/quarkus-app is after a build. Both serve a new sample portal
of their own. "start" is the time to the first answer, "uncached" that of an article under a spelling of its address that the
page cache does not keep, asked for with gzip. The builds take turns. Processor time, unlike time by the clock, is
nearly the same however busy the machine is with other things; read the least and the median.
"""
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time

JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = "/en/about/2024/02/21/belarusian-language-three-alphabet%73"
STARTS, ROUNDS, WARM, EACH = 7, 15, 4000, 1500


def processor(process):
    """Seconds of processor that it has used, in all its threads."""
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(build, site):
    """A server that has answered once, its port, and what that took of the processor."""
    port = free_port()
    process = subprocess.Popen(
        [JAVA, "--enable-native-access=ALL-UNNAMED", "-jar", os.path.join(build, "quarkus-run.jar"),
         "serve", "--site", site, "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        try:
            ask(http.client.HTTPConnection("127.0.0.1", port, timeout=20), "/en")
            return process, port, processor(process)
        except OSError:
            time.sleep(0.01)
    sys.exit(f"bench: {build} does not start on {site}")


def ask(connection, path):
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        sys.exit(f"bench: {path} answered {answer.status}")


def ask_often(port, times):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    for _ in range(times):
        ask(connection, PAGE)


def stop(process):
    process.terminate()
    process.wait()


def tell(what, build, figures):
    print(f"{what:9} {build}: least {min(figures):.0f}, median {statistics.median(figures):.0f}", flush=True)


def start(builds, sites):
    figures = [[], []]
    for turn in range(STARTS + 1):
        for each, (build, site) in enumerate(zip(builds, sites)):
            process, _, used = serve(build, site)
            stop(process)
            if turn > 0:  # the first one makes the portal
                figures[each].append(used * 1e3)
    for build, found in zip(builds, figures):
        tell("start ms", build, found)


def uncached(builds, sites):
    servers = [serve(build, site)[:2] for build, site in zip(builds, sites)]
    try:
        figures = [[], []]
        for _, port in servers:
            ask_often(port, WARM)
        for _ in range(ROUNDS):
            for each, (process, port) in enumerate(servers):
                before = processor(process)
                ask_often(port, EACH)
                figures[each].append((processor(process) - before) / EACH * 1e6)
    finally:
        for process, _ in servers:
            stop(process)
    for build, found in zip(builds, figures):
        tell("page µs", build, found)


def main(words):
    parts = {"start": start, "uncached": uncached}
    if len(words) not in (2, 3) or any(part not in parts for part in words[2:]):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        for part in words[2:] or parts:
            sites = [os.path.join(folder, part + str(each)) for each in range(2)]
            parts[part](words[:2], sites)


if __name__ == "__main__":
    main(sys.argv[1:])

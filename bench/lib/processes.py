"""Processes of our own: started under target/bench, waited for, measured, and stopped by their ids."""

import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "bench"
TICKS = os.sysconf("SC_CLK_TCK")

_running = []


class NotMeasured(Exception):
    """A server or a figure that cannot be had here, with the reason."""


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def run(command, log, **more):
    """Runs a command to its end; a failure ends the measurement and names the log."""
    with open(WORK / log, "ab") as out:
        done = subprocess.run([str(word) for word in command], stdout=out, stderr=out, check=False, **more)
    if done.returncode != 0:
        raise NotMeasured(f"{pathlib.Path(str(command[0])).name} ended with {done.returncode}, see target/bench/{log}")


class Running:
    """A process with its children, in a group of its own."""

    def __init__(self, command, log, env=None, cwd=None):
        self.name = pathlib.Path(str(command[0])).name
        self.log = log
        with open(WORK / log, "wb") as out:
            self.process = subprocess.Popen(
                [str(word) for word in command],
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **(env or {})},
                cwd=cwd,
                start_new_session=True,
            )
        _running.append(self)

    def stop(self):
        """Asks the process to end, and its whole group when it does not."""
        if self in _running:
            _running.remove(self)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def check(self):
        if self.process.poll() is not None:
            raise NotMeasured(f"{self.name} ended with {self.process.returncode}, see target/bench/{self.log}")

    def ids(self):
        """This process and all below it."""
        parents = {}
        for folder in pathlib.Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    fields = (folder / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue  # it has ended meanwhile
                parents.setdefault(int(fields[1]), []).append(int(folder.name))
        found, new = [], [self.process.pid]
        while new:
            found += new
            new = [child for parent in new for child in parents.get(parent, [])]
        return found

    def cpu_seconds(self):
        total = 0
        for pid in self.ids():
            try:
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_mib(self):
        """Resident memory; what several of its processes share is counted once."""
        total = 0
        for pid in self.ids():
            for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        return total / 1024


def stop_all():
    for one in reversed(list(_running)):
        one.stop()


def await_answer(url, process, seconds=60.0, pause=0.2):
    """Waits until the address is answered with 200; gives the seconds it took."""
    began = time.perf_counter()
    last = None
    while time.perf_counter() - began < seconds:
        process.check()
        try:
            with urllib.request.urlopen(url, timeout=seconds) as answer:
                answer.read()
                if answer.status == 200:
                    return time.perf_counter() - began
        except (urllib.error.URLError, ConnectionError, TimeoutError) as fault:
            last = fault
        time.sleep(pause)
    raise NotMeasured(f"{process.name} did not answer in {seconds:.0f} s ({last}), see target/bench/{process.log}")

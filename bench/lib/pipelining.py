"""bench/pipelining: 64 clients that send 60,000 requests each and read nothing, beside readers who do."""

import argparse
import os
import selectors
import socket
import statistics
import sys
import threading
import time

import herald
import processes
from load import wrk
from processes import WORK, NotMeasured, say

CLIENTS = 64
AHEAD = 60_000
HEAP = "-Xmx512m"  # as the documentation advises for small machines
CONNECTIONS = 16
MOST_TIMES = 2
MOST_MIB = 1024
QUIET = 1.5  # of the machine's load, above which other programs are measured as well


def options():
    told = argparse.ArgumentParser(
        prog="bench/pipelining", description="Readers' waiting beside clients that send requests ahead and read nothing.")
    told.add_argument("--seconds", type=int, default=10, metavar="N", help="how long each round lasts (10)")
    told.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds without and with them, in turn (3)")
    told.add_argument("--articles", type=int, default=1_000, metavar="N", help="articles of the portal (1000)")
    return told.parse_args()


class Pipelining(threading.Thread):
    """Clients with a connection each, which is filled whenever it takes more."""

    def __init__(self, address):
        super().__init__()
        self.one = f"GET {herald.FRONT} HTTP/1.1\r\nHost: herald.example\r\n\r\n".encode()
        self.left, self.closed, self.isOver = {}, 0, False
        self.ready = selectors.DefaultSelector()
        for _ in range(CLIENTS):
            client = socket.create_connection(address)
            client.setblocking(False)
            self.left[client] = AHEAD * len(self.one)
            self.ready.register(client, selectors.EVENT_WRITE)

    def run(self):
        piece = self.one * 1000
        while not self.isOver:
            for key, _ in self.ready.select(0.1):
                self.send(key.fileobj, piece)

    def send(self, client, piece):
        begun = -self.left[client] % len(self.one)
        try:
            self.left[client] -= client.send(piece[begun:][:self.left[client]])
        except OSError:
            self.closed += 1
            self.ready.unregister(client)
            return
        if not self.left[client]:
            self.ready.unregister(client)

    def stop(self):
        """Hangs up; gives how many requests were sent."""
        self.isOver = True
        self.join()
        for client in self.left:
            client.close()
        return sum(AHEAD - left // len(self.one) for left in self.left.values())


def read(server, pages, seconds):
    """The readers' waiting in this time, as wrk tells it."""
    return wrk(server.base, pages, seconds, CONNECTIONS, "gzip")


def measure(server, chosen):
    pages = [herald.FRONT, herald.SECTION, *herald.Stories(server.site).paths()[-30:]]
    host, port = server.base.removeprefix("http://").split(":")
    read(server, pages, chosen.seconds)
    rounds, most, taken, load = [], 0.0, 0, []
    for _ in range(chosen.rounds):
        load.append(os.getloadavg()[0])
        without = read(server, pages, chosen.seconds)
        crowd = Pipelining((host, int(port)))
        crowd.start()
        beside = read(server, pages, chosen.seconds)
        most = max(most, server.process.memory_mib())
        taken += crowd.stop()
        rounds.append((without["p99"], beside["p99"]))
        server.process.check()
    return rounds, most, taken, load


def main():
    chosen = options()
    WORK.mkdir(parents=True, exist_ok=True)
    os.environ["JAVA_TOOL_OPTIONS"] = HEAP
    try:
        server = herald.Herald(herald.site(chosen.articles))
        server.start()
        say(f"{chosen.rounds} rounds of {chosen.seconds} s without and with {CLIENTS} clients, with {HEAP} ...")
        rounds, most, taken, load = measure(server, chosen)
    except NotMeasured as reason:
        say(reason)
        sys.exit(1)
    finally:
        processes.stop_all()
    times = statistics.median(beside / without for without, beside in rounds)
    print("p99 of wrk, ms, without and beside them: "
          + "; ".join(f"{without:.2f} and {beside:.2f}, {beside / without:.2f} times" for without, beside in rounds))
    print(f"median: {times:.2f} times  " + ("reached" if times <= MOST_TIMES else "MISSED"))
    print(f"requests sent ahead, some of which wait in the system's buffers: {taken:,} of {CLIENTS * AHEAD * chosen.rounds:,}")
    print(f"resident memory at most, MiB: {most:.0f}  " + ("reached" if most < MOST_MIB else "MISSED"))
    print(f"load of the machine before each round: {', '.join(f'{each:.1f}' for each in load)}"
          + ("" if max(load) < QUIET else " (busy: other programs were measured, too)"))
    sys.exit(0 if times <= MOST_TIMES and most < MOST_MIB else 1)


main()

"""Loads: many requests at once with wrk, and one after the other from a single client."""

import http.client
import json
import pathlib
import statistics
import subprocess
import time
import urllib.parse

from processes import WORK, NotMeasured

FEWEST = 20
LONGEST_IDLE = 2  # seconds; servers close connections that nobody uses, Ghost after five
HERE = pathlib.Path(__file__).resolve().parent


def wrk(base, addresses, seconds, connections=32, encoding="gzip", wanted=200):
    """One run of wrk; checks that every answer had the status that is wanted."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-H", f"Accept-Encoding: {encoding}"]
    if len(addresses) == 1:
        command += ["-s", str(HERE / "report.lua"), base + addresses[0]]
    else:
        file = WORK / "addresses.txt"
        file.write_text("\n".join(addresses) + "\n")
        command += ["-s", str(HERE / "list.lua"), base, "--", str(file)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=False)
    line = next((each for each in ended.stdout.splitlines() if each.startswith("RESULT ")), None)
    if line is None:
        raise NotMeasured("wrk failed: " + (ended.stderr or ended.stdout).strip()[-200:])
    result = json.loads(line.removeprefix("RESULT "))
    wrong = result["requests"] - result["refused"] if wanted >= 400 else result["refused"]
    if result["failed"] or wrong or not result["requests"]:
        raise NotMeasured(f"{base}{addresses[0]}: of {result['requests']} answers {wrong} had another status than {wanted},"
                          f" {result['failed']} failed")
    return result


class Client:
    """One client with one open connection."""

    def __init__(self, base):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=30)
        self.last = 0.0

    def ask(self, address, encoding="gzip", wanted=200):
        """Seconds from the request to the last byte of the answer, the body, and the answer."""
        try:
            if time.perf_counter() - self.last > LONGEST_IDLE:
                self.connection.close()
                self.connection.connect()
            began = time.perf_counter()
            self.connection.request("GET", address, headers={"Accept-Encoding": encoding})
            answer = self.connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as fault:
            raise NotMeasured(f"{address} was not answered: {fault!r}") from fault
        self.last = time.perf_counter()
        if answer.status != wanted:
            raise NotMeasured(f"{address} is answered with {answer.status} instead of {wanted}")
        return self.last - began, body, answer


def in_turn(askers, chosen):
    """
    Asks each in turn, A B A B; gives the milliseconds of each. An asker takes the number of its request. Before that each is
    asked for some seconds, because programs get faster with use. When one is slow, all are asked less often.
    """
    for ask in askers.values():
        number, began = 0, time.perf_counter()
        while time.perf_counter() - began < chosen.warm:
            ask(number)
            number += 1
    times = {name: [] for name in askers}
    began = time.perf_counter()
    for number in range(chosen.asked):
        if number >= FEWEST and time.perf_counter() - began > 8 * chosen.seconds:
            break
        for name, ask in askers.items():
            times[name].append(ask(number) * 1000)
    return times


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values), "values": values}

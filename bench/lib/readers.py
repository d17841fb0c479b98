"""16 readers of kept pages, each with a connection and a moment's thought; says how long they waited, as JSON."""

import http.client
import json
import random
import sys
import threading
import time

READERS = 16
THOUGHT = 0.05


def read(netloc, until, pages, times, wrong):
    connection = None
    while time.time() < until:
        began = time.perf_counter()
        try:
            connection = connection or http.client.HTTPConnection(netloc, timeout=30)
            connection.request("GET", random.choice(pages), headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            times.append(time.perf_counter() - began)
            if answer.status != 200:
                wrong.append(answer.status)
        except (OSError, http.client.HTTPException) as fault:
            wrong.append(repr(fault))
            times.append(time.perf_counter() - began)
            connection = None
        time.sleep(THOUGHT)


def main():
    netloc, seconds, *pages = sys.argv[1:]
    for page in pages:  # so that they are kept
        read(netloc, time.time() + 0.001, [page], [], [])
    until, times, wrong = time.time() + int(seconds), [], []
    readers = [threading.Thread(target=read, args=(netloc, until, pages, times, wrong)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    print(json.dumps({"times": times, "wrong": len(wrong), "first": str(wrong[:1])}))


main()

"""300 connections that mean no good, of eight kinds; says what they did, as JSON."""

import asyncio
import collections
import json
import random
import sys
import time

HEAD = "Host: herald.example\r\n"
PAUSE = 0.05
DONE = collections.Counter()

FORMS = [
    ("application/x-www-form-urlencoded", b"email=%zz&password=%"),
    ("application/x-www-form-urlencoded; charset=utf-7", b"email=+ADw-"),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % i for i in range(1001))),
    ("multipart/form-data", b"--x\r\n"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\ncut'),
]


async def answer(reader):
    """Reads one answer, head and body; gives its status."""
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
    length = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    await reader.readexactly(int(length[0]) if length else 0)
    return int(head[9:12])


async def pipelining(reader, writer, until):
    """Sends requests without end and reads nothing."""
    reader._transport.pause_reading()
    ahead = f"GET /en HTTP/1.1\r\n{HEAD}\r\n".encode() * 1000
    end = min(until, time.time() + 20)
    while time.time() < end:
        writer.write(ahead)
        DONE["pipelined"] += 1000
        await asyncio.wait_for(writer.drain(), max(1, end - time.time()))


async def idle(reader, writer, until):
    DONE["idle"] += 1
    await asyncio.sleep(min(30, max(0, until - time.time())))


async def slow(reader, writer, until):
    """A request of one letter a second."""
    DONE["slow"] += 1
    start = random.choice([f"GET /en HTTP/1.1\r\n{HEAD}X-Slow: ",
                           f"POST /newsroom/sign-in HTTP/1.1\r\n{HEAD}Content-Type: application/x-www-form-urlencoded\r\n"
                           "Content-Length: 1000\r\n\r\nemail="])
    writer.write(start.encode())
    for _ in range(40):
        if time.time() > until:
            return
        writer.write(b"a")
        await writer.drain()
        await asyncio.sleep(1)


async def asking(reader, writer, until, name, address):
    while time.time() < until:
        writer.write(f"GET {address()} HTTP/1.1\r\n{HEAD}\r\n".encode())
        DONE[f"{name} {await answer(reader)}"] += 1
        await asyncio.sleep(PAUSE)


async def queries(reader, writer, until):
    await asking(reader, writer, until, "queries", lambda: f"/en/archive?x={random.random()}")


async def missing(reader, writer, until):
    await asking(reader, writer, until, "missing", lambda: f"/en/made-up-{random.getrandbits(60)}")


async def oversize(reader, writer, until):
    kind = random.choice(["Content-Length: 60000000", "Transfer-Encoding: chunked"])
    writer.write(f"POST /newsroom/pictures HTTP/1.1\r\n{HEAD}Content-Type: application/octet-stream\r\n{kind}\r\n\r\n".encode())
    got = asyncio.create_task(answer(reader))
    got.add_done_callback(lambda done: done.cancelled() or done.exception())  # cut off is counted where it is written
    try:
        for _ in range(900):
            if got.done():
                break
            writer.write(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
            await writer.drain()
        DONE[f"oversize {await got}"] += 1
    finally:
        got.cancel()
    await asyncio.sleep(PAUSE)


async def malformed(reader, writer, until):
    while time.time() < until:
        kind, body = random.choice(FORMS)
        writer.write(f"POST /newsroom/sign-in HTTP/1.1\r\n{HEAD}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                     + body)
        DONE[f"malformed {await answer(reader)}"] += 1
        await asyncio.sleep(PAUSE)


KINDS = {pipelining: 64, idle: 56, slow: 60, queries: 40, missing: 40, oversize: 20, malformed: 20}


async def again_and_again(kind, host, port, until):
    """One connection of this kind; a new one whenever it is closed."""
    while time.time() < until:
        writer = None
        try:
            reader, writer = await asyncio.open_connection(host, int(port))
            await kind(reader, writer, until)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            DONE[f"{kind.__name__}, cut off"] += 1
            await asyncio.sleep(PAUSE)
        finally:
            if writer:
                writer.transport.abort()


async def main():
    host, port = sys.argv[1].split(":")
    until = time.time() + int(sys.argv[2])
    await asyncio.gather(*(again_and_again(kind, host, port, until) for kind, count in KINDS.items() for _ in range(count)))
    print(json.dumps(DONE))


asyncio.run(main())

"""A portal that was lived in: people of every role, items in every state, an outline that changed; packed with what it answered."""

import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
import zlib

from forms import Person

PASSWORD = "three unrelated teapots"
FAR = "2099-06-01"  # never due while the portal is a test
BASE = "http://portal.example"  # so that pages say the same at every port
NOT_PACKED = ("data/renditions", "data/index", "data/classes", "data/native")


class Server:
    """A packaged Herald over a site folder."""

    def __init__(self, build, site, port):
        self.build, self.site, self.port = build, site, port
        self.base = f"http://localhost:{port}"
        self.process = None

    def command(self, *words):
        java = pathlib.Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java"
        return [str(java), "--enable-native-access=ALL-UNNAMED", "-jar",
                str(self.build / "target/quarkus-app/quarkus-run.jar"), *map(str, words)]

    def start(self):
        self.process = subprocess.Popen(self.command("serve", "--site", self.site, "--port", self.port),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                urllib.request.urlopen(self.base + "/en").read()
                return
            except OSError:
                if self.process.poll() is not None:
                    sys.exit("The server did not start.")
                time.sleep(0.1)
        sys.exit("The server does not answer.")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)

    def invite(self, name, role, *more):
        done = subprocess.run(self.command("user", "add", "--role", role, "--name", name, "--speaks", "en", *more, "--site",
                                           self.site, f"{name.lower()}@herald.test"), capture_output=True, text=True, check=True)
        link = re.search(r"/newsroom/welcome/\S+", done.stdout).group(0)
        person = Person(self.base)
        person.send(link, name=name, password=PASSWORD)
        return person


def photo(red):
    """A PNG of one colour, 320 x 200."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    row = b"\0" + bytes([red, 120, 90]) * 320
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 320, 200, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(row * 200)) + chunk(b"IEND", b""))


class Life:
    def __init__(self, server):
        self.aksana = server.invite("Aksana", "administrator")
        self.chief = server.invite("Vera", "chief-editor")
        self.alesia = server.invite("Alesia", "editor")
        self.nasta = server.invite("Nasta", "reporter")
        self.jan = server.invite("Jan", "translator", "--language", "be")
        self.locked = server.invite("Zmicier", "reporter", "--section", "news")

    def story(self, who, headline, kind="article", picture=None, **fields):
        """A saved draft; its number."""
        draft = who.send("/newsroom/new", "/newsroom/new", kind=kind)
        if picture is not None:
            draft = re.match(r"/newsroom/drafts/\d+", draft).group(0)
            who.upload(f"{draft}/picture", "/picture/file", f"{headline}.png", photo(picture))
            fields |= {"alt": f"A field in one colour: {headline}", "credit": "Herald"}
        at = who.send(draft, "/newsroom/revisions", headline=headline, standfirst=f"{headline}, in short.",
                      body=f"<p>{headline}, at <strong>length</strong>.</p><h2>More</h2><p>The second paragraph.</p>",
                      **fields)
        return re.search(r"/newsroom/items/(\d+)", at).group(1)

    def item(self, who, number, action, **fields):
        return who.send(f"/newsroom/items/{number}", f"/{action}", **fields)

    def published(self, headline, **fields):
        number = self.story(self.chief, headline, **fields)
        self.item(self.chief, number, "publication")
        return number

    def revise(self, who, number, **fields):
        who.send(f"/newsroom/items/{number}/text", "/newsroom/revisions", **fields)

    def items(self):
        self.story(self.nasta, "A draft about storks")
        review = self.story(self.nasta, "Storks in review", picture=40)
        self.item(self.nasta, review, "review")
        self.item(self.alesia, review, "comments", text="Who counted them?")
        back = self.story(self.nasta, "Storks sent back")
        self.item(self.nasta, back, "review")
        self.alesia.send(f"/newsroom/items/{back}", "/return", text="Name the meadow.", note="Name the meadow.",
                         reason="Name the meadow.")
        approved = self.story(self.nasta, "Storks approved")
        self.item(self.nasta, approved, "review")
        self.item(self.alesia, approved, "approval")
        scheduled = self.story(self.chief, "Storks of the next century")
        self.item(self.chief, scheduled, "schedule", date=FAR, time="09:00")
        page = f"/newsroom/items/{scheduled}/previews"
        form = self.chief.form(page, "/previews")[1] | {"note": "For the museum"}
        made = self.chief.ask(page, urllib.parse.urlencode(form).encode())[1]
        self.preview = re.search(r"https?://[^/\"]+(/[^\"<]*preview/[^\"<]*)", made).group(1)
        embargoed = self.story(self.chief, "Storks under embargo", embargo=f"{FAR}T09:00")
        self.item(self.chief, embargoed, "assignment")
        live = self.published("Storks are back", picture=200, tags="storks, meadows")
        self.revise(self.chief, live, standfirst="Storks are back on the flooded meadow.")
        corrected = self.published("Forty storks counted", tags="storks")
        self.revise(self.chief, corrected, standfirst="Forty-four storks were counted.")
        self.chief.send(f"/newsroom/items/{corrected}/correction", ("/correction", "/publication"),
                        note="There were 44 storks, not 40.", **{"as": "correction"})
        gone = self.published("Storks that were cranes")
        self.chief.send(f"/newsroom/items/{gone}/withdrawal", "/withdrawal", reason="They were cranes.")
        returned = self.published("Storks on the church")
        self.chief.send(f"/newsroom/items/{returned}/withdrawal", "/withdrawal", reason="To be checked.")
        self.item(self.chief, returned, "restoration")
        moved = self.published("Storks on the move")
        self.item(self.chief, moved, "address", slug="storks-moved")
        self.published("About the storks", kind="page")
        self.translation(live)
        draft = self.nasta.send("/newsroom/new", "/newsroom/new")
        typed = self.nasta.form(draft, "/newsroom/revisions")[1]
        self.nasta.post("/newsroom/drafts", typed | {"headline": "Half a thought", "body": "<p>Storks, and then"})

    def translation(self, original):
        page = f"/newsroom/items/{original}/translations"
        draft = self.chief.send(page, "/newsroom/new", language="be")
        at = self.chief.send(draft, "/newsroom/revisions", headline="Буслы вярнуліся", standfirst="Буслы вярнуліся на луг.",
                             body="<p>Буслы вярнуліся.</p>", alt="Луг, адным колерам")
        self.item(self.chief, re.search(r"/newsroom/items/(\d+)", at).group(1), "publication", confirmed="yes")

    def outline(self):
        who = self.aksana
        who.send("/newsroom/portal/redirects", "/redirects", path="/old/storks.html", target="/en/news")
        who.send("/newsroom/portal/sections", "/sections/new", word="meadows", title="Meadows", description="Wet ones.")
        who.send("/newsroom/portal/menus/main/en", "/main/en", label="Storks", target="/en/news")
        block = "/newsroom/portal/blocks/new?language=en&spot=beside"
        who.send(block, "/blocks/0", title="Now on the meadow", text="Go and see.", target="/en/news")
        who.upload("/newsroom/portal/blocks/4", "/blocks/4", "block.png", photo(90), title="Planned for later",
                   **{"from": f"{FAR}T08:00"})
        self.publish_plan()
        who.upload("/newsroom/portal/blocks/7", "/blocks/7", "meadow.png", photo(150))
        self.publish_plan()
        who.send("/newsroom/portal/blocks/10", "/blocks/10", title="Only planned")
        who.send("/newsroom/portal/banner", "/banner", language="en", text="The meadow is flooded.", target="/en/news",
                 sure="yes")
        who.send("/newsroom/portal", "/plan/preview")

    def publish_plan(self):
        self.aksana.send("/newsroom/portal", "/plan/publication")

    def people(self):
        page = self.aksana.page("/newsroom/people")
        for number in re.findall(r'href="(/newsroom/people/\d+)"', page):
            if "Zmicier" in self.aksana.page(number):
                self.aksana.send(number, "/lock")
                return
        sys.exit("There is no Zmicier.")


class NotFollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def answers(server):
    """What readers are answered at every address that the store knows or front pages lead to."""
    opener = urllib.request.build_opener(NotFollowed)
    with sqlite3.connect(f"file:{server.site}/data/portal.db?mode=ro", uri=True) as store:
        waiting = ["/", "/en", "/be", "/ru", "/robots.txt", "/sitemap.xml", *(path for (path,) in store.execute("select path from path order by path"))]
    found = {}
    while waiting:
        path = waiting.pop()
        if path in found or re.match(r"/(newsroom|assets|media)", path):
            continue
        try:
            answer = opener.open(server.base + urllib.parse.quote(path, safe="/%~"))
        except urllib.error.HTTPError as other:
            answer = other
        kind = answer.headers.get("Content-Type", "")
        body = answer.read()
        found[path] = {"status": answer.status, "type": kind.partition(";")[0],
                       "location": answer.headers.get("Location"),
                       "body": body.decode() if re.match("text|application/(.*xml|json)", kind) else None}
        if kind.startswith("text/html") and answer.status == 200:
            if path.count("/") == 1:  # the front pages
                waiting += re.findall(r'(?:href|src)="(/[^"#?]*)"', body.decode())
    return found


def tables(file):
    """How many rows each table has, and a digest of them."""
    told = {}
    with sqlite3.connect(file) as store:
        for (name,) in store.execute("select name from sqlite_master where type = 'table' order by name").fetchall():
            rows = sorted("|".join(map(str, row)) for row in store.execute(f'select * from "{name}"'))
            told[name] = {"rows": len(rows), "digest": hashlib.sha256("\n".join(rows).encode()).hexdigest()}
    return told


def pack(site, file, told):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for each in sorted(path for path in site.rglob("*") if path.is_file()):
            name = each.relative_to(site).as_posix()
            if not name.startswith(NOT_PACKED) and not name.endswith((".lock", "-shm", "-wal")):
                packed.write(each, f"portal/{name}")
        for name, what in told.items():
            packed.writestr(f"{name}.json", json.dumps(what, ensure_ascii=False, indent=1, sort_keys=True))


def main():
    build, file = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    site = pathlib.Path(tempfile.mkdtemp()) / "portal"
    server = Server(build, site, int(sys.argv[3]) if len(sys.argv) > 3 else 8099)
    server.start()
    server.stop()
    settings = site / "portal.yaml"
    settings.write_text(re.sub(r"(?m)^base-url:.*", f"base-url: {BASE}", settings.read_text()))
    server.start()
    try:
        life = Life(server)
        life.items()
        life.outline()
        life.people()
        pages = answers(server)
        secrets = {"cookies": {each.name: each.value for each in life.chief.cookies}, "preview": life.preview}
    finally:
        server.stop()
    with sqlite3.connect(site / "data/portal.db") as store:
        store.execute("pragma wal_checkpoint(truncate)")  # so that the file alone is the whole database
    pack(site, file, {"pages": pages, "tables": tables(site / "data/portal.db"), "secrets": secrets})
    shutil.rmtree(site.parent)
    print(f"{file}: {file.stat().st_size:,} bytes, {len(pages)} addresses")


main()

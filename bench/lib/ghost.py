"""Ghost in production mode with SQLite, as its command line tool would start it."""

import datetime
import json
import shutil
import sqlite3
import time
import uuid

from processes import WORK, NotMeasured, Running, await_answer, free_port, say

FOLDER = WORK / "ghost"
PACKAGE = FOLDER / "package"
NODE = FOLDER / "node_modules" / ".bin" / "node"
LARGEST_START = 300


def version():
    return json.loads((PACKAGE / "package.json").read_text())["version"]


def address(slug):
    return f"/{slug}/"


class Ghost:
    """A Ghost server with its own content folder and database."""

    name = "Ghost"

    def __init__(self, articles):
        self.articles = articles
        self.folder = FOLDER / f"site-{articles}"
        self.process = None
        self.base = None

    def start(self, stories):
        """Gives the seconds from the start to the first answer of the front page."""
        if not (FOLDER / "installed").exists():
            refused = FOLDER / "refused"
            reason = refused.read_text().replace("\n", " ").strip() if refused.exists() else "run bench/install"
            raise NotMeasured(f"Ghost is not installed: {reason}")
        made = self.folder / "loaded"
        if not made.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(PACKAGE / "content", self.folder / "content")
            (self.folder / "content" / "data").mkdir(exist_ok=True)
            (self.folder / "current").symlink_to(PACKAGE)  # where Ghost looks for itself
            self._serve()
            self.stop()
            say(f"Ghost: the same {self.articles:,} articles ...")
            with sqlite3.connect(self._database()) as store:
                load(store, stories)
            made.touch()
        return self._serve()

    def _database(self):
        return self.folder / "content" / "data" / "ghost.db"

    def _serve(self):
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        (self.folder / "config.production.json").write_text(json.dumps({
            "url": self.base,
            "server": {"host": "127.0.0.1", "port": port},
            "database": {"client": "better-sqlite3", "connection": {"filename": str(self._database())}},
            "paths": {"contentPath": str(self.folder / "content")},
            "logging": {"level": "error", "transports": ["stdout"]},
            "privacy": {"useUpdateCheck": False, "useGravatar": False, "useRpcPing": False, "useStructuredData": True},
            "mail": {"transport": "Direct"},
        }))
        began = time.perf_counter()
        self.process = Running(
            [NODE, self.folder / "current" / "index.js"], "ghost.log", env={"NODE_ENV": "production"}, cwd=self.folder)
        await_answer(self.base + "/", self.process, LARGEST_START, pause=0.02)
        return time.perf_counter() - began

    def stop(self):
        if self.process:
            self.process.stop()
            self.process = None

    def processes(self):
        return [self.process]


def identifier(number):
    return f"{number:024x}"


def load(store, stories):
    """Puts the stories into the database that Ghost made: posts by its first user, with the tag News and their own tags."""
    author = store.execute("select id from users order by created_at limit 1").fetchone()[0]
    store.execute("delete from posts_tags")
    store.execute("update posts set status = 'draft'")
    tags = {"News": identifier(1)}
    slugs = set()
    for number, (_, _, slug, headline, standfirst, published, body, told) in enumerate(stories.all(), start=1000):
        post = identifier(number)
        own = slug if slug not in slugs else f"{slug}-{number}"
        slugs.add(own)
        at = datetime.datetime.fromtimestamp(published / 1000, datetime.UTC).strftime("%Y-%m-%d %H:%M:%S")
        insert(store, "posts", id=post, uuid=str(uuid.UUID(int=number)), title=headline, slug=own, html=body, plaintext=standfirst,
               custom_excerpt=standfirst[:300], lexical=lexical(body), type="post", status="published", visibility="public",
               email_recipient_filter="all", created_at=at, updated_at=at, published_at=at, featured=0,
               comment_id=post, show_title_and_feature_image=1)
        insert(store, "posts_authors", id=identifier(10_000_000 + number), post_id=post, author_id=author, sort_order=0)
        for place, tag in enumerate(["News", *filter(None, told.split("\n"))]):
            link = identifier(100_000_000 + number * 20 + place)
            insert(store, "posts_tags", id=link, post_id=post, tag_id=tags.setdefault(tag, identifier(len(tags) + 1)), sort_order=place)
    for title, tag in tags.items():
        insert(store, "tags", id=tag, name=title, slug="bench-" + title.lower().replace(" ", "-"), visibility="public",
               created_at="2020-01-01 00:00:00", updated_at="2020-01-01 00:00:00")
    store.commit()
    store.execute("analyze")


def lexical(body):
    return json.dumps({"root": {"children": [{"type": "html", "version": 1, "html": body}], "direction": None, "format": "",
                                "indent": 0, "type": "root", "version": 1}})


def insert(store, table, **columns):
    marks = ", ".join("?" for _ in columns)
    store.execute(f"insert into {table} ({', '.join(columns)}) values ({marks})", list(columns.values()))

"""Somebody who works in the newsroom of a running server, by its own forms."""

import html.parser
import http.cookiejar
import re
import secrets
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import herald
from processes import NotMeasured


class Forms(html.parser.HTMLParser):
    """The forms of a page by their addresses, each with the values that it would send as it is."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.form, self.area = {}, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "form":
            self.form = self.forms.setdefault(told.get("action"), {})
        if self.form is None:
            return
        if tag == "input" and told.get("name"):
            chosen = told.get("type") not in ("checkbox", "radio") or "checked" in told
            if chosen and told.get("type") != "file":
                self.form[told["name"]] = told.get("value") or ""
        elif tag == "select":
            self.select = told.get("name")
        elif tag == "option" and (self.select not in self.form or "selected" in told):
            self.form[self.select] = told.get("value") or ""
        elif tag == "textarea":
            self.area = told.get("name")
            self.form[self.area] = ""

    def handle_data(self, data):
        if self.area and self.form is not None:
            self.form[self.area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = None


class Editor:
    """A chief editor of their own, invited and signed in."""

    def __init__(self, server):
        self.base = server.base
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open
        name = f"Bench {secrets.token_hex(4)}"  # the site stays for the next run
        invited = subprocess.run(
            [str(herald.SCRIPT), "user", "add", "--role", "chief-editor", "--name", name, "--speaks", "en", "--site",
             str(server.site), f"{name.replace(' ', '-')}@herald.example"], capture_output=True, text=True, check=False)
        link = re.search(r"/newsroom/welcome/\S+", invited.stdout)
        if not link:
            raise NotMeasured(f"nobody could be invited: {invited.stdout}{invited.stderr}")
        password = secrets.token_urlsafe(24)
        self.send(link.group(0), self.form(link.group(0), "welcome") | {"name": name, "password": password})

    def page(self, path):
        with self.open(self.base + path) as answer:
            return answer.read().decode()

    def form(self, path, action):
        """What the form of this page sends whose address holds this word."""
        for address, form in Forms(self.page(path)).forms.items():
            if action in (address or path):
                return form
        raise NotMeasured(f"{path} has no form for {action}")

    def send(self, path, form):
        """Gives the address where it led."""
        asked = urllib.request.Request(self.base + path, urllib.parse.urlencode(form).encode(), {"Origin": self.base})
        try:
            with self.open(asked) as answer:
                return answer.geturl().removeprefix(self.base)
        except urllib.error.HTTPError as refused:
            raise NotMeasured(f"{path} was refused with {refused.code}") from refused

    def write(self, section, headline):
        """A story that is saved and not yet published; gives its number."""
        new = self.send("/newsroom/new", self.form("/newsroom/new", "/newsroom/new")
                        | {"kind": "article", "language": "en", "section": section})
        text = self.form(new, "/newsroom/revisions") | {
            "headline": headline, "standfirst": f"{headline}, in short.", "body": f"<p>{headline}, at length.</p>"}
        saved = self.send("/newsroom/revisions", text)
        return re.search(r"/newsroom/items/(\d+)", saved).group(1)

    def ready(self, item):
        """The form that publishes it."""
        return self.form(f"/newsroom/items/{item}", "/publication")

    def publish(self, item, form):
        self.send(f"/newsroom/items/{item}/publication", form)

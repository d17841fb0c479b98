"""The newsroom's forms, as a browser without script fills them in and sends them."""

import html.parser
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Forms(html.parser.HTMLParser):
    """The forms of a page that change something: (address, fields), each field with the value that the form would send as it is."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.by_id, self.form, self.area, self.select = [], {}, None, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "form":
            self.form = self.by_id.setdefault(told.get("id") or object(), {})
            if told.get("method") == "post":
                self.forms.append((told.get("action") or "", self.form))
            return
        form = self.by_id.setdefault(told["form"], {}) if told.get("form") else self.form
        if tag == "option" and self.select:
            form, name = self.select
            if name not in form or "selected" in told:
                form[name] = told.get("value") or ""
        if form is None or not told.get("name"):
            return
        if tag == "input" and told.get("type") != "file":
            if told.get("type") not in ("checkbox", "radio") or "checked" in told:
                form[told["name"]] = told.get("value") or ("on" if told.get("type") == "checkbox" else "")
        elif tag == "select":
            self.select = (form, told["name"])
        elif tag == "textarea":
            self.area = (form, told["name"])
            form[told["name"]] = ""

    def handle_data(self, data):
        if self.area:
            form, name = self.area
            form[name] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None


class Refused(Exception):
    """What a server did not take, with what it said."""


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, base):
        self.base = base
        self.cookies = http.cookiejar.CookieJar()
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies)).open

    def ask(self, path, body=None, kind="application/x-www-form-urlencoded"):
        headers = {"Origin": self.base, "Content-Type": kind} if body is not None else {}
        try:
            with self.open(urllib.request.Request(self.base + path, body, headers)) as answer:
                return answer.geturl().removeprefix(self.base), answer.read().decode()
        except urllib.error.HTTPError as refused:
            text = refused.read().decode(errors="replace")
            why = text.partition("<main")[2].partition("</main")[0] or text
            why = re.sub(r"<[^>]*>|\s+", " ", why)
            raise Refused(f"{path}: {refused.code} {why[:1500]}") from refused

    def page(self, path):
        return self.ask(path)[1]

    def form(self, path, action=""):
        """The first form of this page whose address ends so, or so."""
        for address, fields in Forms(self.page(path)).forms:
            if (address or path).partition("?")[0].endswith(action or path.partition("?")[0]):
                return address or path, dict(fields)
        raise Refused(f"{path} has no form for {action}")

    def send(self, page, action="", /, **changed):
        """Fills in a form of this page, as it stands, with these changes; gives the address where that led."""
        address, fields = self.form(page, action)
        fields |= {name: value for name, value in changed.items() if value is not None}
        return self.post(urllib.parse.urljoin(page, address), fields)

    def post(self, path, fields):
        return self.ask(path, urllib.parse.urlencode(fields).encode())[0]

    def upload(self, path, action, name, content, **changed):
        """Fills in a form with a file."""
        address, fields = self.form(path, action)
        fields |= changed
        cut = uuid.uuid4().hex
        parts = [f'--{cut}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                 for key, value in fields.items()]
        parts.append(f'--{cut}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
                     "Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
        parts.append(f"--{cut}--\r\n".encode())
        return self.ask(urllib.parse.urljoin(path, address), b"".join(parts), f"multipart/form-data; boundary={cut}")[0]

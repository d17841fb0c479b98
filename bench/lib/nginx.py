"""nginx: serves files, or stands before PHP. Its own configuration, its own port, no service of the system."""

import gzip
import os
import shutil

from load import Client
from processes import WORK, NotMeasured, Running, await_answer, free_port

CONFIGURATION = """
daemon off;
{user}
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type text/html;
    charset utf-8;
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {rest}
}}
"""

FILES = """
    open_file_cache max=50000 inactive=10m;
    open_file_cache_valid 10m;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/pages;
        gzip_static on;
        gzip_vary on;
        location / {{ try_files $uri.html =404; }}
    }}
"""


def start(name, rest):
    folder = WORK / name
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    file.write_text(CONFIGURATION.format(folder=folder, user=user, rest=rest))
    return Running(["/usr/sbin/nginx", "-p", folder, "-c", file, "-e", folder / "error.log"], f"{name}.log")


class Files:
    """Herald's own bytes of some pages, as files with their gzip form beside them."""

    name = "nginx, files"

    def __init__(self):
        self.folder = WORK / "nginx"
        self.process = None
        self.base = None

    def fill(self, base, addresses):
        pages = self.folder / "pages"
        shutil.rmtree(pages, ignore_errors=True)
        client = Client(base)
        for address in addresses:
            file = pages / (address.lstrip("/") + ".html")
            file.parent.mkdir(parents=True, exist_ok=True)
            packed, answer = client.ask(address, "gzip")[1:]
            if answer.getheader("Content-Encoding") != "gzip":
                raise NotMeasured(f"{address} is not compressed")
            file.write_bytes(gzip.decompress(packed))
            file.with_name(file.name + ".gz").write_bytes(packed)

    def start(self):
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        self.process = start("nginx", FILES.format(port=port, folder=self.folder))
        await_answer(self.base + "/en", self.process)

    def stop(self):
        if self.process:
            self.process.stop()

    def processes(self):
        return [self.process]

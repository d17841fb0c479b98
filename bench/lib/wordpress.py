"""WordPress as Debian packages it, with PHP-FPM, OPcache and MariaDB; plain, and behind a micro-cache of nginx."""

import collections
import datetime
import glob
import os
import shutil
import subprocess
import time

import nginx
from processes import WORK, NotMeasured, Running, await_answer, free_port, run, say

PACKAGE = "/usr/share/wordpress"
ROWS_AT_ONCE = 200
MICRO_CACHE_SECONDS = 10

SETTINGS = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4');
define('AUTH_KEY', 'bench');
define('SECURE_AUTH_KEY', 'bench');
define('LOGGED_IN_KEY', 'bench');
define('NONCE_KEY', 'bench');
define('WP_HOME', 'http://' . ($_SERVER['HTTP_HOST'] ?? 'localhost'));
define('WP_SITEURL', WP_HOME);
define('WP_DEFAULT_THEME', 'twentytwentyone');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""

INSTALL = """
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = 'localhost';
function wp_new_blog_notification() {}
require 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Sample portal', 'bench', 'bench@example.org', true, '', 'bench');
update_option('permalink_structure', '/%year%/%monthnum%/%day%/%postname%/');
wp_delete_post(1, true);
"""

POOL = """
[global]
daemonize = no
error_log = {folder}/php-fpm-error.log
[www]
listen = {folder}/php.sock
listen.backlog = 511
pm = static
pm.max_children = {children}
clear_env = no
"""

SERVERS = """
    fastcgi_cache_path {folder}/cache keys_zone=pages:50m max_size=2g inactive=10m;
    upstream php {{ server unix:{folder}/php.sock; }}
    gzip on;
    gzip_types text/css application/javascript;
    server {{
        listen 127.0.0.1:{plain};
        root {folder}/www;
        index index.php;
        location / {{ try_files $uri $uri/ /index.php?$args; }}
        location ~ \\.php$ {{
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
            fastcgi_param HTTP_HOST $http_host;
            fastcgi_buffers 64 16k;
            fastcgi_pass php;
        }}
    }}
    server {{
        listen 127.0.0.1:{cached};
        root {folder}/www;
        index index.php;
        location / {{ try_files $uri $uri/ /index.php?$args; }}
        location ~ \\.php$ {{
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
            fastcgi_param HTTP_HOST $http_host;
            fastcgi_buffers 64 16k;
            fastcgi_pass php;
            fastcgi_cache pages;
            fastcgi_cache_key $http_host$request_uri;
            fastcgi_cache_valid 200 {seconds}s;
            fastcgi_cache_lock on;
            fastcgi_cache_use_stale updating;
            fastcgi_cache_background_update on;
        }}
    }}
"""


def version():
    for line in open(f"{PACKAGE}/wp-includes/version.php", encoding="utf-8"):
        if line.startswith("$wp_version ="):
            return line.split("'")[1]
    return "?"


def address(path):
    """The address of a story: that of Herald without language and section."""
    return "/" + "/".join(path.split("/")[-4:]) + "/"


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


class Stack:
    """MariaDB, PHP-FPM and nginx together; two addresses, without and with the micro-cache."""

    def __init__(self, articles):
        self.articles = articles
        self.folder = WORK / f"wordpress-{articles}"
        self.socket = self.folder / "db.sock"
        self.running = []

    def start(self, stories):
        programs = sorted(glob.glob("/usr/sbin/php-fpm*"))
        if not programs or not shutil.which("mariadbd", path="/usr/sbin:/usr/bin") or not os.path.isdir(PACKAGE):
            raise NotMeasured("WordPress, PHP-FPM or MariaDB is not installed: run bench/install as root")
        made = self.folder / "loaded"
        if not made.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            shutil.copytree(PACKAGE, self.folder / "www", ignore_dangling_symlinks=True)
            run(["mariadb-install-db", "--no-defaults", f"--datadir={self.folder}/mysql", "--auth-root-authentication-method=normal",
                 "--skip-test-db", *self._user()], "mariadb-install.log")
        self._database()
        if not made.exists():
            say(f"WordPress: the same {self.articles:,} articles ...")
            self._load(stories)
            made.touch()
        children = max(4, 4 * (os.cpu_count() or 1))
        (self.folder / "php-fpm.conf").write_text(POOL.format(folder=self.folder, children=children))
        as_root = ["-R"] if os.geteuid() == 0 else []
        self.running.append(Running(
            [programs[-1], "-F", *as_root, "-y", self.folder / "php-fpm.conf", "-d", "opcache.enable=1",
             "-d", "opcache.memory_consumption=256", "-d", "opcache.max_accelerated_files=20000",
             "-d", "opcache.validate_timestamps=0", "-d", "zlib.output_compression=On", "-d", "display_errors=Off"],
            "php-fpm.log"))
        plain, cached = free_port(), free_port()
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        self.running.append(nginx.start(self.folder.name, SERVERS.format(
            folder=self.folder, plain=plain, cached=cached, seconds=MICRO_CACHE_SECONDS)))
        for port in (plain, cached):
            await_answer(f"http://127.0.0.1:{port}/", self.running[-1])
        return (Server("WordPress", f"http://127.0.0.1:{plain}", self.running),
                Server("WordPress, micro-cache", f"http://127.0.0.1:{cached}", self.running))

    def stop(self):
        for one in reversed(self.running):
            one.stop()
        self.running = []

    @staticmethod
    def _user():
        return ["--user=root"] if os.geteuid() == 0 else []

    def _client(self):
        return ["mariadb", "--no-defaults", f"--socket={self.socket}", "--user=root", "--default-character-set=utf8mb4"]

    def _database(self):
        database = Running(
            ["/usr/sbin/mariadbd", "--no-defaults", f"--datadir={self.folder}/mysql", f"--socket={self.socket}",
             f"--pid-file={self.folder}/db.pid", "--skip-networking", "--innodb-buffer-pool-size=1G",
             "--innodb-flush-log-at-trx-commit=2", "--max-allowed-packet=64M", *self._user()], "mariadb.log")
        self.running.append(database)
        for _ in range(150):
            database.check()
            if subprocess.run([*self._client(), "-e", "select 1"], capture_output=True, check=False).returncode == 0:
                return
            time.sleep(0.2)
        raise NotMeasured("MariaDB did not start in 30 s, see target/bench/mariadb.log")

    def _load(self, stories):
        (self.folder / "www" / "wp-config.php").write_text(SETTINGS.format(socket=self.socket))
        subprocess.run([*self._client(), "-e", "create database wordpress character set utf8mb4"], check=True)
        run(["php", "-r", INSTALL], "wordpress-install.log", cwd=self.folder / "www")
        with subprocess.Popen([*self._client(), "wordpress"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8") as client:
            for statement in statements(stories):
                client.stdin.write(statement + ";\n")
            client.stdin.close()
            if client.wait() != 0:
                raise NotMeasured("the articles could not be put into MariaDB")


def statements(stories):
    """SQL that puts the stories into WordPress: posts, the category News, tags, with their counts."""
    yield "set autocommit = 0"
    tags = {}
    counts = collections.Counter()
    posts, links = [], []
    for number, (_, path, slug, headline, standfirst, published, body, told) in enumerate(stories.all(), start=100):
        year, month, day = path.split("/")[-4:-1]
        clock = datetime.datetime.fromtimestamp(published / 1000, datetime.UTC).strftime("%H:%M:%S")
        at = quoted(f"{year}-{month}-{day} {clock}")
        posts.append(f"({number}, 1, {at}, {at}, {quoted(body)}, {quoted(headline)}, {quoted(standfirst)}, 'publish', 'closed',"
                     f" 'closed', {quoted(slug)}, {at}, {at}, '', '', '', '', 0, 'post')")
        for term in [2] + [tags.setdefault(tag, len(tags) + 10) for tag in filter(None, told.split("\n"))]:
            counts[term] += 1
            links.append(f"({number}, {term}, 0)")
        if len(posts) == ROWS_AT_ONCE:
            yield from rows(posts, links)
            posts, links = [], []
    yield from rows(posts, links)
    for term, (title, kind) in {2: ("News", "category"), **{number: (tag, "post_tag") for tag, number in tags.items()}}.items():
        slug = title.lower().replace(" ", "-")
        yield f"insert into wp_terms (term_id, name, slug, term_group) values ({term}, {quoted(title)}, {quoted(slug)}, 0)"
        yield ("insert into wp_term_taxonomy (term_taxonomy_id, term_id, taxonomy, description, parent, count)"
               f" values ({term}, {term}, '{kind}', '', 0, {counts[term]})")
    yield "commit"
    yield "analyze table wp_posts, wp_term_relationships, wp_terms, wp_term_taxonomy"


def rows(posts, links):
    if posts:
        yield ("insert into wp_posts (ID, post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt,"
               " post_status, comment_status, ping_status, post_name, post_modified, post_modified_gmt, to_ping, pinged,"
               " post_content_filtered, guid, menu_order, post_type) values " + ",".join(posts))
        yield "insert into wp_term_relationships (object_id, term_taxonomy_id, term_order) values " + ",".join(links)


class Server:
    """One address of the stack."""

    def __init__(self, name, base, running):
        self.name = name
        self.base = base
        self.running = running

    def processes(self):
        return self.running

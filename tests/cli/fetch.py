#!/usr/bin/env python3
"""demarche fetch against servers on this machine, good ones and bad ones: fetch.py PROGRAM

Each case has a server of its own, whose pages are functions of the request and whose log tells what was asked for.
"""

import gzip
import http.server
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

DEMARCHE = sys.argv[1]
PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><p>Text of {0}.</p></body></html>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer takes 40 ms

    def log_message(self, *_):
        pass

    def do_GET(self):
        site = self.server.site
        with site.lock:
            site.log.append((self.path, time.monotonic(), dict(self.headers)))
        site.answer(self)

    def send(self, body, kind="text/html; charset=utf-8", status=200, **fields):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass  # a client that goes away in the middle is what some cases are about


class Site:
    """A server on a port of its own. Paths that nobody defined are pages, except robots.txt."""

    def __init__(self):
        self.log, self.lock, self.paths = [], threading.Lock(), {}
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.site = self
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.other = f"http://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def answer(self, request):
        path = request.path.partition("?")[0]
        if path in self.paths:
            self.paths[path](request)
        elif path == "/robots.txt":
            request.send("", status=404)
        else:
            request.send(PAGE.format(path))

    def feed(self, path, links, **fields):
        body = rss(self.url, links)
        self.paths[path] = lambda r: r.send(body, "application/rss+xml", **fields)
        return self.url + path

    def asked(self, path):
        with self.lock:
            return sum(1 for p, _, _ in self.log if p == path)

    def times(self, path):
        with self.lock:
            return [t for p, t, _ in self.log if p == path]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def rss(base, links):
    items = "".join(
        f"<item><title>Title of {link}</title><link>{link if '://' in link else base + link}</link>"
        f"<pubDate>Tue, 18 Mar 2025 09:00:00 GMT</pubDate><description>Summary of {link}</description></item>"
        for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'


def check(good, what):
    if not good:
        raise AssertionError(what)


def same(got, wanted, what):
    check(got == wanted, f"{what}: got {got!r}, expected {wanted!r}")


def command(out, *arguments):
    return [DEMARCHE, "fetch", "--out", out, "--interval", "0", *arguments]


def fetch(out, *arguments, status=0):
    p = subprocess.run(command(out, *arguments), capture_output=True, text=True, timeout=60, check=False)
    check(p.returncode == status, f"ended with {p.returncode}, not {status}: {p.stdout}{p.stderr}")
    return p


def records(out):
    """(type, address, fields, block) of all records in the archives, each gzip member read by itself."""
    found = []
    names = sorted(n for n in os.listdir(out) if n.endswith(".warc.gz")) if os.path.isdir(out) else [out]
    for name in names:
        with gzip.open(os.path.join(out, name) if os.path.isdir(out) else name) as f:
            data = f.read()
        while data:
            head, _, rest = data.partition(b"\r\n\r\n")
            lines = head.decode().split("\r\n")
            same(lines[0], "WARC/1.1", "the first line of a record")
            fields = dict(line.split(": ", 1) for line in lines[1:])
            n = int(fields["Content-Length"])
            found.append((fields["WARC-Type"], fields.get("WARC-Target-URI"), fields, rest[:n]))
            same(rest[n:n + 4], b"\r\n\r\n", "the end of a record")
            data = rest[n + 4:]
    return found


def pages(out, kind="response"):
    """Paths of the pages that were kept, without feeds."""
    kept = [(u, b) for t, u, _, b in records(out)
            if t == kind and not any(x in b for x in (b"<rss", b"<urlset", b"application/gzip"))]
    return sorted(re.sub(r"^http://[^/]*", "", u) for u, _ in kept)


def read(out):
    """What demarche read makes of the archives, a line a report."""
    p = subprocess.run([DEMARCHE, "read", "--quiet", out], capture_output=True, text=True, timeout=60, check=False)
    return p.stdout


# ---- cases -----------------------------------------------------------------------------------------------------


def case_kept_once(site, work):
    """Pages with what the feed told of them; the second run asks for the feed only, and that conditionally."""
    def feed(request):
        if request.headers.get("If-None-Match") == '"v1"':
            request.send("", kind=None, status=304)
        else:
            request.send(rss(site.url, ["/a", "/b"]), "application/rss+xml", ETag='"v1"',
                         Last_Modified="Tue, 18 Mar 2025 10:00:00 GMT")
    site.paths["/feed"] = feed
    out = work + "/out"
    fetch(out, site.url + "/feed")
    same(pages(out), ["/a", "/b"], "pages")
    fields = next(f for _, u, f, _ in records(out) if u == site.url + "/a")
    same(fields["Feed-Title"], "Title of /a", "title")
    same(fields["Feed-Published"], "2025-03-18T09:00:00Z", "day")
    same(fields["Feed-URI"], site.url + "/feed", "feed")
    before = records(out)
    said = fetch(out, site.url + "/feed").stderr
    check("1 feed, 1 unchanged" in said, said)
    same(records(out), before, "the archive after an unchanged feed")
    same(site.asked("/a"), 1, "requests for a page")
    with site.lock:
        second = [h for p, _, h in site.log if p == "/feed"][1]
    same(second.get("If-Modified-Since"), "Tue, 18 Mar 2025 10:00:00 GMT", "If-Modified-Since")
    same(site.asked("/robots.txt"), 2, "requests for robots.txt, one a run")


def case_new_entries(site, work):
    """A feed without validators is sent again, and kept again only if something in it is new."""
    out = work + "/all.warc.gz"
    url = site.feed("/feed", ["/a"])
    fetch(out, url)
    size = os.path.getsize(out)
    fetch(out, url)
    same(os.path.getsize(out), size, "size after the same feed")
    site.feed("/feed", ["/b", "/a", "/a"])
    fetch(out, url)
    same(pages(out), ["/a", "/b"], "pages")
    same(sum(b"<rss" in b for _, _, _, b in records(out)), 2, "copies of the feed")
    check(os.path.exists(work + "/.all.warc.gz.state"), "the state beside the archive")


def case_code_reads_it(site, work):
    out = work + "/out"
    fetch(out, site.feed("/feed", ["/a"]), "--feeds-only")
    same(site.asked("/a"), 0, "requests for a page")
    same(pages(out, "conversion"), ["/a"], "texts")
    fetch(out, site.url + "/feed", "--feeds-only")
    same(pages(out, "conversion"), ["/a"], "texts, the second time")
    check('"title": "Title of /a"' in read(out), "the reader finds what the feed told")


def case_redirects(site, work):
    def to(where, status=302):
        return lambda r: r.send("", kind=None, status=status, Location=where)
    site.paths.update({
        "/moved": to("/new"), "/relative": to("x/../new2", 301), "/loop": to("/loop"),
        "/one": to("/two"), "/two": to("/one"), "/file": to("file:///etc/passwd"), "/ftp": to("ftp://127.0.0.1/x"),
        "/nowhere": lambda r: r.send("", kind=None, status=302), "/again": to("/new", 308),
        "/feedmoved": to("/feed")})
    site.feed("/feed", ["/moved", "/relative", "/loop", "/one", "/file", "/ftp", "/nowhere", "/again"])
    out = work + "/out"
    p = fetch(out, site.url + "/feedmoved", status=1)
    same(pages(out), ["/new", "/new2"], "pages, by where they were found")
    same(site.asked("/loop"), 6, "requests in a loop: one and five redirects")
    for what in ("too many in a row", "to no address of http or https", "1 that leads to one kept already"):
        check(what in p.stderr, p.stderr)
    same(site.asked("/new"), 1, "requests for a page that two redirects lead to")
    before = len(site.log)
    fetch(out, site.url + "/feedmoved")
    same([p for p, _, _ in site.log[before:]], ["/robots.txt", "/feedmoved", "/feed"], "what a second run asks for")


def case_robots(site, work):
    """Obeyed for pages, for redirects to other hosts and for feeds; --feed-anyway holds for the feeds that are named only."""
    other = Site()
    other.paths["/robots.txt"] = lambda r: r.send("User-agent: *\nDisallow: /secret\n", "text/plain")
    site.paths["/robots.txt"] = lambda r: r.send("User-agent: demarche\nDisallow: /no\nDisallow: /feed2\n", "text/plain")
    site.paths["/out"] = lambda r: r.send("", kind=None, status=302, Location=other.other + "/secret/x")
    site.paths["/out2"] = lambda r: r.send("", kind=None, status=302, Location=other.other + "/open")
    out = work + "/out"
    p = fetch(out, site.feed("/feed", ["/yes", "/no/1", "/out", "/out2"]))
    same(pages(out), ["/open", "/yes"], "pages")
    check("2 forbidden by robots.txt" in p.stderr, p.stderr)
    same(site.asked("/no/1") + other.asked("/secret/x"), 0, "requests for what is forbidden")
    same(site.log[0][0], "/robots.txt", "what is asked for first")
    fetch(out, site.feed("/feed2", ["/yes2", "/no/2"]), status=1)
    same(site.asked("/feed2"), 0, "requests for a feed that is forbidden")
    fetch(out, site.url + "/feed2", "--feed-anyway")
    same(pages(out), ["/open", "/yes", "/yes2"], "pages")
    same(site.asked("/no/2"), 0, "requests for what is forbidden")
    fetch(out, site.url + "/feed", "--user-agent", "other/1.0 (+https://www.example.org/)")
    same(site.log[-1][2]["User-Agent"], "other/1.0 (+https://www.example.org/)", "user agent")
    other.close()


def case_robots_failing(site, work):
    """Without robots.txt nothing is asked for: the server cannot tell."""
    site.paths["/robots.txt"] = lambda r: r.send("", status=500)
    p = fetch(work + "/out", site.feed("/feed", ["/a"]), status=1)
    check("robots.txt cannot be had" in p.stderr, p.stderr)
    same(site.asked("/feed"), 0, "requests for the feed")


def case_pace(site, work):
    """Pauses between requests: ours, and the longer one that robots.txt asks for."""
    out = work + "/out"
    url = site.feed("/feed", ["/a", "/b", "/c"])
    fetch(out, url, "--interval", "200ms")
    times = sorted(t for _, t, _ in site.log)
    check(min(b - a for a, b in zip(times, times[1:])) > 0.18, "pauses between requests")
    slow = Site()
    slow.paths["/robots.txt"] = lambda r: r.send("User-agent: *\nCrawl-delay: 0.6\n", "text/plain")
    fetch(work + "/slow", slow.feed("/feed", ["/a"]))
    times = sorted(t for _, t, _ in slow.log)
    check(times[-1] - times[-2] > 0.58, "the pause that robots.txt asks for")
    slow.close()


def failing(times, status, **fields):
    """A page that works once it was asked for that often in vain."""
    left = [times]

    def answer(request):
        left[0] -= 1
        if left[0] >= 0:
            request.send("later", status=status, **fields)
        else:
            request.send(PAGE.format("late"))
    return answer


def case_busy(site, work):
    site.paths.update({"/a": failing(1, 429, Retry_After="1"), "/b": failing(2, 503), "/c": failing(99, 500),
                       "/d": failing(99, 404), "/e": failing(99, 403)})
    out = work + "/out"
    p = fetch(out, site.feed("/feed", ["/a", "/b", "/c", "/d", "/e"]), status=1)
    same(pages(out), ["/a", "/b"], "pages")
    first, second = site.times("/a")
    check(second - first > 0.98, "Retry-After")
    same([site.asked(p) for p in ("/b", "/c", "/d", "/e")], [3, 4, 1, 1], "requests")
    check("3 failed, 1 wanted still" in p.stderr, p.stderr)
    site.paths["/c"] = lambda r: r.send(PAGE.format("c"))
    fetch(out, site.url + "/feed")
    same(pages(out), ["/a", "/b", "/c"], "pages after another run")


def case_left_alone(site, work):
    """A server that wants an hour of rest gets it: no other page, and not the feed in the next run."""
    site.paths["/a"] = lambda r: r.send("", status=503, Retry_After="3600")
    out = work + "/out"
    fetch(out, site.feed("/feed", ["/a", "/b", "/c"]), status=1)
    same(site.asked("/a") + site.asked("/b") + site.asked("/c"), 1, "requests for pages")
    site.paths["/feed"] = lambda r: r.send("", status=429, Retry_After="3600")
    fetch(out, site.url + "/feed", "--dry-run", status=1)
    fetch(out, site.url + "/feed", status=1)
    asked = site.asked("/feed")
    p = fetch(out, site.url + "/feed", status=1)
    same(site.asked("/feed"), asked, "requests for the feed")
    check("asked to be left alone" in p.stderr, p.stderr)


def case_hostile(site, work):
    """Bodies and heads without end, slow ones, bombs, broken ones, and things that are no pages."""
    def raw(request, *parts, pause=0.0, times=1):
        request.close_connection = True
        for part in parts * times:
            request.wfile.write(part)
            request.wfile.flush()
            time.sleep(pause)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    bomb = gzip.compress(b"<p>" + b"a" * (20 << 20))
    site.paths.update({
        "/endless": lambda r: raw(r, head + b"\r\n", *[b"x" * 65536] * 1000),
        "/headless": lambda r: raw(r, head, *[b"X-A: " + b"a" * 1000 + b"\r\n"] * 1000),
        "/slow": lambda r: raw(r, head + b"Content-Length: 1000\r\n\r\n", *[b"a"] * 100, pause=0.05),
        "/short": lambda r: raw(r, head + b"Content-Length: 1000\r\n\r\nabc"),
        "/noise": lambda r: raw(r, os.urandom(400)),
        "/bomb": lambda r: r.send(bomb, Content_Encoding="gzip"),
        "/lie": lambda r: r.send(b"no gzip", Content_Encoding="gzip"),
        "/zip": lambda r: r.send(gzip.compress(PAGE.format("zip").encode()), Content_Encoding="gzip"),
        "/chunked": lambda r: raw(r, head + b"Transfer-Encoding: chunked\r\n\r\n", b"3\r\n<p>\r\n", b"1\r\na\r\n0\r\n\r\n"),
        "/picture": lambda r: r.send(b"\x89PNG", "image/png"),
        "/untyped": lambda r: r.send(b"<p>a</p>", None),
        "/empty": lambda r: r.send(b""),
        "/part": lambda r: r.send(b"<p>a</p>", status=206)})
    out = work + "/out"
    bad = ["/endless", "/headless", "/picture", "/untyped", "/empty", "/bomb", "/part", "/noise", "/lie"]
    p = fetch(out, site.feed("/feed", bad + ["/zip", "/chunked"]), "--max-bytes", "1M", "--timeout", "1s", status=1)
    same(pages(out), ["/chunked", "/zip"], "pages")
    check("9 failed;" in p.stderr, p.stderr)
    block = next(b for _, u, _, b in records(out) if (u or "").endswith("/zip"))
    check(b"Text of zip." in block and b"X-Crawler-Content-Encoding: gzip" in block, "an unpacked page")
    block = next(b for _, u, _, b in records(out) if (u or "").endswith("/chunked"))
    check(block.endswith(b"\r\n\r\n<p>a"), "a page in chunks")
    p = fetch(work + "/out2", site.feed("/feed", ["/slow", "/short", "/short?2", "/zip"]), "--timeout", "300ms", status=1)
    check("3 failed, 4 wanted still" in p.stderr, p.stderr)
    check("left for later" in p.stderr, p.stderr)


def case_bad_feeds(site, work):
    """Each costs itself only."""
    site.paths.update({
        "/page": lambda r: r.send('<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head>'),
        "/text": lambda r: r.send("hello", "text/plain"), "/gone": lambda r: r.send("", status=410),
        "/deep": lambda r: r.send("<rss>" + "<a>" * 200000, "text/xml")})
    out = work + "/out"
    urls = [site.url + p for p in ("/page", "/text", "/gone", "/deep", "/feed")]
    site.feed("/feed", ["/a"])
    p = fetch(out, *urls, "ftp://127.0.0.1/x".replace("ftp", "http") + ":bad/", status=1)
    same(pages(out), ["/a"], "pages")
    check("the feed that it names: " + site.url + "/feed" in p.stderr, p.stderr)
    fetch(out, work + "/none", status=3)
    with open(work + "/list", "w", encoding="utf-8") as f:
        f.write(f"# feeds\n\n{site.url}/feed   # the only one\n")
    fetch(out, work + "/list")
    with open(work + "/list", "a", encoding="utf-8") as f:
        f.write("nonsense\n")
    p = fetch(out, work + "/list", status=3)
    check("list:4: expected the address" in p.stderr, p.stderr)


def case_large_feed(site, work):
    """Of 100,000 entries 50,000 are taken, in bounded time; only so many pages a round."""
    out = work + "/out"
    body = rss(site.url, [f"/{i}" for i in range(100000)])
    site.paths["/feed"] = lambda r: (r.send("", kind=None, status=304) if r.headers.get("If-None-Match") else
                                     r.send(body, "application/rss+xml", ETag="x"))
    url = site.url + "/feed"
    p = fetch(out, url, "--max-pages", "3", status=1)
    check("50000 new entries" in p.stderr and "49997 wanted still" in p.stderr, p.stderr)
    same(pages(out), ["/0", "/1", "/2"], "pages")
    p = fetch(out, url, "--max-pages", "2", "--dry-run")
    same(p.stdout, f"{site.url}/3\n{site.url}/4\n", "the next ones")
    same(site.asked("/3"), 0, "requests of a dry run")


def case_sitemaps(site, work):
    def urlset(*paths):
        body = "".join(f"<url><loc>{site.url}{p}</loc></url>" for p in paths)
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'

    def index(*paths):
        body = "".join(f"<sitemap><loc>{site.url}{p}</loc></sitemap>" for p in paths)
        return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</sitemapindex>'
    site.paths.update({"/index": lambda r: r.send(index("/s1", "/s2", "/index", "/s3.xml.gz", "/bomb.gz"), "text/xml", ETag='"i"'),
                       "/s1": lambda r: r.send(urlset("/a", "/b"), "text/xml"),
                       "/s2": lambda r: r.send(urlset("/b", "/c"), "text/html")})
    site.paths["/s3.xml.gz"] = lambda r: r.send(gzip.compress(urlset("/e").encode()), "application/gzip")
    bomb = gzip.compress(urlset("/f").encode() + b" " * (40 << 20))
    site.paths["/bomb.gz"] = lambda r: r.send(bomb, "application/gzip")
    out = work + "/out"
    p = fetch(out, site.url + "/index", status=1)
    check("5 feeds, 1 failed" in p.stderr, p.stderr)
    same(pages(out), ["/a", "/b", "/c", "/e"], "pages")
    same(site.asked("/index"), 1, "requests for an index that names itself")
    site.paths["/s1"] = lambda r: r.send(urlset("/d"), "text/xml")
    fetch(out, site.url + "/index", status=1)
    same(pages(out), ["/a", "/b", "/c", "/d", "/e"], "pages, later")


def case_dry_run(site, work):
    out = work + "/out"
    site.paths["/robots.txt"] = lambda r: r.send("User-agent: *\nDisallow: /b\n", "text/plain")
    p = fetch(out, site.feed("/feed", ["/a", "/b", "/c"]), "--dry-run")
    same(p.stdout, f"{site.url}/a\n{site.url}/c\n", "addresses")
    check(not os.path.exists(out), "a dry run made something")
    fetch(out, site.url + "/feed", "--max-pages", "1")
    p = fetch(out, site.url + "/feed", "--dry-run")
    same(p.stdout, f"{site.url}/c\n", "addresses still wanted")


def case_killed(site, work):
    """kill -9 at any time, again and again: in the end each page is there once, and none was sent twice to the archive."""
    out = work + "/out"
    paths = [f"/{i}" for i in range(60)]
    for path in paths:
        site.paths[path] = lambda r: r.send(PAGE.format(r.path) + os.urandom(30000).hex())
    url = site.feed("/feed", paths, ETag='"x"')
    runs = 0
    for i in range(10):
        until = len(site.log) + 1 + i * 5 % 13
        p = subprocess.Popen(command(out, url), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while len(site.log) < until and p.poll() is None:
            time.sleep(0.001)
        time.sleep(i % 5 * 0.003)
        p.kill()
        runs += p.wait() == -9
    same(runs, 10, "runs that were killed")
    archive = next(os.path.join(out, n) for n in os.listdir(out) if n.endswith(".warc.gz"))
    fetch(out, url)
    same(pages(out), sorted(paths), "pages")
    same(sum(b"<rss" in b for _, _, _, b in records(out)), 1, "copies of the feed")
    asked = sum(site.asked(path) for path in paths)
    check(asked <= len(paths) + runs, f"{asked} requests: more than one a page and one a kill")
    with open(archive, "rb") as f:
        start = f.read(100)
    with open(archive, "ab") as f:
        f.write(start)
    site.feed("/feed", paths + ["/last"])
    fetch(out, url)
    same(pages(out), sorted(paths + ["/last"]), "pages behind a torn record")


def case_interrupted(site, work):
    """Ctrl-C: what is under way is dropped, what is kept is whole, the next run goes on."""
    out = work + "/out"
    url = site.feed("/feed", [f"/{i}" for i in range(50)])
    with subprocess.Popen(command(out, url, "--interval", "50ms"), stderr=subprocess.PIPE, text=True) as p:
        while site.asked("/3") == 0:
            time.sleep(0.01)
        p.send_signal(signal.SIGINT)
        said = p.stderr.read()
        same(p.wait(timeout=10), 130, "exit status")
    check("wanted still" in said, said)
    check(0 < len(pages(out)) < 50, "pages")
    fetch(out, url)
    same(len(pages(out)), 50, "pages in the end")
    with subprocess.Popen(command(out, url, "--every", "1m"), stderr=subprocess.DEVNULL) as p:
        before = site.asked("/feed")
        while site.asked("/feed") == before:
            time.sleep(0.01)
        time.sleep(0.2)
        same(p.poll(), None, "it goes on")
        second = subprocess.run(command(out, url), capture_output=True, text=True, timeout=60, check=False)
        same((second.returncode, "in use by another run" in second.stderr), (3, True), "a second run beside it")
        p.send_signal(signal.SIGTERM)
        same(p.wait(timeout=10), 143, "exit status")


def case_usage(site, work):
    out = work + "/out"
    feed = site.url + "/feed"
    for wrong in (["--interval", "soon"], ["--every", "10s"], ["--max-bytes", "1T"], ["--timeout", "0"], ["--max-pages", "0"],
                  ["--user-agent", "(x)"], ["--every", "15m", "--dry-run"], ["--nonsense"]):
        fetch(out, feed, *wrong, status=2)
    p = subprocess.run([DEMARCHE, "fetch", feed], capture_output=True, text=True, timeout=60, check=False)
    same((p.returncode, "needs --out" in p.stderr), (2, True), "without --out")
    same(len(site.log), 0, "requests")
    with open(work + "/x.warc.gz", "w", encoding="utf-8") as f:
        f.write("precious")
    p = fetch(work + "/x.warc.gz", site.feed("/feed", ["/a"]), status=1)
    with open(work + "/x.warc.gz", encoding="utf-8") as f:
        same(f.read(), "precious", "somebody's file")


CASES = {name[5:]: case for name, case in list(globals().items()) if name.startswith("case_")}


def run_case(name, failures):
    site, work = Site(), tempfile.mkdtemp()
    began = time.monotonic()
    try:
        CASES[name](site, work)
        print(f"{name}: good, {time.monotonic() - began:.1f} s", flush=True)
    except Exception as error:  # each case tells for itself
        failures.append(name)
        print(f"{name}: {type(error).__name__}: {error}", flush=True)
    finally:
        site.close()
        shutil.rmtree(work)


def main():
    """Cases run beside each other: most of their time is waiting."""
    names, failures = sys.argv[2:] or list(CASES), []
    threads = []
    for name in names:
        while sum(t.is_alive() for t in threads) >= 4:
            time.sleep(0.02)
        threads.append(threading.Thread(target=run_case, args=(name, failures)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

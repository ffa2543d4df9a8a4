#!/usr/bin/env python3
"""Makes reports with page debris, each part marked, out of saved pages whose article body is known.

Usage: train_zones.py PAGES.tar.gz GROUND_TRUTH.json CALLS.txt > marked.jsonl

Each page is written out in several ways, as programs do that take the text from a page with more or less care:

  all        whatever the page shows, a line a block
  main       the same without nav, header, footer, aside and form elements
  container  what stands in the smallest element that holds (nearly) all of the article
  tight      the same without blank lines
  made       the article with debris of the same page where the copy of a reader may have it: a menu and notices above, captions and
             lists of other reports between paragraphs, comments and the foot of the page behind, no line announcing any of them

What is body is told by the article: a line whose words stand there in this order. What kind the rest is, is told by the
elements it stands in, where their names or classes tell it. The fields are those of the gold reports: "sentences" (here
lines) of the body, "headings", "noise"; a line that is unclear is in none of them. Each sentence of CALLS.txt is written out by itself.
"""
import json
import random
import re
import sys
import tarfile
from html.parser import HTMLParser

SKIP = {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "head"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
BLOCK = {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "div", "dl", "dt",
         "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
         "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
         "ul"}
APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "section", "article", "ul", "ol", "table"}
FRAME = {"nav", "header", "footer", "aside", "form"}
KINDS = [("comment", r"comment|disqus|livefyre|respond"),
         ("caption", r"caption|credit"),
         ("paywall", r"paywall|subscri|login|log-in|signin|sign-in|regist|premium|piano|meter"),
         ("related", r"related|recirc|recommend|read-?next|read-?more|more-|teaser|trending|popular|most-|taboola|outbrain|promo|also|"
                     r"latest|headlines|sponsor"),
         ("boilerplate", r"nav|menu|footer|share|social|byline|author|meta|date|time|newsletter|cookie|consent|breadcrumb|tags|"
                         r"copyright|advert|promo|legal|bio|toolbar|button")]


class Node:
    """An element; `names` are its own name, classes and id."""

    def __init__(self, tag, names, up):
        self.tag, self.names, self.up = tag, names, up
        self.depth = up.depth + 1 if up else 0

    def chain(self):
        node = self
        while node:
            yield node
            node = node.up


class Lines(HTMLParser):
    """Cuts a page into lines: (text, innermost block, whether a blank line stands before it)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.node, self.skip, self.part, self.lines, self.title, self.in_title = Node("", "", None), 0, [], [], "", False
        self.gap = True

    def flush(self):
        text = re.sub(r"\s+", " ", "".join(self.part)).strip()
        if text:
            self.lines.append((text, self.node, self.gap))
            self.gap = False
        self.part = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "title":
            self.in_title = True
        if tag == "br":
            self.flush()
        if tag in VOID:
            return
        hidden = "hidden" in attrs or "display:none" in (attrs.get("style") or "").replace(" ", "")
        if tag in BLOCK:
            self.flush()
            self.gap |= tag in APART
        names = " ".join([tag, attrs.get("class") or "", attrs.get("id") or ""]).lower()
        self.node = Node(tag, names, self.node)
        self.node.hides = tag in SKIP or hidden
        self.skip += self.node.hides

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False
        if tag in VOID or all(n.tag != tag for n in self.node.chain()):
            return
        while True:
            node = self.node
            if node.tag in BLOCK:
                self.flush()
                self.gap |= node.tag in APART
            self.skip -= node.hides
            self.node = node.up
            if node.tag == tag:
                break

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        elif not self.skip:
            self.part.append(data)


def words(text):
    return re.findall(r"\w+", text.lower())


class Article:
    """Tells which lines are of the article."""

    def __init__(self, body):
        self.stream = " " + " ".join(words(body)) + " "
        self.grams = {g for g in zip(*(self.stream.split()[i:] for i in range(5)))}

    def judge(self, text):
        """'body', 'noise' or '?': too few words to tell."""
        w = words(text)
        inside = " " + " ".join(w) + " " in self.stream
        if len(w) < 5:
            return "?" if inside or not w else "noise"
        if inside:
            return "body"
        grams = list(zip(*(w[i:] for i in range(5))))
        share = sum(g in self.grams for g in grams) / len(grams)
        return "body" if share > 0.8 else "noise" if share < 0.3 else "?"


def kind_of(node, text):
    for n in node.chain():
        for kind, pattern in KINDS:
            if re.search(pattern, n.names):
                return kind
        if n.tag == "figcaption":
            return "caption"
    return "boilerplate"


def settle(marks):
    """Few words that the article has too: body between lines of it, noise far from any."""
    for i, m in enumerate(marks):
        if m != "?":
            continue
        near = marks[max(0, i - 3):i], marks[i + 1:i + 4]
        if "body" in near[0] and "body" in near[1]:
            marks[i] = "body"
        elif "body" not in near[0] and "body" not in near[1]:
            marks[i] = "noise"
    return marks


def container(lines, marks):
    """The smallest element that holds nearly all lines of the article."""
    total = sum(len(line[0]) for line, m in zip(lines, marks) if m == "body")
    holds = {}
    for (text, node, _), m in zip(lines, marks):
        if m == "body":
            for n in node.chain():
                holds[n] = holds.get(n, 0) + len(text)
    fit = [n for n, size in holds.items() if size >= 0.95 * total]
    return max(fit, key=lambda n: n.depth) if fit else None


def is_heading(node, text, title, mark):
    head = any(n.tag in {"h1", "h2", "h3", "h4"} for n in node.chain())
    same = len(words(text)) > 2 and " ".join(words(title)).startswith(" ".join(words(text)))
    return same and head or mark == "body" and head


def is_fragment(text):
    """A short line without a full stop: a cross-head, an item of a list, who said it; the article does not tell which."""
    return len(words(text)) <= 8 and not re.search(r"[.!?\u2026][\"')\u2019\u201d\]]*$", text)


def report(name, title, lines, marks, tight):
    out = {"id": name, "title": title, "language": "en", "text": "", "sentences": [], "headings": [], "noise": []}
    data = b""
    for (text, node, gap), mark in zip(lines, marks):
        if data:
            data += b"\n\n" if gap and not tight else b"\n"
        start = len(data)
        data += text.encode()
        span = [start, len(data)]
        if is_heading(node, text, title, mark):
            out["headings"].append(span)
        elif mark == "body" and is_fragment(text):
            continue
        elif mark == "body":
            out["sentences"].append(span)
        elif mark == "noise":
            out["noise"].append(span + [kind_of(node, text)])
    out["text"] = data.decode()
    return out


def mixed(name, lines, marks):
    """Lines and marks of the way "made"; what goes where is told by the name of the page."""
    draw = random.Random(name)
    body = [(line, m) for line, m in zip(lines, marks) if m == "body"]
    debris = {}
    for line, m in zip(lines, marks):
        if m == "noise" and (len(words(line[0])) > 4 or draw.random() < 0.3):
            debris.setdefault(kind_of(line[1], line[0]), []).append((line, m))
    some = {kind: rows[(k := draw.randrange(len(rows))):k + draw.randint(2, 8)] for kind, rows in sorted(debris.items())}
    parts = [some.get("boilerplate", []), *[[row] for row in body], some.get("paywall", []), some.get("comment", [])]
    places = range(2, len(body)) if len(body) > 4 else [1]
    for kind in ("related", "caption"):
        rows = some.get(kind, [])
        at = draw.choice(places)
        parts[at:at] = [rows[:5]] if kind == "related" else [[row] for row in rows[:1]]
    rows = [row for part in parts for row in part]
    return [row[0] for row in rows], [row[1] for row in rows]


def small_words(text):
    w = words(text)
    return sum(x in {"the", "of", "to", "and", "that", "with"} for x in w) / max(1, len(w))


def renderings(name, page, body):
    parser = Lines()
    parser.feed(page)
    parser.flush()
    article = Article(body)
    lines = parser.lines
    marks = settle([article.judge(line[0]) for line in lines])
    title = re.sub(r"\s+", " ", next((t for t, n, _ in lines if n.tag == "h1"), "") or parser.title).strip()
    inner = container(lines, marks)
    main = [not any(n.tag in FRAME for n in node.chain()) for _, node, _ in lines]
    held = [inner is not None and inner in set(node.chain()) for _, node, _ in lines]
    for way, keep, tight in (("all", [True] * len(lines), False), ("main", main, False), ("container", held, False),
                             ("tight", held, True)):
        rows = [x for x, k in zip(lines, keep) if k]
        yield report(f"{name}-{way}", title, rows, [m for m, k in zip(marks, keep) if k], tight)
    yield report(f"{name}-made", title, *mixed(name, lines, marks), True)


def calls(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("|") for line in file if not line.startswith("#")]
    for i, (kind, text) in enumerate(rows):
        span = [0, len(text.encode())]
        body = kind == "body"
        yield {"id": f"call{i}-call", "text": text, "sentences": [span] if body else [], "noise": [] if body else [span + [kind]]}


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        truth = json.load(file)
    with tarfile.open(sys.argv[1]) as tar:
        for member in sorted(tar.getnames()):
            name = member.rpartition("/")[2].removesuffix(".html")
            if name not in truth or small_words(truth[name]["articleBody"]) < 0.08:
                continue
            page = tar.extractfile(member).read().decode("utf-8", "replace")
            for row in renderings(name[:12], page, truth[name]["articleBody"]):
                if row["sentences"]:
                    print(json.dumps(row, ensure_ascii=False))
    for row in calls(sys.argv[3]):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()

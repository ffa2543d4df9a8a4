#!/usr/bin/env python3
"""Writes N pages as a news site might serve them. Usage: pages.py N FOLDER REPORTS...

The text of each is put together from paragraphs of the given reports (JSON lines), to the length of a news report (3.6 kB, the
mean of the throughput corpus); around it stands what stands around articles: scripts, navigation, teasers, comments, all made
up here, in the proportion that pages have (some 160 kB in all). The same N pages each time."""
import html
import json
import pathlib
import random
import sys

TEXT, PAGE = 3600, 160_000  # bytes of the article, of the page
PLACES = ["World", "Africa", "Americas", "Asia", "Europe", "Middle East", "Business", "Sport", "Culture", "Opinion", "Weather"]


def paragraphs_of(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                yield from (p.strip() for p in json.loads(line)["text"].split("\n\n") if len(p) > 60)


def article(draw, paragraphs):
    size, body = 0, []
    while size < TEXT:
        body.append(draw.choice(paragraphs))
        size += len(body[-1])
    return "\n".join(f'<p class="story__p">{html.escape(p)}</p>' for p in body)


def links(draw, n, kind):
    items = (f'<li class="{kind}__item"><a class="{kind}__link" href="/{draw.randrange(10**9)}" data-id="{draw.randrange(10**9)}">'
             f"<span>{draw.choice(PLACES)}: {draw.choice(PLACES).lower()} in pictures</span></a></li>" for _ in range(n))
    return f'<ul class="{kind}">' + "\n".join(items) + "</ul>"


def comments(draw, n):
    return "\n".join(f'<div class="comment" id="c{i}"><b>reader{draw.randrange(9999)}</b> <span>{i + 1} hours ago</span>'
                     f"<p>Nobody asked the people who live there, as usual.</p><button>Reply</button></div>" for i in range(n))


def script(draw, size):
    state = {f"k{i}": {"id": draw.randrange(10**9), "url": f"/a/{draw.randrange(10**9)}", "seen": False}
             for i in range(size // 60)}
    return f"<script>window.__STATE__ = {json.dumps(state)};</script>"


def page(number, paragraphs):
    draw = random.Random(number)
    title = f"Day {number}: what is known so far"
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
             "datePublished": f"2025-03-{number % 28 + 1:02}T08:00:00Z", "author": {"@type": "Person", "name": "Ines Calder"}}
    around = links(draw, 120, "nav"), links(draw, 80, "related"), comments(draw, 40), links(draw, 60, "footer")
    text = article(draw, paragraphs)
    rest = max(PAGE - len(text) - sum(map(len, around)), 0)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Example</title>
<script type="application/ld+json">{json.dumps(about)}</script>
{script(draw, rest * 2 // 3)}
<style>{".story__p { margin: 0 0 1em } " * (rest // 90)}</style></head>
<body><header>{around[0]}</header>
<main><article><h1>{title}</h1><p class="byline">By Ines Calder</p>
{text}
</article><section class="comments"><h2>Comments</h2>{around[2]}</section></main>
<aside><h2>More</h2>{around[1]}</aside><footer>{around[3]}<p>© The Example</p></footer>
</body></html>
"""


def main():
    n, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    paragraphs = list(paragraphs_of(sys.argv[3:]))
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(n):
        (folder / f"{i:05}.html").write_text(page(i, paragraphs), encoding="utf-8")


main()

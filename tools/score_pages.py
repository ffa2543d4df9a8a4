#!/usr/bin/env python3
"""Scores the extraction of articles from pages on ../shared/bench/article-extraction: tools/score_pages.py DUMP [-v [N]] [-k]

DUMP is build/tests/unit/page/page_dump. Prints what the benchmark's score.py says; with -v the N worst pages (default 15) and the
lines that are too many (+) or missing (-); with -k the figures of either half of the pages, by the hash of their ids. Leaves with 77
if the benchmark is not at hand.
"""
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

BENCH = Path(__file__).resolve().parents[1] / '../shared/bench/article-extraction'


def grams(text):
    words = re.findall(r'\w+', text or '')
    return Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3)) if words)


def figures(truth, guess):
    t, g = grams(truth), grams(guess)
    hits = sum((t & g).values())
    return hits / max(1, sum(g.values())), hits / max(1, sum(t.values()))


def lines_off(text, other):
    """The lines of `text` most of whose word sequences `other` lacks."""
    have = grams(other)
    for line in filter(str.strip, text.split('\n')):
        own = grams(line)
        if own and sum((own & have).values()) * 2 < sum(own.values()):
            yield line.strip()


def f1(pairs):
    p, r = (sum(x) / len(x) for x in zip(*pairs))
    return f'pages {len(pairs)}  F1 {2 * p * r / (p + r):.4f}  precision {p:.4f}  recall {r:.4f}'


def main():
    if not BENCH.is_dir():
        sys.exit(77)
    truth = json.loads((BENCH / 'ground-truth.json').read_text())
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(BENCH / 'html.tar.gz') as tar:
            tar.extractall(folder)
        pages = sorted(map(str, Path(folder, 'html').glob('*.html')))
        guess = json.loads(subprocess.run([sys.argv[1], *pages], stdout=subprocess.PIPE, check=True).stdout)
        Path(folder, 'guess.json').write_text(json.dumps(guess))
        subprocess.run([sys.executable, BENCH / 'score.py', BENCH / 'ground-truth.json', f'{folder}/guess.json'], check=True)
    scored = {k: figures(truth[k]['articleBody'], guess[k]['articleBody']) for k in truth}
    if '-k' in sys.argv:
        for half in 0, 1:
            print('half', half, f1([v for k, v in scored.items() if hashlib.sha256(k.encode()).digest()[0] % 2 == half]))
    if '-v' in sys.argv:
        n = int(next((a for a in sys.argv[3:] if a.isdigit()), 15))
        for k in sorted(scored, key=lambda k: min(scored[k]))[:n]:
            print(f'\n{k[:8]} precision {scored[k][0]:.3f} recall {scored[k][1]:.3f} {truth[k]["url"]}')
            for line in lines_off(guess[k]['articleBody'], truth[k]['articleBody']):
                print('  +', line[:150])
            for line in lines_off(truth[k]['articleBody'], guess[k]['articleBody']):
                print('  -', line[:150])


main()

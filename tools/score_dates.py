#!/usr/bin/env python3
"""Scores days of publication on the pages of ../shared/bench/article-extraction: tools/score_dates.py DUMP

DUMP is build/tests/unit/page/meta_dump. The true days stand in bench/page-days.tsv. Prints how many are found and right, by the
percentage that the program gives; and the same where each set of the witnesses of a page is heard alone, every page counting
as one however many sets it has: these are the figures in src/page/meta_sure.c. Leaves with 77 if the benchmark is not at hand.
"""
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
BENCH = HERE / '../shared/bench/article-extraction'


def true_days():
    lines = (HERE / 'bench/page-days.tsv').read_text().splitlines()
    return dict(l.split('\t')[:2] for l in lines if l and l[0] != '#')


def dump(program, files, *options):
    out = subprocess.run([program, *options, *files], stdout=subprocess.PIPE, check=True).stdout.decode()
    for line in out.splitlines():
        columns = line.split('\t')
        yield Path(columns[0]).stem[:10], columns[1:]


def table(rows, truth):
    """rows: (page, day, percent). By percentage: pages, and the right ones with the rows of one page as parts of one."""
    right = defaultdict(lambda: defaultdict(list))
    for page, day, sure in rows:
        if page in truth and day:
            right[int(sure)][page].append(day[:10] == truth[page])
    for sure in sorted(right, reverse=True):
        pages = right[sure].values()
        good = sum(sum(p) / len(p) for p in pages)
        print(f'  sure {sure:3}  pages {len(pages):3}  right {good:5.1f}  '
              f'(right + 1) / (pages + 2) {(good + 1) / (len(pages) + 2):.3f}')


def main():
    if not BENCH.is_dir():
        sys.exit(77)
    truth = true_days()
    told = json.loads((BENCH / 'ground-truth.json').read_text())
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(BENCH / 'html.tar.gz') as tar:
            tar.extractall(folder)
        files = [x for page in sorted(told) for x in (f'{folder}/html/{page}.html', told[page]['url'])]
        whole = [(page, c[0], c[2]) for page, c in dump(sys.argv[1], files)]
        sets = [(page, c[0], c[1]) for page, c in dump(sys.argv[1], files, '-w')]
    wrong = [page for page, day, _ in whole if page in truth and day[:10] != truth[page]]
    print(f'{len(truth)} pages with a day, {len(wrong)} told wrongly or not at all {" ".join(wrong)}')
    table(whole, truth)
    print('sets of witnesses')
    table(sets, truth)


if __name__ == '__main__':
    main()

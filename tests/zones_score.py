#!/usr/bin/env python3
"""How well zones are found: share of the gold noise that is covered and of the gold body that is lost.

Usage: zones_score.py ZONES_DUMP [-v]
Needs the gold reports in ../shared beside the source tree; exits 77 (skipped) without them. Fails when
more than 0.5 % of the body's bytes lie in zones or less than 98 % of the noise does.
"""
import json
import pathlib
import subprocess
import sys
from collections import defaultdict

MAX_LOST, MIN_FOUND = 0.005, 0.98


def covered(ranges, size):
    """A byte map: the kind each byte has in `ranges` of (start, end, kind)."""
    kinds = [None] * size
    for start, end, kind in ranges:
        kinds[start:end] = [kind] * (end - start)
    return kinds


def score(report, zones, verbose):
    """Counts of bytes: {kind: [gold, found, found with the same kind]}, body under 'body'."""
    text = report["text"].encode()
    got = covered(zones, len(text))
    gold = [(s, e, "body") for s, e in report["sentences"]]
    gold += [(s, e, "heading") for s, e in report["headings"]]
    gold += [tuple(n) for n in report["noise"]]
    counts = defaultdict(lambda: [0, 0, 0])
    for start, end, kind in gold:
        part = [(i, k) for i, k in enumerate(got[start:end], start) if not text[i:i + 1].isspace()]
        hit = sum(k is not None for _, k in part)
        counts[kind][0] += len(part)
        counts[kind][1] += hit
        counts[kind][2] += sum(k == kind for _, k in part)
        if verbose and (hit if kind == "body" else hit < len(part)):
            print(f"{report['id']} {start} {kind} {hit}/{len(part)}: {text[start:end].decode()[:160]!r}")
    return counts


def main():
    gold_file = pathlib.Path(__file__).resolve().parents[1].parent / "shared/gold/dev.jsonl"
    if not gold_file.exists():
        print("skipped: no", gold_file)
        return 77
    out = subprocess.run([sys.argv[1], gold_file], capture_output=True, check=True).stdout
    zones = {z["id"]: z["zones"] for z in map(json.loads, out.splitlines())}
    total = defaultdict(lambda: [0, 0, 0])
    for report in map(json.loads, gold_file.read_text("utf-8").splitlines()):
        for kind, row in score(report, zones[report["id"]], "-v" in sys.argv).items():
            total[kind] = [a + b for a, b in zip(total[kind], row)]
    for kind, (gold, found, same) in sorted(total.items()):
        print(f"{kind:12} {gold:7} bytes, {found / gold:7.2%} in zones, {same / gold:7.2%} of this kind")
    noise = [sum(row[i] for kind, row in total.items() if kind != "body") for i in range(2)]
    lost, seen = total["body"][1] / total["body"][0], noise[1] / noise[0]
    print(f"noise and headings found {seen:.2%}, body lost {lost:.3%}")
    return 0 if lost <= MAX_LOST and seen >= MIN_FOUND else 1


if __name__ == "__main__":
    sys.exit(main())

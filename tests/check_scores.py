#!/usr/bin/env python3
"""Compares the language model's figures on the treebanks, and those of attribution on marked reports, with those kept in
tests/scores.csv. What is not at hand is passed over.

A figure that falls by more than 0.3 points fails. With --write the file is written anew.
Usage: check_scores.py DEMARCHE TREEBANKS ATTRIBUTION SCORES.csv [--write]
Ends with 77 (skipped) where neither treebanks nor marked reports are at hand.
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

MOST = 0.3
BANKS = ("ewt", "gum")
TO_PREDICTIONS = str(pathlib.Path(__file__).resolve().parent.parent / "tools" / "score-attribution")


def measure(demarche, folder):
    """(treebank, input, measure) -> value, speed left out."""
    figures = {}
    for bank in BANKS:
        path = folder / bank / "test.conllu.zst"
        done = subprocess.run([demarche, "eval", "--format", "tsv", "--conllu", str(path)],
                              check=True, capture_output=True, text=True)
        for line in done.stdout.splitlines():
            _, given, name, value = line.split("\t")
            if name != "tokens/s":
                figures[bank, given, name] = float(value)
    return figures


def measure_attribution(demarche, folder):
    """Token F1 of source, cue and content, and linked sources, in percent."""
    gold = folder / "dev.jsonl"
    found = subprocess.run([demarche, "statements", "--quiet", str(gold)], check=True, capture_output=True)
    made = subprocess.run([sys.executable, TO_PREDICTIONS], input=found.stdout, check=True, capture_output=True)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as predictions:
        predictions.write(made.stdout)
        predictions.flush()
        done = subprocess.run([sys.executable, str(folder / "score.py"), str(gold), predictions.name], check=True,
                              capture_output=True, text=True)
    figures = {}
    for line in done.stdout.splitlines():
        words = line.split()
        if words[0] in ("source", "cue", "content"):
            figures["polnear", "raw", f"{words[0]} tokens"] = 100 * float(words[7])
        elif words[0] == "linked":
            figures["polnear", "raw", "linked source"] = 100 * float(words[2])
    return figures


def main():
    demarche, folder, marked, scores = sys.argv[1], *map(pathlib.Path, sys.argv[2:5])
    found, passed_over = {}, set()
    if all((folder / bank / "test.conllu.zst").exists() for bank in BANKS):
        found |= measure(demarche, folder)
    else:
        passed_over |= set(BANKS)
    if (marked / "score.py").exists():
        found |= measure_attribution(demarche, marked)
    else:
        passed_over.add("polnear")
    if not found:
        print(f"skipped: no treebanks in {folder}, no marked reports in {marked}")
        return 77
    if "--write" in sys.argv:
        with scores.open("w", newline="") as out:
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(("treebank", "input", "measure", "value"))
            rows.writerows((*key, f"{value:.2f}") for key, value in found.items())
        return 0
    if passed_over:
        print("not at hand:", " ".join(sorted(passed_over)))
    with scores.open() as kept:
        wanted = {(r["treebank"], r["input"], r["measure"]): float(r["value"]) for r in csv.DictReader(kept)
                  if r["treebank"] not in passed_over}
    fallen = [(key, value, found.get(key)) for key, value in wanted.items()
              if found.get(key, -1) < value - MOST - 1e-9]
    for key, value, now in fallen:
        print(f"{' '.join(key)}: was {value}, is {now}")
    print(f"{len(wanted)} figures compared, {len(fallen)} fell by more than {MOST}")
    return 1 if fallen or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())

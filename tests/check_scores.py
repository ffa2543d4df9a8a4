#!/usr/bin/env python3
"""Compares the language model's figures on the treebanks, and that of dates on coded reports, with those kept in
tests/scores.csv.

A figure that falls by more than 0.3 points fails. With --write the file is written anew.
Usage: check_scores.py DEMARCHE TREEBANKS SCORES.csv [--write]
Ends with 77 (skipped) where the treebanks are not at hand.
"""
import csv
import pathlib
import subprocess
import sys

MOST = 0.3
BANKS = ("ewt", "gum")


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


def measure_dates(demarche, gold):
    """Agreement of dates where a dyad agrees, in percent; nothing where the coded reports are not at hand."""
    if not gold.exists():
        return {}
    done = subprocess.run([demarche, "eval", "--format", "tsv", str(gold)], check=True, capture_output=True, text=True)
    rows = (line.split("\t")[1:] for line in done.stdout.splitlines())
    return {("gold", gold.stem, name): 100 * float(value) for what, name, value in rows if (what, name) == ("agree", "date")}


def main():
    demarche, folder, scores = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not all((folder / bank / "test.conllu.zst").exists() for bank in BANKS):
        print(f"skipped: no treebanks in {folder}")
        return 77
    found = measure(demarche, folder) | measure_dates(demarche, folder.parent.parent / "gold" / "dev.jsonl")
    if "--write" in sys.argv:
        with scores.open("w", newline="") as out:
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(("treebank", "input", "measure", "value"))
            rows.writerows((*key, f"{value:.2f}") for key, value in found.items())
        return 0
    with scores.open() as kept:
        wanted = {(r["treebank"], r["input"], r["measure"]): float(r["value"]) for r in csv.DictReader(kept)}
    if not any(bank == "gold" for bank, _, _ in found):
        wanted = {key: value for key, value in wanted.items() if key[0] != "gold"}
    fallen = [(key, value, found.get(key)) for key, value in wanted.items()
              if found.get(key, -1) < value - MOST - 1e-9]
    for key, value, now in fallen:
        print(f"{' '.join(key)}: was {value}, is {now}")
    print(f"{len(wanted)} figures compared, {len(fallen)} fell by more than {MOST}")
    return 1 if fallen or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())

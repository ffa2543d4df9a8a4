#!/usr/bin/env python3
"""Compares the compiled ontology with the codebook's tables, row by row.

Usage: check_ontology.py ONTOLOGY_DUMP
Needs the tables in ../shared/data beside the source tree; exits 77 (skipped) without them.
"""
import csv
import pathlib
import subprocess
import sys

TABLES = {
    "event": ("plover_events.tsv", ["event", "quad", "score", "requires_recipient"]),
    "mode": ("plover_modes.tsv", ["event", "mode", "definition", "score"]),
    "context": ("plover_contexts.tsv", ["context", "definition"]),
    "sector": ("plover_sectors.tsv", ["code", "definition"]),
    "cameo": ("cameo.tsv", ["cameo", "label", "goldstein", "event", "mode", "context"]),
}
NUMBERS = {"score", "goldstein"}


def cell(row, column):
    """The value as the program has it: numbers with one decimal, quotations in single marks."""
    return f"{float(row[column]):.1f}" if column in NUMBERS and row[column] else row[column].replace('"', "'")


def table_rows(path, columns):
    with path.open(encoding="utf-8", newline="") as f:
        return [[cell(r, c) for c in columns] for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)]


def main():
    data = pathlib.Path(__file__).resolve().parents[1].parent / "shared/data"
    if not data.is_dir():
        print("skipped: no", data)
        return 77
    dump = subprocess.run([sys.argv[1]], capture_output=True, check=True, text=True).stdout
    got = {kind: [] for kind in TABLES}
    for line in dump.splitlines():
        kind, *cells = line.split("\t")
        got[kind].append(cells)
    faults = 0
    for kind, (name, columns) in TABLES.items():
        want = table_rows(data / name, columns)
        if kind == "cameo":  # looked up by code, so only the set of rows matters
            want, got[kind] = sorted(want), sorted(got[kind])
        for have, wanted in zip(got[kind], want):
            if have != wanted:
                print(f"{kind}: {have}\n  expected {wanted}")
                faults += 1
        if len(got[kind]) != len(want):
            print(f"{kind}: {len(got[kind])} rows, expected {len(want)}")
            faults += 1
        print(f"{kind}: {len(want)} rows compared")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

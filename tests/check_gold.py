#!/usr/bin/env python3
"""The figures of `demarche eval GOLD` are those of the scorer that the gold came with, on what `demarche code` writes.

Usage: check_gold.py DEMARCHE GOLD_FOLDER SCORER
Ends with 77 (skipped) where gold or scorer are not at hand.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def run(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def ours(demarche, gold, *options):
    """(what, measure) -> value"""
    figures = {}
    for line in run(demarche, "eval", gold, "--format", "tsv", *options).splitlines():
        _, what, measure, value = line.split("\t")
        figures[what, measure] = float(value)
    return figures


def differences(found, wanted):
    for level in ("type", "dyad", "sector", "report"):
        for mine, theirs in (("precision", "p"), ("recall", "r"), ("F1", "f1"),
                             ("right", "tp"), ("extra", "fp"), ("missed", "fn")):
            yield level, mine, found[level, mine], wanted[level][theirs]
    for field, value in wanted["agree"].items():
        yield "agree", field, found["agree", field], value
    for event, value in wanted["per_event"].items():
        yield event, "F1", found[event, "F1"], value, 0.00056  # given with three digits
    yield "records", "noise", found["records", "noise"], wanted["noise"]


def main():
    demarche, folder, scorer = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    golds = sorted(path for path in folder.glob("*.jsonl") if not path.stem.endswith("-texts"))
    if not golds or not scorer.exists():
        print(f"skipped: no gold in {folder} or no scorer at {scorer}")
        return 77
    wrong = 0
    for gold in golds:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as records:
            records.write(run(demarche, "code", "--quiet", "--format", "jsonl", gold))
            records.flush()
            wanted = json.loads(run(sys.executable, scorer, gold, records.name, "--json"))
            for found in (ours(demarche, gold), ours(demarche, gold, "--records", records.name)):
                for what, measure, mine, theirs, *most in differences(found, wanted):
                    if abs(mine - theirs) > (most[0] if most else 0.00011):
                        print(f"{gold.name}: {what} {measure}: {mine}, the scorer says {theirs}")
                        wrong += 1
        print(f"{gold.name}: dyad F1 {wanted['dyad']['f1']:.3f}, type F1 {wanted['type']['f1']:.3f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

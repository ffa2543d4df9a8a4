#!/usr/bin/env python3
"""Measures on the corpora of ../shared that are at hand, and compares with what tests/scores.csv keeps.

A figure that falls by more than 0.3 points fails. With --write the file is written anew. What is not at hand is named and
passed over.
Usage: check_scores.py DEMARCHE SHARED SCORES.csv [--write]
Ends with 77 (skipped) where nothing is at hand.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

MOST = 0.3
TOOLS = pathlib.Path(__file__).resolve().parent.parent / "tools"


def run(*command, given=None):
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True, input=given)
    return done.stdout


def figures(lines):
    """What `demarche eval --format tsv` says, without the name of the file."""
    return [line.split("\t")[1:] for line in lines.decode().splitlines()]


def trees(demarche, path):
    """The measures of the language model, speed left out."""
    for given, name, value in figures(run(demarche, "eval", "--format", "tsv", "--conllu", path)):
        if name != "tokens/s":
            yield given, name, float(value)


def coded(demarche, path):
    """How often when, where and by whose word agree with the hand's, where a dyad does, in percent."""
    for what, name, value in figures(run(demarche, "eval", "--format", "tsv", path)):
        if what == "agree" and name in ("date", "place", "attribution"):
            yield "raw", name, 100 * float(value)


def attribution(demarche, path):
    """Token F1 of source, cue and content, and linked sources, in percent."""
    made = run(sys.executable, TOOLS / "score-attribution", given=run(demarche, "statements", "--quiet", path))
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as predictions:
        predictions.write(made)
        predictions.flush()
        done = run(sys.executable, path.parent / "score.py", path, predictions.name)
    for words in map(str.split, done.decode().splitlines()):
        if words[0] in ("source", "cue", "content"):
            yield "raw", f"{words[0]} tokens", 100 * float(words[7])
        elif words[0] == "linked":
            yield "raw", "linked source", 100 * float(words[2])


def places(demarche, path):
    """F1 of the names of places; of those that the gazetteer has, the share in the right country and within 161 km."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as found:
        found.write(run(demarche, "code", "--quiet", "--format", "places", path))
        found.flush()
        done = run(sys.executable, TOOLS / "score_places.py", path, found.name, "--tsv", "--gazetteer",
                   TOOLS.parent / "lexicon" / "places")
    for name, value in (line.split("\t") for line in done.decode().splitlines()):
        yield "raw", name, 100 * float(value)


def zones(demarche, path):
    """Of the bytes of debris the share that is recognised, of those of the report the share that stays, in percent."""
    with open(path, encoding="utf-8") as file:
        marked = {report["id"]: report for report in map(json.loads, file)}
    found = kept = noise = body = 0
    for line in run(demarche, "read", "--quiet", path).decode().splitlines():
        read = json.loads(line)
        text = read["text"].encode()
        in_zone = bytearray(len(text))
        for start, end, _ in read["zones"]:
            in_zone[start:end] = b"\1" * (end - start)
        for start, end in marked[read["id"]]["sentences"]:
            body += end - start
            kept += in_zone[start:end].count(0)
        for start, end, _ in marked[read["id"]]["noise"]:
            noise += end - start
            found += in_zone[start:end].count(1)
    yield "raw", "noise found", 100 * found / noise
    yield "raw", "report kept", 100 * kept / body


def pages(demarche, path):
    """The same of saved pages as plain text, the way a careful program leaves them (tools/train_zones.py)."""
    made = run(sys.executable, TOOLS / "train_zones.py", path, path.parent / "ground-truth.json", TOOLS / "zone_calls.txt")
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as marked:
        marked.writelines(row + b"\n" for row in made.splitlines() if json.loads(row)["id"].endswith("-container"))
        marked.flush()
        yield from zones(demarche, marked.name)


def articles(demarche, path):
    """F1, precision and recall of what is coded of saved pages, by the benchmark's scorer, in percent."""
    found = {}
    for line in run(demarche, "read", "--quiet", "--format", "body", "--any-language", path).decode().splitlines():
        report = json.loads(line)
        page = report["id"].split("/")[-1].split(".")[0]  # live pages give several reports
        found[page] = f"{found.get(page, '')}\n\n{report['text'] or ''}"
    truth = path.parent / "ground-truth.json"
    pages = {page: {"articleBody": found.get(page, "")} for page in json.loads(truth.read_text(encoding="utf-8"))}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as predictions:
        json.dump(pages, predictions)
        predictions.flush()
        words = run(sys.executable, path.parent / "score.py", truth, predictions.name).decode().split()
    for name in ("F1", "precision", "recall"):
        yield "body", name, 100 * float(words[words.index(name) + 1])


# name in scores.csv, path below SHARED, how it is measured
CORPORA = [
    ("ewt", "data/ud/ewt/test.conllu.zst", trees),
    ("gum", "data/ud/gum/test.conllu.zst", trees),
    ("gold", "gold/dev.jsonl", coded),
    ("zones", "gold/dev-texts.jsonl", zones),
    ("zones of pages", "bench/article-extraction/html.tar.gz", pages),
    ("polnear", "bench/attribution/dev.jsonl", attribution),
    ("tr-news", "bench/coref-stories/geoparsing/tr-news.jsonl", places),
    ("pages", "bench/article-extraction/html.tar.gz", articles),
    ("geowebnews", "bench/coref-stories/geoparsing/geowebnews.jsonl", places),
]


def main():
    demarche, shared, scores = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    found, passed_over = {}, set()
    for name, path, measure in CORPORA:
        if not (shared / path).exists():
            passed_over.add(name)
            continue
        for given, what, value in measure(demarche, shared / path):
            found[name, given, what] = value
    if not found:
        print(f"skipped: no corpora in {shared}")
        return 77
    if "--write" in sys.argv:
        with scores.open("w", newline="") as out:
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(("corpus", "input", "measure", "value"))
            rows.writerows((*key, f"{value:.2f}") for key, value in found.items())
        return 0
    if passed_over:
        print("not at hand:", " ".join(sorted(passed_over)))
    with scores.open() as kept:
        wanted = {(r["corpus"], r["input"], r["measure"]): float(r["value"]) for r in csv.DictReader(kept)
                  if r["corpus"] not in passed_over}
    fallen = [(key, value, found.get(key)) for key, value in wanted.items()
              if found.get(key, -1) < value - MOST - 1e-9]
    for key, value, now in fallen:
        print(f"{' '.join(key)}: {'gone' if now is None else f'{now:.2f}'}, was {value:.2f}")
    print(f"{len(wanted)} figures compared, {len(fallen)} fell by more than {MOST}")
    new = [key for key in found if key not in wanted]
    for key in new:
        print(f"{' '.join(key)}: not kept in {scores.name}")
    return 1 if fallen or new else 0


if __name__ == "__main__":
    sys.exit(main())

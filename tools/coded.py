#!/usr/bin/env python3
"""Joins the codes of tests/coded with the reports of the throughput corpus into a gold file (docs/evaluation.md).

  coded.py [PART...]        part "learn" or "measure"; without any, both
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODED = ROOT / "tests" / "coded"
NEWS = ROOT.parent / "shared" / "bench" / "throughput" / "news.jsonl.zst"


def table(name):
    """The rows of a table as dictionaries; its first line that is no comment names the columns."""
    lines = [line for line in (CODED / name).read_text().splitlines() if not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def span(text):
    return [int(end) for end in text.split("-")]


def side(text):
    """Participants in the short form of gold files: "RUS/GOV+MIL"."""
    members = [member.split() for member in text.split(",")] if text != "-" else []
    return [words[0] + ("/" + "+".join(words[1:]) if words[1:] else "") for words in members]


def event(row):
    kind, _, modes = row["event"].partition(":")
    return {"event": kind, "mode": modes.split("+") if modes else [],
            "aux": [] if row["aux"] == "-" else [word[1:] for word in row["aux"].split()],
            "actor": side(row["actor"]), "recipient": side(row["recipient"]), "trigger": span(row["trigger"])}


def main():
    parts = sys.argv[1:] or ["learn", "measure"]
    if not NEWS.exists():
        sys.exit(f"coded.py: the reports are not there: {NEWS}")
    wanted = {row["report"]: row for row in table("reports.tsv") if row["part"] in parts}
    if not wanted:
        sys.exit("coded.py: the parts are learn and measure")
    events = {}
    for row in table("events.tsv"):
        events.setdefault(row["report"], []).append(event(row))
    news = subprocess.run(["zstd", "-dcq", NEWS], capture_output=True, check=True).stdout.decode()
    for line in filter(None, news.split("\n")):
        report = json.loads(line)
        row = wanted.pop(report["id"], None)
        if row is None:
            continue
        report["sentences"] = [span(text) for text in row["sentences"].split()]
        report["events"] = events.get(report["id"], [])
        print(json.dumps(report, ensure_ascii=False))
    if wanted:
        sys.exit(f"coded.py: {len(wanted)} reports are not in the corpus, such as {next(iter(wanted))}")


if __name__ == "__main__":
    main()

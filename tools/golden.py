#!/usr/bin/env python3
"""Codes each case of tests/golden and compares with what was accepted.

A case is a folder with report.jsonl or report.txt, why.txt (one line: what it guards) and expected.jsonl; with command.txt, it
is what another command writes ("statements").
  golden.py --demarche PROGRAM [--accept] [CASE...]
--accept writes what is coded now as expected.jsonl. Hashes of model and lexicons change with every
training and every entry and say nothing about a case, so they are left out on both sides; so is the confidence.
"""
import argparse
import difflib
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHANGING = ("model", "lexicon", "version")  # of "coder"


def code(program, command, report):
    run = subprocess.run([program, command, "--format", "jsonl", "--quiet", "--data", ROOT, report],
                         capture_output=True, timeout=120, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"exit status {run.returncode}: {run.stderr.decode(errors='replace').strip()}")
    return run.stdout.decode()


def stable(lines):
    """The records without what changes from build to build, one JSON object a line."""
    records = [json.loads(line) for line in lines.splitlines()]
    for record in records:
        record["coder"] = {k: v for k, v in record["coder"].items() if k not in CHANGING}
        if "confidence" in record:
            record["confidence"] = None
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def side(entities):
    return ", ".join(f"{e['code']}{'/' + '/'.join(e['sector']) if e['sector'] else ''}"
                     f" \"{e['entity_text'] or 'implied'}\"" for e in entities) or "-"


def headline(r):
    if "event" in r:
        return f"{r['id']}  {r['event']}  {side(r['actor'])}  ->  {side(r['recipient'])}"
    return f"{r['id']}  {r['source'] and r['source']['text']}  {r['cue']['text']}  {r['content']['text']}"


def readable(lines):
    """A line a record for the head, then a line a field, so that a diff shows which field moved."""
    shown = []
    for line in lines.splitlines():
        r = json.loads(line)
        shown.append(headline(r))
        shown += [f"    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in r.items()]
    return shown


def check(case, program, accept):
    """A list of lines to show; empty if the case holds."""
    report = next((case / n for n in ("report.jsonl", "report.txt") if (case / n).exists()), None)
    if report is None:
        return ["no report.jsonl and no report.txt"]
    other = case / "command.txt"
    got = stable(code(program, other.read_text().strip() if other.exists() else "code", report))
    expected = case / "expected.jsonl"
    if accept:
        expected.write_text(got)
        return []
    if not expected.exists():
        return ["no expected.jsonl: look at what is coded, then ./dev golden --accept"]
    return list(difflib.unified_diff(readable(expected.read_text()), readable(got), "expected", "coded",
                                     lineterm="", n=2))


def main():
    args = argparse.ArgumentParser(description="Compares or accepts the golden cases.")
    args.add_argument("--demarche", required=True)
    args.add_argument("--accept", action="store_true")
    args.add_argument("case", nargs="*")
    args = args.parse_args()
    folder = ROOT / "tests" / "golden"
    cases = [folder / c for c in args.case] or sorted(p for p in folder.iterdir() if (p / "why.txt").exists())
    failed = 0
    for case in cases:
        try:
            shown = check(case, args.demarche, args.accept)
        except (RuntimeError, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            shown = [str(error)]
        failed += bool(shown)
        word = "FAILED" if shown else "accepted" if args.accept else "ok"
        print(f"{case.name}: {word} ({(case / 'why.txt').read_text().strip()})")
        for line in shown:
            print("  " + line)
    print(f"{len(cases) - failed} of {len(cases)} golden cases hold")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())

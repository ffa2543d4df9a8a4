#!/usr/bin/env python3
"""Codes the cases of a rule in tests/golden/rules and compares the records with those that the rule wants.

  rules.py --demarche PROGRAM [FILE...]        without FILE all of tests/golden/rules

A file says its rule in lines that begin with "# ", then gives cases:

    @ 2025-03-18                the day of publication of the cases below; "@ -" for none
    > A short report, of one
    > or more lines; a ">" alone parts paragraphs.
    ! reason                    only if the program is known to get the case wrong: it must fail then
    = ACCUSE:allege +negation KOR GOV -> PRK {military} by KOR GOV on 2025-03-17 day quad 3 scale -3.5
    none                        instead of "=" lines: no record

One "=" line a record, and no others may come out. Type, modes, auxiliary modes and both sides are compared always, contexts, source
("by -" for none, "---" for one without a code), date ("on -" for none, precision optional), quad class and score only where they are written.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RECORD = re.compile(r"(?P<event>[A-Z]+)(?::(?P<mode>[a-z+-]+))?(?P<aux>(?: \+[a-z]+)*) (?P<actor>[^{]+?) -> (?P<recipient>[^{]+?)"
                    r"(?: \{(?P<context>[a-z_, ]*)\})?(?: by (?P<by>-|[A-Z]{3}(?: [A-Z]{3})*|---(?: [A-Z]{3})*))?"
                    r"(?: on (?P<date>-|\d{4}-\d\d-\d\d)(?: (?P<precision>(?!quad|scale)[a-z]+))?)?"
                    r"(?: quad (?P<quad>\d))?(?: scale (?P<scale>-?\d+(?:\.\d)?))?")


class Mistake(Exception):
    """Something in a rules file that is not of its form."""


def members(text):
    """A side as a sorted list of codes; the order of members tells nothing."""
    return [] if text == "-" else sorted(member.strip() for member in text.split(","))


def read_record(text):
    """What a "=" line wants: a field that is None is not compared."""
    match = RECORD.fullmatch(text)
    if match is None:
        raise Mistake("expected EVENT[:mode+mode] [+aux] ACTOR -> RECIPIENT [{contexts}] [by SOURCE] [on DAY [precision]] "
                      "[quad N] [scale N]")
    part = match.groupdict()
    return {
        "event": part["event"],
        "mode": sorted((part["mode"] or "").split("+")) if part["mode"] else [],
        "aux": sorted(part["aux"].replace("+", " ").split()),
        "actor": members(part["actor"]),
        "recipient": members(part["recipient"]),
        "context": members(part["context"]) if part["context"] is not None else None,
        "by": part["by"],
        "date": part["date"],
        "precision": part["precision"],
        "quad": int(part["quad"]) if part["quad"] else None,
        "scale": float(part["scale"]) if part["scale"] else None,
    }


def read_cases(path):
    """The cases of a file, each with the line on which it begins."""
    cases, published, open_text = [], None, False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        rest = rest.strip()
        try:
            if mark == "@":
                published = None if rest == "-" else rest
            elif mark == ">":
                if not open_text:
                    cases.append({"line": number, "published": published, "text": [], "known": None, "records": None})
                cases[-1]["text"].append(rest)
            elif mark in ("!", "=", "none") and not cases:
                raise Mistake("expected a text before it")
            elif mark == "!":
                cases[-1]["known"] = rest
            elif mark == "=":
                cases[-1]["records"] = (cases[-1]["records"] or []) + [read_record(rest)]
            elif line == "none":
                cases[-1]["records"] = []
            elif line and mark != "#":
                raise Mistake('expected "#", "@", ">", "!", "=" or "none"')
        except Mistake as mistake:
            raise Mistake(f"{path}:{number}: {mistake}") from None
        open_text = mark == ">"
    for case in cases:
        if case["records"] is None:
            raise Mistake(f'{path}:{case["line"]}: expected "=" lines or "none" below the text')
    if not cases:
        raise Mistake(f"{path}: no case")
    return cases


def joined(lines):
    """The text of a case: its lines run on, an empty one parts paragraphs."""
    return re.sub(r" *\n\n *", "\n\n", " ".join(line or "\n\n" for line in lines))


def code(program, cases):
    """The records of each case, from one run of the program."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as reports:
        for case in cases:
            report = {"id": str(case["line"]), "text": joined(case["text"]), "published": case["published"], "language": "en"}
            reports.write(json.dumps(report, ensure_ascii=False) + "\n")
        reports.flush()
        run = subprocess.run([program, "code", "--format", "jsonl", "--quiet", "--data", ROOT, reports.name],
                             capture_output=True, timeout=120, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"exit status {run.returncode}: {run.stderr.decode(errors='replace').strip()}")
    coded = {str(case["line"]): [] for case in cases}
    for line in run.stdout.decode().splitlines():
        record = json.loads(line)
        coded[record["report"]["id"]].append(record)
    return [coded[str(case["line"])] for case in cases]


def entity(one):
    return " ".join([one["code"] or "---", *one["sector"]])


def fields(record):
    """A coded record in the terms of read_record()."""
    source = record["attribution"]
    return {
        "event": record["event"],
        "mode": sorted(record["mode"]),
        "aux": sorted(record["aux"]),
        "actor": sorted(entity(e) for e in record["actor"]),
        "recipient": sorted(entity(e) for e in record["recipient"]),
        "context": sorted(record["context"]),
        "by": "-" if source is None else entity(source["entity"]) if source["entity"] else "---",
        "date": record["date"] or "-",
        "precision": record["date_precision"],
        "quad": record["quad_code"],
        "scale": record["event_scale"],
    }


def fits(wanted, got):
    return all(value is None or got[key] == value for key, value in wanted.items())


def pair_off(wanted, got):
    """Whether each wanted record can have a coded one of its own with none left over."""
    if len(wanted) != len(got):
        return False
    return not wanted or any(fits(wanted[0], one) and pair_off(wanted[1:], got[:i] + got[i + 1:])
                             for i, one in enumerate(got))


def show(one):
    """A record as it would be written in a rules file."""
    mode = ":" + "+".join(one["mode"]) if one["mode"] else ""
    aux = "".join(" +" + a for a in one["aux"])
    text = f'{one["event"]}{mode}{aux} {", ".join(one["actor"]) or "-"} -> {", ".join(one["recipient"]) or "-"}'
    if one["context"] is not None:
        text += f' {{{", ".join(one["context"])}}}'
    if one["by"] is not None:
        text += f' by {one["by"]}'
    if one["date"] is not None:
        text += f' on {one["date"]} {one["precision"] or ""}'.rstrip()
    if one["quad"] is not None:
        text += f' quad {one["quad"]}'
    if one["scale"] is not None:
        text += f' scale {one["scale"]:g}'
    return text


def check(program, path):
    """The number of the cases of a file, and lines to show for those that do not hold."""
    cases = read_cases(path)
    shown = []
    for case, records in zip(cases, code(program, cases)):
        got = [fields(record) for record in records]
        holds = pair_off(case["records"], got)
        if holds and case["known"] is not None:
            shown.append(f'{path.name}:{case["line"]}: holds now, take the mark "! {case["known"]}" away')
        elif not holds and case["known"] is None:
            shown.append(f'{path.name}:{case["line"]}: {" ".join(case["text"])}')
            shown += [f"    wanted {show(one)}" for one in case["records"]] or ["    wanted none"]
            shown += [f"    coded  {show(one)}" for one in got] or ["    coded  none"]
    return len(cases), shown


def rule_number(path):
    return int(path.stem[1:]) if path.stem[1:].isdigit() else 0


def main():
    args = argparse.ArgumentParser(description="Compares the cases of tests/golden/rules with what is coded.")
    args.add_argument("--demarche", required=True)
    args.add_argument("file", nargs="*", type=pathlib.Path)
    args = args.parse_args()
    paths = args.file or sorted((ROOT / "tests" / "golden" / "rules").glob("D*.txt"), key=rule_number)
    failed = 0
    for path in paths:
        try:
            number, shown = check(args.demarche, path)
        except (Mistake, RuntimeError, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            number, shown = 0, [str(error)]
        failed += bool(shown)
        print(f'{path.stem}: {"FAILED" if shown else f"{number} cases hold"}')
        for line in shown:
            print("  " + line)
    print(f"{len(paths) - failed} of {len(paths)} rules hold")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())

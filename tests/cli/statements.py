#!/usr/bin/env python3
"""Checks statements against the reports they come from, the way a reader of the data would.

statements.py STATEMENTS TEXTS: ids are unique, `within` leads to another statement, pieces are in order and are the text that
stands beside them, no byte is in two of source, cue and content.
"""
import json
import pathlib
import sys

from records import texts

ROLES = ("source", "cue", "content")


def main():
    statements = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    reports = texts(pathlib.Path(sys.argv[2]))
    ids = [s["id"] for s in statements]
    assert statements, "no statements"
    assert len(ids) == len(set(ids)), "ids twice"
    for s in statements:
        text, taken = reports[s["report"]["id"]], set()
        assert s["within"] is None or s["within"] in ids and s["within"] != s["id"], f"{s['id']}: within"
        assert s["kind"] in ("direct", "indirect", "mixed"), f"{s['id']}: kind"
        assert s["cue"]["pieces"], f"{s['id']}: no cue"
        for role in ROLES:
            part = s[role]
            if not part:
                continue
            words = " ".join(text[a:b].decode() for a, b in part["pieces"])
            assert words == (part["text"] or ""), f"{s['id']}: {role} is not {part['text']!r}"
            ends = [x for piece in part["pieces"] for x in piece]
            assert ends == sorted(ends), f"{s['id']}: {role} out of order"
            assert not ends or (ends[0], ends[-1]) == (part["start"], part["end"]), f"{s['id']}: ends of {role}"
            here = {x for a, b in part["pieces"] for x in range(a, b)}
            assert not here & taken, f"{s['id']}: {role} overlaps"
            taken |= here
    assert any(s["events"] for s in statements), "no statement has an event"


if __name__ == "__main__":
    main()

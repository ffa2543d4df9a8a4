#!/usr/bin/env python3
"""Looks into a store with Python's own SQLite, as a user would.

store.py reports DB           prints how many reports it holds
store.py same DB RECORDS      it holds exactly the records of a JSON Lines file
store.py whole DB RECORDS     after a kill: each report whole. RECORDS holds those of the reports whose ids
                              stand here with "-N" behind
"""
import collections
import json
import pathlib
import re
import sqlite3
import sys


def records(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]


def head(record):
    """What the store has in columns of the same meaning."""
    return (record["id"], record["event"], record["date"], record["cameo"], record["text_info"]["trigger_text"],
            tuple(e["code"] for e in record["actor"]), tuple(e["code"] for e in record["recipient"]))


def stored(db):
    def codes(event, side):
        rows = db.execute("SELECT code FROM participant WHERE event = ? AND side = ? ORDER BY position",
                          (event, side))
        return tuple(code for (code,) in rows)

    rows = db.execute("SELECT r.id || ':' || e.sentence || ':' || e.nth, e.event, e.date, e.cameo,"
                      " e.trigger_text, e.key FROM event e JOIN report r ON r.key = e.report ORDER BY e.key")
    return [(*row[:5], codes(row[5], "actor"), codes(row[5], "recipient")) for row in rows.fetchall()]


def same(db, path):
    expected = [head(r) for r in records(path)]
    got = stored(db)
    assert len(got) == len(expected), f"{len(got)} rows, {len(expected)} lines"
    for ours, theirs in zip(sorted(got), sorted(expected)):
        assert ours == theirs, f"stored {ours}, written {theirs}"


def whole(db, path):
    (verdict,) = db.execute("PRAGMA integrity_check").fetchone()
    assert verdict == "ok", verdict
    expected = collections.Counter(r["report"]["id"] for r in records(path))
    counts = db.execute("SELECT r.id, count(e.key) FROM report r LEFT JOIN event e ON e.report = r.key"
                        " GROUP BY r.key").fetchall()
    assert counts, "no report"
    for report, n in counts:
        origin = re.sub(r"-\d+$", "", report)
        assert n == expected[origin], f"{report}: {n} records, not {expected[origin]}"
    (orphans,) = db.execute("SELECT count(*) FROM participant WHERE event NOT IN (SELECT key FROM event)").fetchone()
    assert orphans == 0, f"{orphans} participants without a record"


def main():
    what, path = sys.argv[1], sys.argv[2]
    if not pathlib.Path(path).exists():
        sys.exit(f"{path}: no such store")
    db = sqlite3.connect(path)
    if what == "reports":
        print(db.execute("SELECT count(*) FROM report").fetchone()[0])
    else:
        {"same": same, "whole": whole}[what](db, sys.argv[3])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Checks JSON lines against the reports they come from, the way a reader of the data would.

records.py RECORDS TEXTS: ids are unique, every span of the texts that --save-text wrote
is the string beside it, links lead to a record.
"""
import json
import pathlib
import sys


def texts(folder):
    """Report id -> bytes of its text, as --save-text wrote them."""
    return {path.stem: path.read_bytes() for path in sorted(folder.iterdir())}


def spans(record):
    info = record["text_info"]
    yield info["start"], info["end"], record["text"]
    yield info["trigger_start"], info["trigger_end"], info["trigger_text"]
    entities = record["actor"] + record["recipient"]
    by = record["attribution"]
    if by:
        entities += [by["entity"]] if by["entity"] else []
        yield by["cue_start"], by["cue_end"], by["cue_text"]
    for entity in entities:
        yield entity["start"], entity["end"], entity["entity_text"]
    if record["event_loc"]:
        yield record["event_loc"]["start"], record["event_loc"]["end"], record["event_loc"]["name"]


def main():
    records = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    reports = texts(pathlib.Path(sys.argv[2]))
    ids = [record["id"] for record in records]
    assert len(ids) == len(set(ids)), "ids twice"
    assert records, "no records"
    for record in records:
        text = reports[record["report"]["id"]]
        assert record["link"] in ids, f"{record['id']}: link leads nowhere"
        for start, end, words in spans(record):
            if start is not None:
                assert text[start:end].decode() == words, f"{record['id']}: {start}-{end} is not {words!r}"


if __name__ == "__main__":
    main()

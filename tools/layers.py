#!/usr/bin/env python3
"""Checks every #include in src/ against src/layers.txt.

Prints "file:line: room may not include room" for each include that looks up the ladder, and exits with 1.
Usage: layers.py [SRC]      (default: src beside this file's folder)
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'\s*#\s*include\s*"([^"]+)"')


def read_ladder(path):
    """Room -> set of the rooms it may include (itself among them), or None for "all"."""
    ladder = {}
    for line in path.read_text().splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        room, _, below = line.partition(":")
        names = below.split()
        ladder[room.strip()] = None if names == ["all"] else {room.strip(), *names}
    return ladder


def includes(path):
    for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1)


def faults(src):
    ladder = read_ladder(src / "layers.txt")
    for path in sorted(p for p in src.rglob("*") if p.suffix in (".c", ".h", ".def")):
        here = path.relative_to(src).parts[0]
        if here not in ladder:
            yield f"{path}:1: {here} is no room of layers.txt"
            continue
        for number, wanted in includes(path):
            if (path.parent / wanted).is_file() and "/" not in wanted:
                continue  # a neighbour in the same folder
            room = wanted.split("/")[0] if "/" in wanted else None
            if room in ladder and ladder[here] is not None and room not in ladder[here]:
                yield f"{path}:{number}: {here} may not include {room}"


def main():
    src = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "src"
    found = list(faults(src))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

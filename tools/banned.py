#!/usr/bin/env python3
"""Refuses calls that overrun buffers, keep hidden state or follow the machine's locale.

Prints "file:line: name: what to use instead". Usage: banned.py [SRC]
"""
import pathlib
import re
import sys

BANNED = {
    "strcpy": "dem_arena_str", "strcat": "dem_buf_addz", "sprintf": "dem_buf_addf or snprintf",
    "vsprintf": "vsnprintf", "strtok": "dem_str_next", "gets": "a reader", "localtime": "base/date.h",
    "rand": "a generator with a fixed seed", "srand": "a generator with a fixed seed",
    "setlocale": "nothing: output must not follow the locale",
}
CALL = re.compile(r"(?<![\w.>])(" + "|".join(BANNED) + r")\s*\(")
# Comments and literals may name what code may not call; newlines stay so that line numbers hold.
NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def code_only(text):
    return NOT_CODE.sub(lambda m: "\n" * m.group().count("\n") or " ", text)


def faults(src):
    for path in sorted(p for p in src.rglob("*") if p.suffix in (".c", ".h", ".def")):
        for number, line in enumerate(code_only(path.read_text(errors="replace")).splitlines(), 1):
            for found in CALL.finditer(line):
                yield f"{path}:{number}: {found.group(1)}: use {BANNED[found.group(1)]}"


def main():
    src = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "src"
    found = list(faults(src))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

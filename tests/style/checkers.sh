#!/bin/sh
# The checkers themselves: each must refuse a tree with the fault it looks for. checkers.sh TOP
set -eu
top=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src/low" "$work/src/high"
printf 'low:\nhigh: low\n' >"$work/src/layers.txt"
printf '#include "low/a.h"\n/* never call strcpy(a, b) */\nconst char *s = "gets(x)";\n' >"$work/src/high/b.c"
printf '#include "high/b.h"\nvoid f(char *p) { strcpy(p, "x"); }\n' >"$work/src/low/a.c"

refuses() { # refuses CHECKER LINE: it fails, and LINE is all it says
    ! python3 "$top/tools/$1" "$work/src" >"$work/out" || {
        echo "$1 accepted the fault"
        exit 1
    }
    [ "$(cat "$work/out")" = "$2" ] || {
        echo "$1 said:"
        cat "$work/out"
        exit 1
    }
}
refuses layers.py "$work/src/low/a.c:1: low may not include high"
refuses banned.py "$work/src/low/a.c:2: strcpy: use dem_arena_str"

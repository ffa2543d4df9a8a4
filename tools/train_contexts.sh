#!/bin/sh
# Learns the weights of the contexts (src/code/subject.inc) from hand-coded reports, which are not part of this repository. Takes
# seconds; the same input gives the same bytes. Run from the top folder after building; prints what cross-validation says.
set -eu
gold=../shared/gold/train.jsonl
[ -f "$gold" ] || {
    printf '%s\n' "train: $gold is missing" >&2
    exit 1
}
build/src/eval/learn-contexts . "$gold" >build/subject.inc
mv build/subject.inc src/code/subject.inc

#!/bin/sh
# Learns the weights of the second opinion (src/code/opinion.inc) from hand-coded reports, ours (tests/coded) and others, and from
# sentences with a marked relation; the texts are not part of this repository. Takes seconds; the same input gives the same bytes. Run from
# the top folder after building; prints what cross-validation says.
set -eu
gold=../shared/gold/train.jsonl
marked=../shared/bench/plv/PLV_train.tsv
for file in "$gold" "$marked"; do
    [ -f "$file" ] || {
        printf '%s\n' "train: $file is missing" >&2
        exit 1
    }
done
python3 tools/coded.py learn >build/coded-learn.jsonl
build/src/eval/learn-opinion . "$gold" build/coded-learn.jsonl --marked "$marked" >build/opinion.inc
mv build/opinion.inc src/code/opinion.inc

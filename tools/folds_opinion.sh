#!/bin/sh
# How the program with its second opinion does on marked sentences that the opinion was not learned from: ten times it is learned
# without a tenth of them, built, and run on that tenth. Prints score_plv.py's figures. Takes some minutes; src/code/opinion.inc is
# put back. Run from the top folder after building.
set -eu
gold=../shared/gold/train.jsonl
marked=../shared/bench/plv/PLV_train.tsv
score=../shared/tools/score_plv.py
work=$(mktemp -d)
cp src/code/opinion.inc "$work/opinion.inc"
trap 'cp "$work/opinion.inc" src/code/opinion.inc; ninja -C build >/dev/null; rm -r "$work"' EXIT
python3 "$score" prepare "$marked" >"$work/all.jsonl"
python3 tools/coded.py learn >build/coded-learn.jsonl
reports=$(cat "$gold" build/coded-learn.jsonl | wc -l)
fold=0
while [ "$fold" -lt 10 ]; do
    build/src/eval/learn-opinion . --without "$fold" "$gold" build/coded-learn.jsonl --marked "$marked" >"$work/new.inc" 2>/dev/null
    cp "$work/new.inc" src/code/opinion.inc
    ninja -C build >/dev/null
    awk -v from="$reports" -v fold="$fold" '(from + NR - 1) % 10 == fold' "$work/all.jsonl" >"$work/fold.jsonl"
    build/demarche code --quiet --unresolved keep --format jsonl --data . "$work/fold.jsonl" >>"$work/records.jsonl"
    fold=$((fold + 1))
done
# score_plv.py wants numbers where a participant has no span.
sed 's/"start": null, "end": null/"start": 1073741824, "end": -1/g' "$work/records.jsonl" >"$work/scored.jsonl"
python3 "$score" score "$marked" "$work/scored.jsonl"

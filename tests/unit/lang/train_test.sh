#!/bin/sh
# Training twice gives the same bytes, the model opens, and what was taught is known.
# usage: train_test.sh DEMARCHE-TRAIN TREEBANK
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for i in 1 2; do
    "$1" -w "$dir" --tag-epochs 5 --parse-epochs 5 --tag-hits 1 --move-hits 1 --rel-hits 1 \
        -o "$dir/$i.dem" "$2" 2>"$dir/log"
done
cmp "$dir/1.dem" "$dir/2.dem"
"$1" -m "$dir/1.dem" --eval "$2" >"$dir/given"
grep -q 'UPOS 100.00 .* UAS 100.00 LAS 100.00' "$dir/given" || { cat "$dir/given"; exit 1; }
"$1" -m "$dir/1.dem" --eval "$2" --raw >"$dir/raw"
grep -q 'tokens 100.00 sentences 100.00' "$dir/raw" || { cat "$dir/raw"; exit 1; }
# Input that is no treebank is an error, not a crash.
if "$1" -o "$dir/3.dem" "$0" 2>"$dir/log"; then exit 1; fi
grep -q 'not a CoNLL-U token line' "$dir/log"
if "$1" -o "$dir/3.dem" /nonexistent 2>"$dir/log"; then exit 1; fi
grep -q 'cannot read' "$dir/log"

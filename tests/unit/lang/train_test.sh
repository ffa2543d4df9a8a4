#!/bin/sh
# Training twice, with one thread and two, or broken off and resumed, gives the same bytes; the model opens, and
# what was taught is known.
# usage: train_test.sh DEMARCHE-TRAIN DEMARCHE TREEBANK
set -eu
trainer=$1
demarche=$2
bank=$3
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
fail() {
    echo "$1"
    cat "$dir/log"
    exit 1
}
# train OUT OPTION...
train() {
    out=$1
    shift
    "$trainer" -w "$dir" --epochs 60 --batch 40 --rate 4000 --augment 0 --drop-input 0 --drop-layer 0 \
        --drop-head 0 --drop-word 0 -o "$dir/$out" "$@" 2>"$dir/log" || fail "training failed"
}
train 1.dem --threads 1 "$bank"
train 2.dem --threads 2 "$bank"
cmp "$dir/1.dem" "$dir/2.dem"

# Killed after some epochs: the checkpoint knows them all.
"$trainer" -w "$dir" --epochs 60 --batch 40 --rate 4000 --augment 0 --drop-input 0 --drop-layer 0 --drop-head 0 \
    --drop-word 0 -c "$dir/check" -o "$dir/3.dem" "$bank" 2>"$dir/killed" &
pid=$!
while kill -0 "$pid" 2>/dev/null && ! grep -q '^epoch 5 ' "$dir/killed"; do sleep 0.1; done
kill -9 "$pid" 2>/dev/null || true
wait "$pid" || true
[ -f "$dir/check" ] || fail "no checkpoint"
train 3.dem -c "$dir/check" "$bank"
cmp "$dir/1.dem" "$dir/3.dem"
echo garbage >"$dir/check"
if "$trainer" -w "$dir" -c "$dir/check" -o "$dir/4.dem" "$bank" 2>"$dir/log"; then exit 1; fi
grep -q 'not a checkpoint' "$dir/log" || fail "no complaint about the checkpoint"

"$demarche" eval --model "$dir/1.dem" --conllu "$bank" --format tsv >"$dir/scores" 2>"$dir/log" || fail "eval failed"
for measure in UPOS UAS LAS; do
    grep -q "tokens	$measure	100.00" "$dir/scores" || { cat "$dir/scores"; exit 1; }
done
for measure in words sentences; do
    grep -q "raw	$measure	100.00" "$dir/scores" || { cat "$dir/scores"; exit 1; }
done

# Vectors that are none, input that is no treebank: an error, not a crash.
echo 'word 1 2 3' >"$dir/vectors"
if "$trainer" -V "$dir/vectors" -o "$dir/4.dem" "$bank" 2>"$dir/log"; then exit 1; fi
grep -q 'vectors:1: expected a word and 100 numbers' "$dir/log" || fail "no complaint about the vectors"
if "$trainer" -o "$dir/4.dem" "$0" 2>"$dir/log"; then exit 1; fi
grep -q 'not a CoNLL-U token line' "$dir/log" || fail "no complaint about the treebank"
if "$trainer" -o "$dir/4.dem" /nonexistent 2>"$dir/log"; then exit 1; fi
grep -q 'cannot read' "$dir/log" || fail "no complaint about the missing file"

#!/bin/sh
# Trains model/english.dem from the Universal Dependencies treebanks, with a fixed seed: the same
# treebanks give the same bytes. Run from the top folder after building. Further arguments go to the trainer.
set -eu
ud=../shared/data/ud
trainer=build/demarche-train
[ -d "$ud" ] || {
    echo "train: no treebanks at $ud; the model needs UD English EWT and GUM there, <name>/{train,dev}.conllu.zst" >&2
    exit 1
}
[ -x "$trainer" ] || trainer=$(find build -name demarche-train -type f | head -n 1)
[ -n "$trainer" ] || {
    echo 'train: the build gave no demarche-train' >&2
    exit 1
}
exec "$trainer" "$@"

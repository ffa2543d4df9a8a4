#!/bin/sh
# Trains model/english.dem from the Universal Dependencies treebanks English EWT and GUM, with a fixed seed:
# the same treebanks give the same bytes. Run from the top folder after building. Further arguments go to
# the trainer (build/src/lang/train/demarche-train --help).
set -eu
ud=../shared/data/ud
trainer=build/src/lang/train/demarche-train
model=model/english.dem
[ -d "$ud" ] || {
    echo "train: no treebanks at $ud; wanted are ewt and gum there, each with {train,dev,test}.conllu.zst" >&2
    exit 1
}
mkdir -p model
trap 'rm -f "$model.new"' EXIT
"$trainer" --seed 1 -o "$model.new" --dev "$ud/ewt/dev.conllu.zst" --dev "$ud/gum/dev.conllu.zst" "$@" \
    "$ud/ewt/train.conllu.zst" "$ud/gum/train.conllu.zst"
mv "$model.new" "$model"
for bank in ewt gum; do
    printf '%s test, ' "$bank"
    "$trainer" -m "$model" --eval "$ud/$bank/test.conllu.zst"
    printf '%s test, ' "$bank"
    "$trainer" -m "$model" --eval "$ud/$bank/test.conllu.zst" --raw
done
sha256sum "$model"

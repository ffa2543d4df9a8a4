#!/bin/sh
# Learns the weights of pronouns' antecedents (src/code/antecedent.inc) from the coreference of the treebank GUM. Takes two
# seconds; the same input gives the same bytes. Run from the top folder after building.
set -eu
gum=../shared/data/ud/gum
[ -d "$gum" ] || {
    printf '%s\n' "train: no treebank at $gum; wanted are {train,dev}.conllu.zst with Entity in MISC" >&2
    exit 1
}
build/src/eval/learn-reference lexicon "$gum/train.conllu.zst" "$gum/dev.conllu.zst" >build/antecedent.inc
mv build/antecedent.inc src/code/antecedent.inc

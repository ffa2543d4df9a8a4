#!/bin/sh
# Learns what speaks for a line of plain text being the report or not (src/reader/zone_*.inc) from saved pages with known articles
# and from marked reports; the texts are not part of this repository. Takes about half a minute; the same input gives the same
# bytes. Run from the top folder after building; prints what cross-validation says.
set -eu
pages=../shared/bench/article-extraction
gold=../shared/gold
[ -d "$pages" ] || {
    printf '%s\n' "train: $pages is missing" >&2
    exit 1
}
python3 tools/train_zones.py "$pages/html.tar.gz" "$pages/ground-truth.json" tools/zone_calls.txt >build/zones.jsonl
for part in weigh kind sentence; do
    build/src/eval/learn-zones $part build/zones.jsonl "$gold/dev-texts.jsonl" "+$gold/train-texts.jsonl" >"build/zone_$part.inc"
    mv "build/zone_$part.inc" src/reader/
done

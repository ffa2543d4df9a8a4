#!/bin/sh
# Learns which paragraphs of a page are its article (src/page/weights.inc) from pages whose articles are known, which are not part of this
# repository. Takes half a minute; the same input gives the same bytes. Run from the top folder after building; prints what
# cross-validation over pages says.
set -eu
bench=../shared/bench/article-extraction
[ -d "$bench" ] || {
    printf '%s\n' "train: $bench is missing" >&2
    exit 1
}
pages=build/article-extraction
mkdir -p "$pages"
tar -xzf "$bench/html.tar.gz" -C "$pages"
build/src/eval/learn-page "$bench/ground-truth.json" "$pages/html" >build/weights.inc
mv build/weights.inc src/page/weights.inc

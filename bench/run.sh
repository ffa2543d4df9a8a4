#!/bin/sh
# Speed on one core and peak memory, over the throughput corpus or, without it, over the samples repeated
# under new ids. Run from the top folder after building.
#
# Every row is a run of its own over the same input, so the ratios hold whatever machine this is: reading
# the words (wc -w) is the least that any program must do, starting up with no report is what the model
# and the lexicons cost.
set -eu
corpus=../shared/bench/throughput/news.jsonl.zst
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -f "$corpus" ]; then
    zstd -q -d -c "$corpus" >"$work/news.jsonl"
    from=$corpus
else
    python3 bench/repeat.py 200 samples/reports.jsonl >"$work/news.jsonl"
    from='samples/reports.jsonl, 200 times'
fi
reports=$(wc -l <"$work/news.jsonl")
: >"$work/empty.jsonl"

# run NAME COMMAND...: measured on one core, output thrown away; the fastest of three counts, or the first
# if it takes longer than half a minute: what disturbs a run is short then.
run() {
    name=$1
    shift
    for try in 1 2 3; do
        taskset -c 0 build/bench/measure "$work/$name.$try" "$@" >/dev/null 2>"$work/$name.err" || {
            cat "$work/$name.err"
            echo "bench: $name failed"
            exit 1
        }
        [ "$(cut -d. -f1 "$work/$name.$try")" -lt 30 ] || break
    done
    cat "$work/$name".[123] | sort -k 2 -n | head -n 1 >"$work/$name"
}
# row NAME LABEL: one line of the table. Rates are by processor time, since other work on the machine makes
# the wall clock say little; the two agree on an idle one. `wc -w` is the known limit.
row() {
    awk -v label="$2" -v reports="$reports" -v limit="$(awk '{ print $2 + $3 }' "$work/limit")" '
        { cpu = $2 + $3
          printf "%-34s %9.2f %9.2f %13.0f %9.1f %10.1f\n", label, $1, cpu, (cpu > 0 ? reports / cpu : 0),
                 $4 / 1024, cpu / (limit > 0 ? limit : 0.001) }
    ' "$work/$1"
}

run limit wc -w "$work/news.jsonl"
run start build/demarche code --quiet --format jsonl --threads 1 "$work/empty.jsonl"
run code build/demarche code --quiet --format jsonl --threads 1 "$work/news.jsonl"
# Into a new store each time: reports that a store already holds are passed over.
# shellcheck disable=SC2016 # the inner shell expands
run store sh -c 'rm -f "$1"; exec build/demarche code --quiet --threads 1 -o "$1" "$2"' \
    - "$work/events.db" "$work/news.jsonl"

# Tokens are counted once, in the analysis itself: a CoNLL-U line that begins with a number is a token.
tokens=$(build/demarche code --quiet --format conllu "$work/news.jsonl" | grep -c '^[0-9]' || true)
build/demarche code --quiet --format jsonl "$work/news.jsonl" >"$work/records"
records=$(wc -l <"$work/records")

printf 'input    %s\n' "$from"
printf 'reports  %d (%d bytes), records %d\n' "$reports" "$(wc -c <"$work/news.jsonl")" "$records"
printf 'machine  %s\n\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
printf '%-34s %9s %9s %13s %9s %10s\n' 'one core, best of up to 3' 'wall s' 'cpu s' 'reports/cpu s' 'peak MiB' 'x wc -w'
row limit 'wc -w (known limit: only reading)'
row start 'demarche, no report (start-up)'
row code 'demarche code, JSON lines'
row store 'demarche code -o events.db'
awk -v tokens="$tokens" '
    { printf "\ntokens a second of one core: %.0f (%d tokens in the body of the reports)\n", tokens / ($2 + $3), tokens }
' "$work/code"

# Pages to records. What is told is the rate without start-up, which a run pays once. Only parsing them is the known limit.
# pages NAME FOLDER FROM
pages() {
    run "$1-limit" build/bench/pages -p "$2"/*
    run "$1" build/demarche code --quiet --format jsonl --threads 1 "$2"
    cat "$work/start" "$work/$1-limit" "$work/$1" | awk -v from="$3" -v folder="$2" \
        -v pages="$(find "$2" -type f | wc -l)" -v bytes="$(cat "$2"/* | wc -c)" '
        { cpu[NR] = $2 + $3; peak = $4 }
        END { parse = cpu[2] > 0 ? cpu[2] : 0.001; code = cpu[3] - cpu[1]
              if (code <= 0) code = 0.001
              printf "%-34s %9d %9.0f %9.2f %9.2f %9.0f %9.1f %10.1f\n", from, pages, bytes / pages / 1024,
                     1000 * parse / pages, 1000 * code / pages, pages / code, peak / 1024, code / parse }'
}
python3 bench/pages.py 200 "$work/made" samples/reports.jsonl
printf '\n%-34s %9s %9s %9s %9s %9s %9s %10s\n' 'pages to records, one core' 'pages' 'KiB each' 'parse ms' 'code ms' \
    'pages/s' 'peak MiB' 'x parse'
pages made-pages "$work/made" 'made up around our samples'
pages_of=../shared/bench/article-extraction/html.tar.gz
if [ -f "$pages_of" ]; then
    mkdir "$work/real"
    tar -xzf "$pages_of" -C "$work/real" --strip-components=1
    pages real-pages "$work/real" 'article-extraction, shared half'
fi

# The language analysis alone, from running text, over the trees of the lexicon's examples; the fastest of three.
# Instructions do not depend on what else the machine does: counted where valgrind is installed.
bank=model/examples.conllu.zst
for try in 1 2 3; do
    taskset -c 0 build/demarche eval --raw --format tsv --conllu "$bank"
done | awk -F '\t' '
    $3 == "tokens/s" && $4 > best { best = $4 }
    END { printf "\nlanguage analysis alone: %d tokens a second of one core (%s)\n", best, bank }
' bank="$bank"
if command -v valgrind >/dev/null; then
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=dem_lang_analyse \
        build/demarche eval --raw --conllu "$bank" >/dev/null 2>"$work/instructions"
    words=$(zstd -q -d -c "$bank" | grep -c '^[0-9]')
    awk -v words="$words" '/Collected/ { printf "instructions a token: %d\n", $4 / words }' "$work/instructions"
fi

# The lexicon alone; reading and hashing the same bytes is the limit.
printf '\n%s\n' "$(taskset -c 0 build/bench/load lexicon)"

# Reading pages alone, without coding; libxml2's tree of the same bytes is the limit.
if [ -d "$work/real" ]; then
    printf '\n%s\n' "$(taskset -c 0 build/bench/pages "$work"/real/*.html)"
fi

#!/bin/sh
# The command line as a user meets it, one case a call: run.sh PROGRAM TOP CASE
set -eu
demarche=$1
top=$2
name=$3
DEMARCHE_DATA=$top
export DEMARCHE_DATA
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
samples=$top/samples
out=$work/out
err=$work/err

fail() {
    printf '%s: %s\n' "$name" "$1"
    for stream in "$out" "$err"; do
        printf '%s\n' "-- ${stream##*/}"
        head -n 20 "$stream" | cut -c 1-300
    done
    exit 1
}
# run STATUS ARGUMENT...: the program must end with that status.
run() {
    expected=$1
    shift
    got=0
    "$demarche" "$@" >"$out" 2>"$err" </dev/null || got=$?
    [ "$got" -eq "$expected" ] || fail "'$*' ended with $got, not $expected"
}
says() { grep -q -- "$2" "$1" || fail "no '$2' in ${1##*/}"; }
silent() { [ ! -s "$1" ] || fail "${1##*/} should be empty"; }
same() {
    cmp -s "$1" "$2" || {
        diff "$1" "$2" >"$work/diff" || true
        mv "$work/diff" "$out"
        fail "${1##*/} and ${2##*/} differ"
    }
}
# code_to FILE ARGUMENT...: the records of a run that must succeed.
code_to() {
    to=$1
    shift
    run 0 code --quiet "$@"
    cp "$out" "$to"
}

case_help() {
    run 0 --help
    silent "$err"
    says "$out" 'code'
    says "$out" 'explain'
    says "$out" 'statements'
    for command in code fetch statements explain eval lexicon places; do
        run 0 "$command" --help
        silent "$err"
        says "$out" '--'
    done
}

case_version() {
    run 0 --version
    silent "$err"
    says "$out" '^demarche [0-9]*\.[0-9]*\.[0-9]*'
    [ "$(grep -Eo '[0-9a-f]{64}' "$out" | sort -u | wc -l)" -eq 2 ] || fail 'two hashes expected'
}

case_usage() {
    for wrong in '--no-such' 'no-such-command' 'code --no-such' 'code --format no-such x' 'code --threads x x' \
        'explain --date 2025-02-30 x' 'code --threads' \
        'statements --no-such' 'statements --format table x' 'statements --threads 0 x' 'statements -o x.db x'; do
        # shellcheck disable=SC2086 # several words on purpose
        run 2 $wrong
        silent "$out"
        [ -s "$err" ] || fail "nothing said about '$wrong'"
    done
}

case_missing_file() {
    code_to "$work/alone" "$samples/border-wall.txt"
    run 1 code "$samples/border-wall.txt" "$work/no-such.txt"
    same "$work/alone" "$out"
    says "$err" 'no-such.txt'
    run 1 code "$work/no-such.txt" "$samples/border-wall.txt"
    same "$work/alone" "$out"
}

case_missing_data() {
    run 3 code --data "$work" "$samples/border-wall.txt"
    silent "$out"
    [ -s "$err" ] || fail 'nothing said about the missing model'
}

case_bad_line() {
    {
        head -n 1 "$samples/reports.jsonl"
        printf '%s\n' '{"text": 42}' 'no JSON at all'
        sed -n 2p "$samples/reports.jsonl"
    } >"$work/bad.jsonl"
    sed -n 1,2p "$samples/reports.jsonl" >"$work/good.jsonl"
    code_to "$work/expected" "$work/good.jsonl"
    run 1 code "$work/bad.jsonl"
    same "$work/expected" "$out"
    says "$err" 'bad.jsonl:2'
    says "$err" 'bad.jsonl:3'
}

case_threads() {
    code_to "$work/one" --threads 1 "$samples"
    [ -s "$work/one" ] || fail 'the samples give no record'
    for threads in 2 4; do
        code_to "$work/many" --threads "$threads" "$samples"
        same "$work/one" "$work/many"
    done
}

case_stdin() {
    code_to "$work/file" "$samples/reports.jsonl"
    "$demarche" code --quiet - <"$samples/reports.jsonl" >"$work/stdin" 2>"$err" || fail 'reading - failed'
    same "$work/file" "$work/stdin"
}

case_compressed() {
    code_to "$work/plain" "$samples/reports.jsonl"
    gzip -c "$samples/reports.jsonl" >"$work/reports.jsonl.gz"
    zstd -q -c "$samples/reports.jsonl" >"$work/reports.jsonl.zst"
    for packed in gz zst; do
        code_to "$work/unpacked" "$work/reports.jsonl.$packed"
        same "$work/plain" "$work/unpacked"
    done
}

case_json_lines() {
    code_to "$work/records" --save-text "$work/texts" "$samples"
    python3 "$top/tests/cli/records.py" "$work/records" "$work/texts" >"$out" 2>"$err" || fail 'unsound records'
}

case_formats() {
    run 0 code --quiet --format table "$samples/border-wall.txt"
    says "$out" 'POL'
    run 0 code --quiet --format conllu "$samples/border-wall.txt"
    awk -F'\t' '/^#/ || /^$/ { next } NF != 10 { exit 1 }' "$out" || fail 'a CoNLL-U line without ten columns'
    says "$out" 'root'
}

# A table whose columns are called otherwise gives the records of the same report as JSON.
case_columns() {
    text='Police in Kano arrested nine members of the Blue Star party on Monday.'
    printf '{"id":"a","text":"%s","published":"2019-11-12"}\n' "$text" >"$work/r.jsonl"
    printf 'nr;When;Story\na;12 November 2019;"%s"\n' "$text" >"$work/r.csv"
    printf '[{"guid": "a", "date": "20191112", "body": "%s"}]\n' "$text" >"$work/r.json"
    code_to "$work/expected" "$work/r.jsonl"
    [ -s "$work/expected" ] || fail 'no record'
    code_to "$work/table" --columns 'id=nr,published=When,text=Story' "$work/r.csv"
    same "$work/expected" "$work/table"
    code_to "$work/list" "$work/r.json"
    same "$work/expected" "$work/list"
    run 1 code "$work/r.csv"
    says "$err" 'r.csv:1: no column for the text .*the columns are nr, When, Story'
    run 1 code -c 'text=Tale' "$work/r.csv"
    says "$err" 'no column Tale; the columns are nr, When, Story'
    run 2 statements -c 'story=Tale' "$work/r.csv"
    says "$err" '--columns: no such field in "story=Tale"'
    run 0 statements -c 'text=Story' "$work/r.csv"
}

# A small dump of our own; what it has and the lexicon has not is found with --places alone.
case_places() {
    printf '7001\tQwerzham\tQwerzham\t\t33.5\t73.1\tP\tPPL\tPK\t\t04\t\t\t\t250000\t\t500\tAsia/Karachi\t2024-01-01\n' >"$work/dump.txt"
    printf 'broken\n' >>"$work/dump.txt"
    printf 'Police arrested nine people in Qwerzham, Pakistan, on Monday.\n' >"$work/report.txt"
    run 1 places import -o "$work/places.db" "$work/dump.txt"
    says "$err" 'dump.txt:2: expected 19 columns'
    says "$err" '2 rows: 1 places with 1 names, 1 unusable'
    run 0 code --quiet --format places "$work/report.txt"
    says "$out" '"name": "Qwerzham".*"lat": null'
    run 0 code --quiet --format places --places "$work/places.db" "$work/report.txt"
    says "$out" '"name": "Qwerzham".*"country": "PAK", "lat": 33.5, "lon": 73.1, "kind": "town"'
    run 0 code --quiet --format jsonl --places "$work/places.db" "$work/report.txt"
    says "$out" '"event_loc": {"name": "Qwerzham", "country": "PAK", "lat": 33.5, "lon": 73.1'
    gzip -k "$work/dump.txt"
    run 1 places import --quiet -o "$work/again.db" "$work/dump.txt.gz"
    silent "$err"
    run 3 places import --quiet -o "$work/none.db" "$work/report.txt"
    [ ! -e "$work/none.db" ] || fail 'a failed import left a file'
    run 3 places import --quiet -o "$work/none.db" "$work/nothing.txt"
    run 3 code --quiet --places "$work/report.txt" "$work/report.txt"
    says "$err" 'report.txt'
    run 2 places import "$work/dump.txt"
    run 2 places nonsense
    run 0 places --help
    run 0 places import --help
}

case_statements() {
    run 0 statements --quiet --threads 1 --save-text "$work/texts" "$samples"
    silent "$err"
    cp "$out" "$work/one"
    python3 "$top/tests/cli/statements.py" "$work/one" "$work/texts" >"$out" 2>"$err" || fail 'unsound statements'
    run 0 statements --quiet --threads 4 "$samples"
    same "$work/one" "$out"
    run 0 statements --quiet -o "$work/all.tsv" "$samples"
    silent "$out"
    lines=$(wc -l <"$work/one")
    awk -F'\t' -v lines="$lines" 'NF != 9 { exit 1 } END { exit NR != lines + 1 }' "$work/all.tsv" ||
        fail 'not a line a statement with nine columns'
    run 0 statements --quiet --no-text "$samples/border-wall.txt"
    says "$out" '"content": {"text": null, "start": [0-9]'
    run 1 statements "$samples/border-wall.txt" "$work/no-such.txt"
    says "$err" '1 report, .* statements'
    says "$err" 'no-such.txt'
    run 3 statements --data "$work" "$samples/border-wall.txt"
    silent "$out"
    "$demarche" statements --quiet - <"$samples/border-wall.txt" >"$out" 2>"$err" || fail 'reading - failed'
    says "$out" '"cue": {"text": "said"'
    [ -s "$samples/border-wall.txt" ] || fail 'a sample is empty'
    cp "$samples/border-wall.txt" "$work/own.txt"
    run 2 statements -o "$work/own.txt" "$work/own.txt"
    same "$samples/border-wall.txt" "$work/own.txt"
}

# Only those that are within nothing, in the form of the scorer.
case_score_attribution() {
    printf '{"id": "a", "text": "The agency said that the minister had added that Chad left the bloc."}\n' >"$work/a.jsonl"
    run 0 statements --quiet "$work/a.jsonl"
    cp "$out" "$work/statements"
    python3 "$top/tools/score-attribution" <"$work/statements" >"$out" 2>"$err" || fail 'no predictions'
    says "$out" '^{"id": "a", "attributions": \[{"source": \[\[0, 10\]\], "cue": \[\[11, 15\]\], "content": \[\[16, [0-9]*\]\]}\]}$'
    python3 "$top/tools/score-attribution" --nested <"$work/statements" >"$out" 2>"$err" || fail 'no predictions'
    says "$out" '"cue": \[\[34, 43\]\]'
}

# A saved page with its companions, as a file, in folders, zip and tar: the same records, at the same bytes of the saved text.
case_pages() {
    mkdir -p "$work/in/envoys-recalled_files"
    cp "$samples/envoys-recalled.html" "$work/in"
    echo '<html><p>Norway invaded Sweden on Monday.</p></html>' >"$work/in/envoys-recalled_files/ad.html"
    echo 'x = "Norway invaded Sweden";' >"$work/in/tracker.js"
    code_to "$work/file" --save-text "$work/texts" "$samples/envoys-recalled.html"
    python3 "$top/tests/cli/records.py" "$work/file" "$work/texts" >"$out" 2>"$err" || fail 'unsound records'
    code_to "$work/folder" "$work/in"
    same "$work/file" "$work/folder"
    (cd "$work/in" && tar -czf ../in.tgz envoys-recalled.html &&
        python3 -m zipfile -c ../in.zip envoys-recalled.html)
    for packed in in.tgz in.zip; do
        code_to "$work/unpacked" "$work/$packed"
        same "$work/file" "$work/unpacked"
    done
}

# What is read, without coding: the whole with its zones, or the body alone.
case_read() {
    run 0 read --quiet "$samples/envoys-recalled.html"
    says "$out" '"zones": \[\['
    says "$out" '"published_from": "'
    run 0 read --quiet -f body "$samples/envoys-recalled.html"
    grep -q 'Rwanda recalled its ambassador' "$out" || fail 'no body'
    run 0 read "$samples"
    says "$err" 'day of publication known of '
}

# Character sets, mojibake and entities; offsets lead to the words as they were handed over.
case_charsets() {
    printf 'On Monday Norway\342\200\231s foreign minister visited Denmark. %s\n' \
        'He said that Norway would sign the treaty.' >"$work/report.txt"
    run 0 code --quiet --save-text "$work/texts" "$work/report.txt"
    cp "$out" "$work/plain"
    [ -s "$work/plain" ] || fail 'nothing was coded'
    for to in windows-1252 utf-16; do
        mkdir -p "$work/$to"
        iconv -f utf-8 -t "$to" "$work/report.txt" >"$work/$to/report.txt"
        run 0 code --quiet --save-text "$work/$to-texts" "$work/$to/report.txt"
        same "$work/plain" "$out"
        same "$work/texts/report.txt" "$work/$to-texts/report.txt"
        [ -s "$work/$to-texts/report.map" ] || fail 'no map to the bytes'
    done
    mkdir "$work/spoilt"
    iconv -f windows-1252 -t utf-8 "$work/report.txt" | sed 's/treaty/tre\&shy;aty/' >"$work/spoilt/report.txt"
    run 0 code --quiet --save-text "$work/spoilt-texts" "$work/spoilt/report.txt"
    same "$work/spoilt/report.txt" "$work/spoilt-texts/report.txt"
    cp "$out" "$work/mended"
    sed 's/"[a-z_]*\(start\|end\)": [0-9]*//g' "$work/plain" >"$work/plain-words"
    sed 's/"[a-z_]*\(start\|end\)": [0-9]*//g' "$work/mended" >"$work/mended-words"
    same "$work/plain-words" "$work/mended-words"
    cmp -s "$work/plain" "$work/mended" && fail 'offsets of the mended text, not of the one handed over'
    return 0
}

# Reports in other languages are counted, not coded; some can be coded all the same.
case_languages() {
    printf 'Die Au\303\237enminister der beiden Staaten trafen sich am Montag in der Hauptstadt und sagten, dass sie die Gespr\303\244che bald fortsetzen wollen.\n' >"$work/de.txt"
    run 0 code "$work/de.txt" "$samples/border-wall.txt"
    says "$err" '1 report not in English, not coded: 1 de'
    run 0 read --any-language "$work/de.txt"
    says "$out" 'Staaten'
}

# What is no report is told, and costs nothing else.
case_no_reports() {
    mkdir "$work/in"
    printf '%%PDF-1.4\n1 0 obj\n' >"$work/in/a.pdf"
    printf '\211PNG\r\n' >"$work/in/b"
    ln -s . "$work/in/loop"
    cp "$samples/border-wall.txt" "$work/in/two
lines.txt"
    run 1 code "$work/in"
    says "$err" 'a.pdf: a PDF document, expected text'
    says "$err" 'b: a picture, expected text'
    says "$err" '1 report'
}

case_output_file() {
    code_to "$work/expected" "$samples"
    run 0 code --quiet -o "$work/records.jsonl" "$samples"
    silent "$out"
    same "$work/expected" "$work/records.jsonl"
}

case_store() {
    code_to "$work/records" "$samples"
    run 0 code --quiet -o "$work/events.db" "$samples"
    silent "$out"
    python3 "$top/tests/cli/store.py" same "$work/events.db" "$work/records" >"$out" 2>"$err" ||
        fail 'store and JSON lines differ'
}

# The input never ends, so the kill always falls into the middle of the run.
case_killed() {
    code_to "$work/once" "$samples/reports.jsonl"
    mkfifo "$work/pipe"
    "$demarche" code --quiet -o "$work/events.db" "$work/pipe" >"$out" 2>"$err" &
    coder=$!
    python3 "$top/bench/repeat.py" 1000000 "$samples/reports.jsonl" >"$work/pipe" 2>/dev/null &
    feeder=$!
    waited=0
    until [ "$(python3 "$top/tests/cli/store.py" reports "$work/events.db" 2>/dev/null || echo 0)" -ge 20 ]; do
        sleep 0.2
        waited=$((waited + 1))
        [ "$waited" -lt 600 ] || break
    done
    kill -9 "$coder" 2>/dev/null || fail 'the run ended by itself'
    wait "$coder" 2>/dev/null || true
    wait "$feeder" 2>/dev/null || true
    [ "$waited" -lt 600 ] || fail 'no report reached the store in two minutes'
    python3 "$top/tests/cli/store.py" whole "$work/events.db" "$work/once" >"$out" 2>"$err" ||
        fail 'what a killed run leaves'
}

case_empty() {
    : >"$work/empty.jsonl"
    run 0 code "$work/empty.jsonl"
    silent "$out"
    mkdir "$work/folder"
    run 0 code "$work/folder"
    silent "$out"
    : >"$work/empty.txt" # a file that should hold a report and does not
    run 1 code "$work/empty.txt"
    silent "$out"
    says "$err" 'empty.txt'
}

# Behind a pipe only records may come: what is said besides goes to standard error, and nothing with --quiet.
case_quiet() {
    run 0 code --quiet "$samples"
    silent "$err"
    python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]' <"$out" || fail 'more than records'
    "$demarche" code --quiet "$samples" 2>"$err" | head -n 1 >"$out"
    silent "$err"
}

case_explain() {
    run 0 explain --date 2025-03-18 'Iran rejected the proposal of Egypt.'
    says "$out" 'rejected'
    says "$out" 'IRN'
    cp "$out" "$work/argument"
    printf '%s' 'Iran rejected the proposal of Egypt.' |
        "$demarche" explain --date 2025-03-18 >"$out" 2>"$err" || fail 'reading standard input failed'
    same "$work/argument" "$out"
}

case_eval() {
    bank=$top/tests/unit/lang/tiny.conllu
    run 0 eval --conllu "$bank"
    says "$out" 'frames'
    says "$out" "$bank"
    run 0 eval --conllu "$bank" --format tsv --given
    says "$out" 'tokens	words	100.00'
    ! grep -q '	raw	' "$out" || fail 'raw text measured with --given'
    run 0 eval --conllu "$bank" --format tsv --raw
    says "$out" 'raw	LAS	'
    run 0 eval --conllu "$bank" --found "$bank" --format tsv
    says "$out" 'found	LAS	100.00'
    run 1 eval --conllu "$bank" --found "$work/none.conllu"
    run 2 eval --conllu "$bank" --conllu "$bank" --found "$bank"
    run 1 eval --conllu "$bank" --conllu "$work/none.conllu" --format tsv
    says "$err" 'none.conllu: cannot read'
    says "$out" 'raw	LAS	'
    : >"$work/empty.conllu"
    run 0 eval --conllu "$work/empty.conllu" --format tsv
    says "$out" 'tokens	LAS	0.00'
    printf 'not a treebank\n' >"$work/text.conllu"
    run 1 eval --conllu "$work/text.conllu"
    says "$err" 'text.conllu:1: not a CoNLL-U token line'
    run 3 eval --conllu "$bank" --model "$bank"
    says "$err" 'not a model file'
    run 2 eval
    says "$err" 'neither GOLD nor --conllu'
    run 1 eval "$bank" # a treebank is no gold
    says "$err" 'tiny.conllu:1: not JSON'
    run 2 eval --conllu "$bank" --format xml
    run 0 eval --help
    silent "$err"
}

case_eval_actors() {
    cat >"$work/actors.txt" <<'EOF'
# Two passages, one phrase of them marked wrong on purpose.
2025-03-18 Polish President Andrzej Duda met the German chancellor. He flew home, and the West watched.
  Polish President Andrzej Duda = POL GOV : Andrzej Duda
  German chancellor = DEU GOV
  He = POL GOV : Andrzej Duda
  West = -
2025-03-18 Kenya's army left Chad.
  Kenya's army = UGA MIL
EOF
    run 0 eval --actors "$work/actors.txt"
    says "$out" 'phrases'
    run 0 eval --actors "$work/actors.txt" --format tsv
    says "$out" 'actors.txt	phrases	80.00'
    says "$out" 'actors.txt	passages	50.00'
    says "$out" 'actors.txt	person	100.00'
    run 0 eval --actors "$work/actors.txt" --errors
    says "$out" "actors.txt:8: Kenya's army left Chad."
    says "$out" 'found KEN MIL'
    run 0 eval --actors "$work/actors.txt" --floor 80
    run 1 eval --actors "$work/actors.txt" --floor 81
    printf '2025-03-18 Kenya left.\n  Kenia = KEN\n' >"$work/bad.txt"
    run 1 eval --actors "$work/bad.txt"
    says "$err" 'bad.txt:2: not in the passage: "Kenia"'
    printf 'some day Kenya left.\n' >"$work/bad.txt"
    run 1 eval --actors "$work/bad.txt"
    says "$err" 'bad.txt:1: expected a day and a passage'
    run 2 eval --actors "$work/actors.txt" --floor many
}

case_eval_gold() {
    cat >"$work/gold.jsonl" <<'EOF'
{"id": "a", "published": "2024-03-05", "text": "Log in to go on reading.\nKenya's president met the Chadian foreign minister in Nairobi on Monday. Chad <thanked> Gabon.", "sentences": [[25, 97], [98, 119]], "events": [{"event": "CONSULT", "actor": ["KEN/GOV", "TCD/GOV"], "recipient": [], "trigger": [43, 46], "aux": [], "date": "2024-03-04"}, {"event": "REJECT", "actor": ["TCD"], "recipient": ["GAB"], "trigger": [104, 111]}]}
EOF
    run 0 eval "$work/gold.jsonl" --format tsv
    silent "$err"
    says "$out" 'gold.jsonl	type	right	1'
    says "$out" 'gold.jsonl	CONSULT	F1	'
    says "$out" 'gold.jsonl	agree	aux	'
    run 0 eval "$work/gold.jsonl" --errors --html "$work/gold.html"
    says "$out" 'a s1: Chad <thanked> Gabon.'
    says "$out" 'missed  REJECT TCD>GAB'
    says "$out" '^the commonest kinds of error, by dyads:$'
    says "$out" '^     1  missed: frames of other types only$'
    says "$out" '^     1  extra: SUPPORT$'
    says "$work/gold.html" 'missed: frames of other types only'
    says "$out" '"thanked"'
    says "$out" 'gold.coded'
    says "$work/gold.html" 'Chad &lt;thanked&gt; Gabon.'
    says "$work/gold.html" '</html>'
    # Records of another coder, in the shortest form; a perfect one and one of a report nobody knows.
    cat >"$work/records.jsonl" <<'EOF'
{"report": "a", "event": "CONSULT", "actor": ["TCD"], "recipient": ["KEN"], "trigger": [43, 46]}
{"report": "a", "event": "REJECT", "actor": ["TCD"], "recipient": ["GAB"], "trigger": [104, 111]}
{"report": "b", "event": "REJECT", "actor": ["TCD"], "recipient": ["GAB"], "trigger": [104, 111]}
EOF
    run 0 eval "$work/gold.jsonl" --records "$work/records.jsonl" --format tsv
    says "$out" 'gold.jsonl	dyad	F1	1.0000'
    says "$out" 'unknown reports	1'
    echo '{"report": "a", "event": "WAR"}' >>"$work/records.jsonl"
    run 1 eval "$work/gold.jsonl" --records "$work/records.jsonl"
    says "$err" 'records.jsonl:4: "event" is none of the event types'
    run 1 eval "$work/none.jsonl"
    run 1 eval "$work/gold.jsonl" --html "$work/none/gold.html"
    says "$err" 'cannot be written'
    run 2 eval --html "$work/gold.html"
    run 2 eval "$work/gold.jsonl" "$work/gold.jsonl"
}

case_unresolved_report() {
    printf 'Norwegian Finance Minister Ole Bakkestad met traders. Ole Bakkestad left. The Blue Heron Front attacked a bridge.\n' >"$work/a.txt"
    printf 'The Blue Heron Front threatened Poland on Monday.\n' >"$work/b.txt"
    run 0 code --quiet --unresolved-report "$work/names.txt" "$work/a.txt" "$work/b.txt"
    says "$work/names.txt" '^# 2 times in 2 reports'
    says "$work/names.txt" '^group Blue Heron Front$'
    says "$work/names.txt" '^  name Blue Heron Front$'
    says "$work/names.txt" '^person Ole Bakkestad$'
    # What is not known cannot be forgotten: the check asks for it.
    run 1 lexicon check --file "$work/names.txt"
    says "$out" '???'
    sed -i '/^person/,/^  name/d; s/^  code ??? ???/  code NOR REB/' "$work/names.txt"
    run 0 lexicon check --file --quiet "$work/names.txt"
    run 0 code --quiet --lexicon "$work/names.txt" --format jsonl "$work/b.txt"
    says "$out" '"NOR"'
    run 1 code --quiet --unresolved-report "$work/no/names.txt" "$work/a.txt"
    says "$err" 'cannot write'
}

case_lexicon() {
    # The lexicons that ship: nothing wrong, nothing doubtful.
    run 0 lexicon check --strict
    says "$out" 'countries, '
    says "$out" ' 0 doubts'
    printf 'role boss\n  kind office\n  word boss\n' >"$work/a.txt"
    printf 'person Ann\n  name Ann\n  office USA GOV 2001.. boss\n' >>"$work/a.txt"
    printf 'person Bob\n  name Bob\n  office USA GOV 2005.. boss\n  offices X\n' >"$work/b.txt"
    printf 'country USA United States\n  name United States\n' >"$work/c.txt"
    run 1 lexicon check "$work"
    says "$out" 'b.txt:4: unknown key "offices"'
    sed -i '/offices/d' "$work/b.txt"
    run 0 lexicon check "$work"
    says "$out" '^b.txt:3: overlap: Bob and Ann are both Boss, 2005-01-01..$'
    run 1 lexicon check --strict --quiet "$work"
    run 0 lexicon check --quiet --file "$work/b.txt"
    silent "$out"
    # Frames: one that another shadows, one that only looks so, and an entry that no sentence shows.
    cat >"$work/d.txt" <<'EOF'
[SUPPORT]
praise.v subj:actor obj:recipient=policy|law
  + The United States praised the law. => USA
[ACCUSE]
praise.v subj:actor obj:recipient=law
  + The United States praised the law. => USA
praise.v subj:actor obj:recipient=law|ruling
  + The United States praised the ruling. => USA
doubt|query.v subj:actor obj:recipient
  - Pupils doubted the rule.
EOF
    run 0 lexicon check --file "$work/d.txt"
    says "$out" '^d.txt:5: shadowed: praise.v \[ACCUSE\] never wins, \[SUPPORT\] comes before it (d.txt:2)$'
    says "$out" ' 5 frames, .* 1 doubts$'
    run 1 lexicon check --file --examples --strict --quiet "$work/d.txt"
    says "$out" '^d.txt:9: untried: doubt.v has no example of what it tells$'
    [ "$(wc -l <"$out")" -eq 2 ] || fail 'two doubts expected'
    run 3 lexicon check "$work/none"
    run 2 lexicon
    says "$err" 'check'
    run 2 lexicon burn
    says "$err" 'no task "burn"'
    for task in check test diff import; do
        run 0 lexicon "$task" --help
        silent "$err"
        says "$out" '--quiet'
        says "$out" '^Example'
    done
    run 2 lexicon check one two
    run 2 lexicon check --file
}

# tiny_data LINE...: a data folder with the model that ships, two countries, and frames of these lines.
tiny_data() {
    mkdir -p "$work/data/lexicon"
    [ -e "$work/data/model" ] || ln -s "$top/model" "$work/data/model"
    printf 'country %s\n  name %s\n' 'KEN Kenya' Kenya 'TCD Chad' Chad >"$work/data/lexicon/actors.txt"
    printf '%s\n' "$@" >"$work/data/lexicon/frames.txt"
}

# How sure a record must be: all of them, some, those of a wrong number.
case_min_confidence() {
    printf '%s\n' '{"id": "a", "published": "2025-03-18", "text": "Russian President Vladimir Putin met Chinese President Xi Jinping in Moscow on Tuesday. Some gangs attacked a village in Haiti."}' >"$work/r.jsonl"
    run 0 code --quiet --format jsonl "$work/r.jsonl"
    all=$(wc -l <"$out")
    [ "$all" -ge 2 ] || fail 'two records expected'
    says "$out" '"confidence": *[01][.][0-9][0-9],'
    sure=$(sed 's/.*"confidence": *\([0-9.]*\).*/\1/' "$out" | sort -n | tail -1)
    run 0 code --format jsonl --min-confidence "$sure" "$work/r.jsonl"
    [ "$(wc -l <"$out")" -lt "$all" ] || fail 'the less sure record is still there'
    [ "$(wc -l <"$out")" -ge 1 ] || fail 'the surest record is gone'
    says "$err" 'not sure enough'
    run 0 code --quiet --format jsonl --min-confidence 1 "$work/r.jsonl"
    for bad in 1.1 -0.2 half ''; do run 2 code --min-confidence "$bad" "$work/r.jsonl"; done
    says "$err" 'a number from 0 to 1'
}

case_examples() {
    tiny_data '[CONSULT:visit]' 'visit.v subj:actor obj:recipient!' '  + Kenya visited Chad. => KEN -> TCD' \
        '  - Kenya visited the museum.'
    run 0 lexicon test --data "$work/data"
    silent "$err"
    says "$out" '^2 examples, 0 failed$'
    # Each way of failing, with its line, what was expected and what was coded.
    cat >>"$work/data/lexicon/frames.txt" <<'EOF'
[ACCUSE]
blame.v subj:actor obj:recipient
  + Kenya blamed Chad. => TCD -> KEN
  + Kenya blamed Chad. => [ACCUSE] +future KEN -> TCD
  + Kenya blamed Chad. => [REJECT] KEN -> TCD
  - Kenya blamed Chad.
  + Kenya laughed. => KEN
EOF
    run 1 lexicon test --data "$work/data"
    says "$out" '^frames.txt:7: + Kenya blamed Chad.$'
    says "$out" '^    => TCD -> KEN$'
    says "$out" '^      ACCUSE, KEN → TCD'
    for line in 8 9 10 11; do says "$out" "^frames.txt:$line: "; done
    says "$out" '^7 examples, 5 failed$'
    run 1 lexicon test --data "$work/data" --quiet laughed
    says "$out" '^frames.txt:11: + Kenya laughed.$'
    [ "$(wc -l <"$out")" -eq 2 ] || fail 'more than the one example with that word'
    run 0 lexicon test --data "$work/data" museum
    says "$out" '^1 examples, 0 failed$'
    # An overlay brings examples of its own, and its entries are tried on those of the others.
    mkdir "$work/mine"
    printf '%s\n' '[AID]' 'feed.v subj:actor obj:recipient' '  + Kenya fed Chad. => KEN -> TCD' \
        '  + Kenya fed Chad. => TCD -> KEN' >"$work/mine/feed.txt"
    run 1 lexicon test --data "$work/data" --lexicon "$work/mine" --file "$work/mine"
    says "$out" '/mine/feed.txt:4: + Kenya fed Chad.$'
    says "$out" '^2 examples, 1 failed$'
    printf '%s\n' '[NONE]' 'visit.v subj! obj!' '  - Kenya visited Chad.' >"$work/mine/feed.txt"
    run 1 lexicon test --data "$work/data" --lexicon "$work/mine/feed.txt" visited
    says "$out" '^frames.txt:3: + Kenya visited Chad.$'
    says "$out" '^3 examples, 1 failed$'
    # What wins in no example: a word that none has, and a frame that another one comes before. What takes a word and
    # gives no record has won too.
    tiny_data '[CONSULT:visit]' 'visit.v subj:actor obj:recipient!' '  + Kenya visited Chad. => KEN -> TCD' \
        'visit.v obj:recipient' '  + Kenya visited Chad. => KEN -> TCD' 'tour|see.v subj:actor obj:recipient!' \
        '  + Kenya visited Chad. => KEN -> TCD' '[NONE]' 'leave.v' '  - Kenya left Chad.'
    run 0 lexicon test --data "$work/data" --unused
    says "$out" '^frames.txt:4: unused: visit.v wins in no example$'
    says "$out" '^frames.txt:6: unused: tour.v wins in no example$'
    says "$out" '^4 entries, 2 unused$'
    says "$out" '^4 examples, 0 failed$'
    run 0 lexicon test --data "$work/data" --unused --quiet --file frames.txt
    [ "$(wc -l <"$out")" -eq 2 ] || fail 'two entries should be unused'
    run 0 lexicon test --data "$work/data" --lexicon "$work/mine/feed.txt" --unused --file mine/
    says "$out" '^1 entries, 0 unused$'
    run 2 lexicon test --data "$work/data" --unused visited
    run 2 lexicon test --data "$work/data" --file nowhere.txt
    says "$err" 'no example in a file called nowhere.txt'
    run 2 lexicon test one two
    run 3 lexicon test --data "$work/none"
}

case_import() {
    cat >"$work/actors.txt" <<'EOF'
# Our own sample in the format of the Phoenix dictionaries.
<!-- a header -->
AMINA_WANJIRU_  # remark
+PRESIDENT_WANJIRU_
	[KENGOV 030315-130314]
	[KENELI]
LAKE_FREEDOM_ARMY_(LFA)_ [KENREB <19990101] ; remark
+ARMY_OF_THE_LAKE_
EOF
    printf '!WHO! = MAN, WOMAN\nFISHER!WHO! [~AGR]\nRIOT_POLICE {} [~COP]\n' >"$work/agents.txt"
    run 0 lexicon import --petrarch "$work/actors.txt" "$work/agents.txt"
    says "$out" "^# .*/actors.txt:3 - taken for a person"
    says "$out" '^  office KEN GOV 2003-03-15..2013-03-14 petrarch-office$'
    says "$out" '^  code KEN REB ..1998-12-31$'
    says "$out" '^  name Lake Freedom Army | LFA | Army of the Lake$'
    says "$out" '^  word fisherman | fisherwoman$'
    says "$err" '^4 entries: 4 carried over, 0 in part, 0 left out'
    # What is written is a lexicon without a mistake, and the same each time.
    cp "$out" "$work/once.txt"
    run 0 lexicon check --file --strict "$work/once.txt"
    run 0 lexicon import --petrarch --quiet -o "$work/twice.txt" "$work/actors.txt" "$work/agents.txt"
    silent "$out"
    silent "$err"
    same "$work/once.txt" "$work/twice.txt"
    # Beside the lexicons that ship it must have labels of its own.
    mkdir "$work/whole"
    cp -r "$top/lexicon" "$work/whole/lexicon"
    printf 'UNITED_NATIONS_ [IGOUNO]\n' >>"$work/actors.txt"
    run 0 lexicon import --petrarch --mark Lake -o "$work/whole/lexicon/actors/99.txt" "$work/actors.txt" "$work/agents.txt"
    run 0 lexicon check --quiet "$work/whole/lexicon"
    run 0 lexicon import --petrarch -o "$work/whole/lexicon/actors/99.txt" "$work/actors.txt"
    run 1 lexicon check --quiet "$work/whole/lexicon"
    says "$out" 'group "United Nations" was given before'
    # Losses: listed with their lines, counted, and the run goes on.
    printf 'MONK [~BUD]\nLAKE_BANK [KENBUS\nLAKE_INN [KENBUS]\n' >"$work/bad.txt"
    run 1 lexicon import --petrarch "$work/bad.txt"
    says "$out" '^group Lake Inn$'
    says "$err" 'bad.txt:1: MONK, left out: '
    says "$err" 'bad.txt:2: LAKE_BANK, left out: '
    says "$err" '^3 entries: 1 carried over, 0 in part, 2 left out'
    run 1 lexicon import --petrarch --quiet "$work/bad.txt"
    silent "$err"
    "$demarche" lexicon import --petrarch - <"$work/agents.txt" >"$out" 2>"$err" || fail 'reading - failed'
    says "$out" '^# -:2$'
    run 3 lexicon import --petrarch "$work/agents.txt" "$work/none.txt"
    silent "$out"
    says "$err" 'none.txt'
    run 3 lexicon import --petrarch "$work"
    run 3 lexicon import --petrarch -o "$work/none/out.txt" "$work/agents.txt"
    run 2 lexicon import "$work/agents.txt"
    run 2 lexicon import --petrarch
    run 2 lexicon import --petrarch --mark 'a|b' "$work/agents.txt"
}

case_lexicon_diff() {
    printf '%s\n' \
        '{"id": "a", "published": "2025-03-18", "text": "Jane Wanjiru condemned Poland. Germany visited France."}' \
        '{"id": "b", "published": "2025-03-18", "text": "Chad condemned Poland on Tuesday."}' >"$work/r.jsonl"
    printf 'person Jane Wanjiru\n  name Jane Wanjiru\n  home KEN GOV\n' >"$work/own.txt"
    printf '[ASSAULT] cameo=190\nvisit.v subj:actor! obj:recipient!\n  + Chad visited Mali. => TCD -> MLI\n' >>"$work/own.txt"
    run 0 lexicon diff - - --reports "$work/r.jsonl"
    [ "$(cat "$out")" = '0 of 2 reports differ' ] || fail 'a lexicon differs from itself'
    run 0 lexicon diff "$top/lexicon" - --reports "$samples"
    run 1 lexicon diff - "$work/own.txt" --reports "$work/r.jsonl"
    silent "$err"
    cp "$out" "$work/one"
    says "$out" '^a s0: Jane Wanjiru condemned Poland.$'
    says "$out" '^  added    ACCUSE.*, KEN GOV → POL'
    says "$out" '"condemned", frames/accuse.txt:[0-9]*$'
    says "$out" '^a s1: Germany visited France.$'
    says "$out" '^  altered  ASSAULT, DEU → FRA'
    says "$out" '"visited", frames/consult.txt:[0-9]* → .*/own.txt:5$'
    says "$out" '^ *event: CONSULT → ASSAULT$'
    says "$out" '^ *cameo: 042 → 190$'
    says "$out" '^ACCUSE  *1  *2  *1  *0  *0$'
    says "$out" '^CONSULT  *1  *0  *0  *0  *1$'
    says "$out" '^all  *2  *3  *1  *0  *1$'
    says "$out" '^altered in: event 1, '
    says "$out" '^1 of 2 reports differ$'
    # The other way round what was added is removed, and threads change no byte.
    run 1 lexicon diff "$work/own.txt" "$top/lexicon" --summary --reports "$work/r.jsonl"
    says "$out" '^all  *3  *2  *0  *1  *1$'
    ! grep -q 'Wanjiru' "$out" || fail 'records in a summary'
    for threads in 1 4; do
        run 1 lexicon diff - "$work/own.txt" --threads "$threads" --reports "$work/r.jsonl"
        same "$work/one" "$out"
    done
    run 1 lexicon diff - "$work/own.txt" --quiet --summary --reports "$work/r.jsonl"
    silent "$out"
    run 1 lexicon diff - "$work/own.txt" --format jsonl --reports "$work/r.jsonl"
    python3 - "$out" >"$work/said" 2>&1 <<'EOF' || fail "$(cat "$work/said")"
import json, sys
added, altered, totals = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert (added["change"], added["report"], added["sentence"], added["old"]) == ("added", "a", 0, None), added
assert added["new"]["event"] == "ACCUSE" and added["new"]["actor"][0]["code"] == "KEN", added["new"]
assert altered["old"]["event"] == "CONSULT" and altered["new"]["event"] == "ASSAULT", altered
assert altered["old"]["coder"]["lexicon"] != altered["new"]["coder"]["lexicon"], "one lexicon"
assert set(altered["fields"]) >= {"event", "cameo"} and "actor" not in altered["fields"], altered["fields"]
assert altered["new_frame"].endswith("own.txt:5"), altered["new_frame"]
assert totals["events"]["CONSULT"]["altered"] == 1 and totals["differing"] == 1, totals
EOF
    # Trouble is 2; what can be compared is.
    run 2 lexicon diff - "$work/own.txt" --reports "$work/none.jsonl" --reports "$work/r.jsonl"
    says "$out" '^1 of 2 reports differ$'
    says "$err" 'none.jsonl'
    run 2 lexicon diff - "$work/none.txt" --reports "$work/r.jsonl"
    says "$err" 'none.txt'
    run 2 lexicon diff - --reports "$work/r.jsonl"
    run 2 lexicon diff - -
    run 2 lexicon diff - - --format xml --reports "$work/r.jsonl"
    # Interrupted: the input never ends; what was found is told, with the totals.
    mkfifo "$work/pipe"
    "$demarche" lexicon diff - "$work/own.txt" --reports "$work/pipe" >"$out" 2>"$err" &
    differ=$!
    python3 "$top/bench/repeat.py" 1000000 "$work/r.jsonl" >"$work/pipe" 2>/dev/null &
    feeder=$!
    waited=0
    until [ "$(grep -c '^a-[0-9]* s0' "$out")" -ge 5 ] || [ "$waited" -ge 600 ]; do
        sleep 0.2
        waited=$((waited + 1))
    done
    kill -TERM "$differ" 2>/dev/null || fail 'the run ended by itself'
    got=0
    wait "$differ" || got=$?
    wait "$feeder" 2>/dev/null || true
    [ "$got" -eq 143 ] || fail "a stopped run ended with $got"
    tail -n 1 "$out" | grep -q '^[0-9]* of [0-9]* reports differ$' || fail 'no totals of a stopped run'
}

case_import_verbs() {
    cat >"$work/verbs.txt" <<'EOF'
# Our own sample in the format of the verb dictionaries of PETRARCH2.
&GEAR
+PUMP_
+TRACTOR {TRACTORS}

--- LAMPOON [111] ---
LAMPOON {LAMPOONS LAMPOONED}
- * RAID (AGAINST +) [1123]   # lampoon
- * {BORDER RAID} [1123]
--- OUTFIT [070] ---
OUTFIT
- * &GEAR (FOR +) [071]
- * HOPE [---]
~ a (b . LAMPOON) SAY = a b 112
EOF
    run 1 lexicon import --petrarch-verbs "$work/verbs.txt"
    cp "$out" "$work/frames.txt"
    says "$out" '^# .*/verbs.txt:8$'
    says "$out" '^\[ACCUSE:allege\] cameo=1123 context=military$'
    says "$out" '^lampoon.v subj:actor obj=raid against:recipient!$'
    says "$out" '^  + Kenya did lampoon the raid against Chad. => KEN -> TCD$'
    says "$out" '^list petrarch-gear = pump | tractor$'
    says "$err" 'verbs.txt:9: .*left out: RAID is the second word of a phrase'
    says "$err" 'verbs.txt:14: .*left out: events within events'
    says "$err" '^8 entries: 6 carried over, 0 in part, 2 left out, 0 said before$'
    says "$err" '^written: 5 frames, 1 lists$'
    says "$err" '^ *1 transformations of events$'
    # It is a lexicon without a mistake, by itself and over the one that ships; and the same each time.
    run 0 lexicon check --file --strict "$work/frames.txt"
    run 0 lexicon check --strict --lexicon "$work/frames.txt"
    run 1 lexicon import --petrarch-verbs --quiet -o "$work/twice.txt" "$work/verbs.txt"
    silent "$out"
    silent "$err"
    same "$work/frames.txt" "$work/twice.txt"
    # Reports are coded with it: by pattern, set, passive, and not where it says that there is no event.
    printf '%s\n' 'Kenya lampooned Chad on Monday.' 'Chad was lampooned by Kenya.' \
        'Kenya lampooned the raid against Chad.' 'Kenya outfitted tractors for Chad.' 'Kenya outfitted the hope of Chad.' |
        while read -r sentence; do
            printf '%s\n' "$sentence" >"$work/report.txt"
            "$demarche" code --quiet --lexicon "$work/frames.txt" --format jsonl "$work/report.txt" |
                python3 -c 'import json, sys
for r in map(json.loads, sys.stdin):
    print(r["cameo"], *[e["code"] for e in r["actor"] + r["recipient"]])'
        done >"$out" 2>"$err"
    printf '111 KEN TCD\n111 KEN TCD\n1123 KEN TCD\n071 KEN TCD\n' >"$work/expected"
    same "$work/expected" "$out"
    run 2 lexicon import --petrarch --petrarch-verbs "$work/verbs.txt"
    run 3 lexicon import --petrarch-verbs "$work/none.txt"
    run 0 lexicon import --petrarch-verbs /dev/null
    run 1 lexicon import --petrarch "$work/verbs.txt"
    says "$err" '--petrarch-verbs'
}

case_overlay() {
    # The example of docs/lexicon.md, taken from there.
    mkdir "$work/mine"
    sed -n '/^## Your own overlay/,$ { /^    # The new minister/,/^    list light/ s/^    //p }' "$top/docs/lexicon.md" >"$work/mine/kenya.txt"
    says "$work/mine/kenya.txt" '^person Jane Wanjiru'
    run 0 lexicon check --strict --lexicon "$work/mine"
    run 0 explain --lexicon "$work/mine" --date 2025-07-01 'Jane Wanjiru met the Harbour League in Kilindini Yard.'
    says "$out" '^Jane Wanjiru .*KEN GOV'
    says "$out" '^Harbour League .*KEN LAB'
    says "$out" 'in Kilindini Yard KEN'
    run 0 explain --lexicon "$work/mine" --date 2025-07-01 'The Kenyan foreign minister met Mr. Mudavadi. An aid convoy left.'
    says "$out" 'Mudavadi .*KEN ELI'
    ! grep -q 'aid convoy .*NGO' "$out" || fail 'a word of the replaced role is still there'

    printf 'Jane Wanjiru visited Beijing.\n' >"$work/report.txt"
    code_to "$work/without" "$work/report.txt"
    silent "$work/without"
    code_to "$work/with" --lexicon "$work/mine/kenya.txt" "$work/report.txt"
    says "$work/with" '"KEN"'
    code_to "$work/plain" "$samples/border-wall.txt"
    code_to "$work/over" --lexicon "$work/mine" "$samples/border-wall.txt"
    ! cmp -s "$work/plain" "$work/over" || fail 'the hash of the lexicon says nothing of the overlay'

    printf 'also person Nobody At All\n  name Nobody\n' >"$work/own.txt"
    run 3 code --lexicon "$work/mine" --lexicon "$work/own.txt" "$work/report.txt"
    says "$err" 'own.txt:1: there is no person "Nobody At All" to add to'
    run 1 lexicon check --lexicon "$work/own.txt"
    says "$out" 'own.txt:1: there is no person'
    run 3 explain --lexicon "$work/none" 'Kenya left.'
    says "$err" 'none: cannot read'
    run 2 lexicon check --lexicon "$work/mine" --file "$work/own.txt"
}

: >"$out"
: >"$err"
"case_$name"

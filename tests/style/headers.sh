#!/bin/sh
# Each header compiles alone under stricter flags than ours; the public one also as C++.
# headers.sh TOP
set -u
cd "$1" || exit 1
bad=0
flags=$(pkg-config --cflags smartcols jansson icu-uc libarchive nettle sqlite3 libxml-2.0 libcurl libexttextcat)
alone() { # alone COMPILER STANDARD HEADER
    compiler=$1 standard=$2 header=$3
    # shellcheck disable=SC2086 # word lists
    # Twice: a header that is included again must be silent.
    printf '#include "%s"\n#include "%s"\ntypedef int dem_not_empty;\n' "$header" "$header" |
        $compiler $flags "$standard" -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I src -I include - || {
        printf '%s does not compile alone with %s %s\n' "$header" "$compiler" "$standard"
        bad=1
    }
}
for header in $(find src -name '*.h' | sort); do
    alone 'gcc -x c' -std=c17 "${header#src/}"
done
alone 'gcc -x c' -std=c17 demarche.h
alone 'gcc -x c' -std=c99 demarche.h
alone 'g++ -x c++' -std=c++11 demarche.h
exit "$bad"

#!/bin/sh
# What ./dev lint runs: every checker over the whole tree, then one verdict. Run from the top folder after
# Meson has configured build/.
set -eu
bad=0
step() {
    printf '== %s\n' "$1"
    shift
    "$@" || {
        bad=1
        printf '   found something\n'
    }
}

# File lists are safe to split: no name in the tree has a blank.
sources=$(find src include tests bench -name '*.[ch]' | sort)
units=$(find src -name '*.c' | sort)
scripts="dev .ci/run $(find tools tests bench -name '*.sh' | sort)"

# shellcheck disable=SC2086
{
    step 'layers' python3 tools/layers.py src
    step 'banned functions' python3 tools/banned.py src
    step 'shellcheck' shellcheck $scripts
    step 'clang-format' clang-format --dry-run --Werror --ferror-limit=1 $sources
    # Suppressed: readdirCalled recommends readdir_r, which glibc has deprecated; internalAstError is
    # cppcheck giving up on a slice literal within ?:, not a finding; invalidFunctionArg refuses mmap's own
    # -1; uninitvar takes a buffer that is handed on to be filled for one that is read (clang-tidy looks
    # for the real ones).
    step 'cppcheck' cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
        --inline-suppr --suppress=missingIncludeSystem --suppress=readdirCalled \
        --suppress=internalAstError --suppress=invalidFunctionArg --suppress=uninitvar --library=posix -I src -I include $units
    step 'clang-tidy' run-clang-tidy -quiet -p build $units
}
[ "$bad" -eq 0 ] || exit 1
echo 'lint: nothing found'

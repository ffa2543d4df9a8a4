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

# Only what has changed since the last commit: tables laid out by hand stay as they are.
layout() {
    command -v git >/dev/null 2>&1 && git rev-parse HEAD >/dev/null 2>&1 || return 0
    said=$(git clang-format --diff --quiet --extensions c,h HEAD -- src include tests bench)
    [ -z "$said" ] || [ "$said" = 'no modified files to format' ] ||
        [ "$said" = 'clang-format did not modify any files' ] || {
        printf '%s\n' "$said"
        return 1
    }
}

# File lists are safe to split: no name in the tree has a blank.
units=$(find src -name '*.c' | sort)
scripts="dev .ci/run $(find tools tests bench -name '*.sh' | sort)"

# shellcheck disable=SC2086
{
    step 'layers' python3 tools/layers.py src
    step 'banned functions' python3 tools/banned.py src
    step 'shellcheck' shellcheck $scripts
    step 'layout of changed lines' layout
    # Suppressed: readdirCalled recommends readdir_r, which glibc has deprecated; internalAstError is
    # cppcheck giving up on a slice literal within ?:, not a finding; invalidFunctionArg refuses mmap's own
    # -1; uninitvar takes a buffer that is handed on to be filled for one that is read (clang-tidy looks
    # for the real ones).
    step 'cppcheck' cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
        --inline-suppr --suppress=missingIncludeSystem --suppress=readdirCalled \
        --suppress=internalAstError --suppress=invalidFunctionArg --suppress=uninitvar \
        --library=posix -I src -I include $units
    step 'clang-tidy' run-clang-tidy -quiet -p build $units
}
[ "$bad" -eq 0 ] || exit 1
echo 'lint: nothing found'

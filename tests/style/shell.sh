#!/bin/sh
# Runs the linter for shell over every script; skipped where that is not installed. shell.sh TOP
set -eu
cd "$1"
command -v shellcheck >/dev/null 2>&1 || {
    echo 'shellcheck is not installed'
    exit 77
}
# shellcheck disable=SC2046 # no name in the tree has a blank
shellcheck dev .ci/run $(find tools tests bench -name '*.sh')

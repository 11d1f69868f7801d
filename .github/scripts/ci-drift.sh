#!/usr/bin/env bash
# Reports what a pull request means for callers: annotations in the log, and the report as the job summary and for the job
# that comments. `npm run ci:drift -- main` prints the same locally. Drift never fails it: a pull request may be meant to
# adopt a breaking change, and its reviewers decide.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/lib.sh

# CI checks out the merge of the pull request into its base, so the first parent is the current base.
base="$(git rev-parse --verify --quiet --short=12 "${1:-HEAD^1}^{commit}")" || fail "There is no commit ${1:-HEAD^1} to compare with."
snapshot="$(setting snapshot)"

if ! git cat-file -e "$base:$snapshot" 2>/dev/null; then
  echo "The base has no $snapshot yet, so there is no drift to report." | summary
  exit
fi

drift "$base" "$snapshot" github
report="$(drift "$base" "$snapshot" markdown)"
summary <<<"$report"
level="$(drift "$base" "$snapshot" json | level)"
output level "$level"
output report "$(pack <<<"$report")"

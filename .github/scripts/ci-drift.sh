#!/usr/bin/env bash
# What a pull request means for callers: annotations in the log, the report as summary and for the job that comments.
# `npm run ci:drift -- main` shows the same here. It never fails over drift: taking in a breaking change is often what
# the pull request is for, and what it means is for its reviewers to judge.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/lib.sh

# CI checks out the merge of the pull request into its base, so the first parent is the base as it is now.
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

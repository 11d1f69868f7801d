#!/usr/bin/env bash
# The reading half of the scheduled workflow: downloads the document, generates the client, and passes the changes on as a
# patch. It writes to spec/ and generated/, and stages the changes.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/lib.sh

# Passes the configured source on the command line, so that the run fails if upstream cannot be reached.
source="$(setting source)"
node generator/run.mjs generate --source "$source"

git add --all -- spec generated
if git diff --cached --quiet -- spec generated; then
  echo "Upstream equals the committed snapshot." | summary
  output changed false
  exit
fi

snapshot="$(setting snapshot)"
report="$(drift HEAD "$snapshot" markdown)"
summary <<<"$report"
level="$(drift HEAD "$snapshot" json | level)"
patch="$(git diff --cached --binary --full-index --no-renames --no-color --no-ext-diff -- spec generated | pack)"

# The next job reads the patch from its environment. Linux limits a variable to 128 KiB, so the patch is split. GitHub
# limits the outputs of a job to 1 MB, counted at two bytes per character, so there are four parts.
part=100000
[ "${#patch}" -le $((4 * part)) ] ||
  fail "The packed patch has ${#patch} bytes, more than the limit of $((4 * part)). Run npm run generate locally and commit the result."
for index in 0 1 2 3; do output "patch$index" "${patch:index*part:part}"; done
output report "$(pack <<<"$report")"
output level "$level"
output changed true

#!/usr/bin/env bash
# The reading half of the scheduled workflow: pulls the document, generates, and hands over what changed as a patch.
# It writes to spec/ and generated/, and stages that.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/lib.sh

# The configured address, but given on the command line: so the run fails when upstream is away.
source="$(setting source)"
node generator/run.mjs generate --source "$source"

git add --all -- spec generated
if git diff --cached --quiet -- spec generated; then
  echo "Upstream is what is committed." | summary
  output changed false
  exit
fi

snapshot="$(setting snapshot)"
report="$(drift HEAD "$snapshot" markdown)"
summary <<<"$report"
level="$(drift HEAD "$snapshot" json | level)"
patch="$(git diff --cached --binary --full-index --no-renames --no-color --no-ext-diff -- spec generated | pack)"

# The next job reads the patch from its environment, where Linux allows 128 KiB to a variable: hence the parts. All
# outputs of a job together may have 1 MB, counted at two bytes a character: hence four of them.
part=100000
[ "${#patch}" -le $((4 * part)) ] ||
  fail "The patch has ${#patch} bytes packed, and $((4 * part)) can be handed over. Run npm run generate yourself, and commit the result."
for index in 0 1 2 3; do output "patch$index" "${patch:index*part:part}"; done
output report "$(pack <<<"$report")"
output level "$level"
output changed true

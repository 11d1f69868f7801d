# shellcheck shell=bash
# What the scripts share. A text goes from one job to the next as an output, packed: one line of ASCII, which no log
# and no shell can misread.

# The branch that the scheduled workflow keeps, and nobody else.
branch=spec-drift

fail() {
  echo "::error::$1" >&2
  exit 1
}

output() {
  printf '%s=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:-/dev/null}"
}

summary() {
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat >>"$GITHUB_STEP_SUMMARY"; else cat; fi
}

pack() {
  gzip -9n | base64 | tr -d '\n'
}

# Unpacks standard input into a file, up to a limit, for a small packed text can hold a huge one.
unpack() {
  { base64 -d | gzip -d | head -c 10000000 >"$1"; } && [ "$(wc -c <"$1")" -lt 10000000 ] ||
    fail "$2 that the job before made does not unpack, or is too large."
}

# A choice of generator/config.ts, so that it is made in one place only.
setting() {
  tsx -e "import { defaults } from './generator/config.ts'; console.log(defaults.$1);"
}

# The pull requests (open or closed) from our branch: number and tip. A fork may have a branch of the same name.
pulls() {
  gh api --method GET --paginate "repos/$GITHUB_REPOSITORY/pulls" -f state="$1" -f base="$GITHUB_REF_NAME" \
    -f head="${GITHUB_REPOSITORY%%/*}:$branch" -f per_page=100 \
    --jq '.[] | select(.head.repo.full_name == env.GITHUB_REPOSITORY) | "\(.number) \(.head.sha)"'
}

# shellcheck shell=bash
# Functions that the scripts share. Texts are passed between jobs as outputs, packed into one line of ASCII, which neither
# logs nor shells misread.

# The branch that belongs to the scheduled workflow.
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

# Unpacks standard input into a file, up to a limit, because a small packed text may expand to a huge one.
unpack() {
  if ! base64 -d | gzip -d | head -c 10000000 >"$1" || [ "$(wc -c <"$1")" -ge 10000000 ]; then
    fail "$2 that the job before made does not unpack, or is too large."
  fi
}

# Prints a setting of generator/config/config.ts, which is the only place that defines it.
setting() {
  { esbuild --bundle --global-name=config generator/config/config.ts && echo "console.log(config.defaults.$1)"; } | node
}

# Prints the drift from commit $1 to the snapshot $2 in format $3. npm is not used, because starting it takes as long as
# the report.
drift() {
  node generator/run.mjs drift --base "git:$1" --head "$2" --fail-on never --format "$3"
}

# Prints the level of the report on standard input, which is JSON.
level() {
  node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).level'
}

# The pull requests (open or closed) from our branch: number and tip. A fork may have a branch of the same name.
pulls() {
  gh api --method GET --paginate "repos/$GITHUB_REPOSITORY/pulls" -f state="$1" -f base="$GITHUB_REF_NAME" \
    -f head="${GITHUB_REPOSITORY%%/*}:$branch" -f per_page=100 \
    --jq '.[] | select(.head.repo.full_name == env.GITHUB_REPOSITORY) | "\(.number) \(.head.sha)"'
}

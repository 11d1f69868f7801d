#!/usr/bin/env bash
# The writing half of the scheduled workflow: commits the patch of pull.sh to our branch, and keeps one pull request for
# it. It has a token with write access, so only git processes the patch: it is not even written to the working tree.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/lib.sh

if [ "$CHANGED" != true ]; then exec bash .github/scripts/retire.sh; fi

case "$LEVEL" in
  breaking) color=b60205 ;;
  risky) color=d93f0b ;;
  additive) color=0e8a16 ;;
  docs) color=0075ca ;;
  none) color=cfd3d7 ;;
  *) fail "Unknown level." ;;
esac
label="drift: $LEVEL"
title="Follow the API's document ($LEVEL)"
email="41898282+github-actions[bot]@users.noreply.github.com"
repository="repos/$GITHUB_REPOSITORY"

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
unpack "$tmp/report.md" "The report" <<<"$REPORT"
unpack "$tmp/patch" "The patch" <<<"$PATCH_0$PATCH_1$PATCH_2$PATCH_3"

git apply --cached --whitespace=nowarn "$tmp/patch" || fail "The patch does not apply."
# Accepts ordinary files only, added, changed or removed, in one of the two folders, with a name that the generator uses.
git diff --cached --raw --no-renames -z >"$tmp/files"
while IFS= read -r -d '' modes && IFS= read -r -d '' path; do
  printf -v shown %q "$path" # quoted on one line
  [[ "$modes" =~ ^:(000000|100644)\ (000000|100644)\  ]] || fail "The patch makes $shown something other than a file."
  [[ "$path" =~ ^(spec|generated)/([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.(ts|json|md)$ ]] ||
    fail "The patch touches $shown, which is not a generated file."
done <"$tmp/files"
tree="$(git write-tree)"

open="$(pulls open)"
number="${open%% *}"
tip=""
if [ -n "$(git ls-remote origin "refs/heads/$branch")" ]; then
  git fetch --quiet --depth=1 origin "refs/heads/$branch"
  tip="$(git rev-parse FETCH_HEAD)"
fi
folders() {
  git rev-parse "$1:spec" "$1:generated" 2>/dev/null
}

if [ -n "$tip" ] && [ "$(folders "$tip")" = "$(folders "$tree")" ]; then
  # The branch already has this change. If its pull request was closed, the change was declined and is not proposed again
  # every day. A different change is proposed again.
  closed="$(pulls closed)"
  if [ -z "$number" ] && [[ "$closed" == *" $tip"* ]]; then
    echo "::notice::This change was proposed before, and its pull request was closed. Delete the branch $branch to have it proposed again."
    exit
  fi
  output pushed false
else
  # The lease protects the commit that was fetched, and that commit must be ours.
  if [ -n "$number" ] && [ "$(git log -1 --format=%ae "$tip")" != "$email" ]; then
    fail "The API has changed again, but $branch has commits of other authors. Merge or close pull request $number, then run this again."
  fi
  git -c user.name="github-actions[bot]" -c user.email="$email" commit --quiet --message "$title"
  git push --quiet --force-with-lease="refs/heads/$branch:$tip" origin "HEAD:refs/heads/$branch"
  output pushed true
fi

if [ -n "$number" ]; then
  gh api --method PATCH "$repository/pulls/$number" -f title="$title" -F body=@"$tmp/report.md" --silent
else
  number="$(gh api --method POST "$repository/pulls" -f title="$title" -f head="$branch" -f base="$GITHUB_REF_NAME" \
    -F body=@"$tmp/report.md" --jq .number)" ||
    fail "No pull request was opened. Allow GitHub Actions to create pull requests in Settings > Actions > General."
fi

# Sets exactly one of our labels. Labels that people added are kept.
known="$(gh api --paginate "$repository/labels?per_page=100" --jq '.[].name')"
grep -Fixq "$label" <<<"$known" ||
  gh api --method POST "$repository/labels" -f name="$label" -f color="$color" \
    -f description="The meaning of an API change for callers" --silent
labels="$(gh api "$repository/issues/$number/labels?per_page=100" --jq '.[].name')"
grep -Fixq "$label" <<<"$labels" ||
  gh api --method POST "$repository/issues/$number/labels" -f "labels[]=$label" --silent
for other in breaking risky additive docs none; do
  if [ "$other" != "$LEVEL" ] && grep -Fixq "drift: $other" <<<"$labels"; then
    gh api --method DELETE "$repository/issues/$number/labels/drift%3A%20$other" --silent
  fi
done
echo "Pull request $number has the change ($label)."

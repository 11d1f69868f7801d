#!/usr/bin/env bash
# Upstream equals main, so an open pull request of ours is outdated: merging it would move the client away from the API, and
# the next run would propose to revert it. It is closed with the reason. The branch is deleted, so that the same change is
# proposed again if it returns, instead of counting as declined.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/lib.sh

open="$(pulls open)"
number="${open%% *}"
if [ -z "$number" ]; then
  echo "There is no pull request to close."
  exit
fi
repository="repos/$GITHUB_REPOSITORY"
gh api --method POST "$repository/issues/$number/comments" --silent \
  -f body="The API's document is again what \`$GITHUB_REF_NAME\` has, so there is nothing left to merge here."
gh api --method PATCH "$repository/pulls/$number" -f state=closed --silent
gh api --method DELETE "$repository/git/refs/heads/$branch" --silent
echo "Pull request $number is closed."

#!/bin/sh
# Bring the newest course from where it was cloned from: make update calls it. It adds nothing of its
# own to the history, throws nothing away, and does not touch my/.
set -eu
cd "$(dirname "$0")/.."
# What git says is read below.
export LC_ALL=C

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

command -v git >/dev/null || fail \
    "git is not installed, so nothing was fetched. Install it from https://git-scm.com, then: make update"
# A folder without .git may lie inside another repository.
[ -e .git ] || fail \
    "This folder was not made by git clone, so nothing can be fetched. Clone the course anew, and copy your folder my into it."
reason=$(git rev-parse --verify HEAD 2>&1) || fail \
    "git cannot read this folder, so nothing was fetched. git says: $(echo "$reason" | paste -s -d ' ' -)"
upstream=$(git rev-parse --abbrev-ref '@{upstream}' 2>/dev/null) || fail \
    "git does not know where newer versions of this branch come from, so nothing was fetched. Tell it: git switch main && git branch --set-upstream-to=origin/main, then: make update"
reason=$(git fetch --quiet 2>&1) || fail \
    "The newest course could not be fetched; yours works as before. Is there a network? Try later: make update. git says: $(echo "$reason" | grep . | head -n 1)"
git merge-base --is-ancestor '@{upstream}' HEAD && { echo "You have the newest course."; exit 0; }
git merge-base --is-ancestor HEAD '@{upstream}' || fail \
    "You have commits that $upstream has not, so nothing was changed. Bring both together, then: make update. For example: git pull --rebase"
reason=$(git merge --ff-only --quiet '@{upstream}' 2>&1) || {
    # git indents the names of files that it would have to write over.
    files=$(echo "$reason" | sed -n 's/^	//p' | paste -s -d ' ' -)
    fail "Files of the course were changed here, so nothing was changed: ${files:-$reason}. Put your changes aside, then try again: git stash --include-untracked && make update. git stash pop brings them back."
}
echo "The course is now that of $(git log -1 --format=%cs)."

"""Make the branch ``cleared``, which Colab opens: the lessons without outputs. ``make cleared``.

It is one commit, made from the last commit of the branch that is checked out. Only git's store of
objects is written to: no file of the checkout changes, and nothing is sent anywhere.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.notebooks import ROOT, clear, read, write

BRANCH = "cleared"
# As they are: what links in lessons lead to, and the licence.
KEPT = ("images", "GLOSSARY.md", "LICENSE")
README = """\
# Neural networks from zero: the lessons without outputs

This branch is what the badges for Colab open. It is made from the branch `main` at each change, by
`make cleared`, and replaced as a whole: please change nothing here.
"""


def git(root, *command, content=b"", environment=None):
    """Run git and return the bytes that it prints."""
    answer = subprocess.run(
        ["git", *command], cwd=root, input=content, env=environment, capture_output=True, check=True
    )
    return answer.stdout


def ask(root, *command, **options):
    """Run git and return the text that it prints."""
    return git(root, *command, **options).decode().strip()


def cleared(content):
    """Return the bytes of a lesson without what a run left in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lesson.ipynb"
        path.write_bytes(content)
        lesson = read(path)
        clear(lesson)
        write(lesson, path)
        return path.read_bytes()


def tree(root):
    """Store the tree of the branch, and return its name."""

    def blob(content):
        return ask(root, "hash-object", "-w", "--stdin", content=content)

    def folder(entries):
        return ask(root, "mktree", content="\n".join(entries).encode())

    lessons = []
    for name in ask(root, "ls-tree", "--name-only", "HEAD:notebooks").splitlines():
        if name.endswith(".ipynb"):
            lesson = cleared(git(root, "cat-file", "blob", f"HEAD:notebooks/{name}"))
            lessons.append(f"100644 blob {blob(lesson)}\t{name}")
    entries = ask(root, "ls-tree", "HEAD", *KEPT).splitlines()
    entries.append(f"040000 tree {folder(lessons)}\tnotebooks")
    entries.append(f"100644 blob {blob(README.encode())}\tREADME.md")
    return folder(entries)


def renew(root=ROOT):
    """Make the branch, or renew it, and return whether there was something to do."""
    new = tree(root)
    if ask(root, "for-each-ref", "--format=%(tree)", f"refs/heads/{BRANCH}") == new:
        return False
    # Who made the last commit made this one, so that git need not know who calls.
    shown = ask(root, "log", "-1", "--format=%an%n%ae%n%cI%n%h")
    name, address, date, commit = shown.splitlines()
    made_by = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", address), ("DATE", date))
    }
    message = f"The lessons without outputs, as of {commit}"
    made = ask(root, "commit-tree", new, "-m", message, environment=os.environ | made_by)
    # Unlike update-ref, this refuses to move a branch that is checked out somewhere.
    ask(root, "branch", "--no-track", "--force", BRANCH, made)
    return True


def main():
    try:
        state = "made anew" if renew() else "as it was"
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode().strip()
        sys.exit(f"The branch {BRANCH} could not be made. git says: {reason}")
    print(f"The branch {BRANCH} is {state}.")


if __name__ == "__main__":
    main()

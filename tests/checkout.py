"""The course as git holds it, in a repository of its own, to be cloned and changed by tests."""

import os
import shutil
import subprocess

from tools.notebooks import ROOT

# Whatever the settings of git on this machine are, and whichever make has called the tests.
OF_MAKE = ("MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS")
ENVIRONMENT = {name: text for name, text in os.environ.items() if name not in OF_MAKE} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_NAME": "An author" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "author@example.org" for role in ("AUTHOR", "COMMITTER")},
}


def run(folder, *command, **options):
    """Run a command in a folder; its code, output and errors come back as they are."""
    options = {"env": ENVIRONMENT, "capture_output": True, "text": True} | options
    return subprocess.run(command, cwd=folder, **options)


def git(folder, *command):
    answer = run(folder, "git", *command)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def commit(folder):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A change")


def make(folder):
    """Make a repository with one commit: the files that git knows, or will know, as they are now."""
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in names.split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)

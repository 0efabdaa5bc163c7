"""The commands: those that pages name exist, and the lists of them agree."""

import re

import pytest

from tools import links
from tools.notebooks import ROOT


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


PHONY = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", text("Makefile"), re.MULTILINE)[1]
COMMANDS = set(PHONY.replace("\\\n", " ").split())
STEPS = re.findall(r"(?m)^step ([\w-]+)", text(".ci/run"))
NOT_CALLED_BY_HAND = {"help", "setup", "my", "environments", "pages"}


def test_make_lists_every_command():
    shown = re.findall(r'@echo "make ([\w-]+)', text("Makefile"))
    assert sorted(shown) == sorted(COMMANDS - NOT_CALLED_BY_HAND)


@pytest.mark.parametrize("path", links.pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_a_page_names_exists(path):
    found = re.findall(r"(?m)(?:`|^)make ([a-z][a-z-]*)", path.read_text(encoding="utf-8"))
    assert set(found) <= COMMANDS


def test_contributing_says_what_ci_runs_in_its_order():
    """There make offline is what it is: make test, with the network cut off."""
    said = re.findall(r"(?m)^\| `make ([\w-]+)`", text("CONTRIBUTING.md"))
    assert ["offline" if command == "test" else command for command in said] == STEPS


def test_every_place_of_the_readme_is_run_for_every_change_or_every_week():
    places = re.findall(r"(?m)\| `make ([\w-]+)` \|$", text("README.md"))
    assert len(places) >= 6
    weekly = text(".github/workflows/weekly.yml")
    weekly = weekly.replace('nox --session "matrix-', "make test-matrix")
    for place in places:
        assert place in STEPS or f"make {place}" in weekly, place

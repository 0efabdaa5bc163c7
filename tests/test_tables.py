"""What is made is as its sources say, and what is made wrongly is noticed."""

import pytest

from helpers import check
from tools import tables
from tools.notebooks import ROOT, lessons


@pytest.mark.parametrize("path", tables.pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_is_as_its_sources_say(path):
    assert path.exists() and path.read_text(encoding="utf-8") == tables.pages()[path], (
        "Run: make tables. Then look at what has changed."
    )


def test_there_is_no_page_of_mistakes_without_its_lesson():
    assert {path.stem for path in tables.MISTAKES.iterdir()} == {path.stem for path in lessons()}


@pytest.mark.parametrize("exercise", check.exercises().values(), ids=lambda e: e.number)
def test_messages_that_are_exchanged_are_noticed(exercise, monkeypatch):
    """The stored page ties each message to its name and to an answer that must get it."""
    (path,) = (p for p in lessons() if p.stem.startswith(exercise.number.split(".")[0].zfill(2)))
    page = (tables.MISTAKES / f"{path.stem}.md").read_text(encoding="utf-8")
    known = exercise.known
    for what in ("message", "name", "answers"):
        rotated = [getattr(mistake, what) for mistake in [*known[1:], known[0]]]
        exchanged = [
            type(mistake)(**{**vars(mistake), what: other})
            for mistake, other in zip(known, rotated, strict=True)
        ]
        monkeypatch.setitem(vars(exercise), "known", exchanged)
        assert tables.page_of_mistakes(path) != page
    monkeypatch.setitem(vars(exercise), "known", known)
    assert tables.page_of_mistakes(path) == page

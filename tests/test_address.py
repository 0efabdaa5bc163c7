import pytest

from tools import address
from tools.notebooks import COURSE_PICTURE, course_picture, lessons, read

MOVED = "https://github.com/somebody/else"


def test_badges_and_bootstrap_cells_point_to_the_repository():
    faults = address.check()
    assert not faults, "\n".join(faults)


def test_readme_shows_the_stored_figure():
    picture = course_picture()
    assert picture, "Tag the cell of one figure readme-picture, then: make notebooks"
    assert COURSE_PICTURE.read_bytes() == picture, "images/course.png is old. Run: make notebooks"


@pytest.fixture
def moved(monkeypatch):
    monkeypatch.setattr(address, "repository", lambda: MOVED)


def test_check_finds_every_place_with_another_address(moved):
    faults = "\n".join(address.check())
    for path in lessons():
        assert f"{path.name}, first cell: must hold this Colab badge" in faults
        assert f"{path.name}, first cell: must hold this Binder badge" in faults
        assert f"{path.name}, second cell" in faults
        assert address.badge("Colab", path.name, MOVED, "images") in faults


def test_all_places_are_renewed_after_a_move(moved, monkeypatch, tmp_path):
    """All places follow a new address, and a lesson that was renamed points to itself again."""
    readme = tmp_path / "README.md"
    readme.write_bytes(address.README.read_bytes())
    copies = []
    for path in lessons():
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        copies.append(copy)
    monkeypatch.setattr(address, "README", readme)
    monkeypatch.setattr(address, "lessons", lambda: copies)
    address.main()
    assert address.check() == []
    assert "OWNER" not in readme.read_text(encoding="utf-8")

    renamed = copies[0].rename(tmp_path / "99_renamed.ipynb")
    notebook = read(renamed)
    address.link_lesson(notebook, renamed.name, MOVED)
    assert notebook.cells[0].source.count("99_renamed.ipynb") == 2

import pytest

from tools import address, cleared, my
from tools.notebooks import COURSE_PICTURE, course_picture, lessons, read

MOVED = "https://github.com/somebody/else"


def test_badges_and_bootstrap_cells_point_to_the_repository():
    faults = address.check()
    assert not faults, "\n".join(faults)


def test_readme_shows_the_stored_figure():
    picture = course_picture()
    assert picture, "Tag the cell of one figure readme-picture, then: make notebooks"
    assert COURSE_PICTURE.read_bytes() == picture, "images/course.png is old. Run: make notebooks"


def test_badges_open_lessons_without_outputs():
    colab, binder = (address.badge(site, "01_name.ipynb", MOVED) for site in ("Colab", "Binder"))
    place = f"github/somebody/else/blob/{cleared.BRANCH}/notebooks/01_name.ipynb"
    assert colab.endswith(f"(https://colab.research.google.com/{place})")
    place = f"gh/somebody/else/main?urlpath=lab/tree/{my.FOLDER}/01_name.ipynb"
    assert binder.endswith(f"(https://mybinder.org/v2/{place})")


def test_check_finds_every_place_with_another_address(monkeypatch):
    monkeypatch.setattr(address, "repository", lambda: MOVED)
    faults = "\n".join(address.check())
    assert "README.md: a badge or git clone has another address" in faults
    for path in lessons():
        assert f"{path.name}, first cell: must hold this Colab badge" in faults
        assert f"{path.name}, first cell: must hold this Binder badge" in faults
        assert f"{path.name}, second cell" in faults


@pytest.mark.parametrize(
    "remote",
    [
        MOVED,
        f"{MOVED}.git",
        f"{MOVED}/",
        "https://token@github.com/somebody/else.git",
        "git@github.com:somebody/else.git",
        "ssh://git@github.com/somebody/else",
    ],
)
def test_a_remote_on_github_becomes_a_link(remote):
    assert address.link_of(remote) == MOVED


@pytest.mark.parametrize(
    "remote", ["/srv/course", "https://example.org/a/b", "git@example.org:a/b"]
)
def test_a_remote_elsewhere_is_refused_with_what_to_do(remote):
    with pytest.raises(ValueError, match=f"origin is {remote}, but .* git remote set-url origin"):
        address.link_of(remote)


@pytest.fixture
def copy(monkeypatch, tmp_path):
    """All places of the address, in another folder."""
    copies = [tmp_path / path.name for path in (*lessons(), address.README, address.PROJECT)]
    for path, original in zip(copies, (*lessons(), address.README, address.PROJECT), strict=True):
        path.write_bytes(original.read_bytes())
    monkeypatch.setattr(address, "README", tmp_path / "README.md")
    monkeypatch.setattr(address, "PROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(address, "lessons", lambda: sorted(tmp_path.glob("*.ipynb")))
    return tmp_path


def test_all_places_follow_the_remote(copy, monkeypatch, capsys):
    """And a lesson that was renamed points to itself again."""
    monkeypatch.setattr(address, "origin", lambda: "git@github.com:somebody/else.git")
    address.main()
    assert capsys.readouterr().out == f"All badges and lessons point to {MOVED}\n"
    assert address.repository() == MOVED
    assert address.check() == []
    for path in copy.iterdir():
        assert address.PLACEHOLDER not in path.read_text(encoding="utf-8")

    renamed = address.lessons()[0].rename(copy / "99_renamed.ipynb")
    notebook = read(renamed)
    address.link_lesson(notebook, renamed.name, MOVED)
    assert notebook.cells[0].source.count("99_renamed.ipynb") == 2


def test_without_a_remote_the_address_stays(copy, monkeypatch, capsys):
    address.renew(MOVED)
    monkeypatch.setattr(address, "origin", lambda: "")
    address.main()
    assert MOVED in capsys.readouterr().out


def test_no_success_is_reported_while_the_placeholder_stands(copy, monkeypatch):
    address.renew(f"https://github.com/{address.PLACEHOLDER}/course")
    monkeypatch.setattr(address, "origin", lambda: "")
    with pytest.raises(SystemExit, match="(?s)leads nowhere.*git remote add origin"):
        address.main()

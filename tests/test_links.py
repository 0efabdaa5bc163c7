import functools
import http.server
import threading

import pytest
import requests

from tools import links, targets
from tools.notebooks import COURSE_PICTURE, ROOT, course_picture, lessons, read

MOVED = "https://github.com/somebody/else"


def test_badges_and_bootstrap_cells_point_to_the_repository():
    faults = links.check()
    assert not faults, "\n".join(faults)


def test_readme_shows_the_stored_figure():
    picture = course_picture()
    assert picture, "Tag the cell of one figure readme-picture, then: make notebooks"
    assert COURSE_PICTURE.read_bytes() == picture, "images/course.png is old. Run: make notebooks"


@pytest.fixture
def moved(monkeypatch):
    monkeypatch.setattr(links, "repository", lambda: MOVED)


def test_check_finds_every_place_with_another_address(moved):
    faults = "\n".join(links.check())
    for path in lessons():
        assert f"{path.name}, first cell: must hold this Colab badge" in faults
        assert f"{path.name}, first cell: must hold this Binder badge" in faults
        assert f"{path.name}, second cell" in faults
        assert links.badge("Colab", path.name, MOVED, "images") in faults


def test_links_are_renewed_after_a_move(moved, monkeypatch, tmp_path):
    """All places follow a new address, and a lesson that was renamed points to itself again."""
    readme = tmp_path / "README.md"
    readme.write_bytes(links.README.read_bytes())
    copies = []
    for path in lessons():
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        copies.append(copy)
    monkeypatch.setattr(links, "README", readme)
    monkeypatch.setattr(links, "lessons", lambda: copies)
    links.main()
    assert links.check() == []
    assert "OWNER" not in readme.read_text(encoding="utf-8")

    renamed = copies[0].rename(tmp_path / "99_renamed.ipynb")
    notebook = read(renamed)
    links.link_lesson(notebook, renamed.name, MOVED)
    assert notebook.cells[0].source.count("99_renamed.ipynb") == 2


@pytest.mark.parametrize("path", targets.pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(path):
    inside = [target for target in targets.Page(path).targets if not targets.is_outside(target)]
    faults = [fault for target in inside if (fault := targets.dead_end(path, target))]
    assert not faults, "\n".join(faults)


def test_the_pages_are_those_that_readers_see():
    pages = targets.pages()
    assert {*lessons(), links.README, ROOT / "data" / "README.md"} <= set(pages)
    assert len(targets.Page(links.README).targets) > 20


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("data/README.md#is-my-copy-the-right-one", ""),
        ("#the-lessons", ""),
        ("notebooks", ""),
        ("data/README.md#no-such-part", "has no heading or id 'no-such-part'"),
        ("#no-such-part", "has no heading or id"),
        ("notebooks/99_missing.ipynb", "leads nowhere"),
        ("../elsewhere", "leads nowhere"),
        ("../", "leads out of the project"),
    ],
)
def test_a_dead_end_is_found_and_named(target, fault):
    found = targets.dead_end(links.README, target)
    assert (fault in found) if fault else found == ""


def test_links_are_found_in_every_spelling(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# A *first* `code` heading: 2 + 2\n\n[text](one) ![picture](two.png) [named][n] "
        "<https://a.org>\n\n| a |\n|---|\n| [cell](four) |\n\n<details><a href='five'></a>"
        "\n\n[inside](six)\n\n</details>\n\n`[code](no)`\n\n[n]: three\n",
        encoding="utf-8",
    )
    found = targets.Page(page)
    assert sorted(found.targets) == sorted(
        ["one", "two.png", "three", "https://a.org", "four", "five", "six"]
    )
    assert found.anchors == {"a-first-code-heading-2--2"}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def test_an_address_on_the_web_that_does_not_answer_is_reported_with_the_reason(tmp_path):
    (tmp_path / "here").touch()
    handler = functools.partial(QuietHandler, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"http://127.0.0.1:{server.server_port}"
        with requests.Session() as session:
            assert targets.silent(f"{address}/here", session) == ""
            assert targets.silent(f"{address}/gone", session).startswith("404")
        server.shutdown()
    with requests.Session() as session:
        assert "refused" in targets.silent(f"{address}/here", session)

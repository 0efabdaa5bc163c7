"""The branch that Colab opens: made with real git, in a clone."""

import pytest

from tests import checkout
from tools import cleared, links
from tools.my import clear
from tools.notebooks import read, write


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cleared") / "course"
    checkout.make(folder)
    # Neither what is not yet committed nor what is only staged gets into the branch.
    (folder / "GLOSSARY.md").write_text("changed", encoding="utf-8")
    (folder / "images" / "new.png").touch()
    checkout.git(folder, "add", "images/new.png")
    return folder


def state(course):
    """All of a checkout that the branch must leave as it is."""
    files = [path for path in course.rglob("*") if path.is_file() and ".git" not in path.parts]
    times = {path: path.stat().st_mtime_ns for path in files}
    return (
        times,
        checkout.git(course, "status", "--porcelain"),
        (course / ".git/index").read_bytes(),
    )


@pytest.fixture(scope="module")
def branch(course, tmp_path_factory):
    """The files of the branch."""
    before = state(course)
    assert cleared.renew(course)
    assert state(course) == before
    folder = tmp_path_factory.mktemp("branch") / "branch"
    checkout.git(course, "worktree", "add", "--quiet", "--detach", str(folder), cleared.BRANCH)
    return folder


def test_the_branch_holds_the_lessons_and_what_they_need(course, branch):
    kept = ("notebooks", *cleared.KEPT)
    wanted = checkout.git(course, "ls-tree", "-r", "--name-only", "HEAD", *kept).splitlines()
    found = checkout.git(branch, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert sorted(found) == sorted([*wanted, "README.md"])
    for name in cleared.KEPT:
        assert checkout.git(course, "diff", "HEAD", cleared.BRANCH, "--", name) == ""
    assert "change nothing here" in (branch / "README.md").read_text(encoding="utf-8")


def test_its_lessons_have_no_outputs_and_all_else(course, branch):
    names = [path.name for path in sorted((branch / "notebooks").iterdir())]
    assert names == [path.name for path in sorted((course / "notebooks").iterdir())]
    for name in names:
        lesson, whole = read(branch / "notebooks" / name), read(course / "notebooks" / name)
        assert any(cell.get("outputs") for cell in whole.cells)
        assert not any(c.get("outputs") or c.get("execution_count") for c in lesson.cells)
        clear(whole)
        assert lesson == whole


def test_its_links_lead_somewhere(branch):
    for page in [branch / "README.md", branch / "GLOSSARY.md", *(branch / "notebooks").iterdir()]:
        inside = [t for t in links.Page(page).targets if not links.is_outside(t)]
        assert inside or page.name == "README.md"
        faults = [fault for t in inside if (fault := links.dead_end(page, t, branch))]
        assert not faults, "\n".join(faults)


def test_it_is_one_commit_and_changes_only_with_what_is_in_it(course, branch):
    def commits():
        return checkout.git(course, "rev-list", cleared.BRANCH).split()

    (first,) = commits()
    assert not cleared.renew(course)
    (course / "README.md").write_text("changed", encoding="utf-8")
    checkout.git(course, "commit", "--quiet", "--message", "Not in the branch", "README.md")
    assert not cleared.renew(course) and commits() == [first]

    path = next((course / "notebooks").iterdir())
    lesson = read(path)
    lesson.cells[0].source += "\n\nMore."
    write(lesson, path)
    checkout.git(course, "commit", "--quiet", "--message", "In the branch", str(path))
    assert cleared.renew(course)
    (second,) = commits()
    assert second != first and "More." in checkout.git(
        course, "show", f"{second}:notebooks/{path.name}"
    )


def test_a_branch_that_is_checked_out_is_not_moved(tmp_path, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "LICENSE").touch()
    checkout.git(tmp_path, "init", "--quiet", f"--initial-branch={cleared.BRANCH}")
    (tmp_path / "notebooks" / "README").touch()
    checkout.commit(tmp_path)
    monkeypatch.setattr(cleared.renew, "__defaults__", (tmp_path,))
    with pytest.raises(SystemExit, match="could not be made. git says: .*cleared"):
        cleared.main()

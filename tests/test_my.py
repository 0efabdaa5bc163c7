"""The copies of a learner: how they are laid and renewed, and that nothing written is lost."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from nbformat import v4

from tests import checkout
from tools import links, my
from tools.lesson import code_cells
from tools.notebooks import MEASURES, METADATA, lessons, read, write

NAME = "01_a_lesson.ipynb"
# make, sh and git as on Linux and macOS; the README has other commands for Windows.
with_make = pytest.mark.skipif(os.name == "nt", reason="Windows has no make")


def lesson(*texts):
    """Return a lesson as it is stored: run, and with a remark on its outputs."""
    outputs = [v4.new_output("stream", text="1\n")]
    code = v4.new_code_cell("print(1)", id="code", outputs=outputs, execution_count=1)
    code.metadata = {"tags": [MEASURES], "measured": "0123"}
    cells = [v4.new_markdown_cell(text, id=f"text-{at}") for at, text in enumerate(texts)]
    return v4.new_notebook(cells=[*cells, code], metadata=METADATA)


@pytest.fixture
def course(tmp_path):
    """A course of two small lessons, of which copies are laid."""
    (tmp_path / "notebooks").mkdir()
    for name in (NAME, "02_another.ipynb"):
        write(lesson("# One?", "Two."), tmp_path / "notebooks" / name)
    my.lay(tmp_path)
    return tmp_path


def change_lesson(course, *texts):
    write(lesson(*texts), course / "notebooks" / NAME)


def contents(folder):
    """All that is in a folder: names, bytes, and when each file was last written to."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def beside(course):
    return sorted(course.glob(f"my/{Path(NAME).stem}_new_*.ipynb"))


def edited(change):
    """Make an edit of a file from one of the notebook in it."""

    def edit(path):
        notebook = read(path)
        change(notebook)
        write(notebook, path)

    return edit


def sources(notebook):
    return [cell.source for cell in notebook.cells]


def test_a_copy_has_no_outputs_and_what_speaks_of_them_is_left_out(course):
    copy = read(course / "my" / NAME)
    assert sources(copy) == ["# One?", "Two.", "print(1)"]
    code = copy.cells[-1]
    assert code.outputs == [] and code.execution_count is None
    assert code.metadata == {"tags": [MEASURES]}


@pytest.mark.parametrize("text", ["mine", None])
def test_what_is_there_is_never_written_to_and_what_is_gone_is_laid(course, capsys, text):
    """Whether somebody wrote it or not, and although there is a newer version."""
    if text:
        (course / "my" / NAME).write_text(text, encoding="utf-8")
    change_lesson(course, "# One?", "Two.", "Three.")
    before = contents(course / "my")
    (course / "my" / "02_another.ipynb").unlink()
    capsys.readouterr()
    my.lay(course)
    assert capsys.readouterr().out.splitlines() == [
        "my/02_another.ipynb is new.",
        "1 of your lessons in my/ stay as they are.",
    ]
    assert contents(course / "my")[course / "my" / NAME] == before[course / "my" / NAME]
    assert (course / "my" / "02_another.ipynb").exists() and not beside(course)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for everybody")
def test_a_link_that_leads_nowhere_stays(course):
    copy = course / "my" / NAME
    copy.unlink()
    copy.symlink_to("elsewhere")
    my.lay(course)
    my.lay(course, update=True)
    assert os.readlink(copy) == "elsewhere"


def as_jupyterlab_saves(notebook):
    notebook.metadata["language_info"] = {"name": "python", "version": "3.13"}
    notebook.cells[0].metadata["collapsed"] = True


def run_and_cleared(notebook):
    notebook.cells[-1].metadata["execution"] = {"iopub.execute_input": "now"}
    notebook.cells[-1].execution_count = None


@pytest.mark.parametrize(
    "edit", [lambda path: None, edited(as_jupyterlab_saves), edited(run_and_cleared)]
)
def test_an_untouched_copy_of_an_older_version_is_renewed(course, edit, capsys):
    edit(course / "my" / NAME)
    change_lesson(course, "# One?", "Two.", "Three.")
    capsys.readouterr()
    my.lay(course, update=True)
    said, rest = capsys.readouterr().out.splitlines()
    assert said == f"my/{NAME} is renewed: you had changed nothing in it."
    assert rest == "1 of your lessons in my/ stay as they are."
    assert sources(read(course / "my" / NAME))[2] == "Three." and not beside(course)
    before = contents(course / "my")
    my.lay(course, update=True)
    assert contents(course / "my") == before


def run_only(notebook):
    code_cells(notebook)[-1].outputs = [v4.new_output("stream", text="1\n")]


def exchanged(notebook):
    notebook.cells[:2] = notebook.cells[1::-1]


TOUCHED = {
    "an answer": edited(lambda notebook: notebook.cells[-1].update(source="print(2)")),
    "a remark": edited(lambda notebook: notebook.cells.append(v4.new_markdown_cell("Oh."))),
    "a cell less": edited(lambda notebook: notebook.cells.pop()),
    "another order": edited(exchanged),
    "another type": edited(lambda notebook: notebook.cells[0].update(cell_type="raw")),
    "only run": edited(run_only),
    "broken": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "empty": lambda path: path.write_bytes(b""),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "a list": lambda path: path.write_text("[1]", encoding="utf-8"),
    "no cells": lambda path: path.write_text('{"cells": [1]}', encoding="utf-8"),
    "nothing is remembered": lambda path: (path.parent / my.MADE_FROM).unlink(),
    "memory of another kind": lambda path: (path.parent / my.MADE_FROM).write_text("[]"),
    "broken memory": lambda path: (path.parent / my.MADE_FROM).write_text('{"01'),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_a_touched_copy_stays_and_the_new_version_is_laid_beside_it_once(course, touch, capsys):
    copy = course / "my" / NAME
    touch(copy)
    before = contents(course / "my")[copy]
    change_lesson(course, "# One?", "Two.", "Three.")
    capsys.readouterr()
    my.lay(course, update=True)
    (new,) = beside(course)
    said, rest = capsys.readouterr().out.splitlines()
    assert said == f"my/{new.name} is the new version of {NAME}, which stays as you left it."
    assert rest == "1 of your lessons in my/ stay as they are."
    assert contents(course / "my")[copy] == before
    assert sources(read(new)) == ["# One?", "Two.", "Three.", "print(1)"]
    assert read(new).cells[-1].outputs == []

    TOUCHED["an answer"](new)
    after = contents(course / "my")
    my.lay(course, update=True)
    assert contents(course / "my") == after
    assert capsys.readouterr().out == "2 of your lessons in my/ stay as they are.\n"


def test_a_second_new_version_of_a_day_gets_a_name_of_its_own(course):
    TOUCHED["an answer"](course / "my" / NAME)
    change_lesson(course, "Three.")
    my.lay(course, update=True)
    before = contents(course / "my")
    change_lesson(course, "Four.")
    my.lay(course, update=True)
    first, second = beside(course)
    assert {first.stem, second.stem} == {first.stem, f"{first.stem}_2"}
    after = contents(course / "my")
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {second, course / "my" / my.MADE_FROM}


def test_a_new_version_that_was_laid_is_known_by_its_text_when_nothing_is_remembered(course):
    TOUCHED["an answer"](course / "my" / NAME)
    change_lesson(course, "Three.")
    my.lay(course, update=True)
    (course / "my" / my.MADE_FROM).unlink()
    before = contents(course / "my")
    my.lay(course, update=True)
    assert contents(course / "my") == before


def test_the_copy_of_a_lesson_that_is_renamed_or_gone_stays(course):
    before = contents(course / "my")
    (course / "notebooks" / NAME).rename(course / "notebooks" / "01_renamed.ipynb")
    (course / "notebooks" / "02_another.ipynb").unlink()
    my.lay(course, update=True)
    after = contents(course / "my")
    changed = {path.name for path in after if before.get(path) != after[path]}
    assert changed == {"01_renamed.ipynb", my.MADE_FROM} and set(before) <= set(after)


def test_copies_that_were_laid_before_an_interruption_are_remembered(course, monkeypatch):
    shutil.rmtree(course / "my")

    def interrupted(line):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        my.lay(course, say=interrupted)
    change_lesson(course, "Three.")
    my.lay(course, update=True)
    assert not beside(course) and sources(read(course / "my" / NAME))[0] == "Three."


def test_a_folder_that_cannot_be_made_is_reported(course, monkeypatch):
    shutil.rmtree(course / "my")
    (course / "my").write_text("a file")
    monkeypatch.setattr(my.lay, "__defaults__", (course, False, print))
    monkeypatch.setattr(sys, "argv", ["my"])
    with pytest.raises(SystemExit, match="my/ could not be written: .*my"):
        my.main()


# With git: an author's repository, and a learner's clone of it.


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The course in a repository. Its set-up says that it was called, and does nothing."""
    folder = tmp_path_factory.mktemp("published") / "course"
    checkout.make(folder)
    (folder / "tools" / "setup.sh").write_text("echo set up\n")
    checkout.commit(folder)
    return folder


@pytest.fixture
def clone(published, tmp_path):
    checkout.git(tmp_path, "clone", "--quiet", "--bare", str(published), "upstream")
    checkout.git(tmp_path, "clone", "--quiet", "upstream", "the course")
    return tmp_path / "the course"


def publish(clone, change):
    """Let an author change the course."""
    author = clone.parent / "author"
    checkout.git(clone.parent, "clone", "--quiet", "upstream", str(author))
    change(author)
    checkout.commit(author)
    checkout.git(author, "push", "--quiet")
    shutil.rmtree(author)


@pytest.fixture
def written(clone):
    """Something in the folder my of a clone."""
    (clone / "my").mkdir()
    (clone / "my" / lessons()[0].name).write_text("mine")
    return clone / "my"


def make(clone, target):
    return checkout.run(clone, "make", target, f"PYTHON_IN_VENV={sys.executable}")


def longer(path):
    edited(lambda notebook: notebook.cells.append(v4.new_markdown_cell("More.", id="more")))(path)


def test_the_copies_of_the_course_are_whole_and_git_does_not_see_them(clone):
    said = checkout.run(clone, sys.executable, "-m", "tools.my")
    assert said.stdout.splitlines() == [f"my/{path.name} is new." for path in lessons()]
    for path in lessons():
        copy = clone / "my" / path.name
        whole = read(clone / "notebooks" / path.name)
        assert sources(read(copy)) == sources(whole)
        assert not any(c.get("outputs") or c.get("execution_count") for c in read(copy).cells)
        inside = [t for t in links.Page(copy).targets if not links.is_outside(t)]
        assert inside and not list(filter(None, (links.dead_end(copy, t, clone) for t in inside)))
        for touch in ("an answer", "only run", "a remark"):
            TOUCHED[touch](copy)
    assert checkout.git(clone, "status", "--porcelain") == ""


@with_make
def test_make_update_brings_the_course_and_keeps_what_was_written(clone):
    my.lay(clone, say=list)
    untouched, answered, run, broken, same, gone, missing = (
        clone / "my" / path.name for path in lessons()
    )
    TOUCHED["an answer"](answered)
    TOUCHED["only run"](run)
    TOUCHED["broken"](broken)
    TOUCHED["an answer"](gone)
    missing.unlink()
    before = contents(clone / "my")

    def change(author):
        for copy in (untouched, answered, run, broken):
            longer(author / "notebooks" / copy.name)
        (author / "notebooks" / gone.name).rename(author / "notebooks" / "06_renamed.ipynb")
        makefile = (author / "Makefile").read_text(encoding="utf-8")
        makefile = makefile.replace("my: setup\n", "my: setup\n\t@echo by the new Makefile\n")
        (author / "Makefile").write_text(makefile, encoding="utf-8")

    publish(clone, change)
    said = make(clone, "update")
    assert said.returncode == 0, said.stderr
    course, set_up, new_makefile, *lines = said.stdout.splitlines()
    assert course.startswith("The course is now that of ")
    assert (set_up, new_makefile) == ("set up", "by the new Makefile")
    assert len(lines) == 7 and lines[-1] == "1 of your lessons in my/ stay as they are."

    after = contents(clone / "my")
    for copy in (answered, run, broken, same, gone):
        assert after[copy] == before[copy], copy.name
        new = list(copy.parent.glob(f"{copy.stem}_new_*"))
        assert len(new) == (copy in (answered, run, broken))
        assert all(read(path).cells[-1].source == "More." for path in new)
    assert read(untouched).cells[-1].source == "More."
    assert missing.exists() and (clone / "my" / "06_renamed.ipynb").exists()
    assert len(after) == len(before) + 5
    assert checkout.git(clone, "status", "--porcelain") == ""

    # A second time.
    said = checkout.run(clone, "sh", "tools/update.sh")
    assert (said.returncode, said.stdout) == (0, "You have the newest course.\n")
    my.lay(clone, update=True)
    assert contents(clone / "my") == after


def no_git_folder(clone):
    shutil.rmtree(clone / ".git")
    # Not the folder of the course: one around it.
    checkout.git(clone.parent, "init", "--quiet")


def no_branch(clone):
    checkout.git(clone, "switch", "--quiet", "--detach")


def no_upstream(clone):
    checkout.git(clone, "branch", "--unset-upstream")


def no_network(clone):
    (clone.parent / "upstream").rename(clone.parent / "gone")


def broken_git(clone):
    (clone / ".git" / "HEAD").write_text("oh")


def own_commit(clone):
    (clone / "LICENSE").write_text("mine")
    checkout.commit(clone)


def local_change(clone):
    path = clone / "notebooks" / lessons()[0].name
    TOUCHED["an answer"](path)


def local_file(clone):
    (clone / "more.md").write_text("mine")


STANDS_IN_THE_WAY = "Files of the course were changed here, so nothing was changed: {}. Put your"
FAULTS = [
    (no_git_folder, "This folder was not made by git clone"),
    (no_branch, "git does not know where newer versions"),
    (no_upstream, "git branch --set-upstream-to=origin/main, then: make update"),
    (no_network, "The newest course could not be fetched; yours works as before."),
    (broken_git, "git cannot read this folder"),
    (own_commit, "You have commits that origin/main has not"),
    (local_change, STANDS_IN_THE_WAY.format(f"notebooks/{lessons()[0].name}")),
    (local_file, STANDS_IN_THE_WAY.format("more.md")),
]


@with_make
@pytest.mark.parametrize(("fault", "message"), FAULTS, ids=[f.__name__ for f, _ in FAULTS])
def test_make_update_says_in_one_line_what_is_in_its_way(clone, written, fault, message):
    def change(author):
        longer(author / "notebooks" / lessons()[0].name)
        (author / "more.md").write_text("theirs")

    publish(clone, change)
    fault(clone)
    before = contents(clone / "notebooks") | contents(written)
    said = make(clone, "update")
    line, by_make = said.stderr.splitlines()
    assert message in line and by_make.startswith("make")
    assert said.returncode != 0 and said.stdout == ""
    assert contents(clone / "notebooks") | contents(written) == before

    if "git stash" in line:  # what it says does help
        checkout.git(clone, "stash", "--include-untracked")
        assert checkout.run(clone, "sh", "tools/update.sh").returncode == 0


@with_make
def test_make_update_without_git_says_so(clone):
    programs = clone.parent / "programs"
    programs.mkdir()
    (programs / "dirname").symlink_to(shutil.which("dirname"))
    environment = checkout.ENVIRONMENT | {"PATH": str(programs)}
    said = checkout.run(clone, shutil.which("sh"), "tools/update.sh", env=environment)
    assert said.returncode == 1 and said.stderr.startswith("git is not installed")
    assert len(said.stderr.splitlines()) == 1


@with_make
def test_changes_that_are_in_nobody_s_way_stay(clone):
    local_change(clone)
    before = contents(clone / "notebooks")
    publish(clone, lambda author: (author / "more.md").write_text("theirs"))
    assert checkout.run(clone, "sh", "tools/update.sh").returncode == 0
    assert (clone / "more.md").exists() and contents(clone / "notebooks") == before


@with_make
def test_make_clean_leaves_all_that_is_in_my(clone, written):
    for folder in ("my", "notebooks"):
        (clone / folder / ".ipynb_checkpoints").mkdir()
        (clone / folder / ".ipynb_checkpoints" / "saved.ipynb").write_text("{}")
    before = contents(written)
    assert make(clone, "clean").returncode == 0
    assert contents(written) == before
    assert not (clone / "notebooks" / ".ipynb_checkpoints").exists()

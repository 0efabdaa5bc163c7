"""Each lesson on its own with Colab's versions: one notebook in an empty folder, no checkout.

``make colab`` makes the environment and names its Python in ``COLAB_PYTHON``.
"""

import os
import subprocess

import pytest

from tools.address import BOOTSTRAP, repository
from tools.notebooks import NotebookError, compared, lessons, read, run, text_of

PACKAGE = "neural-networks-from-zero"
NO_PACKAGE = "No module named 'helpers'"


@pytest.fixture(scope="module")
def python():
    return os.environ.get("COLAB_PYTHON") or pytest.fail(
        "COLAB_PYTHON must name the Python of an environment with tests/environments/colab.txt. "
        "This makes one and runs these tests: make colab"
    )


@pytest.fixture
def colab(tmp_path):
    """What makes the bootstrap cell take this place for Colab."""
    (tmp_path / "site" / "google" / "colab").mkdir(parents=True)
    return {
        "arguments": ["--IPKernelApp.exec_lines=import google.colab"],
        "PYTHONPATH": str(tmp_path / "site"),
        # Nothing but our package may be missing, and nothing of Colab's may be replaced.
        "PIP_NO_INDEX": "1",
        # Old packages beside new ones warn each other. That concerns their developers.
        "PYTHONWARNINGS": "",
    }


@pytest.fixture
def folder(tmp_path, python):
    """An empty folder in which there is no package of the course."""
    folder = tmp_path / "content"
    folder.mkdir()
    subprocess.run(
        [python, "-m", "pip", "uninstall", "--quiet", "--yes", PACKAGE],
        check=True,
        capture_output=True,
    )
    found = subprocess.run(
        [python, "-c", "import helpers"], cwd=folder, capture_output=True, text=True
    )
    assert NO_PACKAGE in found.stderr
    return folder


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_a_lesson_alone_fetches_the_package_and_shows_the_stored_texts(
    path, python, colab, folder, wheel
):
    stored, notebook = read(path), read(path)
    address = f"git+{repository()}"
    assert notebook.cells[1].source == BOOTSTRAP.format(address=repository())
    notebook.cells[1].source = notebook.cells[1].source.replace(address, str(wheel))
    run(notebook, folder / path.name, python=python, **colab)
    # The second cell, which fetches the package, prints what pip says.
    del stored.cells[:2], notebook.cells[:2]
    for before, after in compared(stored, notebook):
        assert text_of(after) == text_of(before), before.source
    assert not list(folder.iterdir())


def test_elsewhere_the_bootstrap_cell_does_nothing(python, colab, folder):
    """So the run above has the package from there, and from nowhere else."""
    notebook = read(lessons()[0])
    notebook.cells = notebook.cells[:3]
    with pytest.raises(NotebookError, match=NO_PACKAGE):
        run(notebook, folder / "lesson.ipynb", python=python, **(colab | {"arguments": []}))

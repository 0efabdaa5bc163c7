"""What no kernel that stores or checks outputs allows."""

import matplotlib.pyplot as plt
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tools.kernel_rules import small_texts
from tools.notebooks import ROOT, NotebookError, run


@pytest.fixture(autouse=True)
def every_figure_is_closed():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


def figure_with(text, size, width=8, **options):
    figure = plt.figure(figsize=(width, 3))
    figure.text(0.5, 0.5, text, fontsize=size, **options)
    return figure


@pytest.mark.parametrize(("width", "smallest"), [(8, 12), (16, 24), (4, 6)])
def test_text_is_too_small_below_12_points_at_8_inches(width, smallest):
    message = small_texts(figure_with("so small", smallest - 0.5, width))
    assert f"'so small' has {smallest - 0.5} points" in message
    assert f"{width} inches wide it needs {smallest}.0" in message
    assert small_texts(figure_with("so small", smallest, width)) == ""


@pytest.mark.parametrize("method", ["set_title", "set_xlabel"])
def test_text_of_the_axes_can_be_too_small(method):
    figure, ax = plt.subplots()
    getattr(ax, method)("so small", fontsize=8)
    assert "'so small' has 8.0 points" in small_texts(figure)


def test_hidden_and_empty_texts_may_be_small():
    assert small_texts(figure_with(" ", 8)) == ""
    assert small_texts(figure_with("hidden", 8, visible=False)) == ""


def ran(*lines):
    run(new_notebook(cells=[new_code_cell("\n".join(lines))]), ROOT / "no_notebook.ipynb")


@pytest.mark.parametrize(
    "shrink", ["ax.tick_params(labelsize=8)", "ax.set_title('so small', fontsize=8)"]
)
def test_a_figure_with_text_that_is_too_small_is_not_stored(shrink):
    with pytest.raises(NotebookError, match="has 8.0 points"):
        ran("import matplotlib.pyplot as plt", "fig, ax = plt.subplots()", shrink, "plt.show()")


def test_a_lesson_that_reaches_out_is_not_stored_even_if_it_catches_the_error():
    with pytest.raises(NotebookError, match="without a network.*example.org"):
        ran(
            "import urllib.request",
            "try:",
            "    urllib.request.urlopen('http://example.org')",
            "except Exception:",
            "    pass",
        )

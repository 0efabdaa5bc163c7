"""What the drawing helpers promise about every figure of the course."""

import base64
import io
from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from IPython.utils.capture import capture_output
from matplotlib.colors import to_rgb
from matplotlib.patches import FancyArrowPatch
from PIL import Image
from pytest import approx
from traitlets.config import Config

from helpers import plots

COLOURS = {
    name: value
    for name, value in vars(plots).items()
    if isinstance(value, str) and value.startswith("#")
}
ROLES = {
    name: value for name, value in vars(plots).items() if isinstance(value, dict) and name.isupper()
}


@pytest.fixture(autouse=True)
def course_style():
    plt.switch_backend("Agg")
    with plt.rc_context():
        plots.use_style()
        yield
    plt.close("all")


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """What displays figures as a notebook does; outside of one, IPython prints their names."""
    shell = InteractiveShell.instance(
        config=Config({"HistoryManager": {"enabled": False}}),
        ipython_dir=str(tmp_path_factory.mktemp("ipython")),
    )
    select_figure_formats(shell, {"png"})
    yield shell
    shell.restore_sys_module_state()
    InteractiveShell.clear_instance()


def some_figure(**options):
    figure, ax = plt.subplots(**options)
    ax.plot([1, 2, 3], [2, 1, 3], label="a line")
    return figure, ax


def picture(png):
    return Image.open(io.BytesIO(base64.b64decode(png)))


def shown(figure, description="Line plot. It falls, then rises."):
    """What a notebook gets when a figure is shown: the text, the pictures, their metadata."""
    with capture_output() as captured:
        plots.show(figure, description)
    return SimpleNamespace(
        text=captured.stdout,
        pictures=[picture(output.data["image/png"]) for output in captured.outputs],
        metadata=[output.metadata for output in captured.outputs],
    )


# Colours


def contrast_on_white(colour):
    """The contrast ratio of the Web Content Accessibility Guidelines 2.2."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in to_rgb(colour)
    ]
    return 1.05 / (np.dot([0.2126, 0.7152, 0.0722], linear) + 0.05)


def test_the_contrast_of_black_is_21_and_that_of_white_is_1():
    assert contrast_on_white("black") == approx(21)
    assert contrast_on_white("white") == approx(1)


@pytest.mark.parametrize("name", COLOURS)
def test_each_colour_has_a_contrast_of_3_to_1_on_white(name):
    assert contrast_on_white(COLOURS[name]) >= 3


@pytest.mark.parametrize("name", ROLES)
def test_each_role_has_a_colour_of_the_course(name):
    assert ROLES[name]["color"] in COLOURS.values()


def test_no_two_roles_look_the_same():
    looks = [
        tuple(style.get(key) for key in ("color", "marker", "linestyle", "edgecolor"))
        for style in ROLES.values()
    ]
    assert len(set(looks)) == len(looks) >= 7


def test_lines_of_one_figure_differ_in_colour_and_in_line_style():
    cycle = plt.rcParams["axes.prop_cycle"].by_key()
    assert set(cycle["color"]) <= set(COLOURS.values())
    assert len(set(cycle["color"])) == len(set(cycle["linestyle"])) == len(cycle["color"])


# Showing a figure


@pytest.mark.parametrize("description", ["", " \n ", None, 7])
def test_a_figure_without_a_description_is_refused(description):
    figure, _ = some_figure()
    with pytest.raises(ValueError, match="has no description. Say in words what it shows"):
        plots.show(figure, description)


@pytest.mark.parametrize(("choose", "kind"), [(1, "Axes"), (slice(None), "tuple")])
def test_what_is_not_a_figure_is_refused_with_what_it_is(choose, kind):
    with pytest.raises(TypeError, match=f"needs a figure, but was given a {kind}.*Pass the first"):
        plots.show(some_figure()[choose], "A line.")


@pytest.mark.parametrize(("width", "smallest"), [(8, 12), (16, 24), (4, 6)])
def test_text_is_refused_below_12_points_at_8_inches(notebook, width, smallest):
    figure, ax = some_figure(figsize=(width, 3))
    ax.set(xticks=[], yticks=[])
    text = figure.text(0.5, 0.5, "so small", fontsize=smallest - 0.5)
    expected = rf"'so small' has {smallest - 0.5} points; .*{width} inches wide it needs {smallest}"
    with pytest.raises(ValueError, match=expected):
        plots.show(figure, "A text.")
    text.set_fontsize(smallest)
    assert shown(figure).pictures


@pytest.mark.parametrize("method", ["set_title", "set_xlabel"])
def test_small_text_of_the_axes_is_refused(method):
    figure, ax = some_figure()
    getattr(ax, method)("so small", fontsize=8)
    with pytest.raises(ValueError, match="'so small' has 8.0 points"):
        plots.show(figure, "A line.")


def test_small_tick_labels_are_refused():
    figure, ax = some_figure()
    ax.tick_params(labelsize=8)
    with pytest.raises(ValueError, match="has 8.0 points"):
        plots.show(figure, "A line.")


def test_hidden_and_empty_texts_may_be_small(notebook):
    figure, ax = some_figure()
    ax.set_title(" ", fontsize=8)
    ax.text(2, 2, "hidden", fontsize=8, visible=False)
    assert shown(figure).pictures


def test_everything_in_the_style_of_the_course_is_large_enough(notebook):
    figure, ax = some_figure()
    ax.set(title="title", xlabel="across", ylabel="upwards")
    ax.legend(title="legend")
    figure.supxlabel("below all")
    figure.suptitle("above all")
    figure.draw_without_rendering()  # tick labels get their text
    assert shown(figure).pictures


def test_a_refused_figure_shows_nothing(notebook):
    figure, _ = some_figure()
    with capture_output() as captured, pytest.raises(ValueError):
        plots.show(figure, "")
    assert (captured.outputs, captured.stdout) == ([], "")


def test_a_figure_is_shown_as_one_picture(notebook):
    figure, _ = some_figure()
    assert [image.format for image in shown(figure).pictures] == ["PNG"]


def test_the_description_is_printed_under_the_figure(notebook):
    figure, _ = some_figure()
    assert shown(figure, "A line that falls.").text.endswith("Figure: A line that falls.\n")


def test_a_description_over_several_lines_is_joined_and_broken_at_100_characters(notebook):
    figure, _ = some_figure()
    text = shown(figure, "A line.\n    " + "It falls and rises. " * 10).text
    lines = text[text.index("Figure: ") :].splitlines()
    assert " ".join(lines) == "Figure: A line." + " It falls and rises." * 10
    assert 80 < max(map(len, lines)) <= 100


def test_the_description_is_the_alternative_text_of_the_picture(notebook):
    figure, _ = some_figure()
    (metadata,) = shown(figure, "A line,\n  first falling.").metadata
    assert metadata["image/png"]["alt"] == "A line, first falling."


def test_a_shown_figure_is_closed_and_no_other_one(notebook):
    other, _ = some_figure()
    figure, _ = some_figure()
    shown(figure)
    assert plt.get_fignums() == [other.number]


@pytest.mark.parametrize("background", [{"facecolor": "black"}, {"alpha": 0}])
def test_the_background_is_white_and_opaque_whatever_it_was(notebook, background):
    figure, _ = some_figure()
    figure.patch.set(**background)
    image = shown(figure).pictures[0].convert("RGBA")
    assert image.getpixel((0, 0)) == (255, 255, 255, 255)
    assert image.getextrema()[3] == (255, 255)


# Drawing

X, Y, Y_HAT = np.array([1.0, 2.0, 4.0]), np.array([20.0, 35.0, 10.0]), np.array([25.0, 20.0, 12.0])
K_VALUES, B_VALUES = np.linspace(0, 4, 5), np.linspace(-10, 20, 7)
LOSSES = K_VALUES**2 + B_VALUES[:, None] ** 2

DRAWINGS = {
    "pull_out": lambda ax: plots.pull_out(X, Y, Y_HAT, ax),
    "squares": lambda ax: plots.squares(X, Y, Y_HAT, ax),
    "lines_to_neighbours": lambda ax: plots.lines_to_neighbours(3, 21, X, Y, ax),
    "landscape": lambda ax: plots.landscape(K_VALUES, B_VALUES, LOSSES, ax, levels=[10, 100, 300]),
    "steps": lambda ax: plots.steps([(0, 0), (1, 1), (0, 1)], ax),
    "numbered": lambda ax: plots.numbered([(0, 0), (1, 1)], ax),
}


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_function_draws_on_the_axes_it_was_given_and_returns_them(draw):
    figure, (ax, other) = plt.subplots(1, 2)
    before = len(ax.get_children())
    assert draw(ax) is ax
    assert len(ax.get_children()) > before
    assert not other.has_data()


def test_errors_are_pulled_out_from_observation_to_prediction():
    _, ax = plt.subplots()
    segments = plots.pull_out(X, Y, Y_HAT, ax).collections[0].get_segments()
    assert np.array(segments) == approx(
        np.array([[[x, y], [x, y_hat]] for x, y, y_hat in zip(X, Y, Y_HAT, strict=True)])
    )


def test_errors_are_vermillion_unless_told_otherwise():
    _, ax = plt.subplots()
    plots.pull_out(X, Y, Y_HAT, ax)
    plots.pull_out(X, Y, Y_HAT, ax, color="black", alpha=0.3)
    colours = [tuple(collection.get_color()[0]) for collection in ax.collections]
    assert colours == [(*to_rgb(plots.VERMILLION), 1), (0, 0, 0, 0.3)]


def axes_with_squares(figsize, xlim):
    figure, ax = plt.subplots(figsize=figsize)
    ax.set(xlabel=plots.ROOMS, ylabel=plots.PRICE, title="squares", xlim=xlim, ylim=(-10, 60))
    plots.squares(X, Y, Y_HAT, ax)
    figure.canvas.draw()
    return ax


@pytest.mark.parametrize("figsize", [(8, 4.5), (8, 7), (5, 8)])
@pytest.mark.parametrize("xlim", [(0, 9), (-100, 300)])
def test_squares_are_square_on_the_page(figsize, xlim):
    boxes = [patch.get_window_extent() for patch in axes_with_squares(figsize, xlim).patches]
    assert len(boxes) == len(X)
    assert [box.width for box in boxes] == approx([box.height for box in boxes], rel=1e-3)


def test_a_square_reaches_from_observation_to_prediction():
    patches = axes_with_squares((8, 4.5), (0, 9)).patches
    spans = [(patch.get_y(), patch.get_y() + patch.get_height()) for patch in patches]
    assert spans == [(20, 25), (20, 35), (10, 12)]
    assert [patch.get_x() for patch in patches] == list(X)


def test_squares_need_as_many_predictions_as_observations():
    _, ax = plt.subplots()
    with pytest.raises(ValueError, match="shorter"):
        plots.squares(X, Y, Y_HAT[:2], ax)


def test_each_neighbour_is_connected_to_the_query():
    _, ax = plt.subplots()
    lines = plots.lines_to_neighbours(3, 21, X, Y, ax).lines
    ends = [line.get_xydata().tolist() for line in lines[: len(X)]]
    assert ends == [[[3, 21], [x, y]] for x, y in zip(X, Y, strict=True)]


def test_the_legend_of_the_neighbours_names_rows_and_query_once():
    _, ax = plt.subplots()
    _, labels = plots.lines_to_neighbours(3, 21, X, Y, ax).get_legend_handles_labels()
    assert labels == ["nearest rows", "query and answer"]


def test_a_transposed_landscape_is_refused_with_the_shape_it_needs():
    _, ax = plt.subplots()
    expected = r"losses has shape \(5, 7\), but 7 intercepts and 5 slopes need \(7, 5\)"
    with pytest.raises(ValueError, match=expected):
        plots.landscape(K_VALUES, B_VALUES, LOSSES.T, ax, levels=[10, 100])


def test_a_landscape_has_slopes_across_and_intercepts_upwards():
    _, ax = plt.subplots()
    DRAWINGS["landscape"](ax)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("slope k", "intercept b")
    assert (ax.get_xlim(), ax.get_ylim()) == ((0, 4), (-10, 20))


def test_a_landscape_has_a_colour_bar_that_names_the_loss():
    figure, ax = plt.subplots()
    DRAWINGS["landscape"](ax)
    assert [other.get_ylabel() for other in figure.axes if other is not ax] == ["loss"]


def test_unevenly_spaced_levels_of_a_landscape_get_colours_that_differ():
    _, ax = plt.subplots()
    plots.landscape(K_VALUES, B_VALUES, 100 * LOSSES, ax, levels=[0, 10, 100, 1000, 30_000])
    colours = ax.collections[0].get_facecolor()[:, :3]
    assert len(colours) == 5
    assert np.linalg.norm(np.diff(colours, axis=0), axis=1).min() > 0.2


def axes_with_steps(path):
    """Axes of 10 by 10, with a walk in them, and the arrow heads of the walk."""
    figure, ax = plt.subplots(figsize=(8, 4.5))
    ax.set(xlim=(0, 10), ylim=(0, 10))
    figure.draw_without_rendering()
    plots.steps(path, ax)
    return ax, [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]


def test_a_walk_visits_its_points_in_their_order():
    ax, _ = axes_with_steps([(1, 1), (9, 1), (9, 9)])
    assert ax.lines[0].get_xydata().tolist() == [[1, 1], [9, 1], [9, 9]]


def test_a_walk_lies_on_a_white_rim_that_no_legend_names():
    ax, _ = axes_with_steps([(1, 1), (9, 1), (9, 9)])
    rim, walk = ax.lines
    assert (rim.get_color(), walk.get_color()) == ("white", plots.PURPLE)
    assert rim.get_linewidth() > walk.get_linewidth()
    assert rim.get_markersize() > walk.get_markersize()
    assert ax.get_legend_handles_labels() == ([], [])


def test_each_long_step_ends_in_an_arrow_head_that_points_forwards():
    path = np.array([(1, 1), (9, 1), (9, 9)], dtype=float)
    _, heads = axes_with_steps(path)
    assert len(heads) == 2
    for head, start, end in zip(heads, path[:-1], path[1:], strict=True):
        tail, tip = map(np.array, head._posA_posB)
        assert tip == approx(end)
        assert np.dot(tip - tail, end - start) > 0


def test_many_short_steps_share_an_arrow_head():
    _, heads = axes_with_steps(np.column_stack([np.linspace(1, 9, 400), np.full(400, 5)]))
    assert 2 <= len(heads) <= 12


def test_the_arrow_heads_of_a_zigzag_point_where_it_leads():
    up_and_down = np.where(np.arange(400) % 2, 5.02, 4.98)
    _, heads = axes_with_steps(np.column_stack([np.linspace(1, 9, 400), up_and_down]))
    for head in heads:
        across, upwards = np.subtract(*reversed(head._posA_posB))
        assert across > 0
        assert abs(upwards) < 0.7 * across


def test_a_walk_that_stands_still_has_no_arrow_head():
    _, heads = axes_with_steps([(3, 3)] * 5)
    assert heads == []


def test_a_walk_does_not_move_the_limits_of_its_axes():
    ax, _ = axes_with_steps([(5, 5), (500, 500)])
    assert (ax.get_xlim(), ax.get_ylim()) == ((0, 10), (0, 10))


def two_views():
    levels = [10, 100, 300]
    return plots.two_views(
        X, Y, lambda line: line[0] ** 2 + line[1] ** 2, K_VALUES, B_VALUES, levels
    )


def test_two_views_show_the_data_at_the_left_and_the_landscape_at_the_right():
    figure, (left, right) = two_views()
    assert left.lines[0].get_xydata().tolist() == [[x, y] for x, y in zip(X, Y, strict=True)]
    assert (left.get_xlabel(), left.get_ylabel()) == (plots.ROOMS, plots.PRICE)
    assert (right.get_xlabel(), right.get_ylabel()) == ("slope k", "intercept b")
    assert left.get_position().x0 < right.get_position().x0
    assert left.figure is right.figure is figure


def test_lines_drawn_on_two_views_do_not_move_the_data():
    figure, (left, _) = two_views()
    before = left.get_xlim(), left.get_ylim()
    left.axline((0, 0), slope=1000)
    left.plot([-1e6, 1e6], [1e6, -1e6])
    figure.draw_without_rendering()
    assert (left.get_xlim(), left.get_ylim()) == before
    assert before[0][0] < min(X) < max(X) < before[0][1]
    assert before[1][0] < min(Y) < max(Y) < before[1][1]


def test_points_are_numbered_in_their_order():
    _, ax = plt.subplots()
    plots.numbered([(3, 4), (1, 2)], ax)
    assert [(text.get_text(), text.xy) for text in ax.texts] == [("1", (3, 4)), ("2", (1, 2))]

"""What the drawing helpers promise about every figure of the course."""

import base64
import io
import time
from itertools import combinations
from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path
from nbformat.v4 import new_code_cell, new_notebook
from PIL import Image
from pytest import approx

from helpers import plots
from helpers.graph import Parameter, Placeholder, topological_sort
from helpers.graph import backward as backward_pass
from helpers.graph import forward as forward_pass
from helpers.graph_layout import read_graph
from helpers.operations import Add, L2Loss, Linear, Multiply, Sigmoid
from tools.kernel_rules import small_texts
from tools.notebooks import ROOT, run

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


def some_figure(**options):
    figure, ax = plt.subplots(**options)
    ax.plot([1, 2, 3], [2, 1, 3], label="a line")
    return figure, ax


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


def shown():
    """The pictures of a figure as a notebook stores and shows them: for each pixels and metadata."""
    cell = new_code_cell(
        "import matplotlib.pyplot as plt\nfrom helpers import plots\n\nplots.use_style()\n"
        "plt.subplots()\nplt.show()"
    )
    run(new_notebook(cells=[cell]), ROOT / "no_notebook.ipynb")
    return [
        (Image.open(io.BytesIO(base64.b64decode(output.data["image/png"]))), output.metadata)
        for output in cell.outputs
        if "data" in output
    ]


def test_a_notebook_shows_a_figure_once_on_opaque_white_with_two_pixels_for_one():
    ((image, metadata),) = shown()
    image = image.convert("RGBA")
    assert image.getpixel((0, 0)) == (255, 255, 255, 255)
    assert image.getextrema()[3] == (255, 255)
    assert 700 < metadata["image/png"]["width"] < 900
    assert image.width == approx(2 * metadata["image/png"]["width"], abs=1)


def test_the_style_can_be_set_outside_of_a_notebook():
    plots.use_style()
    assert plt.rcParams["figure.figsize"] == [8, 4.5]


def test_everything_in_the_style_of_the_course_is_large_enough():
    figure, ax = some_figure()
    ax.set(title="title", xlabel="across", ylabel="upwards")
    ax.legend(title="legend")
    figure.supxlabel("below all")
    figure.suptitle("above all")
    figure.draw_without_rendering()  # tick labels get their text
    assert small_texts(figure) == ""


# Drawing

X, Y, Y_HAT = np.array([1.0, 2.0, 4.0]), np.array([20.0, 35.0, 10.0]), np.array([25.0, 20.0, 12.0])
K_VALUES, B_VALUES = np.linspace(0, 4, 5), np.linspace(-10, 20, 7)
LOSSES = K_VALUES**2 + B_VALUES[:, None] ** 2

DRAWINGS = {
    "pull_out": lambda ax: plots.pull_out(X, Y, Y_HAT, ax),
    "point_out": lambda ax: plots.point_out("here", (1, 2), (2, 3), ax),
    "squares": lambda ax: plots.squares(X, Y, Y_HAT, ax),
    "rectangles": lambda ax: plots.rectangles(X, Y, (3, 21), ax),
    "lines_to_neighbours": lambda ax: plots.lines_to_neighbours(3, 21, X, Y, ax),
    "landscape": lambda ax: plots.landscape(K_VALUES, B_VALUES, LOSSES, ax, levels=[10, 100, 300]),
    "steps": lambda ax: plots.steps([(0, 0), (1, 1), (0, 1)], ax),
    "numbered": lambda ax: plots.numbered([(0, 0), (1, 1)], ax),
    "graph": lambda ax: plots.graph({"a": [], "b": ["a"]}, ax),
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


def test_a_rectangle_reaches_from_the_middle_to_its_point_and_its_look_tells_its_sign():
    _, ax = plt.subplots()
    up, down = plots.rectangles([4, 4], [30, 10], (3, 20), ax).patches
    assert [(p.get_xy(), p.get_width(), p.get_height()) for p in (up, down)] == [
        ((3, 20), 1, 10),
        ((3, 20), 1, -10),
    ]
    assert [to_hex(p.get_edgecolor()).upper() for p in (up, down)] == [
        plots.VERMILLION,
        plots.BLUE,
    ]
    assert up.get_linestyle() != down.get_linestyle()


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


# Graphs

SCALAR = {
    "x": [],
    "k1": [],
    "b1": [],
    "k2": [],
    "b2": [],
    "y": [],
    "k1 x": ["k1", "x"],
    "z": ["k1 x", "b1"],
    "s": ["z"],
    "k2 s": ["k2", "s"],
    "y_hat": ["k2 s", "b2"],
    "error": ["y_hat", "y"],
    "loss": ["error"],
}
NUMBERS = {node: -0.123456 * (i + 1) for i, node in enumerate(SCALAR)}


def squared():
    """The graph of c = b * b + b with b = 2 * a at a = 3, after a pass forward and backward."""
    a, two = Parameter(3, name="a"), Placeholder(name="two")
    b = Multiply(two, a, name="b")
    c = Add(Multiply(b, b, name="square"), b, name="c")
    order = topological_sort(c)
    forward_pass(order, {two: 2})
    backward_pass(order)
    return c


def network(hidden=1):
    """The loss of a network on 506 rows of 10 columns, after a pass forward and backward."""
    rng = np.random.default_rng(0)
    X, y = Placeholder(name="X"), Placeholder(name="y")
    layer, widths = X, [10, *[5] * hidden, 1]
    for i, width in enumerate(widths[1:], start=1):
        W = Parameter(rng.normal(size=(widths[i - 1], width)), name=f"W{i}")
        b = Parameter(np.zeros(width), name=f"b{i}")
        layer = Linear(layer, W, b, name="y_hat" if i == len(widths) - 1 else f"z{i}")
        if i < len(widths) - 1:
            layer = Sigmoid(layer, name=f"s{i}")
    loss = L2Loss(y, layer)
    order = topological_sort(loss)
    forward_pass(order, {X: rng.normal(size=(506, 10)), y: rng.normal(size=(506, 1))})
    backward_pass(order)
    return loss


GRAPHS = {
    "scalar": lambda: (SCALAR, {}),
    "scalar with numbers": lambda: (
        SCALAR,
        dict(values=NUMBERS, gradients=NUMBERS, figsize=(8, 2)),
    ),
    "node used twice": lambda: (squared(), {}),
    "network": lambda: (network(), {}),
    "deeper network": lambda: (network(hidden=3), dict(backwards=True)),
    "sum": lambda: ({"a": [], "b": [], "sum": ["a", "b"]}, {}),
    "shortcuts": lambda: ({"x": [], "p": ["x"], "q": ["p", "x"], "r": ["q"], "s": ["x", "r"]}, {}),
    "long texts": lambda: (
        {"a": [], "b": ["a"]},
        dict(gradients=dict.fromkeys("ab", "0.123456789 per rooms")),
    ),
    "one node": lambda: ({"population": []}, {}),
    "two parts": lambda: ({"a": [], "b": ["a"], "c": [], "d": ["c"], "alone": []}, {}),
}


@st.composite
def random_graphs(draw):
    """A dict of up to 12 names, each computed from up to 3 of those before it, and their numbers."""
    letters = st.text("abcdefghijklmnopqrstuvwxyzWX_ 12", min_size=1, max_size=10)
    names = draw(st.lists(letters.filter(str.strip), min_size=1, max_size=12, unique_by=str.strip))
    graph = {}
    for name in names:
        graph[name] = draw(st.lists(st.sampled_from([*graph]), max_size=3)) if graph else []
    numbers = st.dictionaries(st.sampled_from(names), st.floats(-1e5, 1e5))
    return graph, dict(values=draw(numbers), gradients=draw(numbers), backwards=draw(st.booleans()))


def drawn(output, figsize=(8, 4), **options):
    """The parts of the drawing of a graph, each with the place that it takes, in pixels."""
    figure, ax = plt.subplots(figsize=figsize)
    plots.graph(output, ax, **options)
    figure.draw_without_rendering()
    texts = [SimpleNamespace(text=t.get_text(), place=t.get_window_extent()) for t in ax.texts]
    frames = [patch for patch in ax.patches if isinstance(patch, FancyBboxPatch)]
    boxes = [SimpleNamespace(look=box, place=box.get_window_extent()) for box in frames]
    for box in boxes:
        (box.text,) = (t.text for t in texts if box.place.contains(*middle(t)))
    arrows = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    lines = [
        Path(piece)
        for arrow in arrows
        for piece in arrow.get_path()
        .transformed(arrow.get_transform())
        .to_polygons(closed_only=False)
    ]
    plt.close(figure)
    return SimpleNamespace(
        ax=ax,
        texts=texts,
        boxes=boxes,
        arrows=arrows,
        lines=lines,
        # Of the frames around names and those around gradients, the former come first.
        named={box.text: box for box in reversed(boxes)},
        said=[text.text for text in texts],
    )


def middle(part):
    return (part.place.x0 + part.place.x1) / 2, (part.place.y0 + part.place.y1) / 2


def ends(arrow):
    """Where an arrow begins and ends, in pixels."""
    path = arrow.get_transform().transform_path(arrow._path_original)
    return path.vertices[0], path.vertices[-1]


def of(drawing, source, node):
    """The arrows between the boxes of two nodes, in either direction."""
    places = [drawing.named[name].place.padded(2) for name in (source, node)]
    return [
        arrow
        for arrow in drawing.arrows
        for begin, end in [ends(arrow)]
        if all(place.contains(*begin) or place.contains(*end) for place in places)
    ]


def check_nothing_runs_into_another(drawing):
    for one, other in combinations(drawing.texts, 2):
        assert not one.place.overlaps(other.place), (one.text, other.text)
    for one, other in combinations(drawing.boxes, 2):
        assert not one.place.overlaps(other.place), (one.text, other.text)
    for text in drawing.texts:
        for box in drawing.boxes:
            if text.text != box.text or not box.place.contains(*middle(text)):
                assert not text.place.overlaps(box.place), (text.text, box.text)
            else:
                assert box.place.x0 < text.place.x0 and text.place.x1 < box.place.x1, text.text
    for line in drawing.lines:
        for part in [*drawing.texts, *drawing.boxes]:
            # An arrow touches the boxes at its ends.
            assert not line.intersects_bbox(part.place.padded(-2), filled=False), part.text


@pytest.mark.parametrize("make", GRAPHS.values(), ids=GRAPHS)
def test_in_a_graph_no_text_box_or_arrow_runs_into_another(make):
    output, options = make()
    check_nothing_runs_into_another(drawn(output, **options))


@settings(max_examples=60, deadline=None)
@given(random_graphs())
def test_in_a_random_graph_no_text_box_or_arrow_runs_into_another(graph):
    output, options = graph
    check_nothing_runs_into_another(drawn(output, (16, 14), **options))


@pytest.mark.parametrize("make", GRAPHS.values(), ids=GRAPHS)
def test_a_graph_is_inside_its_axes_and_its_figure_may_be_shown(make):
    output, options = make()
    drawing = drawn(output, **options)
    room = drawing.ax.bbox
    for part in [*drawing.texts, *drawing.boxes]:
        assert room.x0 <= part.place.x0 and part.place.x1 <= room.x1, part.text
        assert room.y0 <= part.place.y0 and part.place.y1 <= room.y1, part.text
    assert small_texts(drawing.ax.figure) == ""


@settings(max_examples=30, deadline=None)
@given(random_graphs())
def test_in_a_random_graph_inputs_stand_left_of_what_they_feed(graph):
    drawing = drawn(graph[0], (16, 14))
    for node, inputs in graph[0].items():
        for source in inputs:
            assert drawing.named[source].place.x1 < drawing.named[node].place.x0


def test_an_arrow_leads_from_each_input_to_what_is_computed_from_it():
    drawing = drawn(SCALAR)
    pairs = [(source, node) for node, inputs in SCALAR.items() for source in inputs]
    assert len(drawing.arrows) == len(pairs) == 12
    for source, node in pairs:
        (arrow,) = of(drawing, source, node)
        begin, end = ends(arrow)
        assert begin[0] == approx(drawing.named[source].place.x1, abs=1)
        assert end[0] == approx(drawing.named[node].place.x0, abs=1)


def test_backwards_all_arrows_lead_from_right_to_left():
    for arrow in drawn(SCALAR, backwards=True).arrows:
        begin, end = ends(arrow)
        assert begin[0] > end[0]


@pytest.mark.parametrize("backwards", [False, True])
def test_arrow_heads_are_at_the_end_of_the_arrow(backwards):
    drawing = drawn({"a": [], "b": ["a"]}, backwards=backwards)
    (shaft, head), (_, end) = drawing.lines, ends(drawing.arrows[0])
    assert len(head.vertices) >= 3
    assert np.abs(head.vertices[:, 0] - end[0]).max() < np.ptp(shaft.vertices[:, 0]) / 3


def test_arrows_are_grey_and_backwards_they_are_purple_and_wider():
    (there,), (back,) = (drawn({"a": [], "b": ["a"]}, backwards=b).arrows for b in (False, True))
    assert [to_hex(arrow.get_edgecolor()).upper() for arrow in (there, back)] == [
        plots.GREY,
        plots.PURPLE,
    ]
    assert back.get_linewidth() > there.get_linewidth()


def test_no_gradient_travels_to_a_node_that_needs_none():
    drawing = drawn(squared(), backwards=True)
    (to_two,), (to_a,) = of(drawing, "two", "b"), of(drawing, "a", "b")
    assert to_hex(to_two.get_edgecolor()).upper() == plots.GREY
    assert ends(to_two)[0][0] < ends(to_two)[1][0]
    assert to_hex(to_a.get_edgecolor()).upper() == plots.PURPLE


def test_a_node_used_twice_by_another_has_two_arrows_that_bend_apart():
    one, other = of(drawn(squared()), "b", "square")
    apart = np.abs(one.get_path().vertices[:, 1].max() - other.get_path().vertices[:, 1].max())
    at_ends = [np.abs(a[1] - b[1]) for a, b in zip(ends(one), ends(other), strict=True)]
    assert apart > max(at_ends) > 0


def test_arrow_heads_at_the_same_box_keep_apart():
    drawing = drawn(network())
    heights = sorted(ends(of(drawing, name, "z1")[0])[1][1] for name in ("X", "W1", "b1"))
    assert min(np.diff(heights)) > 8


def test_arrows_that_come_from_above_arrive_above():
    drawing = drawn({"a": [], "b": [], "c": [], "end": ["a", "b", "c"]})
    arrows = [of(drawing, name, "end")[0] for name in "abc"]
    begins, arrivals = ([ends(arrow)[i][1] for arrow in arrows] for i in (0, 1))
    assert np.array_equal(np.argsort(begins), np.argsort(arrivals))


@pytest.mark.parametrize(
    ("graph", "from_top"),
    [
        ({"x": [], **{h: ["x"] for h in "hij"}, "y": [*"hij"]}, "hij"),
        ({**{x: [] for x in "abc"}, "y": [*"abc"]}, "abc"),
        ({"x": [], "s": ["x"], "k": [], "y": ["k", "s"]}, "sk"),
        ({"x": [], "s": ["x"], "k": [], "b": [], "y": ["s", "k", "b"]}, "ksb"),
    ],
)
def test_inputs_stand_in_their_order_but_leaves_around_or_below_what_is_computed(graph, from_top):
    heights = [middle(drawn(graph).named[name])[1] for name in from_top]
    assert heights == sorted(heights, reverse=True)


def test_in_a_network_the_data_flows_on_one_level_between_weights():
    named = drawn(network(hidden=2), values={}, gradients={}).named
    row = [middle(named[name])[1] for name in ("X", "z1", "s1", "z2", "s2", "y_hat", "L2Loss")]
    assert np.ptp(row) < 1
    for layer in "123":
        assert middle(named[f"W{layer}"])[1] > row[0] > middle(named[f"b{layer}"])[1]


def test_a_chain_is_level():
    drawing = drawn(SCALAR)
    chain = [middle(drawing.named[name])[1] for name in ("k1 x", "z", "s", "k2 s", "y_hat", "loss")]
    assert np.ptp(chain) < 1


def test_an_input_stands_just_before_the_first_that_uses_it():
    drawing = drawn(SCALAR)
    for name, beside in [("k2", "s"), ("b2", "k2 s"), ("y", "y_hat")]:
        assert middle(drawing.named[name])[0] == approx(middle(drawing.named[beside])[0], abs=1)


@pytest.mark.parametrize(
    ("graph", "inputs", "users"),
    [
        ({"a": [], "b": [], "c": ["b", "a"], "d": ["b"]}, "ab", "cd"),
        ({"a": [], "b": [], "x": ["a"], "y": ["b"], "end": ["y", "x"]}, "ab", "xy"),
    ],
)
def test_arrows_do_not_cross_where_another_order_avoids_it(graph, inputs, users):
    named = drawn(graph).named
    rises = [middle(named[upper])[1] - middle(named[lower])[1] for upper, lower in (inputs, users)]
    assert np.prod(rises) > 0


def test_a_node_is_level_with_what_is_computed_before_rather_than_with_an_input():
    named = drawn({"a": [], "b": ["a"], "c": ["a", "b"]}).named
    assert middle(named["b"])[1] == approx(middle(named["c"])[1], abs=1)
    assert 20 < abs(middle(named["a"])[1] - middle(named["b"])[1]) < 50


def test_a_graph_is_always_drawn_in_the_same_way():
    first, second = (
        [box.place.bounds for box in drawn(SCALAR, values=NUMBERS).boxes] for _ in range(2)
    )
    assert first == second


def test_panels_of_one_graph_have_their_nodes_in_the_same_places():
    figure, axes = plt.subplots(6, figsize=(8, 14))
    for i, ax in enumerate(axes):
        ax.set_title(f"step {i}")
        plots.graph(SCALAR, ax, values={node: NUMBERS[node] for node in [*SCALAR][: 1 + 2 * i]})
    figure.draw_without_rendering()
    first, *others = (
        {text.get_text(): text.get_window_extent().x0 for text in ax.texts} for ax in axes
    )
    for other in others:
        assert {name: other[name] for name in SCALAR} == approx({n: first[n] for n in SCALAR})


def test_nothing_of_a_graph_is_cut_off_if_its_axes_become_smaller():
    ax = drawn(SCALAR, values=NUMBERS, gradients=NUMBERS).ax
    assert not any(part.get_clip_on() for part in [*ax.texts, *ax.patches])


def test_axes_that_wait_for_another_drawing_keep_their_frames():
    _, (ax, other) = plt.subplots(1, 2)
    plots.graph(SCALAR, ax)
    assert (ax.axison, other.axison) == (False, True)


def test_a_large_graph_is_drawn_in_a_third_of_a_second():
    loss, seconds = network(hidden=3), []
    for _ in range(3):
        _, ax = plt.subplots()
        start = time.process_time()
        plots.graph(loss, ax)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.3


# Marks and numbers in graphs


def looks(**options):
    """Colour of the frame, fill and width of the frame of each of three nodes in a chain."""
    boxes = drawn({"a": [], "b": ["a"], "c": ["b"]}, **options).boxes
    return {
        box.text: (box.look.get_edgecolor(), box.look.get_facecolor(), box.look.get_linewidth())
        for box in boxes
    }


@pytest.mark.parametrize("backwards", [False, True])
def test_visited_now_and_others_differ_in_fill_in_frame_and_in_width(backwards):
    marked = looks(visited=["a"], now="b", backwards=backwards)
    for one, other in combinations(marked.values(), 2):
        assert all(x != y for x, y in zip(one, other, strict=True))
    assert marked["a"][2] < marked["b"][2] > marked["c"][2]


def test_without_marks_all_nodes_look_the_same():
    assert len(set(looks().values())) == 1


def test_now_is_marked_although_it_is_visited_too():
    assert looks(visited=["a", "b"], now="b") == looks(visited=["a"], now="b")


def test_visited_nodes_may_come_from_a_generator():
    assert looks(visited=(name for name in "ab")) == looks(visited=["a", "b"])


@pytest.mark.parametrize("backwards", [False, True])
def test_the_arrows_between_the_node_of_now_and_its_inputs_are_wider(backwards):
    drawing = drawn({"a": [], "b": ["a"], "c": ["b"]}, now="b", backwards=backwards)
    widest = max(drawing.arrows, key=lambda arrow: arrow.get_linewidth())
    assert of(drawing, "a", "b") == [widest]
    assert len({arrow.get_linewidth() for arrow in drawing.arrows}) == 2


def test_text_on_a_marked_node_has_enough_contrast():
    for _, fill, _ in looks(visited=["a"], now="b").values():
        on_white = np.array(fill[:3]) * fill[3] + 1 - fill[3]
        assert 21 / contrast_on_white(on_white) >= 7


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (24, "24"),
        (24.0, "24"),
        (-8.2, "-8.2"),
        (0.7310586, "0.7311"),
        (12345.678, "12350"),
        (-0.0, "0"),
        (0.00001234, "1.234e-05"),
        (np.float32(0.1), "0.1"),
        (np.array([[6.575]]), "6.575"),
        (np.zeros((506, 10)), "(506, 10)"),
        ([1, 2, 3], "(3,)"),
        ("6.575 rooms", "6.575 rooms"),
    ],
)
def test_a_value_is_written_with_four_digits_or_as_a_shape(value, text):
    assert drawn({"a": []}, values={"a": value}).said == ["a", text]


def test_values_and_gradients_of_nodes_are_written_unless_told_otherwise():
    assert sorted(drawn(squared()).said) == sorted("two 2 a 3 26 b 6 13 square 36 1 c 42 1".split())
    assert sorted(drawn(squared(), values={}, gradients={}).said) == sorted(
        "two a b square c".split()
    )


def test_a_node_that_has_no_value_yet_is_drawn_without_one():
    assert drawn(Multiply(Placeholder(name="a"), Placeholder(name="b"), name="c")).said == [*"cab"]


@pytest.mark.parametrize("values", [{"a": 2}, {}])
def test_a_value_stands_below_its_node_and_a_gradient_below_that_in_a_purple_frame(values):
    drawing = drawn({"a": []}, values=values, gradients={"a": 5})
    heights = [middle(text)[1] for text in drawing.texts]
    assert heights == sorted(heights, reverse=True)
    assert drawing.said == ["a", *["2"] * len(values), "5"]
    assert np.ptp([middle(text)[0] for text in drawing.texts]) < 1
    assert [box.text for box in drawing.boxes] == ["a", "5"]
    assert to_hex(drawing.boxes[1].look.get_edgecolor()).upper() == plots.PURPLE


def test_where_no_node_has_a_value_gradients_stand_just_below_the_nodes():
    node, gradient = drawn({"a": []}, gradients={"a": 5}).boxes
    assert 2 < node.place.y0 - gradient.place.y1 < 10


def test_all_text_of_a_graph_is_black():
    drawing = drawn({"a": []}, values={"a": 2}, gradients={"a": 5}, now="a", backwards=True)
    assert {text.get_color() for text in drawing.ax.texts} == {"black"}


@pytest.mark.parametrize(("width", "size"), [(4, 12), (8, 12), (16, 24)])
def test_text_of_a_graph_grows_with_the_page(width, size):
    drawing = drawn({"a": [], "b": ["a"]}, (width, 4))
    assert {text.get_fontsize() for text in drawing.ax.texts} == {size}


def test_a_graph_does_not_shrink_for_straighter_arrows():
    graph = {"a": [], "b": ["a"], "c": ["a", "a"], "d": []}
    drawing = drawn(graph, (8, 1.6), values=dict.fromkeys(graph, 1))
    assert [text.get_fontsize() for text in drawing.ax.texts] == approx([12] * 8)


@pytest.mark.parametrize("figsize", [(8, 1), (8, 4)])
def test_a_graph_that_is_too_large_shrinks_and_is_refused_where_it_is_shown(figsize):
    wide = {f"number {i}": [f"number {i - 1}"] if i else [] for i in range(10)}
    tall = {"a": [], "b": [], "c": [], "d": ["a", "b", "c"]}
    drawing = drawn(wide if figsize[1] == 4 else tall, figsize)
    check_nothing_runs_into_another(drawing)
    assert "needs 12.0 to be readable" in small_texts(drawing.ax.figure)


def test_a_chain_of_thousands_of_nodes_is_found_without_recursion():
    node = Parameter(1.0, name="w")
    for _ in range(5000):
        node = Sigmoid(node)
    assert len(read_graph(node)) == 5001


# What is no graph


@pytest.mark.parametrize("output", [None, {}, "loss", [["a"], "b"]])
def test_what_is_neither_a_node_nor_a_dict_is_refused(output):
    with pytest.raises(ValueError, match="by its last node or by a dict from names to lists, not"):
        plots.graph(output, plt.gca())


@pytest.mark.parametrize("inputs", ["ab", None, 3, {"a"}])
def test_inputs_that_are_no_list_are_refused(inputs):
    with pytest.raises(ValueError, match="'c' needs a list of the names"):
        plots.graph({"a": [], "b": [], "c": inputs}, plt.gca())


def test_an_input_that_is_no_key_is_refused():
    with pytest.raises(ValueError, match="'y_hat' is computed from 'b', which is not in the graph"):
        plots.graph({"k": [], "y_hat": ["k", "b"]}, plt.gca())


def test_a_cycle_of_names_is_refused_with_these_names():
    with pytest.raises(ValueError, match=r"has a cycle: \['(b', 'c|c', 'b)'\]"):
        plots.graph({"a": [], "b": ["a", "c"], "c": ["b"], "d": ["c"]}, plt.gca())


def test_a_cycle_of_nodes_is_refused_with_their_names():
    a = Parameter(1.0, name="a")
    b = Sigmoid(a, name="b")
    c = Sigmoid(b, name="c")
    b.inputs = (a, c)
    with pytest.raises(ValueError, match=r"has a cycle: \['(b', 'c|c', 'b)'\]"):
        plots.graph(c, plt.gca())


@pytest.mark.parametrize(
    "options",
    [{"values": {"q": 1}}, {"gradients": {"q": 1}}, {"visited": ["a", "q"]}, {"now": "q"}],
)
def test_what_is_written_or_marked_must_be_in_the_graph(options):
    with pytest.raises(ValueError, match=r"'q' is not in the graph. Its nodes are \['a', 'b'\]"):
        plots.graph({"a": [], "b": ["a"]}, plt.gca(), **options)


def test_a_refused_graph_leaves_its_axes_as_they_were():
    _, ax = plt.subplots()
    with pytest.raises(ValueError):
        plots.graph({"a": [], "b": ["a"]}, ax, now="q")
    assert ax.axison and not ax.texts

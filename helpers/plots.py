"""One look for every figure of the course.

The same thing has the same colour and the same second mark (marker or line style) everywhere.
The colours, grey aside, are those of Okabe and Ito (2008) that reach a contrast of 3:1 on white. No
lesson writes this.
"""

import matplotlib.pyplot as plt
import numpy as np
from IPython import get_ipython
from matplotlib.colors import BoundaryNorm, to_rgba
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D, ScaledTranslation
from matplotlib_inline.backend_inline import set_matplotlib_formats

from helpers.graph_layout import layout, read_graph

BLACK, GREY, BLUE = "#000000", "#6B6B6B", "#0072B2"
VERMILLION, GREEN, PURPLE = "#D55E00", "#009E73", "#CC79A7"

# One role, one look: pass these to ``ax.plot``, as in ``ax.plot(rm, price, **plots.DATA)``.
# What was observed.
DATA = dict(color=GREY, marker="o", markersize=4, linestyle="none", zorder=2)
# The rule in question, and what it predicts.
PREDICTION = dict(color=BLUE, linestyle="-", linewidth=2.5, zorder=3)
# How far a prediction is from what was observed.
ERROR = dict(color=VERMILLION, linestyle="-", linewidth=1.5, zorder=2.5)
# The best that is known, to compare with.
BEST = dict(color=BLACK, linestyle="--", linewidth=2.5, zorder=3)
# A second group.
SECOND = dict(color=GREEN, marker="^", markersize=7, linestyle="none", zorder=3)
# What was picked: the nearest rows, the best of those tried.
CHOSEN = dict(
    color=BLUE,
    marker="s",
    markersize=9,
    markeredgecolor="white",
    markeredgewidth=1.2,
    linestyle="none",
    zorder=4.5,
)
# The one point that the text speaks of.
MARKED = dict(color=VERMILLION, marker="X", markersize=11, linestyle="none", zorder=5)
# Points that were tried. A white rim, because they are drawn over landscapes of any colour.
TRIED = dict(
    color=GREY,
    marker="D",
    markersize=5,
    markeredgecolor="white",
    markeredgewidth=0.8,
    linestyle="none",
    zorder=2,
)
# Gradients and steps.
STEP = dict(
    color=PURPLE,
    marker="o",
    markersize=5,
    linestyle="-",
    linewidth=2.5,
    zorder=4,
)

# A rule on the way to a better one.
PAST = dict(color=PURPLE, linestyle="-", linewidth=1.2, zorder=2.8)

BARS = dict(color=GREY, edgecolor="white", zorder=2)

DIVERGING, SEQUENTIAL = "vlag", "viridis"

ROOMS = "rooms per dwelling"
PRICE = "price (1000 USD, 1970)"

HEAD_EVERY = 70  # pixels from one arrow head of a walk to the next
SMALLEST_TEXT = 12  # points, in a figure that is 8 inches wide
# In a graph, in points: the height of a box, that of a line under it, the width of "-0.1234", and
# how much wider than a text its frame is.
BOX, LINE, NUMBER, PADDING = 23, 16, 47, 6


def use_style():
    """Set the course's look for all figures of this notebook.

    White opaque background, 8 by 4.5 inches, text of at least 12 points; in a notebook with two
    pixels for one, so that it is sharp on a projector.
    """
    if get_ipython() is not None:
        set_matplotlib_formats("retina")
    plt.rcParams.update(
        {
            "figure.figsize": (8, 4.5),
            "figure.dpi": 100,
            "figure.facecolor": "white",
            "axes.facecolor": "white",
            "savefig.facecolor": "white",
            "figure.constrained_layout.use": True,
            "font.size": 13,
            "axes.titlesize": 13,
            "axes.labelsize": 13,
            "xtick.labelsize": 12,
            "ytick.labelsize": 12,
            "figure.labelsize": 13,
            "legend.fontsize": 12,
            "legend.framealpha": 0.9,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.prop_cycle": plt.cycler(
                color=[BLUE, VERMILLION, GREEN, BLACK, PURPLE],
                linestyle=["-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1))],
            ),
        }
    )


def pull_out(x, y, y_hat, ax, **style):
    """Draw the vertical distances between observations and predictions.

    Parameters
    ----------
    x, y, y_hat : array_like, shape (n,)
        Feature, observed value and predicted value; the last two in the same unit.
    ax : matplotlib.axes.Axes
        Where to draw.
    **style
        Overrides of the look of an error.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax.vlines(np.asarray(x), np.asarray(y), np.asarray(y_hat), **{**ERROR, **style})
    return ax


def point_out(text, place, beside, ax):
    """Say in the picture what there is to see: a text, and an arrow to the thing.

    Parameters
    ----------
    text : str
        A few words.
    place : tuple of float
        Where the arrow ends.
    beside : tuple of float
        The middle of the text, in the same coordinates.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax.annotate(
        text,
        xy=place,
        xytext=beside,
        ha="center",
        va="center",
        fontsize=13,
        zorder=6,
        # Not through the words, not over the point, and readable on any ground.
        bbox=dict(boxstyle="round,pad=0.25", facecolor="white", edgecolor="none", alpha=0.85),
        arrowprops=dict(arrowstyle="-|>", color=BLACK, linewidth=1.2, shrinkB=6, mutation_scale=14),
    )
    return ax


def squares(x, y, y_hat, ax):
    """Draw the square of each error: its side is the error, in the unit of the vertical axis.

    Set limits, labels and title of the axes before: they decide what looks square on the page.

    Parameters
    ----------
    x, y, y_hat : array_like, shape (n,)
        Feature, observed value and predicted value; the last two in the same unit.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax.figure.draw_without_rendering()  # the layout fixes the position of the axes
    box = ax.get_position()
    width, height = ax.figure.get_size_inches() * (box.width, box.height)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    x_per_y = (right - left) / width * height / (top - bottom)
    for x_i, y_i, y_hat_i in zip(x, y, y_hat, strict=True):
        side = abs(y_hat_i - y_i)
        corner = (x_i, min(y_i, y_hat_i))
        ax.add_patch(
            Rectangle(
                corner,
                side * x_per_y,
                side,
                facecolor=to_rgba(VERMILLION, 0.25),
                edgecolor=VERMILLION,
            )
        )
    return ax


def rectangles(x, y, middle, ax):
    """Draw for each point the rectangle between it and the middle: its area is their product.

    Vermillion with a solid edge where the product of both differences is positive, blue with a
    dashed edge where it is negative.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points.
    middle : tuple of float
        The two means from which the differences are taken.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
    """
    for x_i, y_i in zip(x, y, strict=True):
        width, height = x_i - middle[0], y_i - middle[1]
        colour, edge = (VERMILLION, "-") if width * height > 0 else (BLUE, "--")
        ax.add_patch(
            Rectangle(
                middle,
                width,
                height,
                facecolor=to_rgba(colour, 0.15),
                edgecolor=colour,
                linestyle=edge,
                linewidth=1.5,
            )
        )
    return ax


def lines_to_neighbours(query, y_hat, x, y, ax):
    """Mark a query with its answer and connect it to the rows that gave the answer.

    Parameters
    ----------
    query, y_hat : float
        Where the question is asked, and the answer.
    x, y : array_like, shape (topn,)
        The rows that were chosen.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
    """
    for x_i, y_i in zip(x, y, strict=True):
        ax.plot([query, x_i], [y_hat, y_i], color=BLUE, linestyle="-", linewidth=1, zorder=2.5)
    ax.plot(x, y, **CHOSEN, label="nearest rows")
    ax.plot([query], [y_hat], **MARKED, label="query and answer")
    return ax


def landscape(k_values, b_values, losses, ax, levels, bar=True):
    """Draw a loss over slope and intercept as filled contours with a colour bar.

    Parameters
    ----------
    k_values : array_like, shape (m,)
        Slopes, drawn across.
    b_values : array_like, shape (n,)
        Intercepts, drawn upwards.
    losses : array_like, shape (n, m)
        The loss of each pair, row by intercept, column by slope.
    ax : matplotlib.axes.Axes
        Where to draw.
    levels : array_like
        Losses at which a contour is drawn; above the last one the colour stays the same.
    bar : bool
        Whether a colour bar stands beside it.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If ``losses`` does not have one row per intercept and one column per slope.
    """
    k_values, b_values, losses = map(np.asarray, (k_values, b_values, losses))
    if losses.shape != (len(b_values), len(k_values)):
        raise ValueError(
            f"losses has shape {losses.shape}, but {len(b_values)} intercepts and {len(k_values)} "
            f"slopes need ({len(b_values)}, {len(k_values)}): one row per intercept."
        )
    # One colour step per level, however unevenly the levels lie.
    norm = BoundaryNorm(levels, plt.get_cmap(SEQUENTIAL).N, extend="max")
    filled = ax.contourf(
        k_values, b_values, losses, levels=levels, cmap=SEQUENTIAL, norm=norm, extend="max"
    )
    ax.contour(k_values, b_values, losses, levels=levels, colors="white", linewidths=0.6)
    if bar:
        ax.figure.colorbar(filled, ax=ax, label="loss")
    ax.set(xlabel="slope k", ylabel="intercept b")
    return ax


def steps(path, ax, **style):
    """Draw a walk: a line through its points, with arrow heads that tell the direction.

    Set the limits of the axes before: they decide how far apart the heads are on the page.

    Parameters
    ----------
    path : array_like, shape (n, 2)
        The points in the order in which they were visited.
    ax : matplotlib.axes.Axes
        Where to draw.
    **style
        Overrides of the look of a step.

    Returns
    -------
    matplotlib.axes.Axes
    """
    path, style = np.asarray(path, dtype=float), {**STEP, **style}
    ax.autoscale(False)
    # First a white rim for the whole walk, because it is drawn over landscapes of any colour.
    rim = dict(
        color="white",
        linestyle="-",
        linewidth=style["linewidth"] + 2,
        markersize=style["markersize"] + 2,
        label="_rim",
    )
    ax.plot(*path.T, **{**style, **rim})
    ax.plot(*path.T, **style)
    walked, tail = 0, 0
    lengths = np.hypot(*np.diff(ax.transData.transform(path), axis=0).T)
    for i, length in enumerate(lengths):
        if walked < HEAD_EVERY / 2:
            tail = i  # a head looks back half its distance: single steps may go zigzag
        walked += length
        if walked >= HEAD_EVERY:
            walked = 0
            _arrow_head(path[tail], path[i + 1], ax, style)
    return ax


def numbered(points, ax):
    """Draw points as their numbers, in their order, beginning with 1.

    Parameters
    ----------
    points : array_like, shape (n, 2)
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
    """
    circle = dict(boxstyle="circle,pad=0.15", facecolor="white", edgecolor=PURPLE)
    for number, point in enumerate(points, start=1):
        ax.annotate(str(number), point, ha="center", va="center", bbox=circle, zorder=5)
    return ax


def two_views(x, y, loss, k_values, b_values, levels):
    """Prepare the two views of one line: on the data, and as a point on the landscape of its loss.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The data: rooms and prices, unless the caller sets other labels.
    loss : callable
        Takes lines as an array of shape (2, ...) and returns a loss for each.
    k_values, b_values : array_like
        Slopes and intercepts over which the landscape is drawn.
    levels : array_like
        As in `landscape`.

    Returns
    -------
    figure : matplotlib.figure.Figure
    axes : pair of matplotlib.axes.Axes
        Left the scatter plot, right the landscape.
    """
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 4))
    left.plot(x, y, **DATA)
    left.set(xlabel=ROOMS, ylabel=PRICE)
    left.autoscale_view()
    left.autoscale(False)
    landscape(k_values, b_values, loss(np.array(np.meshgrid(k_values, b_values))), right, levels)
    return figure, (left, right)


def graph(output, ax, values=None, gradients=None, visited=(), now=None, backwards=False):
    """Draw a computational graph from left to right: inputs before what is computed from them.

    Set the titles of the figure before: they decide how much room there is. Where there is too
    little for text of 12 points, the drawing shrinks, and `show` will refuse it.

    Parameters
    ----------
    output : node or dict
        The last node, from which all others are found: it has a ``name`` and ``inputs``, which are
        such nodes again. Or a dict from each name to the list of the names that it is computed
        from; then the names are the nodes.
    ax : matplotlib.axes.Axes
        Where to draw; its frame disappears.
    values, gradients : dict, optional
        What to write under which node, gradients in purple frames. Of a number, four digits are
        written; of a larger array its shape; a text as it is; of None nothing. If not given, nodes
        are asked for their ``value`` and ``gradient``. As soon as one node has a value, there is
        room for one under all, so that the panels of a graph look alike.
    visited : iterable of nodes
        Those that had their turn: filled, with a wider frame.
    now : node, optional
        The one whose turn it is, forward or backward: filled darker, with a thick black frame, and
        with wider arrows between it and its inputs.
    backwards : bool
        Whether to draw the way of the gradients: purple arrows from right to left, except to nodes
        whose ``needs_gradient`` is false.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If ``output`` is neither, a dict lacks a name, nodes are made of each other in a circle, or
        what is written or marked is not in the graph.
    """
    nodes = read_graph(output)
    if values is None:
        values = {node: getattr(node, "value", None) for node in nodes}
    if gradients is None:
        gradients = {node: getattr(node, "gradient", None) for node in nodes}
    visited = list(visited)
    for node in [*values, *gradients, *visited, *([] if now is None else [now])]:
        if node not in nodes:
            raise ValueError(f"{node!r} is not in the graph. Its nodes are {[*nodes]}.")

    room, unit = _room(ax)
    names = {node: _label(getattr(node, "name", node), ax) for node in nodes}
    values = {node: _label(_short(v), ax) for node, v in values.items() if v is not None}
    gradients = {node: _label(_short(v), ax) for node, v in gradients.items() if v is not None}
    frames = {node: _size(name) + (2 * PADDING, PADDING) for node, name in names.items()}
    frames = {node: np.maximum(size, BOX) for node, size in frames.items()}
    gradient_frames = {node: (_size(text)[0] + PADDING, LINE) for node, text in gradients.items()}
    narrowest = (NUMBER + PADDING) * bool(values or gradients)
    under = LINE * bool(values) + (LINE + PADDING) * bool(gradients)
    sizes = {}
    for node, (width, height) in frames.items():
        value = _size(values[node])[0] if node in values else 0
        widest = max(narrowest, value, gradient_frames.get(node, (0,))[0])
        sizes[node] = width, widest, height / 2, height / 2 + under

    centres, arrows, size = layout(nodes, sizes, room)
    scale = unit * min(1, *(room / size))
    # In points around the middle of the axes: so nothing is out of shape when these change.
    middle = ScaledTranslation(0.5, 0.5, ax.transAxes)
    on_page = dict(
        transform=Affine2D().scale(scale / 72) + ax.figure.dpi_scale_trans + middle, clip_on=False
    )

    def frame(centre, size, **look):
        corner = np.subtract(centre, np.divide(size, 2))
        style = "round,pad=0,rounding_size=4"
        ax.add_patch(FancyBboxPatch(corner, *size, boxstyle=style, zorder=2, **on_page, **look))

    def write(text, *centre):
        text.set(position=centre, fontsize=SMALLEST_TEXT * scale, **on_page)

    for source, node, path in arrows:
        back = backwards and bool(getattr(source, "needs_gradient", True))
        arrow = FancyArrowPatch(
            path=Path(path.vertices[::-1], path.codes) if back else path,
            arrowstyle="-|>",
            mutation_scale=15 * scale,
            color=PURPLE if back else GREY,
            linewidth=(1.5 + back / 2 + (node == now)) * scale,
            **on_page,
        )
        ax.add_patch(arrow)
    colour = PURPLE if backwards else BLUE
    for node, (x, y) in centres.items():
        look = dict(facecolor="white", edgecolor=GREY, linewidth=1.2)
        if node in visited:
            look = dict(facecolor=to_rgba(colour, 0.25), edgecolor=colour, linewidth=2)
        if node == now:
            look = dict(facecolor=to_rgba(colour, 0.45), edgecolor=BLACK, linewidth=3.5)
        frame((x, y), frames[node], **look)
        write(names[node], x, y)
        bottom = y - frames[node][1] / 2
        if node in values:
            write(values[node], x, bottom - 1 - LINE / 2)
        if node in gradients:
            y = bottom - LINE * bool(values) - PADDING / 2 - LINE / 2
            frame((x, y), gradient_frames[node], facecolor="white", edgecolor=PURPLE, linewidth=1.5)
            write(gradients[node], x, y)
    return ax


def _arrow_head(start, end, ax, style):
    # The last bit of the step alone: a head needs no shaft, and the line is there already.
    head = FancyArrowPatch(
        end - (end - start) * 1e-3,
        end,
        arrowstyle="-|>",
        mutation_scale=22,
        shrinkA=0,
        shrinkB=0,
        color=style["color"],
        linewidth=0.5,
        zorder=style["zorder"] + 0.1,
        path_effects=[withStroke(linewidth=2, foreground="white")],
    )
    ax.add_patch(head)


def _short(value):
    if isinstance(value, str):
        return value
    if np.size(value) != 1:
        return str(np.shape(value))
    return f"{float(f'{np.asarray(value).item():.4g}') + 0:.7g}"  # 24681.2 is 24680; -0 is 0


def _label(text, ax):
    return ax.text(0, 0, text, fontsize=SMALLEST_TEXT, ha="center", va="center")


def _size(text):
    return np.array(text.get_window_extent().size) * 72 / text.figure.dpi


def _room(ax):
    # How large axes will be without frames, in points, and what a point of the course is here.
    figure = ax.get_figure(root=True)
    empty = [other for other in figure.axes if other.axison and not other.has_data()]
    for other in empty:
        other.set_axis_off()  # they will be panels like this one
    ax.set_axis_off()
    figure.draw_without_rendering()  # the layout fixes the position of the axes
    for other in empty:
        other.axison = other is not ax
    unit = max(1, figure.get_figwidth() / 8)
    return (ax.bbox.size * 72 / figure.dpi - PADDING) / unit, unit

"""Where the boxes and arrows of a computational graph go: columns from left to right, straight chains.

All lengths are in points. An arrow that passes a column has a place of its own there, so that it
runs over no box: it goes level within a column and bends between two of them. `helpers.plots.graph` draws
with it. No lesson writes this.
"""

from itertools import combinations, pairwise

import networkx as nx
import numpy as np
from matplotlib.path import Path
from scipy.optimize import linprog

CHANNEL = (6, 70)  # from one column to the next: at least, at most
GAP = (8, 24)  # from one box to the one below
TRACK = 4  # an arrow that passes a column keeps this much free above and below it
LEAD = 7  # an arrow begins and ends with a level piece; its head is there
PORT = 7.5  # from one arrow to the next, where they meet the same side of a box
BOW = 26  # the same where they bow, for those that have both ends in common


def read_graph(output):
    """Find all nodes and who is computed from whom.

    Parameters
    ----------
    output : node or dict
        Something with ``name`` and ``inputs``, which are such nodes again; or a dict from each
        name to the list of names that it is computed from.

    Returns
    -------
    networkx.MultiDiGraph
        An edge from each input to each use of it, in the order of the inputs.

    Raises
    ------
    ValueError
        If ``output`` is neither, a name is missing, or nodes are made of each other in a circle.
    """
    if isinstance(output, dict) and output:
        inputs_of = output
        for name, inputs in inputs_of.items():
            if not isinstance(inputs, list | tuple):
                raise ValueError(
                    f"{name!r} needs a list of the names that it is computed from, "
                    f"if only an empty one, not {inputs!r}."
                )
            for missing in (source for source in inputs if source not in inputs_of):
                raise ValueError(
                    f"{name!r} is computed from {missing!r}, which is not in the graph. "
                    "Each name needs a list of its own; that of an input is empty."
                )
    elif hasattr(output, "inputs") and hasattr(output, "name"):
        inputs_of, waiting = {}, [output]
        while waiting:
            node = waiting.pop()
            if node not in inputs_of:
                inputs_of[node] = list(node.inputs)
                waiting.extend(reversed(node.inputs))
    else:
        raise ValueError(
            f"A graph is given by its last node or by a dict from names to lists, not by {output!r}."
        )
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(inputs_of)
    for node, inputs in inputs_of.items():
        graph.add_edges_from((source, node) for source in inputs)
    if not nx.is_directed_acyclic_graph(graph):
        circle = [getattr(edge[0], "name", edge[0]) for edge in nx.find_cycle(graph)]
        raise ValueError(
            f"The graph has a cycle: {circle}. Each of them needs its own value first."
        )
    return graph


def layout(graph, sizes, room):
    """Find a place for each node and a path for each arrow, level and with few crossings.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        As from `read_graph`.
    sizes : dict
        For each node the width of its box, that of what is written under it, and how far it
        reaches above and below the middle of the box.
    room : pair of float
        Width and height that should do. If they do not, the drawing is larger.

    Returns
    -------
    centres : dict
        For each node the middle of its box, x and y, around (0, 0).
    paths : list of (input, node, matplotlib.path.Path)
        One for each arrow, from the input to the node.
    size : numpy.ndarray of shape (2,)
        Width and height of the drawing.
    """
    depth = _depth(graph)
    routes = [_route(edge, depth) for node in graph for edge in _arriving(node, graph)]
    columns = _columns(graph, routes, depth)
    sizes = {item: sizes.get(item, (0, 0, TRACK, TRACK)) for column in columns for item in column}

    widths = np.array(
        [max(max(sizes[i][0] + 2 * LEAD, sizes[i][1]) for i in column) for column in columns]
    )
    channel = np.clip((room[0] - sum(widths)) / max(len(columns) - 1, 1), *CHANNEL)
    right = np.cumsum(widths + channel) - channel
    left = right - widths
    x = {node: (left[depth[node]] + right[depth[node]]) / 2 for node in graph}
    y, height = _levels(columns, routes, graph, sizes, room[1])
    ports = _ports(routes, y, sizes)

    shift = np.array([right[-1], height]) / 2
    paths = []
    for i, (route, (leave, arrive)) in enumerate(zip(routes, ports, strict=True)):
        source, *tracks, node = route
        start = x[source] + sizes[source][0] / 2, y[source] + leave
        end = x[node] - sizes[node][0] / 2, y[node] + arrive
        # Level within a column, with a bend from each to the next.
        turns = [(right[depth[source]], start[1])]
        for column, track in enumerate(tracks, start=depth[source] + 1):
            turns += [(left[column], y[track]), (right[column], y[track])]
        turns += [(left[depth[node]], end[1])]
        points = [(start, Path.MOVETO)]
        twins = [i for i, other in enumerate(routes) if other == route]
        bow = BOW * ((len(twins) - 1) / 2 - twins.index(i))
        for a, b in zip(turns[::2], turns[1::2], strict=True):
            middle = (a[0] + b[0]) / 2
            points += [(a, Path.LINETO), ((middle, a[1] + bow), Path.CURVE4)]
            points += [((middle, b[1] + bow), Path.CURVE4), (b, Path.CURVE4)]
        vertices, codes = zip(*points, (end, Path.LINETO), strict=True)
        paths.append((source, node, Path(vertices - shift, codes)))
    return {node: (x[node], y[node]) - shift for node in graph}, paths, 2 * shift


def _depth(graph):
    # As far left as its inputs allow; but an input stands just before the first that uses it.
    depth = {}
    for column, generation in enumerate(nx.topological_generations(graph)):
        depth.update(dict.fromkeys(generation, column))
    for node in graph:
        if graph.in_degree(node) == 0 and graph.out_degree(node) > 0:
            depth[node] = min(depth[user] for user in graph.successors(node)) - 1
    return depth


def _arriving(node, graph):
    # The edges to a node from top to bottom, as listed; but weights around the data, or below.
    edges = list(graph.in_edges(node, keys=True))
    weights = [
        edge
        for edge in edges
        if graph.in_degree(edge[0]) == 0 and getattr(edge[0], "needs_gradient", True)
    ]
    data = [edge for edge in edges if edge not in weights]
    above = 1 if len(weights) > 1 else 0
    return weights[:above] + data + weights[above:]


def _route(edge, depth):
    # The two nodes of an edge, and between them a track in each column that it passes.
    source, node, _ = edge
    return [source, *((edge, i) for i in range(depth[source] + 1, depth[node])), node]


def _columns(graph, routes, depth):
    # The nodes and tracks of each column from top to bottom, with few crossings.
    links = nx.DiGraph()  # from right to left
    for route in routes:
        nx.add_path(links, reversed(route))
    links.add_nodes_from(graph)
    # A first guess: as they are met on the way from the last node to its inputs.
    columns = [[] for _ in range(max(depth.values()) + 1)]
    met = {}
    for last in (node for node in graph if graph.out_degree(node) == 0):
        met.update(dict.fromkeys(nx.dfs_preorder_nodes(links, last)))
    for item in met:
        columns[depth[item] if item in graph else item[1]].append(item)

    best, fewest = columns, _crossings(columns, links)
    for sweep in range(8):  # each item to the mean place of its neighbours, from either end
        columns = [list(column) for column in columns]
        neighbours = links.succ if sweep % 2 else links.pred
        for column in columns if sweep % 2 else columns[::-1]:
            place = {item: i for other in columns for i, item in enumerate(other)}
            mean = {i: np.mean([place[j] for j in neighbours[i]] or place[i]) for i in column}
            column.sort(key=mean.get)
        crossings = _crossings(columns, links)
        if crossings < fewest:
            best, fewest = columns, crossings
    return best


def _crossings(columns, links):
    place = {item: i for column in columns for i, item in enumerate(column)}
    count = 0
    for column in columns:
        ends = [(place[item], place[source]) for item in column for source in links.succ[item]]
        count += sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(ends, 2))
    return count


def _levels(columns, routes, graph, sizes, room):
    """Give each item its height: arrows as level as possible, inner ones first (linear programming).

    The unknowns are the height of each item, the rise or fall of each piece of an arrow, and the
    height of the drawing, of which there should be as little as possible.
    """
    items = [item for column in columns for item in column]
    pieces = [piece for route in routes for piece in pairwise(route)]
    one = np.eye(len(items) + len(pieces) + 1)
    y = dict(zip(items, one, strict=False))
    rises, height = one[len(items) : -1], one[-1]
    heights = [sum(sum(sizes[item][2:]) for item in column) for column in columns]
    gaps = [
        (room - used) / (len(c) - 1) for c, used in zip(columns, heights, strict=True) if len(c) > 1
    ]
    gap = np.clip(min(gaps, default=0), *GAP)

    rows, limits = [], []  # each row times the unknowns is at most its limit
    for (a, b), rise in zip(pieces, rises, strict=True):
        rows += [y[a] - y[b] - rise, y[b] - y[a] - rise]
        limits += [0, 0]
    for column in columns:
        for upper, lower in pairwise(column):
            rows.append(y[lower] - y[upper])
            limits.append(-sizes[upper][3] - gap - sizes[lower][2])
        rows += [y[column[0]] - height, -y[column[-1]]]
        limits += [-sizes[column[0]][2], -sizes[column[-1]][3]]
    weights = [_weight(route, piece, graph) for route in routes for piece in pairwise(route)]
    cost = [*np.zeros(len(items)), *weights, 1]
    tallest = max(used + gap * (len(c) - 1) for c, used in zip(columns, heights, strict=True))
    bounds = [(0, None)] * (len(cost) - 1) + [(0, max(room, tallest) + 1e-6)]
    found = linprog(cost, A_ub=rows, b_ub=limits, bounds=bounds).x
    return dict(zip(items, found, strict=False)), found[-1]


def _weight(route, piece, graph):
    # How much it matters that a piece of an arrow is level.
    source, node = route[0], route[-1]
    if source not in piece and node not in piece:
        return 8
    is_first = source == next(iter(graph.pred[node]))
    return (4 if graph.in_degree(source) else 1) + is_first / 2


def _ports(routes, y, sizes):
    # How far above the middle of a box each arrow leaves, and how far above that of another it arrives.
    ports = np.zeros((len(routes), 2))
    for side, (node, neighbour) in enumerate([(0, 1), (-1, -2)]):
        for box in {route[node]: None for route in routes}:
            rises = {i: y[r[neighbour]] - y[box] for i, r in enumerate(routes) if r[node] == box}
            from_top = sorted(rises, key=rises.get, reverse=True)
            level = [rank for rank, i in enumerate(from_top) if abs(rises[i]) < 1]
            last = len(rises) - 1
            middle = level[0] if len(level) == 1 else last / 2
            step = min(PORT, 0.8 * sizes[box][2] / max(middle, last - middle, 1))
            for rank, i in enumerate(from_top):
                ports[i, side] = (middle - rank) * step
    return ports

"""Checks of the exercises of lesson 7."""

import contextlib
import math
import re
import sys

import numpy as np

from helpers import graph as engine
from helpers.check.calls import as_arrays, named
from helpers.check.exercise import Case, Exercise, Mistake
from helpers.check.words import describe, listing


def _stops(error):
    """A wrong answer that does not come to its end."""

    def stop(*given):
        raise error

    return stop


def _numbers(value):
    """Numbers, however nested in lists, tuples and arrays, as one row that tells the nesting too."""
    if isinstance(value, list | tuple) or np.ndim(value):
        return np.concatenate([[len(value)], *map(_numbers, value)])
    if isinstance(value, str):
        raise TypeError("a text is no number")
    return np.array([np.nan if value is None else value], dtype=float)


def _numbers_of_dict(given):
    return _numbers(list(given.values()))


_LEAVES = ["x", "k", "b", "y"]
_LINE = {
    "loss": ["error"],
    "error": ["y_hat", "y"],
    "y_hat": ["product", "b"],
    "product": ["k", "x"],
    **{name: [] for name in _LEAVES},
}
_INNER = [name for name in _LINE if name not in _LEAVES]
_OTHERS = "all others"


def _part_of_graph(answer, names):
    """The part of the learner's dict that a message shows: all of it would be too long."""
    lists = answer()
    if not isinstance(lists, dict):
        return lists
    if names == _OTHERS:
        return {name: sources for name, sources in lists.items() if name not in _LINE}
    return {name: lists[name] for name in names if name in lists}


def _looking_at(part, names):
    """The beginning of a message: the learner's function takes no argument that could be shown."""
    if not isinstance(part, dict):
        return "you returned"
    what = "all names but these eight" if names == _OTHERS else listing(names)
    return f"looking at {what}, your graph has"


def _in_any_order(part):
    """Lists, tuples and sets in one order; whatever is not made of names looks the same."""
    if not isinstance(part, dict):
        return part
    return {name: _sorted_inputs(part[name]) for name in sorted(part, key=str)}


def _sorted_inputs(sources):
    if isinstance(sources, list | tuple | set | frozenset):
        return sorted(item if isinstance(item, str) else "a value" for item in sources)
    return sources if isinstance(sources, str | None) else ("a value",)


def _about_part(part, names):
    """Say which name is missing, or is one too many, in a part of the graph."""
    if not isinstance(part, dict):
        return ""
    if names == _OTHERS:
        which = listing([describe(name) for name in part][:3])
        return f"The task does not name {which}. Which eight names stand there?"
    for name in names:
        if name not in part:
            return f"The key {name} is missing. How is it spelled in the task, and in your dict?"
        if not isinstance(part[name], list | tuple | set | frozenset):
            return f"What {name} is computed from must be a list of names. How is a list written?"
        texts = [item if isinstance(item, str) else describe(item) for item in part[name]]
        more = [text for text in texts if text not in _LINE[name]]
        if more and more[0] not in _LINE:
            return (
                f"In the list of {name} there is {more[0]}, but no node of the graph has that name. "
                "Which eight names stand in the task?"
            )
        if more:
            return (
                f"In the list of {name} there is {more[0]}. If {name} is computed in a single step, "
                "which names are needed in that step?"
            )
        if len(part[name]) < len(_LINE[name]):
            return f"The list of {name} is too short. What else is needed to compute {name}?"
    return "Here a name stands twice. How often does that step need it?"


def _line(**changes):
    """The graph of the line with other lists; one without None is taken away."""
    lists = {**_LINE, **changes}
    return lambda: {name: sources for name, sources in lists.items() if sources is not None}


def _with_each(inner=lambda sources: sources, leaf=lambda name: []):
    """The graph of the line with the lists of all names written in another way."""
    return lambda: {
        name: inner(sources) if sources else leaf(name) for name, sources in _LINE.items()
    }


def _feeds(*kept):
    """For each name the names that are computed from it: the arrows the other way round."""
    return lambda: {
        name: [user for user, sources in _LINE.items() if name in sources] for name in kept
    }


def _from_further_back(name):
    return [found for source in _LINE[name] for found in (source, *_from_further_back(source))]


def _from_all(which):
    lists = {name: [s for s in _from_further_back(name) if s in which] for name in _LINE}
    return lambda: lists


_WHAT_IT_FEEDS = (
    "Those are the names that are computed from it: your arrows go the other way round. When y_hat "
    "is computed, which names must be there already?"
)
_SHORTCUT = (
    "Here the prediction takes k and x itself, and the product is left out. Which two numbers meet "
    "in the last step before y_hat?"
)
_NO_ERROR = (
    "Here the loss takes y_hat and y itself, and the error is left out. What is squared in the last "
    "step?"
)
_TEXTS = (
    "Here a text stands where a list of names is needed. A loop through a text meets one letter "
    "after the other: how do you write a list, even if it holds a single name?"
)
_VALUES = (
    "Here stand values. The graph only tells what is computed from what: which names does a node "
    "need, and which does one need that is simply given?"
)
_OWN_INPUT = (
    "Here a node that is simply given is listed as its own input. From how many other names is it "
    "computed, and how long is its list then?"
)

graph = Exercise(
    number="7.1",
    title="the graph of a line and its loss",
    reference=_line(),
    use=_part_of_graph,
    came=_looking_at,
    tidy=_in_any_order,
    about=_about_part,
    cases=[
        Case("the names that are given", {"names": _LEAVES}),
        Case("the product", {"names": ["product"]}),
        Case("the prediction", {"names": ["y_hat"]}),
        Case("the error", {"names": ["error"]}),
        Case("the loss", {"names": ["loss"]}),
        Case("no other names", {"names": _OTHERS}),
    ],
    mistakes=[
        Mistake(
            lambda: {},
            "The dict is empty. Each of the eight names of the task is a key: which list belongs to "
            "each of them?",
        ),
        Mistake(_feeds(*_LINE), _WHAT_IT_FEEDS),
        Mistake(_feeds(*[name for name in _LINE if name != "loss"]), _WHAT_IT_FEEDS),
        Mistake(_feeds(*_INNER), _WHAT_IT_FEEDS),
        Mistake(
            _line(**dict.fromkeys(_LEAVES)),
            "The names that are simply given are no keys of your dict. A loop over the graph would "
            "never meet them: what does the list of a node without inputs hold?",
        ),
        Mistake(
            _with_each(leaf=lambda name: None),
            "None is no list: a loop through it would stop with an error. How do you write a list in "
            "which nothing stands?",
        ),
        Mistake(_with_each(leaf=lambda name: [name]), _OWN_INPUT),
        Mistake(_with_each(leaf=lambda name: name), _OWN_INPUT),
        Mistake(_with_each(leaf=lambda name: 1.0), _VALUES),
        Mistake(_with_each(leaf=lambda name: [1.0]), _VALUES),
        Mistake(_with_each(inner=lambda sources: 1.0, leaf=lambda name: 1.0), _VALUES),
        Mistake(_with_each(inner=lambda sources: 1.0), _VALUES),
        Mistake(_with_each(inner=lambda sources: [1.0] * len(sources)), _VALUES),
        Mistake(_line(y_hat=["k", "x", "b"]), _SHORTCUT),
        Mistake(_line(y_hat=["k", "x", "b"], product=None), _SHORTCUT),
        Mistake(_line(y_hat=["product", "k", "x", "b"]), _SHORTCUT),
        Mistake(_line(loss=["y_hat", "y"]), _NO_ERROR),
        Mistake(_line(loss=["y_hat", "y"], error=None), _NO_ERROR),
        Mistake(
            _line(loss=["error", "y_hat", "y"]),
            "The error is there, but y_hat and y are listed too. Once the error is known, what more "
            "does the loss need?",
        ),
        Mistake(
            _line(loss=["error", "y"]),
            "The error is there, but y is listed too. Once the error is known, what more does the "
            "loss need?",
        ),
        Mistake(
            _from_all(_LINE),
            "Here stand all names that it depends on, those from further back too. Which of them are "
            "needed in its own step?",
        ),
        Mistake(
            _from_all(_LEAVES),
            "Here the steps in between are left out: each list goes back to the names that are given. "
            "Which results of other steps are used in this one?",
        ),
        Mistake(
            _line(product=["k", "x", "b"], y_hat=["product"]),
            "Here b is listed with the product. In k times x plus b, in which step does b come in?",
        ),
        Mistake(
            _line(error=["y_hat"]),
            "The error needs something to compare the prediction with. Which name is that?",
        ),
        Mistake(
            _line(error=["y"]),
            "The error needs something to compare the price with. Which name is that?",
        ),
        Mistake(
            _line(y_hat=["product"]),
            "One number is still missing for the prediction. What is added to the product?",
        ),
        Mistake(
            _line(product=["k"]),
            "A product has two factors. What is k multiplied by?",
        ),
        Mistake(
            _line(product=["x"]),
            "A product has two factors. What is x multiplied by?",
        ),
        Mistake(
            _line(error=["y_hat", "y", "loss"], loss=[]),
            "Here the error needs the loss, and the loss needs nothing. Which of the two is computed "
            "first?",
        ),
        Mistake(_line(loss="error"), _TEXTS),
        Mistake(_with_each(inner=", ".join), _TEXTS),
        Mistake(_with_each(inner=", ".join, leaf=lambda name: ""), _TEXTS),
        Mistake(_with_each(leaf=lambda name: ""), _TEXTS),
        Mistake(
            _stops(NameError("a name is not defined")),
            "Python took that as the name of a variable. What must stand around a word that is only "
            "a text?",
        ),
    ],
)


@contextlib.contextmanager
def _usual_depth():
    """Python's own limit of calls inside each other, which some notebooks raise."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(min(before, 1000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _sorted_names(graph):
    """A right order, found without recursion."""
    order, found, stack = [], set(), list(reversed(graph))
    while stack:
        name = stack[-1]
        waits_for = [source for source in graph[name] if source not in found]
        if waits_for:
            stack += waits_for
        else:
            stack.pop()
            if name not in found:
                found.add(name)
                order.append(name)
    return order


def _places(order):
    """The place of each name in an order, or None if it is no list of texts."""
    if not isinstance(order, list | tuple | np.ndarray):
        return None
    if not all(isinstance(name, str) for name in order):
        return None
    return {name: place for place, name in enumerate(order)}


def _too_early(places, graph):
    """The first pair of a name and one of its inputs that stands behind it, or nothing."""
    for name, sources in graph.items():
        for source in sources:
            if places[source] > places[name]:
                return name, source


def _is_sorted(order, graph):
    places = _places(order)
    if places is None or places.keys() != graph.keys() or len(order) != len(places):
        return False
    return not _too_early(places, graph)


def _any_right_order(answer, graph):
    """The order as it came; but each right one as the same."""
    lists = {name: list(sources) for name, sources in graph.items()}
    with _usual_depth():
        order = answer(graph)
    return _sorted_names(lists) if _is_sorted(order, lists) else order


def _about_order(order, graph):
    """Say what is wrong with an order: a name there twice, missing, or before its inputs."""
    places = _places(order)
    if places is None:
        return ""
    foreign = [name for name in places if name not in graph]
    missing = [name for name in graph if name not in places]
    if foreign:
        return f"The graph has no node with the name {foreign[0]}. From where did it come?"
    if len(order) > len(places):
        twice = next(name for place, name in enumerate(order) if places[name] != place)
        return (
            f"Here {twice} stands more than once. How can you tell that it is in the list already?"
        )
    if missing:
        return (
            f"Here {missing[0]} is missing. Which line should have put it into the list, and when?"
        )
    if _is_sorted(order[::-1], graph):
        return (
            "Each name stands before its inputs: the order is the other way round. Which names can "
            "be computed at once, and on which side of the list do they belong?"
        )
    name, source = _too_early(places, graph)
    return (
        f"Here {name} stands before {source}, but it is computed from it. What must be true of its "
        "inputs before a name may be put into the list?"
    )


def _outputs(graph):
    used = {source for sources in graph.values() for source in sources}
    return [name for name in graph if name not in used]


def _by_breadth(graph):
    """From the outputs back, step by step; each name when it is met first."""
    order = _outputs(graph)
    for name in order:
        order += dict.fromkeys(source for source in graph[name] if source not in order)
    return order


def _by_depth(graph, starts=None, remember=True, output_first=False):
    """From each start back along each path, with the faults that are wanted."""
    order, met = [], set()

    def visit(name):
        if remember and name in met:
            return
        met.add(name)
        if output_first:
            order.append(name)
        for source in graph[name]:
            visit(source)
        if not output_first:
            order.append(name)

    for name in graph if starts is None else starts:
        visit(name)
    return order


def _one_pass(graph):
    order = []
    for name, sources in graph.items():
        if all(source in order for source in sources):
            order.append(name)
    return order


def _round_by_round(ready, rounds=None):
    """Through the dict again and again, or in as many rounds as given, with this test of a name."""

    def sort(graph):
        order, done = [], 0
        while done != rounds and len(order) < len(graph):
            for name, sources in graph.items():
                if name not in order and ready(sources, order):
                    order.append(name)
            done += 1
        return order

    return sort


def _all_ready(sources, order):
    return all(source in order for source in sources)


def _any_ready(sources, order):
    return not sources or any(source in order for source in sources)


def _each_behind_its_inputs(graph):
    order = []
    for name, sources in graph.items():
        order += dict.fromkeys(source for source in sources if source not in order)
        if name not in order:
            order.append(name)
    return order


def _counted_once(graph):
    """Count the inputs of each name down, but only once if the same one stands there twice."""
    waits = {name: len(sources) for name, sources in graph.items()}
    order = [name for name in graph if waits[name] == 0]
    for ready in order:
        for name, sources in graph.items():
            if ready in sources:
                waits[name] -= 1
                if waits[name] == 0:
                    order.append(name)
    return order


def _counted_once_and_stopped(graph):
    order = _counted_once(graph)
    if len(order) < len(graph):
        raise IndexError("pop from empty list")
    return order


def _levels(graph):
    level = {}
    for name in _sorted_names(graph):
        level[name] = 1 + max((level[source] for source in graph[name]), default=-1)
    return [[name for name in graph if level[name] == n] for n in range(1 + max(level.values()))]


_FIRST_LEAVES = (
    "The names without inputs come first, and the others follow as they stand in the dict. Among "
    "those others, what must be true before one of them may follow?"
)
_OUTPUT_FIRST = (
    "Each node stands before its inputs: you put it into the list as soon as you meet it. Which must "
    "come first, the node or what it is computed from?"
)
_STEPS_BACK = (
    "You went back from the output step by step and turned the list round. But a node can be near "
    "the output on one path and far on another: which of the two must decide on its place?"
)
_ONE_START = (
    "Only what belongs to a single start was found. From which other names must the search begin, so "
    "that none is left out?"
)
_chain = {f"step {n}": [f"step {n - 1}"] if n else [] for n in range(1200)}
_backwards = {name: _chain[name] for name in reversed([*_chain][:120])}

topological_sort = Exercise(
    number="7.2",
    title="inputs first",
    reference=_sorted_names,
    use=_any_right_order,
    about=_about_order,
    tidy=lambda order: order if order is None else str(order),
    cases=[
        Case("one node alone", {"graph": {"x": []}}),
        Case(
            "a chain given backwards",
            {"graph": {"loss": ["error"], "error": ["y_hat"], "y_hat": []}},
        ),
        Case(
            "a node used at two depths",
            {
                "graph": {
                    "square": ["b", "b"],
                    "c": ["b", "square"],
                    "b": ["two", "a"],
                    "two": [],
                    "a": [],
                }
            },
        ),
        Case(
            "two paths that meet",
            {
                "graph": {
                    "x": [],
                    "limit": ["x"],
                    "loss": ["y_hat", "limit"],
                    "y_hat": ["x", "k"],
                    "k": [],
                }
            },
        ),
        Case(
            "two separate parts",
            {
                "graph": {
                    "area": ["width", "width"],
                    "x": [],
                    "loss": ["y_hat"],
                    "k": [],
                    "y_hat": ["k", "b", "x"],
                    "width": [],
                    "b": [],
                }
            },
        ),
        Case("120 nodes given backwards", {"graph": _backwards}, late=True),
        Case(
            "a chain of 1,200 nodes",
            {"graph": {"step 1199": _chain["step 1199"], **_chain}},
            late=True,
        ),
    ],
    mistakes=[
        Mistake(
            list,
            "Those are the names as they stand in the dict, but a dict may begin with any of them. "
            "What must be true of its inputs before a name may be put into the list?",
        ),
        Mistake(
            lambda graph: list(graph)[::-1],
            "Those are the names of the dict from the last to the first, but a dict may begin with "
            "any of them. What must be true of its inputs before a name may follow?",
        ),
        Mistake(
            sorted,
            "Those are the names in the order of the alphabet. What do their letters say about what "
            "is computed from what?",
        ),
        Mistake(
            lambda graph: sorted(graph, key=lambda name: len(graph[name])),
            "The names stand in the order of how many inputs they have. Can a node with two inputs be "
            "ready before one with a single input?",
        ),
        Mistake(
            lambda graph: sorted(graph, key=lambda name: len(graph[name]) > 0),
            _FIRST_LEAVES,
        ),
        Mistake(
            lambda graph: (
                [name for name in graph if not graph[name]]
                + [name for name in reversed(graph) if graph[name]]
            ),
            "The names without inputs come first, and the others follow as they stand in the dict, "
            "from the last to the first. What must be true before one of them may follow?",
        ),
        Mistake(lambda graph: _by_breadth(graph)[::-1], _STEPS_BACK),
        Mistake(
            _by_breadth,
            "You went from the output back, and the list begins with the output. Which names can be "
            "computed at once, and on which side of the list do they belong?",
        ),
        Mistake(lambda graph: _by_depth(graph, output_first=True), _OUTPUT_FIRST),
        Mistake(lambda graph: _by_depth(graph, _outputs(graph), output_first=True), _OUTPUT_FIRST),
        Mistake(lambda graph: _sorted_names(graph)[::-1], _OUTPUT_FIRST),
        Mistake(lambda graph: _by_depth(graph)[::-1], _OUTPUT_FIRST),
        Mistake(lambda graph: _by_depth(graph, _outputs(graph))[::-1], _OUTPUT_FIRST),
        Mistake(
            lambda graph: _by_depth(graph, output_first=True)[::-1],
            "You put each node down as soon as you met it, and turned the list round. But where two "
            "paths meet, the second one comes too late: when are all users of a node in the list?",
        ),
        Mistake(
            lambda graph: _by_depth(graph, remember=False),
            "Some names stand in the list more than once: each path to a node has brought it again. "
            "How can you tell that a name is in the list already?",
        ),
        Mistake(
            lambda graph: _by_depth(graph, _outputs(graph), remember=False),
            "Some names stand in the list more than once: each path to a node has brought it again. "
            "How can you tell that a name is in the list already?",
        ),
        Mistake(
            lambda graph: [name for name in _sorted_names(graph) if graph[name]],
            "The order is right, but the names without inputs are missing. Are they nodes of the "
            "graph too?",
        ),
        Mistake(
            lambda graph: [name for name in graph if graph[name]],
            "The names without inputs are missing, and the others stand as in the dict. Which names "
            "can be computed before all others?",
        ),
        Mistake(
            lambda graph: [name for name in graph if not graph[name]],
            "Those are only the names that have no inputs. Which ones can follow once these are in "
            "the list?",
        ),
        Mistake(
            _one_pass,
            "You went through the dict once, and what was not ready at its turn is lost. How often "
            "must you look again, and when are you done?",
        ),
        *(
            Mistake(
                _round_by_round(_all_ready, rounds),
                "You went through the dict a fixed number of times, and here that is not enough. "
                "How can you tell from the list that you are done?",
            )
            for rounds in (*range(2, 11), 20, 50, 100)
        ),
        Mistake(
            _round_by_round(_any_ready),
            "You put a name into the list as soon as one of its inputs was there. How many of them "
            "does its step need?",
        ),
        Mistake(
            _round_by_round(lambda sources, order: not sources or sources[-1] in order),
            "You asked for the last input of a name only. Which other inputs does its step need?",
        ),
        Mistake(
            _round_by_round(lambda sources, order: not sources or sources[0] in order),
            "You asked for the first input of a name only. Which other inputs does its step need?",
        ),
        Mistake(
            _each_behind_its_inputs,
            "Each name was put behind its own inputs, but these came without theirs. What must "
            "happen to an input that has inputs itself?",
        ),
        Mistake(
            _counted_once,
            "A node that uses the same input twice is missing. It waits for two, so how often must "
            "it be counted when that input is ready?",
        ),
        Mistake(
            _counted_once_and_stopped,
            "No name was ready any more, but some were not in the list yet: a node that uses the same "
            "input twice waits for two. How often must it be counted when that input is ready?",
        ),
        Mistake(lambda graph: _by_depth(graph, [next(iter(graph))]), _ONE_START),
        Mistake(lambda graph: _by_depth(graph, [list(graph)[-1]]), _ONE_START),
        Mistake(lambda graph: _by_depth(graph, [_outputs(graph)[0]]), _ONE_START),
        Mistake(lambda graph: _by_depth(graph, [_outputs(graph)[-1]]), _ONE_START),
        Mistake(
            lambda graph: [*graph].reverse(),
            "None means that nothing was given back. What print shows is not given back, and a "
            "method that changes a list, such as append or reverse, gives back None itself. Which "
            "list should your function give back?",
        ),
        Mistake(
            _levels,
            "Those are groups of names, each group in a list of its own. What does the task ask for: "
            "one list of names, or a list of lists?",
        ),
        Mistake(
            _by_depth,
            "Your function calls itself once for each node of a path, and Python allows only about "
            "1,000 calls inside each other. How could a list remember which names still wait?",
        ),
    ],
)


def _wants(name, shape, function):
    """A function of an array to hand to the learner's, which says so if the shape is another."""

    def f(W):
        if np.shape(W) != shape:
            raise ValueError(
                f"f wants an array of the shape of W, {shape}, but it got one of shape "
                f"{np.shape(W)}."
            )
        return float(function(np.asarray(W, dtype=float)))

    return named(name, f)


def _entry_by_entry(slope, dtype=float, moved_dtype=float):
    """A result of W's shape; slope gets f with the entry moved, f(W) and h. None: W's own type."""

    def gradient(f, W, h):
        result = np.zeros(W.shape, dtype=dtype or W.dtype)
        for place in np.ndindex(W.shape):
            result[place] = slope(
                lambda by, place=place: f(_moved(W, place, by, moved_dtype)), f(W), h
            )
        return result

    return gradient


def _with_entries(two_values):
    """Slopes from two other values of each entry; two_values gets the entry and h."""

    def gradient(f, W, h):
        result = np.zeros(W.shape)
        for place, entry in np.ndenumerate(W):
            up, down = (_moved(W, place, value - entry) for value in two_values(entry, h))
            result[place] = (f(up) - f(down)) / (2 * h)
        return result

    return gradient


def _moved(W, place, by, dtype=float):
    moved = np.array(W, dtype=dtype or W.dtype)
    moved[place] += by
    return moved


_central = _entry_by_entry(lambda at, here, h: (at(h) - at(-h)) / (2 * h))


def _of_result(change):
    return lambda f, W, h: change(_central(f, W, h))


def _only(where):
    """Right at the places that are wanted, and 0 elsewhere."""
    return lambda f, W, h: np.where(where(W), _central(f, W, h), 0)


def _all_together(f, W, h):
    return (f(W + h) - f(W - h)) / (2 * h)


def _never_put_back(f, W, h):
    """Up by h and down by 2h, and from there on to the next entry."""
    result, moved = np.zeros(W.shape), W.astype(float)
    for place in np.ndindex(W.shape):
        moved[place] += h
        up = f(moved)
        moved[place] -= 2 * h
        result[place] = (up - f(moved)) / (2 * h)
    return result


def _never_put_back_in_two_copies(f, W, h):
    result, up, down = np.zeros(W.shape), W.astype(float), W.astype(float)
    for place in np.ndindex(W.shape):
        up[place] += h
        down[place] -= h
        result[place] = (f(up) - f(down)) / (2 * h)
    return result


def _steps_like_W(f, W, h):
    """The lesson's way, but what is added to W has W's own type."""
    result = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        step = np.zeros_like(W)
        step[place] = h
        result[place] = (f(W + step) - f(W - step)) / (2 * h)
    return result


def _row_by_row(f, W, h):
    result = np.zeros(W.shape)
    for row in range(len(W)):
        result[row] = (f(_moved(W, row, h)) - f(_moved(W, row, -h))) / (2 * h)
    return result


def _without_the_rest(f, W, h):
    """Move an entry of an array of zeros: W itself is forgotten."""
    nothing = np.zeros(W.shape)
    return _central(f, nothing, h)


def _on_its_own(f, W, h):
    """All other entries set to 0."""
    result = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        up, down = np.zeros(W.shape), np.zeros(W.shape)
        up[place], down[place] = W[place] + h, W[place] - h
        result[place] = (f(up) - f(down)) / (2 * h)
    return result


def _only_tables(error):
    def gradient(f, W, h):
        if W.ndim != 2:
            raise error
        return _central(f, W, h)

    return gradient


_ONE_SIDED = (
    "One of your two heights is taken at W itself, so you see one side only. Where are the two points "
    "of the task, seen from W?"
)
_PARENTHESES = (
    "Only one of the two heights was divided: Python divides before it subtracts. How do you tell it "
    "to take the difference first?"
)
_ONE_NUMBER = (
    "That is one number, but each entry of W has a slope of its own. What shape must the result have, "
    "and where in it does each slope belong?"
)
_NOT_PUT_BACK = (
    "The first slope is right, but then an entry that was moved stays moved while the next one is "
    "measured. How must W look at the beginning of each round?"
)
_TABLES_ONLY = (
    "Your function works for tables only: it asks for rows and columns, and this W has just one "
    "direction. How do you go through all places of an array, whatever its shape?"
)
_H_IGNORED = (
    "You took an h of your own, whatever h was given. Where does your function use the h from its "
    "first line?"
)

numeric_gradient = Exercise(
    number="7.6",
    title="a gradient by finite differences",
    reference=_central,
    cases=[
        Case(
            "two numbers",
            {
                "f": _wants("sum_of_cubes", (2,), lambda W: np.sum(W**3)),
                **as_arrays(W=[1, 2]),
                "h": 0.25,
            },
        ),
        Case(
            "a table",
            {
                "f": _wants(
                    "mixed_products",
                    (2, 2),
                    lambda W: W[0, 0] * W[0, 1] ** 2 - 3 * W[1, 0] ** 3 * W[0, 0] + 7 * W[1, 1],
                ),
                **as_arrays(W=[[1, 3], [2, -1]]),
                "h": 0.125,
            },
        ),
        Case(
            "more columns than rows",
            {
                "f": _wants("product_of_all", (2, 3), np.prod),
                **as_arrays(W=[[1, -2, 3], [4, 0.5, 1]]),
                "h": 0.5,
            },
        ),
        Case(
            "a single entry",
            {
                "f": _wants("fourth_power", (1, 1), lambda W: W[0, 0] ** 4),
                **as_arrays(W=[[-1]]),
                "h": 2.0,
            },
        ),
        Case(
            "whole numbers",
            {
                "f": _wants("mean_of_cubes", (2, 2), lambda W: np.mean(W**3)),
                "W": np.array([[1, 2], [3, 5]]),
                "h": 0.5,
            },
            late=True,  # so that it does not hide what is wrong with fractions too
        ),
        Case(
            "120 weights",
            {
                "f": _wants(
                    "loss_of_weights",
                    (12, 10),
                    lambda W: np.mean(np.sin(W) ** 2) + np.mean(W @ W.T),
                ),
                "W": np.random.default_rng(7).integers(-16, 17, (12, 10)) / 8,
                "h": 0.1,  # moved up and down again, 0.25 is another number; down and up, -0.25 is
            },
            late=True,
        ),
    ],
    mistakes=[
        *(
            Mistake(
                _entry_by_entry(
                    lambda at, here, h: (at(h) - at(-h)) / (2 * h), dtype, moved_dtype=None
                ),
                "An array of whole numbers cannot hold W + h if h is a fraction: it cuts off what "
                "stands behind the point. Which copy of W can hold fractions?",
            )
            for dtype in (float, None)
        ),
        Mistake(
            _steps_like_W,
            "Here W holds whole numbers, and so does your array of steps: h, a fraction, became 0 in "
            "it. Which array of zeros can hold fractions?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(h) - at(-h)) / (2 * h), dtype=None),
            "Some digits are lost: the array for the result holds whole numbers only, as W does. Which "
            "array of zeros can hold fractions?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(h) - at(-h)) / h),
            "You divided by h. How far is it from the point below W to the point above?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(h) - at(-h)) / 2),
            "You divided by 2, whatever h is. How far is it from the point below W to the point "
            "above?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(h) - at(-h)) / 2 * h),
            "The difference was divided by 2, and then multiplied by h: Python goes from left to "
            "right. How do you tell it that 2 and h belong together?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: at(h) - at(-h)),
            "Those are differences of heights. By what is each of them divided to become a slope?",
        ),
        *(
            Mistake(_entry_by_entry(slope), _ONE_SIDED)
            for slope in (
                lambda at, here, h: (at(h) - here) / h,
                lambda at, here, h: (here - at(-h)) / h,
                lambda at, here, h: (at(h) - here) / (2 * h),
                lambda at, here, h: (here - at(-h)) / (2 * h),
                lambda at, here, h: (at(2 * h) - here) / (2 * h),
            )
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(-h) - at(h)) / (2 * h)),
            "Each sign is turned round: where f rises, your slope is below 0. Which height is taken "
            "away from which?",
        ),
        Mistake(
            _of_result(np.abs),
            "The slopes have lost their signs. How does a slope tell that f falls?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(h) + at(-h)) / (2 * h)),
            "The two heights were added. What tells you how much higher one is than the other?",
        ),
        Mistake(_entry_by_entry(lambda at, here, h: at(h) - at(-h) / (2 * h)), _PARENTHESES),
        Mistake(_entry_by_entry(lambda at, here, h: at(h) - at(-h) / 2 * h), _PARENTHESES),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(h / 2) - at(-h / 2)) / h),
            "Each entry was moved by half of h. By how much does the task move it, up and down?",
        ),
        Mistake(
            _with_entries(lambda w, h: (h, -h)),
            "The entry was replaced by h and by -h. What is its new value if it is moved by h?",
        ),
        Mistake(
            _with_entries(lambda w, h: (w * (1 + h), w * (1 - h))),
            "Each entry was moved by a share of itself. By how much does the task move it, whatever "
            "its value?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(1) - at(-1)) / 2),
            "Each entry was moved by 1, whatever h is. By how much does the task move it?",
        ),
        Mistake(
            _entry_by_entry(lambda at, here, h: (at(1) - at(-1)) / (2 * h)),
            "Each entry was moved by 1, and then you divided by 2h. By how much does the task move "
            "it?",
        ),
        *(
            Mistake(
                _entry_by_entry(lambda at, here, h, own=own: (at(own) - at(-own)) / (2 * own)),
                _H_IGNORED,
            )
            for own in (1e-3, 1e-4, 1e-5, 1e-6)
        ),
        Mistake(
            _all_together,
            "All entries were moved together, and one number came out. Which entries stay where "
            "they are while the slope of one entry is measured?",
        ),
        Mistake(
            lambda f, W, h: np.full(W.shape, _all_together(f, W, h)),
            "All entries were moved together, so each place has the same number. Which entries stay "
            "where they are while the slope of one entry is measured?",
        ),
        Mistake(
            _row_by_row,
            "A whole row was moved at once, so all its places have the same number. How do you move a "
            "single entry of a table?",
        ),
        Mistake(
            _of_result(np.ravel),
            "All slopes are there, but in one flat row. What shape must the result have, so that each "
            "slope stands where its entry stands in W?",
        ),
        Mistake(_of_result(np.sum), _ONE_NUMBER),
        Mistake(_of_result(np.mean), _ONE_NUMBER),
        Mistake(_of_result(lambda result: result.flat[0]), _ONE_NUMBER),
        Mistake(_of_result(lambda result: result.flat[-1]), _ONE_NUMBER),
        Mistake(_never_put_back, _NOT_PUT_BACK),
        Mistake(_never_put_back_in_two_copies, _NOT_PUT_BACK),
        Mistake(
            lambda f, W, h: np.zeros(W.shape),
            "Every slope is 0, as if f were the same on both sides. Does a second name make a second "
            "array, and has anything been written into the result?",
        ),
        Mistake(
            _only(lambda W: np.arange(len(W)).reshape(-1, *[1] * (W.ndim - 1)) == 0),
            "Only the first row has its slopes, and the others are still 0. Where does your loop end?",
        ),
        Mistake(
            _only(lambda W: np.eye(*W.shape[:2]) if W.ndim == 2 else True),
            "Only the places with the same number for row and column have their slopes. How does a "
            "loop come to all columns of each row?",
        ),
        Mistake(
            _only(lambda W: np.arange(W.size).reshape(W.shape) == 0),
            "Only the first entry has its slope, and the others are still 0. Where does your loop "
            "end, and where does the function?",
        ),
        Mistake(
            _without_the_rest,
            "The slopes are those at a W of zeros: the array that was moved does not hold the values "
            "of W. What must stand in it before one entry is moved?",
        ),
        Mistake(
            _on_its_own,
            "While one entry was moved, all others were 0. Which values must they have?",
        ),
        Mistake(_only_tables(IndexError("tuple index out of range")), _TABLES_ONLY),
        Mistake(_only_tables(ValueError("not enough values to unpack")), _TABLES_ONLY),
        Mistake(
            lambda f, W, h: W - _central(f, W, h),
            "The slopes were taken away from W. Does the task ask for new weights, or for the slopes?",
        ),
        Mistake(
            _stops(ZeroDivisionError("division by zero")),
            "Something was divided by 0, but the two points are not in the same place. How far is it "
            "from one to the other?",
        ),
    ],
)


class _NotANumber(TypeError):
    """A calculation with a node itself instead of what it holds; a message shows a TypeError."""


class _AllOfThem(TypeError):
    """A calculation with a whole list or tuple; a message shows a TypeError."""


_NotANumber.__name__ = _AllOfThem.__name__ = "TypeError"


@contextlib.contextmanager
def _told_apart():
    """Errors in calculations with a node, or with a list, as errors of types of their own."""
    try:
        yield
    except TypeError as error:
        unfit = re.search(r"^unsupported operand.*'(list|tuple)'", str(error)) and _AllOfThem
        if re.search("'(Placeholder|Parameter|Add|Multiply|L2Loss)'", str(error)):
            unfit = _NotANumber
        if not unfit:
            raise
        raise unfit(error).with_traceback(error.__traceback__) from error


def _node_of(answer, *values):
    """An object of the learner's class, with inputs that have these values."""
    node = answer.__new__(answer)  # no __init__: it belongs to the Node of the lesson
    node.inputs = tuple(engine.Placeholder(name=f"input {i}") for i in range(len(values)))
    for source, value in zip(node.inputs, values, strict=True):
        source.value, source.gradient = value, 0.0
    node.name, node.value, node.gradient = answer.__name__, None, None
    return node


def _value_and_gradients(answer, a, b, gradient):
    """What a node of this class gives forward and backward, as the engine calls it."""
    node = _node_of(answer, a, b)
    with _told_apart():
        node.value = node.forward(a, b)
        node.gradient = gradient
        return {"value": node.value, "gradients": node.backward(gradient, a, b)}


def _node(forward, backward):
    """A class with these two functions for methods."""

    class MyNode:
        def forward(self, *values):
            return forward(*values)

        def backward(self, gradient, *values):
            return backward(gradient, *values)

    return MyNode


_VALUES_OF_TWO = [
    Case("three numbers", as_arrays(a=2, b=5, gradient=3)),
    Case("a value below 0", as_arrays(a=-1.5, b=4, gradient=0.5)),
    Case("a gradient below 0", as_arrays(a=3, b=0, gradient=-2)),
    Case("arrays", as_arrays(a=[1, 2, 0], b=[4, 0, -2], gradient=[0.5, -1, 2])),
    Case(
        "tables",
        as_arrays(a=[[1, -2], [3, 4], [5, 1]], b=[[2, 2], [0, -1], [1, 7]], gradient=[[1, 2]] * 3),
    ),
]


def _not_nodes():
    return _stops(AttributeError("there is no such attribute"))


def _faults_of_any_node(forward, backward):
    """Mistakes around any operation on two inputs, from its right forward and backward."""

    def gradients(change):
        return _node(forward, lambda gradient, a, b: change(*backward(gradient, a, b)))

    def nothing(*given):
        return None

    one_alone = (
        "Only one gradient came from backward, but the node has two inputs. What does the other "
        "input get?"
    )
    added_up = (
        "The two gradients were added up in backward. Each input has a gradient of its own: how do "
        "you give back both of them, side by side?"
    )
    halves = (
        "The gradients are half of what they should be. If a grows by a little and b stays, does the "
        "value change by its full share, or by half of it?"
    )
    return [
        Mistake(
            _node(nothing, nothing),
            "Neither forward nor backward gave anything back. Does each of the two end with return?",
        ),
        Mistake(
            _node(nothing, backward),
            "forward gave nothing back. Who stores the value of a node: the method itself, or the "
            "engine that calls it?",
        ),
        Mistake(
            _node(forward, nothing),
            "backward gave nothing back. Who hands the gradients on to the inputs: the method itself, "
            "or the engine that calls it?",
        ),
        Mistake(gradients(lambda first, second: first), one_alone),
        Mistake(gradients(lambda first, second: [first]), one_alone),
        Mistake(gradients(lambda first, second: [first, None]), one_alone),
        Mistake(gradients(lambda first, second: first + second), added_up),
        Mistake(gradients(lambda first, second: [first + second]), added_up),
        Mistake(gradients(lambda first, second: [first + second] * 2), added_up),
        Mistake(gradients(lambda first, second: [first / 2, second / 2]), halves),
        Mistake(
            gradients(lambda first, second: [-first, -second]),
            "Both gradients have the wrong sign. If a grows by a little, does the value of the node "
            "change as your gradient says?",
        ),
        Mistake(
            gradients(lambda first, second: [np.sum(first), np.sum(second)]),
            "For arrays, each gradient became a single number. What shape does a have, and what shape "
            "must its gradient have?",
        ),
        Mistake(
            _node(forward, lambda gradient, a, b: [gradient, *backward(gradient, a, b)]),
            "Three gradients came from backward, but the node has two inputs. Which one of the three "
            "belongs to neither a nor b?",
        ),
        Mistake(
            _node(forward, lambda a, b, gradient: backward(gradient, a, b)),
            "In backward the three names mean something else than they say. In which order does the "
            "task hand over the gradient and the two values?",
        ),
        Mistake(
            _node(forward, lambda gradient, a, b: forward(a, b)),
            "backward gave the value of the node. What does it have to tell each input: the value, or "
            "how strongly the loss depends on that input?",
        ),
        Mistake(
            _node(forward, lambda gradient, a, b: [forward(a, b)] * 2),
            "backward gave the value of the node to both inputs. If one input grows by a little and "
            "the other stays, by how much does the value change?",
        ),
        Mistake(
            _node(forward, lambda gradient, a, b: [gradient * forward(a, b)] * 2),
            "In backward the gradient was multiplied by the value of the node. If one input grows by "
            "a little and the other stays, by how much does the value change?",
        ),
        Mistake(
            _node(lambda a, b: np.sum(forward(a, b)), backward),
            "For arrays, forward gave one number for all entries. What shape must the value have?",
        ),
        Mistake(
            _node(lambda a, b: [a, b], backward),
            "forward gave back its two inputs. What does this node compute from them?",
        ),
        Mistake(
            _node(forward, _not_nodes()),
            "Something was asked for that is not there. The methods are given a, b and gradient, and "
            "these are numbers or arrays, no nodes: which of them do you need?",
        ),
        Mistake(
            _node(_stops(_NotANumber("a node is no number")), backward),
            "A node is an object, not a number: Python cannot compute with it. The methods are given "
            "a, b and gradient, and these are numbers or arrays: which of them do you need?",
        ),
        Mistake(
            _node(_not_nodes(), backward),
            "Something was asked for that is not there. The methods are given a, b and gradient, and "
            "these are numbers or arrays, no nodes: which of them do you need?",
        ),
    ]


def _sum(a, b):
    return a + b


def _product(a, b):
    return a * b


def _to_both(gradient, a, b):
    return [gradient, gradient]


def _crosswise(gradient, a, b):
    return [gradient * b, gradient * a]


_ONES = (
    "Your gradients do not depend on the gradient that comes from above. How does the chain rule put "
    "the slope of this node and the gradient together?"
)
_OTHER_OPERATION = (
    "forward does not do what this node is for. Which operation does its name stand for?"
)

add = Exercise(
    number="7.3",
    title="a node that adds",
    reference=_node(_sum, _to_both),
    methods=("forward", "backward"),
    use=_value_and_gradients,
    came="your node gave",
    tidy=_numbers_of_dict,
    cases=_VALUES_OF_TWO,
    mistakes=[
        *(
            Mistake(_node(_sum, backward), _ONES)
            for backward in (
                lambda gradient, a, b: [1, 1],
                lambda gradient, a, b: [np.ones_like(a), np.ones_like(b)],
            )
        ),
        Mistake(
            _node(_product, _crosswise),
            "That is a node that multiplies, forward and backward. What does this one do with a and "
            "b?",
        ),
        Mistake(_node(_product, _to_both), _OTHER_OPERATION),
        Mistake(_node(lambda a, b: a - b, _to_both), _OTHER_OPERATION),
        Mistake(
            _node(lambda a, b: (a + b) / 2, _to_both),
            "forward gave the mean of the two inputs. What does this node compute from them?",
        ),
        Mistake(
            _node(_sum, _crosswise),
            "Those are the gradients of a product. If a grows by 1 and b stays, by how much does the "
            "sum grow, and does that depend on b?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [gradient * a, gradient * b]),
            "Each gradient was multiplied by its own input. If a grows by 1, by how much does the sum "
            "grow, and does that depend on a?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [a, b]),
            "backward gave back the two inputs themselves. Which number comes from above, and what "
            "does the sum make of it for each input?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [b, a]),
            "backward gave back the two inputs, exchanged. Which number comes from above, and what "
            "does the sum make of it for each input?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [gradient + a, gradient + b]),
            "In backward each input was added to the gradient. What does the chain rule do with the "
            "gradient and the slope of a step, and how large is the slope of a sum?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [gradient + b, gradient + a]),
            "In backward the other input was added to the gradient. What does the chain rule do with "
            "the gradient and the slope of a step, and how large is the slope of a sum?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [gradient, -gradient]),
            "The second gradient has the sign that it would have in a difference. If b grows by 1, "
            "does the sum grow or fall?",
        ),
        Mistake(
            _node(_sum, lambda gradient, a, b: [gradient, 0 * gradient]),
            "Only the first input got the gradient, and the second one got 0. If b grows by 1, by how "
            "much does the sum grow?",
        ),
        *_faults_of_any_node(_sum, _to_both),
    ],
)

multiply = Exercise(
    number="7.4",
    title="a node that multiplies",
    reference=_node(_product, _crosswise),
    methods=("forward", "backward"),
    use=_value_and_gradients,
    came="your node gave",
    tidy=_numbers_of_dict,
    cases=_VALUES_OF_TWO,
    mistakes=[
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient * a, gradient * b]),
            "Each gradient was multiplied by its own input. If a grows by 1 and b stays at 5, by how "
            "much does the product grow?",
        ),
        Mistake(_node(_product, lambda gradient, a, b: [b, a]), _ONES),
        Mistake(
            _node(_product, lambda gradient, a, b: [a, b]),
            "backward gave back the two inputs themselves. If a grows by 1 and b stays at 5, by how "
            "much does the product grow, and where does the gradient from above come in?",
        ),
        *(
            Mistake(
                _node(_product, backward),
                "Both gradients are 1. If a grows by 1 and b stays at 5, by how much does the product "
                "grow, and where does the gradient from above come in?",
            )
            for backward in (
                lambda gradient, a, b: [1, 1],
                lambda gradient, a, b: [np.ones_like(a), np.ones_like(b)],
            )
        ),
        Mistake(
            _node(_sum, _to_both),
            "That is a node that adds, forward and backward. What does this one do with a and b?",
        ),
        Mistake(_node(_sum, _crosswise), _OTHER_OPERATION),
        Mistake(
            _node(_product, _to_both),
            "Those are the gradients of a sum. If a grows by 1 and b stays at 5, by how much does the "
            "product grow?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient * b, gradient * b]),
            "Both inputs got the gradient times b. If b grows by 1 and a stays, by how much does the "
            "product grow?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient * a, gradient * a]),
            "Both inputs got the gradient times a. If a grows by 1 and b stays, by how much does the "
            "product grow?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient + b, gradient + a]),
            "In backward the gradient and the slope were added. What does the chain rule do with two "
            "slopes on one path?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient + a, gradient + b]),
            "In backward each input was added to the gradient. If a grows by 1 and b stays at 5, by how "
            "much does the product grow, and what does the chain rule do with that slope?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient * b, a]),
            "The gradient from above is used for the first input only. What does the chain rule say "
            "about the second one?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [b, gradient * a]),
            "The gradient from above is used for the second input only. What does the chain rule say "
            "about the first one?",
        ),
        Mistake(
            _node(_product, lambda gradient, a, b: [gradient / b, gradient / a]),
            "In backward the gradient was divided by the other input. If a grows by 1 and b stays at 5, "
            "by how much does the product grow?",
        ),
        *(
            Mistake(
                _node(_product, backward),
                "0 was divided by 0, and nan stands for a result that is no number. The inputs of a "
                "product may be 0. If a grows by 1 and b stays, which number does the product grow "
                "by, and must it be found by dividing?",
            )
            for backward in (
                lambda gradient, a, b: [gradient * (a * b) / a, gradient * (a * b) / b],
                lambda gradient, a, b: [gradient * (a * b) / a, gradient * a],
                lambda gradient, a, b: [gradient * b, gradient * (a * b) / b],
            )
        ),
        *(
            Mistake(
                _node(forward, _crosswise),
                "That is the product of linear algebra, which adds up along a row or column. Which "
                "sign multiplies two arrays entry by entry?",
            )
            for forward in (np.dot, lambda a, b: a @ b)
        ),
        *_faults_of_any_node(_product, _crosswise),
    ],
)


class _AsBefore(dict):
    """Numbers that the answer has not changed, with another for the place of what it computed."""

    def __init__(self, values, place):
        super().__init__(values)
        self.place = place


def _numbers_and_place(left):
    return np.append(_numbers_of_dict(left), getattr(left, "place", 0))


def _gradients_of_parameters(answer, c, parameters, passes):
    """What the learner's function leaves in the nodes from which c is computed."""
    nodes = {name: engine.Parameter(value, name=name) for name, value in parameters.items()}
    order = engine.topological_sort(c(**nodes))
    for _ in range(passes):
        engine.forward(order, {})
        values = [np.array(node.value) for node in order]
        with _told_apart():
            answer(order)
    gradients = {name: node.gradient for name, node in nodes.items()}
    if any(np.ndim(gradient) or gradient != 0.0 for gradient in gradients.values()):
        return gradients
    if not all(map(np.array_equal, [node.value for node in order], values)):
        return _AsBefore(gradients, 1)
    return _AsBefore(gradients, 2 if order[-1].gradient != 1.0 else 3)


def _two_b_plus_square(a):
    b = engine.Multiply(engine.Parameter(2.0, name="two"), a)
    return engine.Add(engine.Multiply(b, b), b)


def _scaled_twice(a):
    inner = engine.Multiply(engine.Parameter(3.0), a)
    return engine.Multiply(inner, engine.Parameter(4.0))


def _to_three(a, k, b):
    return engine.Add(engine.Add(engine.Multiply(a, k), engine.Multiply(a, b)), a)


def _loss_of_arrays(a, b, w, y):
    # Backward, a + b comes first: it hands one array to both, and then a * w adds to that of a.
    return engine.L2Loss(engine.Add(engine.Multiply(a, w), engine.Add(a, b)), y)


def _graph(label, c, build, parameters, passes=1):
    arguments = {"c": named(c, build), "parameters": parameters, "passes": passes}
    return Case(label, arguments)


def _hand_back(store, start=1.0, reset=True, steps=reversed):
    """The lesson's function with another last line, start, reset or order."""

    def backward(order):
        for node in order:
            if reset or node.gradient is None:
                node.gradient = 0.0
        order[-1].gradient = start
        for node in steps(order):
            values = [source.value for source in node.inputs]
            gradients = node.backward(node.gradient, *values) if node.inputs else []
            for source, gradient in zip(node.inputs, gradients, strict=True):
                store(node, source, gradient)

    return backward


def _sets(new):
    """A last line that gives the source a new gradient."""

    def store(node, source, gradient):
        source.gradient = new(node, source, gradient)

    return store


_plus = _sets(lambda node, source, gradient: source.gradient + gradient)


def _adds_in_a_shared_array(node, source, gradient):
    """The first gradient is not copied, so an array that others hold is changed later."""
    if np.all(source.gradient == 0.0):
        source.gradient = gradient
    else:
        source.gradient += gradient


def _adds_to_node(node, source, gradient):
    node.gradient = node.gradient + gradient


def _sets_node(node, source, gradient):
    node.gradient = gradient


def _adds_to_value(node, source, gradient):
    source.value = source.value + gradient


def _sets_value(node, source, gradient):
    source.value = gradient


def _all_together_for(node):
    """The sum of all gradients that the node hands back."""
    return sum(node.backward(node.gradient, *[source.value for source in node.inputs]))


def _to_one_input(which, all_nodes=True):
    """In each node, or in the last one only, a single input gets its gradient."""

    def backward(order):
        for node in order:
            node.gradient = 0.0
        order[-1].gradient = 1.0
        for node in reversed(order) if all_nodes else order[-1:]:
            if node.inputs:
                values = [source.value for source in node.inputs]
                gradient = node.backward(node.gradient, *values)[which]
                _plus(node, node.inputs[which], gradient)

    return backward


def _turns_the_list_round(order):
    _hand_back(_plus)(order)
    order.reverse()


_STUB = """\
def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            ...
"""
_WHOLE_GRADIENT = (
    "Each input got the gradient of the node itself, and the slope of the operation is lost. Which of "
    "the names in the inner loop already holds both?"
)
_CHAIN_RULE_TWICE = (
    "The gradient of the node is multiplied in twice: the node's own backward has used it already. "
    "What remains to be done with the gradient of the inner loop?"
)

backward = Exercise(
    number="7.5",
    title="gradients that meet",
    reference=_hand_back(_plus),
    stub=_STUB,
    use=_gradients_of_parameters,
    came="your function left the gradients",
    tidy=_numbers_and_place,
    cases=[
        _graph("a plain chain", "(3 * a) * 4", _scaled_twice, {"a": 2.0}),
        _graph("two paths that meet", "b * b + b with b = 2 * a", _two_b_plus_square, {"a": 3.0}),
        _graph("a node used twice", "a * a", lambda a: engine.Multiply(a, a), {"a": 5.0}),
        _graph(
            "a node that feeds three others",
            "a * k + a * b + a",
            _to_three,
            {"a": 2.0, "k": -3.0, "b": 0.5},
        ),
        _graph(
            "arrays",
            "the L2 loss of a * w + (a + b) and y",
            _loss_of_arrays,
            {"a": [1.0, 2.0], "b": [0.0, 3.0], "w": [4.0, -1.0], "y": [2.0, 1.0]},
        ),
        _graph(
            "two passes in a row",
            "a * a * k",
            lambda a, k: engine.Multiply(engine.Multiply(a, a), k),
            {"a": 1.5, "k": -2.0},
            passes=2,
        ),
    ],
    mistakes=[
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: gradient)),
            "Where two paths meet, only the path that came last counts. What must be done with a "
            "gradient that is already there?",
        ),
        Mistake(
            _hand_back(
                _sets(
                    lambda node, source, gradient: (
                        gradient if np.all(source.gradient == 0) else source.gradient
                    )
                )
            ),
            "Where two paths meet, only the path that came first counts. What must be done with a "
            "gradient that comes later?",
        ),
        Mistake(
            _hand_back(
                _sets(
                    lambda node, source, gradient: (
                        gradient if source.gradient == 0 else source.gradient  # one True or False
                    )
                )
            ),
            "Where two paths meet, only the path that came first counts. What must be done with a "
            "gradient that comes later? For arrays, your comparison gives one True or False for each "
            "entry: is the first gradient a special case at all, if it is added to 0?",
        ),
        Mistake(
            _hand_back(
                _sets(
                    lambda node, source, gradient: (
                        gradient if source.gradient == 0 else source.gradient + gradient
                    )
                )
            ),
            "Single numbers work, but for arrays your comparison gives one True or False for each "
            "entry. What comes out if a gradient is added to 0: is the first one a special case?",
        ),
        Mistake(
            _hand_back(lambda node, source, gradient: None),
            "All of them are still 0, as before the loop. Which node must get a new gradient in each "
            "round of the inner loop, and under which name does that node keep it?",
        ),
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: source.gradient * gradient)),
            "All of them are still 0, because each gradient begins at 0. What comes out if a 0 is "
            "multiplied, and what is to be done where two paths meet?",
        ),
        *(
            Mistake(
                _hand_back(store),
                "All of them are still 0: what came out went to the node that handed it back. To "
                "which node of the inner loop does each gradient belong?",
            )
            for store in (_adds_to_node, _sets_node)
        ),
        *(
            Mistake(
                _hand_back(store),
                "All of them are still 0, but the values have changed. Under which name does a node "
                "keep its gradient?",
            )
            for store in (_adds_to_value, _sets_value)
        ),
        *(
            Mistake(
                _hand_back(_sets(new)),
                "Each input got the gradients of all inputs together. Which name of the inner loop "
                "holds the one that belongs to this input?",
            )
            for new in (
                lambda node, source, gradient: source.gradient + _all_together_for(node),
                lambda node, source, gradient: _all_together_for(node),
            )
        ),
        *(
            Mistake(
                _hand_back(
                    _sets(
                        lambda node, source, gradient, larger=larger: larger(
                            source.gradient, gradient
                        )
                    )
                ),
                "Where two paths meet, only the larger gradient counts. If a changes a little, along how "
                "many paths does the result change?",
            )
            for larger in (np.maximum, max)
        ),
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: (source.gradient + gradient) / 2)),
            "Each new gradient was averaged with the one before. If a changes a little, do the "
            "changes along two paths add up, or is their mean taken?",
        ),
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: source.gradient - gradient)),
            "The gradients were taken away instead of collected. Two paths that both raise the "
            "result: what do they do together?",
        ),
        Mistake(
            _hand_back(
                _sets(
                    lambda node, source, gradient: (
                        gradient if np.all(source.gradient == 0) else source.gradient * gradient
                    )
                )
            ),
            "Where two paths meet, their gradients were multiplied. The chain rule multiplies along "
            "one path: what happens to the results of two paths?",
        ),
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: source.gradient + node.gradient)),
            _WHOLE_GRADIENT,
        ),
        Mistake(_hand_back(_sets(lambda node, source, gradient: node.gradient)), _WHOLE_GRADIENT),
        Mistake(
            _hand_back(
                _sets(lambda node, source, gradient: source.gradient + node.gradient * gradient)
            ),
            _CHAIN_RULE_TWICE,
        ),
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: node.gradient * gradient)),
            _CHAIN_RULE_TWICE,
        ),
        Mistake(
            _hand_back(
                _sets(lambda node, source, gradient: source.gradient + source.value * gradient)
            ),
            "Each gradient was multiplied by a value. The node's own backward has used the values "
            "already: what remains to be done with the gradient of the inner loop?",
        ),
        *(
            Mistake(
                _hand_back(_sets(new)),
                "The gradient of the node was added too, but it is in the other one already: the "
                "node's own backward has used it. Which two numbers belong together?",
            )
            for new in (
                lambda node, source, gradient: source.gradient + node.gradient + gradient,
                lambda node, source, gradient: node.gradient + gradient,
            )
        ),
        Mistake(
            _hand_back(_sets(lambda node, source, gradient: source.value + gradient)),
            "The value of the input was added to its gradient. What has the input received on other "
            "paths so far, and under which name is that kept?",
        ),
        Mistake(
            _hand_back(_plus, reset=False),
            "In the second pass the gradients of the first one are still there. What must each "
            "gradient be before a pass begins?",
        ),
        Mistake(
            _hand_back(_adds_in_a_shared_array),
            "Two nodes hold the same array here, and adding to the one in place changes the other. "
            "Which way of adding makes a new array?",
        ),
        Mistake(
            _hand_back(_plus, steps=list),
            "You went from the inputs to the output, but a node can only hand on a gradient that it "
            "has. Which node is the first one that has one?",
        ),
        Mistake(
            _to_one_input(-1),
            "In each node only the last input got something. Which line has to stand inside the inner "
            "loop?",
        ),
        Mistake(
            _to_one_input(0),
            "In each node only the first input got something. What ends the inner loop too early?",
        ),
        *(
            Mistake(
                answer,
                "Only the last node of the list has handed something on. Where does the outer loop "
                "end?",
            )
            for answer in (
                _to_one_input(0, all_nodes=False),
                _hand_back(_plus, steps=lambda order: order[-1:]),
            )
        ),
        Mistake(
            _turns_the_list_round,
            "Your function turned the list itself round, so the second pass met its nodes in the wrong "
            "order. How can a loop go backwards through a list that stays as it is?",
        ),
        Mistake(
            lambda order: order,
            "None means that this node has not got a gradient at all. Under which name must each node "
            "hold its gradient after the call?",
        ),
        Mistake(
            _stops(_AllOfThem("a list is no number")),
            "A number and a whole list cannot be added. Which name of the inner loop holds the one "
            "gradient that belongs to this input?",
        ),
        Mistake(
            _stops(_NotANumber("a node is no number")),
            "A node is an object, not a number: nothing can be added to it. Which part of the input "
            "has to change?",
        ),
        Mistake(
            _stops(AttributeError("there is no such attribute")),
            "Something was asked for that is not there. Which names do the loops give you, and is "
            "each of them a node, or a number that a node has computed?",
        ),
    ],
)


class ErrorInInit(Exception):
    """The learner's ``__init__`` has stopped; the text is that of its error."""


def _values_after_steps(answer, values, learning_rate, gradients):
    """The values of the parameters after one call of step for each dict of gradients."""
    parameters = [engine.Parameter(value, name=name) for name, value in values.items()]
    try:
        optimizer = answer(list(parameters), learning_rate)
    except Exception as error:
        raise ErrorInInit(f"{type(error).__name__}: {error}") from error
    given = dict(getattr(optimizer, "__dict__", {}))
    for now in gradients if isinstance(gradients, list) else [gradients]:
        for parameter in parameters:
            parameter.gradient = np.array(now[parameter.name], dtype=float)
        with _told_apart():
            returned = optimizer.step()
    left = {parameter.name: parameter.value for parameter in parameters}
    if any(not np.array_equal(left[name], value) for name, value in values.items()):
        return left
    if any(not np.array_equal(each.gradient, now[each.name]) for each in parameters):
        return _AsBefore(left, 1)
    if returned is not None:
        return _AsBefore(left, 2)
    kept = getattr(optimizer, "__dict__", {})
    return _AsBefore(left, 3 if any(kept[name] is not given.get(name) for name in kept) else 4)


def _optimizer(step, **kept):
    """A class with this step; kept is what its objects hold from the beginning."""

    class MyOptimizer:
        def __init__(self, parameters, learning_rate):
            self.parameters = parameters
            self.learning_rate = learning_rate
            self.__dict__.update(kept)

        def step(self):
            return step(self)

    return MyOptimizer


def _each(new):
    """Each parameter gets a new value from its value, its gradient and the learning rate."""

    def step(self):
        for parameter in self.parameters:
            parameter.value = new(parameter.value, parameter.gradient, self.learning_rate)

    return _optimizer(step)


def _only_parameters(part):
    def step(self):
        for parameter in self.parameters[part]:
            parameter.value = parameter.value - self.learning_rate * parameter.gradient

    return _optimizer(step)


def _as_often_as_parameters(power):
    """The step times the number of parameters, or divided by it."""

    def step(self):
        for parameter in self.parameters:
            rate = self.learning_rate * len(self.parameters) ** power
            parameter.value = parameter.value - rate * parameter.gradient

    return _optimizer(step)


def _one_gradient(choose, in_place=False):
    """The same gradient for all parameters, chosen from the list of all gradients."""

    def step(self):
        gradient = choose([parameter.gradient for parameter in self.parameters])
        for parameter in self.parameters:
            if in_place:
                parameter.value -= self.learning_rate * gradient
            else:
                parameter.value = parameter.value - self.learning_rate * gradient

    return _optimizer(step)


def _rate_that_grows(self):
    for parameter in self.parameters:
        self.learning_rate = self.learning_rate * parameter.gradient
        parameter.value = parameter.value - self.learning_rate


def _into_gradient(self):
    for parameter in self.parameters:
        parameter.gradient = parameter.value - self.learning_rate * parameter.gradient


def _new_values(self):
    return [
        parameter.value - self.learning_rate * parameter.gradient for parameter in self.parameters
    ]


def _into_self(self):
    self.value = _new_values(self)


def _into_list(self):
    self.parameters = _new_values(self)


def _into_same_list(self):
    self.parameters[:] = _new_values(self)


def _into_nothing(self):
    _new_values(self)


def _from_first_values(self):
    self.starts = self.starts or [parameter.value for parameter in self.parameters]
    for start, parameter in zip(self.starts, self.parameters, strict=True):
        parameter.value = start - self.learning_rate * parameter.gradient


def _with_all_before(keep):
    """Each step takes a share of the earlier gradients along."""

    def step(self):
        before = self.before or [0.0] * len(self.parameters)
        self.before = [
            keep * old + each.gradient for old, each in zip(before, self.parameters, strict=True)
        ]
        for total, parameter in zip(self.before, self.parameters, strict=True):
            parameter.value = parameter.value - self.learning_rate * total

    return _optimizer(step, before=None)


def _first_gradients_again(self):
    self.gradients = self.gradients or [parameter.gradient for parameter in self.parameters]
    for gradient, parameter in zip(self.gradients, self.parameters, strict=True):
        parameter.value = parameter.value - self.learning_rate * gradient


class _CannotBeMade:
    def step(self):
        return self.value


_NO_OLD_VALUE = "The old value is lost: only the step itself is left. From where does a step begin?"
_ONE_FOR_ALL = (
    "All parameters were moved by the gradient of a single one. Whose gradient tells how the loss "
    "changes with this parameter?"
)
_LIST_OF_NUMBERS = (
    "The list of the optimizer got new numbers in place of its parameters, and the parameters are as "
    "they were. Which part of a parameter has to change?"
)
_MEAN_OF_ENTRIES = (
    "All entries of an array were moved by the same number, made of all entries of its gradient. How "
    "many slopes does the gradient of an array hold, and where does each of them belong?"
)
_EARLIER_GRADIENTS = (
    "The first call is right, but the later ones take earlier gradients along. Which gradients does "
    "the task use in one step?"
)

sgd = Exercise(
    number="7.7",
    title="one step of the optimizer",
    reference=_each(lambda value, gradient, rate: value - rate * gradient),
    methods=("step",),
    use=_values_after_steps,
    came="your step left the values",
    tidy=_numbers_and_place,
    cases=[
        Case(
            "one parameter",
            {"values": {"k": 2.0}, "learning_rate": 0.25, "gradients": {"k": 3.0}},
        ),
        Case(
            "two parameters",
            {
                "values": {"k": 2.0, "b": -1.0},
                "learning_rate": 0.5,
                "gradients": {"k": -4.0, "b": 3.0},
            },
        ),
        Case(
            "a gradient of 0",
            {
                "values": {"k1": 1.5, "b1": 4.0, "k2": 0.0},
                "learning_rate": 0.1,
                "gradients": {"k1": 5.0, "b1": 0.0, "k2": -2.0},
            },
        ),
        Case(
            "arrays",
            {
                "values": {"W": [[1.0, -2.0], [0.5, 3.0], [2.0, -1.0]], "b": [0.5, -1.0]},
                "learning_rate": 0.5,
                "gradients": {"W": [[2.0, -4.0], [1.0, 0.5], [-3.0, 2.0]], "b": [3.0, -0.5]},
            },
        ),
        Case(
            "two calls of step",
            {
                "values": {"k": 1.0, "b": 2.0},
                "learning_rate": 0.5,
                "gradients": [{"k": 2.0, "b": -1.0}, {"k": -3.0, "b": 4.0}],
            },
        ),
        Case(
            "four calls of step",
            {
                "values": {"w": [1.0, -3.0]},
                "learning_rate": 0.25,
                "gradients": [{"w": [1.0, n]} for n in (2.0, -1.0, 0.0, 4.0)],
            },
        ),
    ],
    mistakes=[
        Mistake(
            _optimizer(_into_gradient),
            "All values are as before: it was the gradients that step has changed. Which of the two "
            "does the next forward pass use?",
        ),
        Mistake(
            _optimizer(_into_self),
            "All values are as before: what step has computed belongs to the optimizer now. Which "
            "object must get the new value?",
        ),
        *(Mistake(_optimizer(step), _LIST_OF_NUMBERS) for step in (_into_list, _into_same_list)),
        Mistake(
            _optimizer(_new_values),
            "All values are as before: step gave something back, but nobody takes it. Where must the "
            "new value be kept, so that the next forward pass finds it?",
        ),
        Mistake(
            _optimizer(_into_nothing),
            "All values are as before: no line has given a parameter a new one. A name that is set "
            "only inside step is gone when it ends. Where does a parameter keep its value?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value + rate * gradient),
            "You went up: the gradient points to where the loss grows. In which direction does a "
            "step have to go?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - gradient),
            "The learning rate does not count: each step is as long as the gradient. What multiplies "
            "the gradient in a step?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value + gradient),
            "You went up, and the learning rate does not count. In which direction does a step have "
            "to go, and what multiplies the gradient?",
        ),
        *(
            Mistake(_each(new), _NO_OLD_VALUE)
            for new in (
                lambda value, gradient, rate: -rate * gradient,
                lambda value, gradient, rate: rate * gradient,
            )
        ),
        Mistake(
            _each(lambda value, gradient, rate: rate * gradient - value),
            "The sign is turned round: the value was taken away from the step. What is taken away "
            "from what?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: gradient - rate * value),
            "Value and gradient have changed places. Which of the two is moved, and which of them "
            "says how far?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: (value - rate) * gradient),
            "The rate was taken from the value, and then all of that was multiplied by the gradient. "
            "Which two numbers belong together before anything is taken away?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value * rate * gradient),
            "Value, rate and gradient were multiplied. A step moves the value: which sign stands "
            "between where it is and how far it goes?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - value * rate * gradient),
            "The step was multiplied by the value too. Which two numbers alone say how far a step "
            "goes?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - gradient / rate),
            "The gradient was divided by the learning rate, so a smaller rate makes longer steps. "
            "What should a smaller rate do to a step?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - rate),
            "Each value became smaller by the rate, whatever the gradient is. What tells each "
            "parameter how far to go, and in which direction?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - rate * value),
            "The rate was multiplied by the value, so each step goes towards 0. What tells a "
            "parameter in which direction the loss falls?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - rate * np.sign(gradient)),
            "Every step has the same length: only the sign of each gradient was used. What makes the "
            "steps shorter where the loss is nearly flat?",
        ),
        Mistake(
            _each(lambda value, gradient, rate: value - rate * np.abs(gradient)),
            "Each value became smaller, also where the gradient is below 0. In which direction does "
            "the loss fall there?",
        ),
        *(
            Mistake(
                _each(lambda value, gradient, rate, whole=whole: value - rate * whole(gradient)),
                _MEAN_OF_ENTRIES,
            )
            for whole in (np.mean, np.sum)
        ),
        Mistake(
            _only_parameters(slice(0, 1)),
            "Only the first parameter has moved. What ends your loop too early, or is there no loop?",
        ),
        Mistake(
            _only_parameters(slice(-1, None)),
            "Only the last parameter has moved. Which line has to stand inside the loop?",
        ),
        Mistake(
            _only_parameters(slice(None, -1)),
            "The last parameter of the list has not moved, and here it is the only one. At which "
            "number does your loop end?",
        ),
        Mistake(
            _only_parameters(slice(1, None)),
            "The first parameter of the list has not moved, and here it is the only one. From which "
            "number on does Python count?",
        ),
        Mistake(
            _as_often_as_parameters(1),
            "Each parameter made its step once for every parameter of the list. How many loops does "
            "one step for each of them need?",
        ),
        Mistake(
            _as_often_as_parameters(-1),
            "Each step was divided by the number of parameters. Does a parameter need to know how "
            "many others there are?",
        ),
        *(
            Mistake(_one_gradient(*choice), _ONE_FOR_ALL)
            for choice in (
                (lambda gradients: gradients[0],),
                (lambda gradients: gradients[0], True),
                (lambda gradients: gradients[-1],),
            )
        ),
        *(
            Mistake(
                _one_gradient(sum, in_place),
                "All gradients were added up, and each parameter was moved by the sum. Whose gradient "
                "tells how the loss changes with this parameter?",
            )
            for in_place in (False, True)
        ),
        Mistake(
            _optimizer(_rate_that_grows),
            "For the first parameter that is right, but then the learning rate is another one: step "
            "has changed it. What must be the same for all parameters, and in the next call?",
        ),
        Mistake(
            _optimizer(_from_first_values, starts=None),
            "The second call began at the first values again, and the way made before was lost. From "
            "where does the next step begin?",
        ),
        Mistake(
            _optimizer(_first_gradients_again, gradients=None),
            "The first call is right, but the second one used the same gradients again. Who has new "
            "ones after each backward pass, and when must step ask for them?",
        ),
        *(Mistake(_with_all_before(keep), _EARLIER_GRADIENTS) for keep in (1.0, 0.9)),
        Mistake(
            _CannotBeMade,
            "No object could be made of your class, because its beginning stopped with that error. "
            "How does __init__ stand in the task, and is yours the same?",
        ),
        Mistake(
            _optimizer(_stops(UnboundLocalError("a name has no value yet"))),
            "A name was used before anything was stored under it. Where does the old value of a "
            "parameter stand?",
        ),
        Mistake(
            _optimizer(_stops(NameError("a name is not defined"))),
            "Python does not know that name inside step. Is it spelled as in the other lines, and "
            "how does a method ask for what its object keeps?",
        ),
        Mistake(
            _optimizer(_stops(AttributeError("there is no such attribute"))),
            "Something was asked for that is not there. What does the object itself keep, and what "
            "does each parameter in the list keep?",
        ),
        Mistake(
            _optimizer(_stops(_NotANumber("a parameter is no number"))),
            "A parameter is an object, not a number or a list. Which two numbers or arrays does it "
            "hold, and which of them must change?",
        ),
    ],
)


class _NameOfTanh(NameError):
    """The function is not known under that name; a message shows a NameError."""


class _NameOfNode(NameError):
    """What the node keeps is asked for without self; a message shows a NameError."""


_NameOfTanh.__name__ = _NameOfNode.__name__ = "NameError"
_SORTS_OF_NAMES = {
    **dict.fromkeys(("tanh", "math", "numpy", "tan", "sigmoid"), _NameOfTanh),
    **dict.fromkeys(("value", "inputs", "self", "forward"), _NameOfNode),
}


def _value_and_gradient(answer, z, gradient):
    """As for two inputs; but without a value there is nothing to go back from."""
    node = _node_of(answer, z)
    try:
        node.value = node.forward(z)
        if node.value is None:
            return {"value": None}
        node.gradient = gradient
        return {"value": node.value, "gradients": node.backward(gradient, z)}
    except NameError as error:
        if error.name not in _SORTS_OF_NAMES:
            raise
        raise _SORTS_OF_NAMES[error.name](error).with_traceback(error.__traceback__) from error


def _unknown(name):
    return _stops(NameError(f"name '{name}' is not defined", name=name))


def _activation(slope, forward=np.tanh, wrap=lambda gradient: [gradient]):
    """A node whose backward gives slope(value, z) times the gradient, in a list unless told."""
    return _node(forward, lambda gradient, z: wrap(gradient * slope(forward(z), z)))


def _backward_of_tanh(backward):
    """A right forward, and a backward from value, gradient and z."""
    return _node(np.tanh, lambda gradient, z: backward(np.tanh(z), gradient, z))


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def _slope_of_tanh(value, z):
    return 1 - np.tanh(z) ** 2


def _one_minus_square(value, z):
    return 1 - value**2


def _slope_of_sigmoid(value, z):
    return value * (1 - value)


_IS_SIGMOID = (
    "forward gave a sigmoid, between 0 and 1. Between which two numbers does tanh lie, and which "
    "function of NumPy has its name?"
)
_NO_LIST = (
    "backward gave the gradient alone, without a list around it. The engine goes through what it "
    "gets, one entry for each input: how do you write a list with a single entry?"
)
_ABOVE_IGNORED = (
    "Your gradient does not depend on the gradient that comes from above. How does the chain rule put "
    "the slope of this node and the gradient together?"
)
_VALUE_GIVEN_BACK = (
    "backward gave the value of the node. What does it have to tell the input: the value, or how "
    "strongly the loss depends on it?"
)
_ONE_INPUT = (
    "Two gradients came from backward, but this node has a single input. Which of the two belongs to "
    "it?"
)
_ONE_NUMBER_FOR_ALL = (
    "For arrays, the gradient became a single number. What shape does z have, and what shape must its "
    "gradient have?"
)
_SLOPE_AT_GRADIENT = (
    "tanh was applied to the gradient. At which place is the slope of tanh wanted, and what is done "
    "with the gradient then?"
)
_EXCHANGED = (
    "In backward the two names mean something else than they say. In which order does the task hand "
    "over the gradient and z?"
)

tanh = Exercise(
    number="7.8",
    title="a new activation",
    reference=_activation(_one_minus_square),
    methods=("forward", "backward"),
    use=_value_and_gradient,
    came="your node gave",
    tidy=_numbers_of_dict,
    cases=[
        Case("two numbers", as_arrays(z=0.5, gradient=3)),
        Case("a z below 0", as_arrays(z=-1.5, gradient=0.5)),
        Case("a gradient below 0", as_arrays(z=0, gradient=-2)),
        Case("arrays", as_arrays(z=[0.25, -0.5, 2], gradient=[2, -1, 0.5])),
        Case("tables", as_arrays(z=[[1, -2], [0.5, 0], [-0.25, 3]], gradient=[[1, 2]] * 3)),
    ],
    mistakes=[
        Mistake(
            _activation(_slope_of_sigmoid, _sigmoid),
            "That is a sigmoid, forward and backward. Between which two numbers does tanh lie, and "
            "how steep is it at 0?",
        ),
        *(
            Mistake(_activation(slope, _sigmoid), _IS_SIGMOID)
            for slope in (_slope_of_tanh, _one_minus_square)
        ),
        Mistake(
            _activation(_slope_of_tanh, np.tan),
            "forward gave the tangent, which is another function. What is the full name of tanh, and "
            "between which two numbers does it lie?",
        ),
        Mistake(
            _activation(_one_minus_square, np.tan),
            "forward gave the tangent, and backward used it. What is the full name of tanh, and "
            "between which two numbers does it lie?",
        ),
        Mistake(_activation(_one_minus_square, wrap=lambda gradient: gradient), _NO_LIST),
        *(
            Mistake(_backward_of_tanh(backward), _ABOVE_IGNORED)
            for backward in (
                lambda value, gradient, z: [1 - value**2],
                lambda value, gradient, z: 1 - value**2,
            )
        ),
        Mistake(_activation(lambda value, z: 1, wrap=lambda gradient: gradient), _NO_LIST),
        Mistake(
            _activation(_one_minus_square, wrap=lambda gradient: [[gradient]]),
            "There are two lists around the gradient, one inside the other. How many lists does one "
            "entry for each input need?",
        ),
        *(
            Mistake(
                _activation(slope, lambda z: np.tanh(z / 2)),
                "Your forward gives the tanh of half of z. The half belongs to the sigmoid, written "
                "with tanh. Which number must tanh be given, if the node is tanh itself?",
            )
            for slope in (_slope_of_tanh, _one_minus_square)
        ),
        *(
            Mistake(
                _node(lambda z: _slope_of_tanh(None, z), backward),
                "forward gave the slope of tanh. Which of the two methods is asked for the value, and "
                "which one for the slope?",
            )
            for backward in (
                lambda gradient, z: [gradient * (1 - np.tanh(z) ** 2)],
                lambda gradient, z: [gradient * np.tanh(z)],
            )
        ),
        Mistake(
            _node(lambda z: [np.tanh(z)], lambda gradient, z: [gradient * (1 - np.tanh(z) ** 2)]),
            "forward put a list around the value. Which of the two methods gives one entry for each "
            "input, and which one gives a single value?",
        ),
        *(
            Mistake(
                _node(
                    lambda z, whole=whole: whole(np.tanh(z)),
                    lambda gradient, z: [gradient * (1 - np.tanh(z) ** 2)],
                ),
                "For arrays, forward gave one number for all entries. What shape must the value have?",
            )
            for whole in (np.sum, np.mean)
        ),
        Mistake(
            _activation(_slope_of_sigmoid),
            "That is the slope of a sigmoid, taken with the value of tanh: at z = 0 it would be 0. "
            "How steep is tanh there, and what does its own slope look like?",
        ),
        Mistake(
            _activation(lambda value, z: 1 - value),
            "The slope that you used is 1 minus the value: it is above 1 wherever z is below 0. tanh "
            "is as steep at -2 as at 2: what must happen to the value first?",
        ),
        Mistake(
            _activation(lambda value, z: value**2),
            "The slope that you used is the square of the value, so it is 0 at z = 0 and nearly 1 far "
            "away. Where is tanh steep, and where is it flat?",
        ),
        Mistake(
            _activation(lambda value, z: 1 - z**2),
            "You squared z. In the slope of tanh something else is squared: what lies always between "
            "-1 and 1?",
        ),
        Mistake(
            _activation(lambda value, z: 1 - np.tanh(z**2)),
            "You squared z, and took tanh of that. In the slope of tanh something else is squared: "
            "which comes first, tanh or the square?",
        ),
        Mistake(
            _activation(lambda value, z: 1 - 2 * value),
            "The value was multiplied by 2, so the slope is below 0 wherever the value is above a "
            "half. tanh rises everywhere: how is a square written?",
        ),
        Mistake(
            _activation(lambda value, z: z),
            "In backward the gradient was multiplied by z. By how much does tanh change if z grows "
            "by a little?",
        ),
        Mistake(
            _activation(lambda value, z: 1 + value**2),
            "The slope that you used grows with the square of the value. Does tanh become steeper or "
            "flatter as it comes near to 1?",
        ),
        Mistake(
            _activation(lambda value, z: value**2 - 1),
            "The gradient has the wrong sign. tanh rises everywhere: which sign has its slope?",
        ),
        Mistake(
            _activation(lambda value, z: (1 - value) ** 2),
            "The difference was squared: it is above 1 wherever z is below 0. tanh is as steep at -2 "
            "as at 2: what alone is squared in its slope?",
        ),
        Mistake(
            _backward_of_tanh(lambda value, gradient, z: [gradient - value**2]),
            "The gradient was multiplied by 1 alone, and then the square was taken away. How do you "
            "tell Python that the whole slope is one factor?",
        ),
        Mistake(
            _backward_of_tanh(lambda value, gradient, z: [gradient + 1 - value**2]),
            "In backward the gradient and the slope were added. What does the chain rule do with two "
            "slopes on one path?",
        ),
        Mistake(
            _backward_of_tanh(lambda value, gradient, z: [gradient / (1 - value**2)]),
            "The gradient was divided by the slope. Where tanh is flat, z hardly matters: should its "
            "gradient be large or small there?",
        ),
        Mistake(
            _activation(lambda value, z: 1 - np.tanh(value) ** 2),
            "tanh was applied twice: the value of the node is tanh of z already. What remains to be "
            "done with the value?",
        ),
        *(
            Mistake(_backward_of_tanh(backward), _VALUE_GIVEN_BACK)
            for backward in (
                lambda value, gradient, z: [value],
                lambda value, gradient, z: value,
            )
        ),
        Mistake(
            _activation(lambda value, z: value),
            "In backward the gradient was multiplied by the value of the node. By how much does the "
            "value change if z grows by a little?",
        ),
        Mistake(
            _activation(lambda value, z: 1),
            "The gradient from above was handed on as it is. How steep is tanh at this z, and what "
            "does the chain rule do with that slope?",
        ),
        *(
            Mistake(_activation(_one_minus_square, wrap=wrap), _ONE_INPUT)
            for wrap in (
                lambda gradient: [gradient, gradient],
                lambda gradient: [gradient, 0 * gradient],
                lambda gradient: [gradient, None],
            )
        ),
        *(
            Mistake(_backward_of_tanh(backward), _ONE_INPUT)
            for backward in (
                lambda value, gradient, z: [gradient, gradient * (1 - value**2)],
                lambda value, gradient, z: [gradient * (1 - value**2), z],
            )
        ),
        Mistake(
            _backward_of_tanh(lambda value, gradient, z: [gradient, 1 - value**2]),
            "The gradient from above and the slope came side by side. The node has a single input: "
            "what does the chain rule make of these two?",
        ),
        *(
            Mistake(
                _activation(
                    _one_minus_square, wrap=lambda gradient, whole=whole: [whole(gradient)]
                ),
                _ONE_NUMBER_FOR_ALL,
            )
            for whole in (np.sum, np.mean)
        ),
        *(
            Mistake(_backward_of_tanh(backward), _SLOPE_AT_GRADIENT)
            for backward in (
                lambda value, gradient, z: [np.tanh(gradient)],
                lambda value, gradient, z: [1 - np.tanh(gradient) ** 2],
                lambda value, gradient, z: [gradient * (1 - np.tanh(gradient) ** 2)],
            )
        ),
        *(
            Mistake(_backward_of_tanh(backward), _EXCHANGED)
            for backward in (
                lambda value, gradient, z: [z * (1 - np.tanh(gradient) ** 2)],
                lambda value, gradient, z: [z * (1 - value**2)],
            )
        ),
        Mistake(
            _node(lambda z: None, lambda gradient, z: None),
            "forward gave nothing back. Who stores the value of a node: the method itself, or the "
            "engine that calls it?",
        ),
        Mistake(
            _backward_of_tanh(lambda value, gradient, z: None),
            "backward gave nothing back. Who hands the gradient on to the input: the method itself, "
            "or the engine that calls it?",
        ),
        Mistake(
            _node(np.tanh, _not_nodes()),
            "Something was asked for that is not there. z and gradient are numbers or arrays, and "
            "self is the node: what does each of them have, and how is that name spelled?",
        ),
        Mistake(
            _node(_unknown("tanh"), _unknown("tanh")),
            "Python does not know that name. Which module of this lesson has a tanh, and how is a "
            "function of a module called?",
        ),
        Mistake(
            _node(np.tanh, _unknown("value")),
            "Python does not know that name inside a method. The node keeps it: how does a method "
            "ask for what its own object keeps?",
        ),
        Mistake(
            _node(np.tanh, _stops(UnboundLocalError("a name has no value yet"))),
            "A name was used before anything was stored under it. Which line gives it a value, and "
            "where does the node keep its own?",
        ),
        Mistake(
            _node(np.tanh, _unknown("a name")),
            "Python does not know that name. Which names stand in the first line of the method, and "
            "is this one spelled as there?",
        ),
        Mistake(
            _activation(_one_minus_square, math.tanh),
            "Single numbers work, but here z is an array, and the error says that a function for "
            "single numbers cannot take it. Which module has a tanh for arrays?",
        ),
    ],
)

"""Exercise 7.2."""

import contextlib
import sys

import numpy as np

from helpers.check.exercise import Case, Exercise
from helpers.check.words import kind

_DEEPEST = 300  # calls inside each other on a long chain


@contextlib.contextmanager
def _limit_of_calls(graph):
    """Python's own limit of calls inside each other, some 1,000, which some notebooks raise.

    On the longest chain a lower one: on 1,200 nodes plain loops, right ones, take more than PATIENCE.
    """
    before, frame, depth = sys.getrecursionlimit(), sys._getframe(), _DEEPEST
    while frame := frame.f_back:
        depth += 1
    sys.setrecursionlimit(min(before, depth if len(graph) > _DEEPEST else 1000))
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
    with _limit_of_calls(graph):
        order = answer(graph)
    return _sorted_names(lists) if _is_sorted(order, lists) else order


def _comparable(order):
    """An order as a text, because not all lists of lists can be compared; else only its kind."""
    if isinstance(order, np.ndarray):
        order = order.tolist()
    return str(list(order)) if isinstance(order, list | tuple) else kind(order)


def _about_order(order, graph):
    """Say what is wrong with an order: a name there twice, missing, or before its inputs."""
    if isinstance(order, list | tuple) and any(isinstance(item, list | tuple) for item in order):
        return "lists-inside", {}
    places = _places(order)
    if places is None:
        return None
    if foreign := [name for name in places if name not in graph]:
        return "foreign-name", {"name": foreign[0]}
    if len(order) > len(places):
        twice = next(name for place, name in enumerate(order) if places[name] != place)
        return "name-twice", {"name": twice}
    if missing := [name for name in graph if name not in places]:
        return "missing", {"name": missing[0]}
    if _is_sorted(order[::-1], graph):
        return "turned-round", {}
    name, source = _too_early(places, graph)
    return "too-early", {"name": name, "source": source}


_chain = {f"step {n}": [f"step {n - 1}"] if n else [] for n in range(350)}
_backwards = {name: _chain[name] for name in reversed([*_chain][:120])}
_two_depths = {"square": ["b", "b"], "c": ["b", "square"], "b": ["two", "a"], "two": [], "a": []}
_meeting = {"x": [], "limit": ["x"], "loss": ["y_hat", "x", "limit"], "y_hat": ["x", "k"], "k": []}
_separate = {
    "area": ["width", "width"],
    "x": [],
    "loss": ["y_hat"],
    "k": [],
    "y_hat": ["k", "b", "x"],
    "width": [],
    "b": [],
}

topological_sort = Exercise(
    number="7.2",
    title="inputs first",
    use=_any_right_order,
    about=_about_order,
    tidy=_comparable,
    reference=_sorted_names,
    cases=[
        Case("one node alone", {"graph": {"x": []}}),
        Case(
            "a chain given backwards",
            {"graph": {"loss": ["error"], "error": ["y_hat"], "y_hat": []}},
        ),
        Case("a node used at two depths", {"graph": _two_depths}),
        Case("two paths that meet", {"graph": _meeting}),
        Case("two separate parts", {"graph": _separate}),
        Case("120 nodes given backwards", {"graph": _backwards}, late=True),
        Case(
            "a chain of 350 nodes",
            {"graph": {"step 349": _chain["step 349"], **_chain}},
            late=True,
        ),
    ],
    solution="""
def my_topological_sort(graph):
    order = []
    while len(order) < len(graph):
        for name, inputs in graph.items():
            if name not in order and all(source in order for source in inputs):
                order.append(name)
    return order
""",
    right="""
def my_topological_sort(graph):
    waits = {name: len(set(sources)) for name, sources in graph.items()}
    order = [name for name in graph if waits[name] == 0]
    for ready in order:
        for name, sources in graph.items():
            if ready in sources:
                waits[name] -= 1
                if waits[name] == 0:
                    order.append(name)
    return order
def my_topological_sort(graph):
    order, stack = [], list(graph)[::-1]
    while stack:
        name = stack.pop()
        missing = [source for source in graph[name] if source not in order]
        if missing:
            stack += [name, *missing[::-1]]
        elif name not in order:
            order.append(name)
    return order
def my_topological_sort(graph):
    waiting, order = list(graph), ()
    while waiting:
        name = waiting.pop(0)
        if set(graph[name]) <= set(order):
            order += (name,)
        else:
            waiting.append(name)
    return order
def my_topological_sort(graph):
    import graphlib
    return list(graphlib.TopologicalSorter(graph).static_order())
""",
    mistakes=r"""
as-in-dict: Those are the names as they stand in the dict, from the first to the last or back, but a dict
may begin with any of them. What must be true of its inputs before a name may be put into the list?
    return list(graph)
    return list(graph)[::-1]

alphabet: Those are the names in the order of the alphabet. What do their letters say about what is
computed from what?
    return sorted(graph)

by-number-of-inputs: The names stand in the order of how many inputs they have. Can a node with two inputs
be ready before one with a single input?
    return sorted(graph, key=lambda name: len(graph[name]))
    def my_topological_sort(graph):
        pairs = [(len(sources), i, name) for i, (name, sources) in enumerate(graph.items())]
        return [name for number, i, name in sorted(pairs)]

leaves-first: The names without inputs come first, and the others follow as they stand in the dict. Among
those others, what must be true before one of them may follow?
    return sorted(graph, key=lambda name: len(graph[name]) > 0)
    return [name for name in graph if not graph[name]] + [name for name in graph if graph[name]]

steps-back: You went back from the output step by step and turned the list round. But a node can be near
the output on one path and far on another: which of the two must decide on its place?
    def my_topological_sort(graph):
        used = [source for sources in graph.values() for source in sources]
        order = [name for name in graph if name not in used]
        for name in order:
            for source in graph[name]:
                if source not in order:
                    order.append(source)
        return order[::-1]
    def my_topological_sort(graph):
        used = []
        for sources in graph.values():
            used.extend(sources)
        queue = [name for name in graph if name not in used]
        order = []
        while queue:
            name = queue.pop(0)
            if name not in order:
                order.append(name)
                queue.extend(graph[name])
        order.reverse()
        return order

no-leaves: The names without inputs are missing. Are they nodes of the graph too, and on which side of the
list do they belong?
    return order => return [name for name in order if graph[name]]
    return [name for name in graph if graph[name]]

only-leaves: Those are only the names that have no inputs. Which ones can follow once these are in the
list?
    return [name for name in graph if not graph[name]]

one-pass: You went through the dict once, and what was not ready at its turn is lost. How often must you
look again, and when are you done?
    while len(order) < len(graph) => for _ in range(1)
    def my_topological_sort(graph):
        order = []
        for name, sources in graph.items():
            ready = True
            for source in sources:
                if source not in order:
                    ready = False
            if ready:
                order.append(name)
        return order

one-of-inputs: You put a name into the list as soon as one of its inputs was there. How many of them does
its step need?
    all(source in order for source in inputs) => (not inputs or any(source in order for source in inputs))
    def my_topological_sort(graph):
        order = []
        while len(order) < len(graph):
            for name in graph:
                ready = [source for source in graph[name] if source in order]
                if name not in order and (graph[name] == [] or ready):
                    order.append(name)
        return order
    def my_topological_sort(graph):
        order = [name for name in graph if not graph[name]]
        for name in order:
            for user in graph:
                if name in graph[user] and user not in order:
                    order.append(user)
        return order

first-or-last-input: You asked for one input of each name: the first in its list, or the last. Which other
inputs does its step need?
    all(source in order for source in inputs) => (not inputs or inputs[-1] in order)
    all(source in order for source in inputs) => (not inputs or inputs[0] in order)
    def my_topological_sort(graph):
        order, waiting = [], list(graph)
        while waiting:
            for name in list(waiting):
                if not graph[name] or graph[name][-1] in order:
                    order.append(name)
                    waiting.remove(name)
        return order

inputs-without-theirs: Each name was put behind its own inputs, but these came without theirs. What must
happen to an input that has inputs itself?
    def my_topological_sort(graph):
        order = []
        for name, sources in graph.items():
            for other in [*sources, name]:
                if other not in order:
                    order.append(other)
        return order

same-input-twice: A node that uses the same input twice is missing. It waits for two, so how often must it
be counted when that input is ready?
    len(set(sources)) => len(sources)

nothing-to-take: Something was taken out of a list or a set in which nothing is left. When is your loop
done? And if some names were never ready: does one use the same input twice, and is it counted twice?
    stops: (IndexError|KeyError): '?pop from (an )?empty
    def my_topological_sort(graph):
        waits = {name: len(sources) for name, sources in graph.items()}
        ready = [name for name in graph if waits[name] == 0]
        order = []
        while len(order) < len(graph):
            done = ready.pop(0)
            order.append(done)
            for name in graph:
                if done in graph[name]:
                    waits[name] -= 1
                    if waits[name] == 0:
                        ready.append(name)
        return order
    def my_topological_sort(graph):
        order, waiting = [], list(graph)
        while True:
            name = waiting.pop(0)
            if all(source in order for source in graph[name]):
                order.append(name)
            else:
                waiting.append(name)
        return order

one-start: Only what belongs to a single start was found. From which other names must the search begin, so
that none is left out?
    list(graph)[::-1] => [next(iter(graph))]
    list(graph)[::-1] => list(graph)[-1:]
    list(graph)[::-1] => [n for n in graph if n not in sum(graph.values(), [])][:1]
    list(graph)[::-1] => [n for n in graph if n not in sum(graph.values(), [])][-1:]

none: None means that nothing was given back. What print shows is not given back, and a method that
changes a list, such as append or reverse, gives back None itself. Which list should your function give
back?
    return [*graph].reverse()
    def my_topological_sort(graph):
        order = []
        for name in graph:
            order = order.append(name)
        return order

lists-inside: Other lists, or pairs, stand inside your list. What does the task ask for: a list of names,
or a list of lists?
    about
    return list(graph.items())
    order.append(name) => order.append([name]); while len(order) < len(graph) => for _ in graph
    def my_topological_sort(graph):
        order, groups = [], []
        while len(order) < len(graph):
            group = [n for n in graph if n not in order and all(s in order for s in graph[n])]
            groups.append(group)
            order += group
        return groups

recursion: Your function calls itself once for each node of a path. Python allows only about 1,000 calls
inside each other, and this check allows 300. How could a list remember which names still wait?
    def my_topological_sort(graph, order=None, names=None):
        order = [] if order is None else order
        for name in graph if names is None else names:
            if name not in order:
                my_topological_sort(graph, order, graph[name])
                order.append(name)
        return order

names-alone: A loop through a dict meets its names alone. What must stand behind the dict, so that the
loop meets each name together with its list?
    stops: ValueError: .*values to unpack
    in graph.items() => in graph

all-of-one: all asks about many things, and here it was given a single True or False. How do you ask about
each input in turn?
    stops: TypeError: 'bool' object is not iterable
    all(source in order for source in inputs) => all(inputs in order)

changed-in-loop: A dict cannot lose or gain a name while a loop goes through it. Through what else can the
loop go, so that the dict is free?
    stops: RuntimeError: dictionary
    def my_topological_sort(graph):
        order, waiting = [], dict(graph)
        while waiting:
            for name in waiting:
                if all(source in order for source in graph[name]):
                    order.append(name)
                    del waiting[name]
        return order

foreign-name: The graph has no node with the name {name}. From where did it come, and if it is a single
letter: was a whole name put into the list, or each of its letters?
    about
    order.append(name) => order.extend(name); while len(order) < len(graph) => for _ in graph
    order.append(name) => order += name
    return order => return ["start", *order]

name-twice: Here {name} stands more than once. How can you tell that it is in the list already?
    about
    name not in order and all => all; while len(order) < len(graph) => for _ in range(len(graph))
    def my_topological_sort(graph):
        order = []

        def add(name):
            for source in graph[name]:
                add(source)
            order.append(name)

        for name in graph:
            add(name)
        return order

missing: Here {name} is missing. Which line should have put it into the list, and does a loop end before
all names are in?
    about
    while len(order) < len(graph) => for _ in range(2)
    while len(order) < len(graph) => for _ in range(10)
    while len(order) < len(graph) => while len(order) < len(graph) - 1
    return order => return order[1:]

turned-round: Each name stands before its inputs: the order is the other way round. Which names can be
computed at once, and on which side of the list do they belong?
    about
    return order => return order[::-1]
    missing[::-1] => missing[::-1]; return order => return order[::-1]
    def my_topological_sort(graph):
        order = []

        def visit(name):
            if name not in order:
                order.append(name)
                for source in graph[name]:
                    visit(source)

        for name in graph:
            visit(name)
        return order
    def my_topological_sort(graph):
        used = [source for sources in graph.values() for source in sources]
        order, stack = [], [name for name in reversed(graph) if name not in used]
        while stack:
            name = stack.pop()
            if name not in order:
                order.append(name)
                stack += graph[name][::-1]
        return order
    def my_topological_sort(graph):
        used = [source for sources in graph.values() for source in sources]
        order = [name for name in graph if name not in used]
        for name in order:
            for source in graph[name]:
                if source not in order:
                    order.append(source)
        return order

too-early: Here {name} stands before {source}, but it is computed from it. What must be true of its inputs
before a name may be put into the list?
    about
    return sorted(graph, key=lambda name: (len(graph[name]), name))
    return [name for name in graph if not graph[name]] + [name for name in reversed(graph) if graph[name]]
""",
)

"""Exercise 7.1."""

from numbers import Number

import numpy as np

from helpers.check.exercise import Case, Exercise
from helpers.check.words import describe, kind, listing

_GIVEN = ["x", "k", "b", "y"]
_LINE = {
    **{name: [] for name in _GIVEN},
    "product": ["k", "x"],
    "y_hat": ["product", "b"],
    "error": ["y_hat", "y"],
    "loss": ["error"],
}
_OTHERS = "all others"
_MANY = list | tuple | set | frozenset


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
    """Lists, tuples and sets in one order; of what is no name only its kind."""
    if not isinstance(part, dict):
        return kind(part)
    return {name: _sorted_inputs(name, part[name]) for name in sorted(part, key=str)}


def _sorted_inputs(name, sources):
    if isinstance(sources, _MANY):
        found = sorted(map(_name_or_kind, sources))
        # error * error is the same step as error**2, and the lesson writes b * b that way.
        return found[:1] if name == "loss" and found == ["error", "error"] else found
    return sources if isinstance(sources, str | None) else (_name_or_kind(sources),)


def _name_or_kind(item):
    if isinstance(item, str):
        return item
    return "a value" if isinstance(item, Number | np.ndarray) else kind(item)


def _about_part(part, names):
    """Say which name is missing, or is one too many, in a part of the graph."""
    if not isinstance(part, dict):
        return None
    if names == _OTHERS:
        return "foreign-key", {"which": listing([describe(name) for name in part][:3])}
    for name in names:
        if name not in part:
            return "missing-key", {"name": name}
        if not isinstance(part[name], _MANY):
            return "no-list", {"name": name}
        names_of_nodes = [isinstance(item, str) and item in _LINE for item in part[name]]
        if not all(names_of_nodes):
            item = list(part[name])[names_of_nodes.index(False)]
            return "foreign-input", {"name": name, "which": describe(item)}
        if more := [item for item in part[name] if item not in _LINE[name]]:
            if names == _GIVEN and all(part.get(other) is part[name] for other in names):
                return "one-list", {}
            return "not-direct", {"name": name, "which": more[0]}
        if set(_LINE[name]) - set(part[name]):
            return "too-short", {"name": name}
        if len(part[name]) > len(_LINE[name]):
            return "twice", {"name": name}
    return None


graph = Exercise(
    number="7.1",
    title="the graph of a line and its loss",
    use=_part_of_graph,
    came=_looking_at,
    tidy=_in_any_order,
    about=_about_part,
    cases=[
        Case("the names that are given", {"names": _GIVEN}),
        Case("the product", {"names": ["product"]}),
        Case("the prediction", {"names": ["y_hat"]}),
        Case("the error", {"names": ["error"]}),
        Case("the loss", {"names": ["loss"]}),
        Case("no other names", {"names": _OTHERS}),
    ],
    solution="""
def my_graph():
    return {
        "x": [],
        "k": [],
        "b": [],
        "y": [],
        "product": ["k", "x"],
        "y_hat": ["product", "b"],
        "error": ["y_hat", "y"],
        "loss": ["error"],
    }
""",
    right="""
def my_graph():
    graph = {name: [] for name in "ybkx"}
    graph["loss"] = ["error", "error"]
    graph["error"] = ["y", "y_hat"]
    graph["y_hat"] = ["b", "product"]
    graph["product"] = ["x", "k"]
    return graph
def my_graph():
    steps = dict(product="x k", y_hat="product b", error="y_hat y", loss="error")
    given = dict.fromkeys(["x", "k", "b", "y"], ())
    return {**given, **{name: tuple(sources.split()) for name, sources in steps.items()}}
def my_graph():
    none = set()
    return dict(
        x=none, k=none, b=none, y=none,
        product={"k", "x"}, y_hat={"product", "b"}, error={"y_hat", "y"}, loss={"error"},
    )
""",
    mistakes=r"""
empty-dict: The dict is empty. Each of the eight names of the task is a key: which list belongs to each of
them?
    return {}

other-way: Those are the names that are computed from it: your arrows go the other way round. When y_hat
is computed, which names must be there already?
    def my_graph():
        return {
            "x": ["product"],
            "k": ["product"],
            "product": ["y_hat"],
            "b": ["y_hat"],
            "y_hat": ["error"],
            "y": ["error"],
            "error": ["loss"],
            "loss": [],
        }
    def my_graph():
        return {
            "x": ["product"],
            "k": ["product"],
            "b": ["y_hat"],
            "y": ["error"],
            "product": ["y_hat"],
            "y_hat": ["error"],
            "error": ["loss"],
        }
    return {"product": ["y_hat"], "y_hat": ["error"], "error": ["loss"], "loss": []}

given-are-no-keys: The names that are simply given are no keys of your dict. A loop over the graph would
never meet them: what does the list of a node without inputs hold?
    def my_graph():
        graph = {}
        graph["product"] = ["k", "x"]
        graph["y_hat"] = ["product", "b"]
        graph["error"] = ["y_hat", "y"]
        graph["loss"] = ["error"]
        return graph

none-for-list: None is no list: a loop through it would stop with an error. How do you write a list in
which nothing stands?
    "x": [] => "x": None; "k": [] => "k": None; "b": [] => "b": None; "y": [] => "y": None

own-input: Here a node that is simply given is listed as its own input. From how many other names is it
computed, and how long is its list then?
    "x": [] => "x": ["x"]; "k": [] => "k": ["k"]; "b": [] => "b": ["b"]; "y": [] => "y": ["y"]
    "x": [] => "x": "x"; "k": [] => "k": "k"; "b": [] => "b": "b"; "y": [] => "y": "y"

values: Here stand values. The graph only tells what is computed from what: which names does a node need,
and which does one need that is simply given?
    "x": [] => "x": 1.0; "k": [] => "k": 2.0; "b": [] => "b": 0.5; "y": [] => "y": 3.0
    "x": [] => "x": [1.0]; "k": [] => "k": [2.0]; "b": [] => "b": [0.5]; "y": [] => "y": [3.0]
    def my_graph():
        x, k, b, y = 5.0, 2.0, 1.0, 10.0
        product = k * x
        y_hat = product + b
        error = y_hat - y
        return {
            "x": x, "k": k, "b": b, "y": y,
            "product": product, "y_hat": y_hat, "error": error, "loss": error**2,
        }
    def my_graph():
        x, k, b, y = 5.0, 2.0, 1.0, 10.0
        return {
            "x": [], "k": [], "b": [], "y": [],
            "product": k * x, "y_hat": k * x + b, "error": k * x + b - y, "loss": (k * x + b - y) ** 2,
        }
    def my_graph():
        x, k, b, y = 5.0, 2.0, 1.0, 10.0
        return {
            "x": [], "k": [], "b": [], "y": [],
            "product": [k, x], "y_hat": [k * x, b], "error": [k * x + b, y], "loss": [k * x + b - y],
        }

no-product: Here the prediction takes k and x itself, and the product is left out. Which two numbers meet
in the last step before y_hat?
    "y_hat": ["product", "b"] => "y_hat": ["k", "x", "b"]
    "y_hat": ["product", "b"] => "y_hat": ["product", "k", "x", "b"]
    def my_graph():
        leaves = {"x": [], "k": [], "b": [], "y": []}
        return {**leaves, "y_hat": ["k", "x", "b"], "error": ["y_hat", "y"], "loss": ["error"]}

no-error: Here the loss takes y_hat and y itself, and the error is left out. What is squared in the last
step?
    "loss": ["error"] => "loss": ["y_hat", "y"]
    def my_graph():
        return dict(
            x=[], k=[], b=[], y=[], product=["x", "k"], y_hat=["product", "b"], loss=["y", "y_hat"]
        )

all-before: Here stand all names that it depends on, those from further back too. Which of them are
needed in its own step?
    def my_graph():
        names = {"x": [], "k": [], "b": [], "y": []}
        names["product"] = ["x", "k"]
        names["y_hat"] = ["x", "k", "product", "b"]
        names["error"] = names["y_hat"] + ["y_hat", "y"]
        names["loss"] = names["error"] + ["error"]
        return names

only-given: Here the steps in between are left out: each list goes back to the names that are given. Which
results of other steps are used in this one?
    def my_graph():
        return {
            "x": [], "k": [], "b": [], "y": [],
            "product": ["k", "x"],
            "y_hat": ["k", "x", "b"],
            "error": ["k", "x", "b", "y"],
            "loss": ["k", "x", "b", "y"],
        }

b-with-product: Here b is listed with the product. In k times x plus b, in which step does b come in?
    "product": ["k", "x"] => "product": ["k", "x", "b"]; "y_hat": ["product", "b"] => "y_hat": ["product"]
    "product": ["k", "x"] => "product": ["k", "x", "b"]

error-of-one: The error compares two things, and here is one of them. With what is it compared?
    "error": ["y_hat", "y"] => "error": ["y_hat"]
    "error": ["y_hat", "y"] => "error": ["y"]

nothing-added: One number is still missing for the prediction. What is added to the product?
    "y_hat": ["product", "b"] => "y_hat": ["product"]

one-factor: A product has two factors, and here is one of them. By what is it multiplied?
    "product": ["k", "x"] => "product": ["k"]
    "product": ["k", "x"] => "product": ["x"]

texts: Here a text stands where a list of names is needed. A loop through a text meets one letter after
the other: how do you write a list, even if it holds a single name?
    "loss": ["error"] => "loss": "error"
    "x": [] => "x": ""; "k": [] => "k": ""; "b": [] => "b": ""; "y": [] => "y": ""
    def my_graph():
        return {
            "x": [], "k": [], "b": [], "y": [],
            "product": "k, x", "y_hat": "product, b", "error": "y_hat, y", "loss": "error",
        }
    def my_graph():
        return {
            "x": "", "k": "", "b": "", "y": "",
            "product": "k, x", "y_hat": "product, b", "error": "y_hat, y", "loss": "error",
        }

formulas: Here stand formulas. The graph only tells which names a step needs, not what it does with them:
which two names stand in the formula of the product, and what does a list of two texts look like?
    def my_graph():
        return {
            "x": [], "k": [], "b": [], "y": [],
            "product": "k * x", "y_hat": "product + b", "error": "y_hat - y", "loss": "error**2",
        }
    def my_graph():
        return {
            "x": [], "k": [], "b": [], "y": [],
            "product": ["k * x"], "y_hat": ["product + b"], "error": ["y_hat - y"], "loss": ["error ** 2"],
        }

without-quotes: Python took that as the name of a variable. What must stand around a word that is only a
text?
    stops: NameError: name '(x|k|b|y|product|y_hat|error|loss)'
    "product": ["k", "x"] => "product": [k, x]
    "loss": ["error"] => loss: [error]

foreign-key: The task does not name {which}. Which eight names stand there?
    about
    "loss": ["error"] => "loss": ["error"], "square": ["error"]

missing-key: The key {name} is missing. How is it spelled in the task, and in your dict?
    about
    "y_hat": [ => "yhat": [
    "loss": ["error"] => "Loss": ["error"]

no-list: What {name} is computed from must be a list of names. How is a list written?
    about
    "x": [] => "x": {}; "k": [] => "k": {}; "b": [] => "b": {}; "y": [] => "y": {}
    "product": ["k", "x"] => "product": "k" "x"

foreign-input: In the list of {name} there is {which}, but no node of the graph has that name. Which eight
names stand in the task?
    about
    "product": ["k", "x"] => "product": ["k x"]
    "error": ["y_hat", "y"] => "error": ["yhat", "y"]
    "y_hat": ["product", "b"] => "y_hat": [["k", "x"], "b"]

one-list: All of these names share one single list: what is put into it stands behind each of them. How
does each name get a list of its own?
    about
    def my_graph():
        graph = dict.fromkeys(["x", "k", "b", "y", "product", "y_hat", "error", "loss"], [])
        graph["product"] += ["k", "x"]
        graph["y_hat"] += ["product", "b"]
        graph["error"] += ["y_hat", "y"]
        graph["loss"].append("error")
        return graph

not-direct: In the list of {name} there is {which}. If {name} is computed in a single step, which names are
needed in that step?
    about
    "error": ["y_hat", "y"] => "error": ["y_hat", "y", "b"]

too-short: The list of {name} is too short. What else is needed to compute {name}?
    about
    "loss": ["error"] => "loss": []

twice: Here a name stands twice. How often does that step need it?
    about
    "error": ["y_hat", "y"] => "error": ["y_hat", "y", "y"]
""",
)

"""Every function that the lessons import was written in a lesson, and both do the same."""

import ast
import functools
import importlib
import inspect
import pkgutil
import re

import numpy as np
import pytest
from IPython.core.inputtransformer2 import TransformerManager
from joblib import Parallel, delayed
from numpy.testing import assert_allclose

import helpers
from helpers import lines
from tools.lesson import DETAILS, FENCE, code_cells, namespace, texts
from tools.notebooks import lessons, read

LESSONS = {int(path.name[:2]): path for path in lessons()}


# The two sides


def public_functions(module):
    return {
        name: function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


MODULES = [
    importlib.import_module(f"helpers.{found.name}")
    for found in pkgutil.iter_modules(helpers.__path__)
    if not found.ispkg
]


def says(module, words):
    return words in " ".join(module.__doc__.split())


# What no lesson writes says so. A whole module that is born in a lesson is part of the engine.
ENGINE_MODULES = [module for module in MODULES if says(module, "Born in lesson")]
HELPERS = {
    name: function
    for module in MODULES
    if module not in ENGINE_MODULES and not says(module, "No lesson writes this.")
    for name, function in public_functions(module).items()
}


def definitions(sources):
    """The functions that some pieces of code define, by name; the last one of a name counts."""
    to_python = TransformerManager().transform_cell  # lines such as %pip are no Python
    nodes = (node for source in sources for node in ast.parse(to_python(source)).body)
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}


def solutions(lesson):
    """The functions of the solutions of a lesson, without the ``my_`` before their names."""
    folded = [dict(DETAILS.findall(text)) for text in texts(read(LESSONS[lesson]))]
    found = definitions(
        code for details in folded for code in FENCE.findall(details.get("Solution", ""))
    )
    return {name.removeprefix("my_"): node for name, node in found.items()}


@functools.cache
def written_in(lesson):
    """What a lesson writes: its own functions, and what it leaves to its exercises."""
    return solutions(lesson) | definitions(
        cell.source for cell in code_cells(read(LESSONS[lesson]))
    )


def needed(name, written):
    """The names of a function and of all functions of the lesson that it calls."""
    names, waiting = set(), [name]
    while waiting:
        names.add(current := waiting.pop())
        used = {node.id for node in ast.walk(written[current]) if isinstance(node, ast.Name)}
        waiting += used & set(written) - names
    return names


def from_lesson(lesson, name):
    """Define a function as the lesson does, and nothing else of the lesson."""
    written = written_in(lesson)
    wanted = needed(name, written)
    body = [node for key, node in written.items() if key in wanted]
    namespace = {"np": np, "Parallel": Parallel, "delayed": delayed}
    exec(compile(ast.Module(body, type_ignores=[]), LESSONS[lesson].name, "exec"), namespace)
    # What the learner wrote goes on under the name without my_.
    namespace |= {key: namespace[written[key].name] for key in wanted}
    return namespace[name]


def lesson_of_birth(name):
    found = re.search(r"Born in lesson (\d+)\b", inspect.getdoc(HELPERS[name]) or "")
    return int(found[1]) if found else None


# Arguments for both


def two_columns(rng):
    return rng.normal(22, 9, (2, 40))


def houses(rng, features):
    """Rows, prices and a query. Rounded, so that some rows are equally near."""
    shape = (40, features) if features else 40
    return rng.normal(6, 1, shape).round(1), rng.normal(22, 9, 40), rng.normal(6, 1, shape)[0]


def one_and_three_features(pick):
    return [lambda rng: pick(*houses(rng, 0)), lambda rng: pick(*houses(rng, 3))]


def history(rng):
    x, y, query = houses(rng, 0)
    return dict(zip(x.tolist(), y.tolist(), strict=True)), float(query), 5


def line_of_houses(rng):
    x, y, _ = houses(rng, 0)
    return x, y, rng.normal() * x + rng.normal()


def landscape(rng):
    """A bowl over two numbers, for one point or, given shape (2, n), for many."""
    bottom, width = rng.normal(0, 3, 2), rng.uniform(1, 4, 2)
    return lambda point: sum(w * (p - b) ** 2 for w, p, b in zip(width, point, bottom, strict=True))


def walk(rng, shrink):
    moves = np.array([(1, 1), (1, -1), (-1, 1), (-1, -1)])
    return landscape(rng), rng.normal(0, 9, 2), 0.7, moves, 300, shrink


def slope_of_a_bowl(rng):
    bottom = rng.normal(0, 3, 2)
    return lambda point: 2 * (point - bottom)


ARGUMENTS = {
    "five_means": [two_columns],
    "loss_of_line": [
        lambda rng: (rng.normal(size=2), lines.five_means(*two_columns(rng))),
        lambda rng: (rng.normal(size=(2, 30)), lines.five_means(*two_columns(rng))),
    ],
    "random_search": [
        lambda rng: (landscape(rng), [-9, -9], [9, 8], 400, rng),
        lambda rng: (landscape(rng), [-9, -9], [9, 8], 23_456, rng),
    ],
    "direction_search": [lambda rng: walk(rng, 1.0), lambda rng: walk(rng, 0.5)],
    "partial_k": [line_of_houses],
    "partial_b": [line_of_houses],
    "gradient_descent": [
        lambda rng: (slope_of_a_bowl(rng), rng.normal(0, 3, 2), 0.1, 40),
        lambda rng: (slope_of_a_bowl(rng), rng.normal(0, 3, 2), lambda step: 0.3 / (step + 1), 40),
    ],
    "linear_gradient": [lambda rng: (*houses(rng, 3)[:2], rng.normal(size=3))],
    "clip": [lambda rng: (rng.normal(size=3), 0.1), lambda rng: (rng.normal(size=3), 99.0)],
    "pearson": [two_columns],
    "find_price_by_similar": [history],
    "nearest_rows": one_and_three_features(lambda x, y, query: (x, query, 12)),
    "knn_predict": one_and_three_features(lambda x, y, query: (x, y, query, 12)),
    "leave_one_out": one_and_three_features(lambda x, y, query: (x, y, 5)),
    "rmse": [two_columns],
    "standardise": one_and_three_features(lambda x, y, query: (x[:10], x[10:])),
    "min_max": one_and_three_features(lambda x, y, query: (x[:10], x[10:])),
    "l1_loss": [two_columns],
    "l2_loss": [two_columns],
    "mape": [two_columns],
    "huber_loss": [
        lambda rng: (*two_columns(rng), 0.5),
        lambda rng: (*two_columns(rng), 9.0),
        lambda rng: (*two_columns(rng), 100.0),
    ],
}

WRITTEN = [
    (lesson, name) for lesson in sorted(LESSONS) for name in HELPERS if name in written_in(lesson)
]


# The tests


@pytest.mark.parametrize("name", HELPERS)
def test_each_function_says_in_which_lesson_it_was_born(name):
    assert lesson_of_birth(name) in LESSONS, (
        f"The docstring of {name} must say 'Born in lesson N', N being one of {sorted(LESSONS)}."
    )


@pytest.mark.parametrize("name", HELPERS)
def test_the_lesson_in_which_a_function_was_born_writes_it(name):
    lesson = lesson_of_birth(name)
    assert name in written_in(lesson), (
        f"Lesson {lesson} defines no {name}, and no solution in it defines my_{name}."
    )


def flattened(result):
    """All numbers of a result in one flat array, also of a tuple of arrays."""
    parts = result if isinstance(result, tuple) else (result,)
    return np.concatenate([np.ravel(part) for part in parts])


@pytest.mark.parametrize(("lesson", "name"), WRITTEN)
def test_a_lesson_and_helpers_compute_the_same(lesson, name):
    assert name in ARGUMENTS, f"Say in ARGUMENTS with what to call {name}."
    born = from_lesson(lesson, name)
    for make in ARGUMENTS[name]:
        for seed in range(3):
            # Each side gets arguments of its own: a source of random numbers changes when used.
            ours, theirs = (
                function(*make(np.random.default_rng(seed))) for function in (HELPERS[name], born)
            )
            assert_allclose(flattened(ours), flattened(theirs), rtol=1e-12, atol=1e-12)


# The engine of lesson 7: classes and functions that call each other


ENGINE = {
    name: made
    for module in ENGINE_MODULES
    for name, made in vars(module).items()
    if getattr(made, "__module__", "") == module.__name__ and not name.startswith("_")
}
# A check, and what the three rules share: the lesson checks in its own way, and shares nothing.
NOT_WRITTEN = {"check_gradients", "Optimizer"}


def test_the_engine_is_the_one_that_is_meant():
    names = [module.__name__.removeprefix("helpers.") for module in ENGINE_MODULES]
    assert names == ["graph", "operations", "optimizers"]


@functools.cache
def engine_of_the_lesson():
    """What the lesson writes, and its learner: nothing of it comes from helpers."""
    return {
        name: value
        for name, value in namespace(LESSONS[7]).items()
        if not (getattr(value, "__module__", None) or "").startswith("helpers")
    }


def random_network(engine, rng):
    """A graph with reused nodes, a bias and all operations; the same for the same seed."""
    X, y = engine["Placeholder"](name="X"), engine["Placeholder"](name="y")
    W = engine["Parameter"](rng.normal(size=(3, 3)), name="W")
    b = engine["Parameter"](rng.normal(size=3), name="b")
    made = [X, engine["Linear"](X, W, b)]
    for _ in range(12):
        name = rng.choice(["Linear", "Add", "Multiply", "Sigmoid", "Tanh", "ReLU", "LeakyReLU"])
        first, second = (made[i] for i in rng.integers(len(made), size=2))
        if name == "Linear":
            made.append(engine[name](first, W, b))
        elif name in ("Add", "Multiply"):
            product = engine[name](first, second)
            made.append(engine["Tanh"](product))  # keeps numbers small, however deep the graph is
        else:
            made.append(engine[name](first))
    loss = engine[rng.choice(["L1Loss", "L2Loss"])](
        y, engine["Add"](made[-1], made[1]), name="loss"
    )
    return loss, [W, b], {X: rng.normal(size=(5, 3)), y: rng.normal(size=(5, 3))}


def trained(engine, seed, rule):
    """The order, and losses, gradients and parameters of three steps."""
    loss, parameters, feed = random_network(engine, np.random.default_rng(seed))
    order = engine["topological_sort"](loss)
    optimizer, seen = engine[rule](parameters, 0.1), []
    for _ in range(3):
        seen.append(np.ravel(engine["forward"](order, feed)))
        engine["backward"](order)
        seen += [np.ravel(parameter.gradient) for parameter in parameters]
        optimizer.step()
        seen += [np.ravel(parameter.value) for parameter in parameters]
    return [node.name for node in order], np.concatenate(seen)


def test_lesson_7_writes_the_whole_engine():
    assert set(ENGINE) - NOT_WRITTEN <= set(engine_of_the_lesson())


@pytest.mark.parametrize("rule", ["SGD", "Momentum", "Adam"])
@pytest.mark.parametrize("seed", range(10))
def test_the_engine_of_lesson_7_and_helpers_compute_the_same(seed, rule):
    our_order, ours = trained(ENGINE, seed, rule)
    their_order, theirs = trained(engine_of_the_lesson(), seed, rule)
    assert our_order == their_order
    assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("side", ["helpers", "the lesson"])
def test_both_engines_give_26_and_refuse_a_cycle(side):
    engine = ENGINE if side == "helpers" else engine_of_the_lesson()
    a, two = engine["Parameter"](3.0, name="a"), engine["Parameter"](2.0, name="two")
    b = engine["Multiply"](two, a, name="b")
    c = engine["Add"](engine["Multiply"](b, b), b, name="c")
    order = engine["topological_sort"](c)
    for _ in range(2):
        assert engine["forward"](order, {}) == 42
        engine["backward"](order)
        assert a.gradient == 26
    b.inputs = (c, a)
    with pytest.raises(ValueError, match=r"cycle: \[c, Multiply, b\]|cycle: \[.*b.*\]"):
        engine["topological_sort"](c)

"""The plumbing: gradients of whole graphs, the order, long chains, and what is refused."""

import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from helpers.graph import (
    Node,
    Parameter,
    Placeholder,
    backward,
    check_gradients,
    forward,
    topological_sort,
)
from helpers.operations import Add, L1Loss, L2Loss, LeakyReLU, Linear, Multiply, ReLU, Sigmoid, Tanh
from tests.graphs import (
    assert_gradients_are_exact,
    chain,
    every_bend,
    every_loss,
    network,
    rows,
    run,
)

quick = settings(derandomize=True, deadline=None, max_examples=60)
seeds = st.integers(0, 10_000)


# Gradients: graphs


@quick
@given(st.data())
def test_the_gradients_of_a_random_graph_are_the_central_differences(data):
    rng = np.random.default_rng(data.draw(seeds))
    n, width = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 3))
    X, y = Placeholder(name="X"), Placeholder(name="y")
    W, b = Parameter(rng.normal(size=(width, width))), Parameter(rng.normal(size=width))
    nodes = [X, Parameter(rng.normal(size=(n, width)))]
    for _ in range(data.draw(st.integers(1, 8))):
        # Any earlier node may be used again, also twice by the same node.
        a, c = data.draw(st.sampled_from(nodes)), data.draw(st.sampled_from(nodes))
        kind = data.draw(st.sampled_from([Sigmoid, Tanh, Add, Multiply, Linear]))
        inputs = {Add: (a, c), Multiply: (a, c), Linear: (a, W, b)}.get(kind, (a,))
        nodes.append(kind(*inputs))
    loss = L2Loss(y, Tanh(Add(nodes[-1], nodes[1])))
    # What is not needed for the loss is not in its graph, so X may be missing there.
    shape = (n, width)
    feed = {X: rng.normal(size=shape), y: rng.normal(size=shape)}
    feed = {node: value for node, value in feed.items() if node in topological_sort(loss)}
    assert_gradients_are_exact(loss, feed)


@pytest.mark.parametrize("sizes", [(1, 1, 1), (1, 10, 1), (13, 4, 1), (3, 4, 2, 1)])
@every_loss
def test_the_gradients_of_a_network_are_the_central_differences(sizes, loss):
    rng = np.random.default_rng(5)
    output, X, y, _ = network(sizes, rng, loss=loss)
    X_rows, y_rows = rows(rng, 20, sizes[0])
    assert_gradients_are_exact(output, {X: X_rows, y: 9 * y_rows})


def test_gradients_of_a_node_used_twice_add_up():
    a, two = Parameter(3.0, name="a"), Placeholder(name="two")
    b = Multiply(two, a, name="b")
    c = Add(Multiply(b, b), b, name="c")
    assert run(c, {two: 2}) == 42
    assert a.gradient == 26
    assert b.gradient == 13


def test_a_node_that_feeds_several_gets_the_sum_of_their_gradients():
    a = Parameter([1.0, 2.0])
    total = Add(Add(Multiply(a, a), Tanh(a)), a)
    target = Placeholder()
    assert_gradients_are_exact(L2Loss(target, total), {target: [1, 1]})


def test_a_parameter_in_two_layers_gets_the_gradients_of_both():
    rng = np.random.default_rng(6)
    X, y, W, b = Placeholder(), Placeholder(), Parameter(np.eye(2)), Parameter([0.1, 0.2])
    loss = L2Loss(y, Linear(Tanh(Linear(X, W, b)), W, b))
    assert_gradients_are_exact(loss, {X: rng.normal(size=(5, 2)), y: rng.normal(size=(5, 2))})


def test_gradients_that_meet_do_not_change_each_other():
    # Add passes one and the same array to both sides; adding to it in place would change both.
    a, b = Parameter([1.0, 2.0]), Parameter([3.0, 4.0])
    both = Add(a, b)
    target = Placeholder()
    assert_gradients_are_exact(L2Loss(target, Add(both, a)), {target: [0, 0]})
    assert not np.array_equal(a.gradient, b.gradient)


def test_two_passes_in_a_row_give_the_same_gradients():
    rng = np.random.default_rng(7)
    output, X, y, parameters = network((3, 4, 1), rng)
    X_rows, y_rows = rows(rng, 6, 3)
    order = topological_sort(output)
    found = []
    for _ in range(2):
        forward(order, {X: X_rows, y: y_rows})
        backward(order)
        found.append([parameter.gradient.tolist() for parameter in parameters])
    assert found[0] == found[1]


def test_backward_twice_gives_the_same_gradients():
    a = Parameter(3.0)
    order = topological_sort(Multiply(a, a))
    forward(order, {})
    backward(order)
    backward(order)
    assert a.gradient == 6


# What needs no gradient


class Counted(Node):
    """Passes its value on, and counts how often it is asked for a gradient."""

    asked = 0

    def forward(self, z):
        return z

    def backward(self, gradient, z):
        self.asked += 1
        return [gradient]


def test_what_no_parameter_is_below_is_not_asked_for_a_gradient():
    X, a = Placeholder(name="X"), Parameter([1.0])
    data, weights = Counted(X), Counted(a)
    run(L2Loss(weights, data), {X: [3]})
    assert (data.asked, weights.asked) == (0, 1)
    assert data.gradient is None and X.gradient is None
    assert weights.gradient.tolist() == [-4]


def test_a_node_knows_whether_it_needs_a_gradient():
    X, W, b = Placeholder(), Parameter([[1.0]]), Parameter([0.0])
    first = Linear(X, W, b)
    assert (X.needs_gradient, W.needs_gradient, first.needs_gradient) == (False, True, True)
    assert Sigmoid(X).needs_gradient is False


# Types and shapes


@pytest.mark.parametrize("value", [3, True, [1, 2], np.array([1, 2], dtype=np.uint8)])
def test_numbers_that_are_no_floats_become_float64(value):
    X, a = Placeholder(), Parameter(value)
    run(L2Loss(X, a), {X: value})
    assert a.value.dtype == X.value.dtype == a.gradient.dtype == np.float64


def test_a_parameter_is_a_copy_of_what_it_began_with():
    start = np.array([1.0, 2.0])
    a = Parameter(start)
    start[0] = 99
    assert a.value.tolist() == [1, 2]


def test_minibatches_of_changing_size_go_through_one_graph():
    rng = np.random.default_rng(11)
    output, X, y, parameters = network((3, 4, 1), rng)
    order = topological_sort(output)
    for n in (7, 1, 32, 2):
        X_rows, y_rows = rows(rng, n, 3)
        loss = forward(order, {X: X_rows, y: y_rows})
        backward(order)
        W1, b1, W2, b2 = (parameter.value for parameter in parameters)
        y_hat = 1 / (1 + np.exp(-(X_rows @ W1 + b1))) @ W2 + b2
        assert loss == approx(np.mean((y_hat - y_rows) ** 2))
        assert parameters[3].gradient == approx(2 * np.mean(y_hat - y_rows, axis=0))


def test_forward_returns_the_value_of_the_output():
    a = Parameter(3.0)
    output = Multiply(a, a)
    assert forward(topological_sort(output), {}) == 9 == output.value


# Order


def test_inputs_come_first_each_node_once_from_left_to_right():
    X, y = Placeholder(name="X"), Placeholder(name="y")
    W, b = Parameter([[1.0]], name="W"), Parameter([0.0], name="b")
    layer = Linear(X, W, b, name="layer")
    bend = Sigmoid(layer, name="bend")
    loss = L2Loss(y, Add(bend, layer, name="sum"), name="loss")
    names = [node.name for node in topological_sort(loss)]
    assert names == ["y", "X", "W", "b", "layer", "bend", "sum", "loss"]


@quick
@given(st.lists(st.lists(st.integers(0, 100), max_size=4), min_size=1, max_size=30))
def test_every_order_puts_inputs_first_and_is_complete_and_the_same_again(links):
    nodes = []
    for link in links:
        nodes.append(Node(*[nodes[i % len(nodes)] for i in link if nodes]))
    order = topological_sort(nodes[-1])
    place = {node: i for i, node in enumerate(order)}
    needed, left = set(), [nodes[-1]]
    while left:
        node = left.pop()
        if node not in needed:
            needed.add(node)
            left += node.inputs
    assert set(order) == needed and len(order) == len(needed)
    assert order[-1] is nodes[-1]
    assert all(place[source] < place[node] for node in order for source in node.inputs)
    assert topological_sort(nodes[-1]) == order


def test_a_single_node_is_an_order():
    a = Parameter(1.0)
    assert topological_sort(a) == [a]


def test_many_paths_take_no_longer_than_many_nodes():
    # Each node uses the one before twice: 2 ** 200 paths.
    node = Parameter(1.0)
    for _ in range(200):
        node = Add(node, node)
    assert len(topological_sort(node)) == 201
    assert run(node) == 2.0**200


def test_a_cycle_is_refused_with_its_nodes_named():
    start = Node(name="start")
    a = Node(start, name="a")
    b = Node(a, start, name="b")
    c = Node(b, name="c")
    a.inputs = (start, c)
    with pytest.raises(ValueError, match=r"has a cycle: \[(a, c, b|c, b, a|b, a, c)\]\."):
        topological_sort(Node(c, name="end"))


def test_a_node_made_of_itself_is_a_cycle():
    a = Node(name="a")
    a.inputs = (a,)
    with pytest.raises(ValueError, match=r"has a cycle: \[a\]"):
        topological_sort(a)


def test_only_the_nodes_of_a_cycle_are_named_and_not_what_leads_to_it_or_waits():
    a, b, other = Node(name="a"), Node(name="b"), Node(name="other")
    a.inputs, b.inputs = (other, b), (a,)
    with pytest.raises(ValueError, match=r"has a cycle: \[a, b\]\."):
        topological_sort(Node(Node(name="left"), Node(a, name="between"), a, name="end"))


# Long chains


@pytest.fixture(scope="module")
def long_chain():
    return chain(100_000)


def test_a_chain_of_100000_nodes_is_sorted_and_run_both_ways(long_chain):
    start, output = long_chain
    assert sys.getrecursionlimit() <= 3000
    run(output)
    expected, slope = 0.5, 1.0
    for _ in range(99_999):
        expected = np.tanh(expected)
        slope *= 1 - expected**2
    assert output.value == approx(expected, rel=1e-12)
    assert start.gradient == approx(slope, rel=1e-9)


def test_the_cost_per_node_does_not_grow_with_the_length(long_chain):
    def seconds_per_node(output, n_nodes):
        best = np.inf
        for _ in range(3):
            begin = time.perf_counter()
            run(output)
            best = min(best, time.perf_counter() - begin)
        return best / n_nodes

    # Equal within some tenths; were the cost that of all pairs, the ratio would be 50.
    short = seconds_per_node(chain(2000)[1], 2000)
    assert seconds_per_node(long_chain[1], 100_000) < 5 * short


def test_a_long_chain_is_thrown_away_without_a_crash():
    code = (
        "from helpers.graph import *\n"
        "from helpers.operations import Tanh\n"
        "node = Parameter(0.5)\n"
        "for _ in range(100_000): node = Tanh(node)\n"
        "order = topological_sort(node)\n"
        "forward(order, {}); backward(order)\n"
        "del order\n"
        "del node\n"
        "import gc; gc.collect()\n"
        "print('alive')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")


# Names


def test_a_node_shows_its_name_or_that_of_its_class():
    X = Placeholder(name="X")
    nodes = [X, Parameter(1.0, name="W"), Parameter(1.0), Tanh(X), LeakyReLU(X, name="bend")]
    assert repr(nodes) == "[X, W, Parameter, Tanh, bend]"
    assert [node.name for node in nodes] == ["X", "W", "Parameter", "Tanh", "bend"]


# What is refused


@pytest.mark.parametrize("other", [np.ones(2), 3.0, "X", None])
def test_an_input_that_is_no_node_is_refused_with_its_type(other):
    with pytest.raises(TypeError, match=rf"sum needs nodes .*, not {type(other).__name__}\."):
        Add(Parameter(1.0), other, name="sum")


@pytest.mark.parametrize("kept", [True, False])
def test_a_placeholder_without_a_value_is_refused_also_after_an_earlier_pass(kept):
    output, X, y, _ = network((1, 1), np.random.default_rng(12))
    order = topological_sort(output)
    if kept:
        forward(order, {X: [[1]], y: [[1]]})
    with pytest.raises(ValueError, match=r"values for \[y, X\], but has them for \[X\]"):
        forward(order, {X: [[1]]})


def test_an_unknown_key_is_refused_with_its_name():
    output, X, y, (W, _) = network((1, 1), np.random.default_rng(13))
    order = topological_sort(output)
    for key, shown in [("X", "'X'"), (Placeholder(name="other"), "other"), (W, "W0")]:
        with pytest.raises(ValueError, match=rf"\[y, X\], but has them for \[X, y, {shown}\]"):
            forward(order, {X: [[1]], y: [[1]], key: [[1]]})
    assert X.value is None


@pytest.mark.parametrize("value", [None, "red", ["red"], [[1, 2], [3]]])
def test_what_holds_no_numbers_is_refused_with_the_name_of_its_node(value):
    X, W = Placeholder(name="X"), Parameter(1.0, name="W")
    order = topological_sort(Multiply(X, W))
    for use in (
        lambda: forward(order, {X: value}),
        lambda: check_gradients(order[-1], {X: value}),
    ):
        with pytest.raises(
            ValueError, match=r"What feed has for X is .*(None|red|3).*, but must be"
        ):
            use()
    with pytest.raises(ValueError, match="The value of W is .*, but must be numbers"):
        Parameter(value, name="W")


@pytest.mark.parametrize("bad", [None, "loss"])
def test_what_is_no_node_or_no_feed_is_refused_with_what_was_given(bad):
    for use in (topological_sort, lambda output: check_gradients(output, {})):
        with pytest.raises(ValueError, match=f"The output is {bad!r}, but must be a node"):
            use(bad)
    X = Placeholder(name="X")
    with pytest.raises(ValueError, match=rf"feed is {bad!r}, but must be a dict .* for \[X\]"):
        forward([X], bad)


def test_backward_after_a_forward_that_failed_is_refused():
    output, X, y, _ = network((1, 1), np.random.default_rng(14))
    order = topological_sort(output)
    forward(order, {X: [[1]], y: [[1]]})
    with pytest.raises(ValueError, match="X must be"):
        forward(order, {X: [[1, 2]], y: [[1]]})
    with pytest.raises(ValueError, match="has no value. Call forward before backward"):
        backward(order)


def test_a_parameter_that_is_its_own_output_keeps_its_value():
    weight = Parameter(3.0)
    assert forward(topological_sort(weight), {}) == 3.0


def test_backward_before_forward_is_refused():
    loss = Multiply(Parameter(1.0), Parameter(1.0), name="loss")
    with pytest.raises(ValueError, match="loss has no value. Call forward before backward"):
        backward(topological_sort(loss))


@pytest.mark.parametrize("shape", [(2,), (3, 1), (0,)])
def test_a_loss_that_is_not_a_single_number_is_refused_with_its_shape(shape):
    order = topological_sort(Tanh(Parameter(np.ones(shape)), name="loss"))
    forward(order, {})
    with pytest.raises(ValueError) as caught:
        backward(order)
    assert str(caught.value) == f"loss has shape {shape}; a loss must be a single number."


def test_a_table_of_one_number_may_be_the_loss():
    a = Parameter([[3.0]])
    run(Multiply(a, a))
    assert a.gradient.tolist() == [[6]]


def test_a_loss_of_nan_has_a_slope_of_1():
    a = Parameter(np.nan)
    run(Add(a, a))
    assert a.gradient == 2


# New operations


class Returns(Node):
    """Has ``value``, and returns ``gradients``, whatever they are."""

    def __init__(self, *inputs, gradients, value=1.0, name="new"):
        super().__init__(*inputs, name=name)
        self.given, self.gradients = value, gradients

    def forward(self, *values):
        return self.given

    def backward(self, gradient, *values):
        return self.gradients


@pytest.mark.parametrize(
    "gradients", [[], [np.ones(2)], [np.ones(2)] * 3, None, np.ones((2, 2)), np.float64(1)]
)
def test_a_wrong_count_of_gradients_is_refused_with_the_name_of_the_operation(gradients):
    node = Returns(Parameter([1.0, 2.0]), Parameter([1.0, 2.0]), gradients=gradients)
    with pytest.raises(ValueError, match="new: backward must return a list, one gradient for each"):
        run(node)


@pytest.mark.parametrize(
    ("gradient", "shown"),
    [
        (np.ones(3), r"ndarray \(3,\)"),
        (np.ones((2, 1)), r"ndarray \(2, 1\)"),
        (np.float64(1), r"float64 \(\)"),
        (1.0, r"float \(\)"),
        (None, r"NoneType \(\)"),
        ([1.0, 2.0], r"list \(2,\)"),
    ],
)
def test_a_gradient_of_a_wrong_shape_is_refused_with_names_and_shapes(gradient, shown):
    first, second = Parameter([1.0, 2.0], name="first"), Parameter([1.0, 2.0], name="second")
    node = Returns(first, second, gradients=(np.ones(2), gradient))
    with pytest.raises(ValueError, match=rf"new: .* of second must be \(2,\), not {shown}\."):
        run(node)


def test_a_forgotten_gradient_of_a_single_number_is_refused():
    with pytest.raises(ValueError, match=r"the gradient of a must be \(\), not NoneType"):
        run(Returns(Parameter(1.0, name="a"), gradients=[None]))


def test_a_gradient_that_nobody_needs_may_be_anything():
    X, a = Placeholder(name="X"), Parameter([1.0, 2.0])
    run(Returns(X, a, gradients=[np.ones(7), np.ones(2)]), {X: [1, 2]})
    assert X.gradient is None
    assert a.gradient.tolist() == [1, 1]


def test_a_new_operation_may_speak_in_plain_floats():
    class Half(Node):
        def forward(self, z):
            return float(z) / 2

        def backward(self, gradient, z):
            return [0.5 * float(gradient)]

    a = Parameter(3.0)
    assert run(Half(Half(a))) == 0.75
    assert a.gradient == 0.25


def test_an_error_of_numpy_in_a_new_operation_is_told_with_names_and_shapes():
    class Product(Node):
        def forward(self, a, b):
            return a @ b

    a, b = Parameter(np.ones((2, 3)), name="a"), Parameter(np.ones((2, 3)), name="b")
    with pytest.raises(
        ValueError, match=r"product of \[a \(2, 3\), b \(2, 3\)\]: matmul"
    ) as caught:
        forward(topological_sort(Product(a, b, name="product")), {})
    assert isinstance(caught.value.__cause__, ValueError)


# The check of gradients


class Wrong(Node):
    """A square with a slope that is a little wrong in one entry."""

    def __init__(self, z, wrong, name=None):
        super().__init__(z, name=name)
        self.wrong = wrong

    def forward(self, z):
        return z**2

    def backward(self, gradient, z):
        slope = 2 * z
        slope[1, 0] *= self.wrong
        return [gradient * slope]


def squares(wrong):
    a, target = Parameter([[1, 2], [3, 4]], name="a"), Placeholder(name="target")
    return a, L1Loss(target, Wrong(a, wrong)), {target: np.zeros((2, 2))}


def test_right_gradients_pass_the_check_and_the_difference_is_returned():
    _, output, feed = squares(1)
    assert 0 <= check_gradients(output, feed) < 1e-9
    assert type(check_gradients(output, feed)) is float


@pytest.mark.parametrize("wrong", [1.0001, 0.9999, 0, -1, np.nan])
def test_a_wrong_gradient_is_named_with_its_entry_and_both_slopes(wrong):
    _, output, feed = squares(wrong)
    shown = f"{1.5 * wrong:g}"
    with pytest.raises(AssertionError, match=rf"of a at \[1, 0\] is {shown}, but .* by 1.5\."):
        check_gradients(output, feed)


def test_the_difference_is_measured_in_units_of_the_largest_slope():
    _, output, feed = squares(1.01)
    # The slopes are 0.5, 1, 1.5 and 2, and the third is too large by 0.015.
    assert check_gradients(output, feed, tolerance=0.01) == approx(0.0075, rel=1e-6)
    with pytest.raises(AssertionError):
        check_gradients(output, feed, tolerance=0.005)


def test_the_difference_returned_is_the_largest_of_all_parameters():
    a, output, feed = squares(1.01)
    b = Parameter(5.0)
    assert check_gradients(Add(output, b), feed, 0.01) == approx(0.0075, rel=1e-6)
    assert check_gradients(Add(b, output), feed, 0.01) == approx(0.0075, rel=1e-6)


def test_the_check_leaves_values_and_gradients_as_after_one_pass():
    for wrong in (1, 2):
        a, output, feed = squares(wrong)
        run(output, feed)
        before = [(node.value, node.gradient) for node in topological_sort(output)]
        try:
            check_gradients(output, feed)
        except AssertionError:
            assert wrong == 2
        for node, (value, gradient) in zip(topological_sort(output), before, strict=True):
            assert np.array_equal(node.value, value)
            assert gradient is None or np.array_equal(node.gradient, gradient)


def test_a_float32_graph_is_checked_in_float64_and_stays_float32():
    rng = np.random.default_rng(15)
    output, X, y, parameters = network((1, 3, 1), rng, dtype=np.float32)
    X_rows, y_rows = rows(rng, 9, 1, dtype=np.float32)
    assert check_gradients(output, {X: X_rows, y: y_rows}) < 1e-8
    for node in [output, X, *parameters]:
        assert node.value.dtype == np.float32


def test_a_slope_of_0_everywhere_passes():
    a, target = Parameter([-1.0, -2.0]), Placeholder()
    assert check_gradients(L2Loss(target, ReLU(a)), {target: [1, 2]}) == 0


def test_a_large_loss_with_small_slopes_passes():
    a, target = Parameter(1e-3), Placeholder()
    assert check_gradients(L2Loss(target, Tanh(a)), {target: 1e3}) < 1e-6
    assert check_gradients(Add(Multiply(a, a), target), {target: 1e4}) < 1e-2


@pytest.mark.parametrize("size", [1e8, 1, 1e-3])
def test_large_and_small_parameters_pass(size):
    a, target = Parameter(size), Placeholder()
    assert check_gradients(L1Loss(target, Multiply(a, a)), {target: -1}) < 1e-6


@pytest.mark.parametrize("sizes", [(1, 1, 1), (1, 10, 1)])
@every_bend
def test_the_networks_of_the_lessons_pass_the_check(sizes, bend):
    rng = np.random.default_rng(14)
    output, X, y, _ = network(sizes, rng, bend)
    X_rows, y_rows = rows(rng, 30, 1)
    assert check_gradients(output, {X: X_rows, y: y_rows}) < 1e-6


def test_a_graph_without_a_parameter_has_nothing_to_check():
    X = Placeholder(name="X")
    with pytest.raises(ValueError, match="Tanh is made of no Parameter"):
        check_gradients(Tanh(X), {X: 1})


def test_the_check_refuses_what_forward_and_backward_refuse():
    a, X = Parameter([1.0, 2.0], name="a"), Placeholder(name="X")
    with pytest.raises(ValueError, match="a loss must be a single number"):
        check_gradients(Tanh(a, name="loss"), {})
    with pytest.raises(ValueError, match=r"values for \[X\], but has them for \[\]"):
        check_gradients(L2Loss(X, a), {})

"""What the helpers accept as numbers, a point, a positive number, a count or a function."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from helpers import correlation, descent, knn, lines, losses, scaling, search
from helpers.inputs import flat, floats, function, generator, numbers, positive, share, whole_number

# Numbers of any shape


@pytest.mark.parametrize(
    "values", [[1, 2], np.float32([1, 2]), pd.Series([1, 2]), [Decimal(1), Decimal(2)], (True, 2)]
)
def test_what_holds_numbers_becomes_an_array_of_float64(values):
    array = numbers("y", values)
    assert array.dtype == float
    assert array.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("values", "seen"),
    [
        (None, "None"),
        ("abc", "'abc'"),
        ("1.5", "'1.5'"),
        (["1", 2], r"\['1', 2\]"),
        ([[1, 2], [3]], r"\[\[1, 2\], \[3\]\]"),
        ({"a": 1}, r"\{'a': 1\}"),
        (1j, "1j"),
        (pd.Series(["a", "b"]), "a Series of the type"),
        (pd.Series(["1", 2], dtype=object), "a Series of the type object"),
    ],
)
def test_what_holds_no_numbers_is_refused_with_name_and_value(values, seen):
    for read in (numbers, floats):
        with pytest.raises(ValueError, match=f"^y is {seen}.*, but must be numbers: one, or an"):
            read("y", values)


def test_floats_keep_their_type_and_are_not_copied():
    given = np.float32([1, 2])
    assert floats("x", given) is given
    assert floats("x", [1, 2]).dtype == float


ROWS = np.array([[1.0, 2.0], [2.0, 0.5], [4.0, 1.0], [3.0, 7.0]])
COLUMN = dict(y=ROWS[:, 0], y_hat=ROWS[:, 1])
LINE = dict(x=ROWS[:, 1], **COLUMN)
# A right call of each function; any argument of it can be spoilt.
CALLS = {
    correlation.pearson: dict(x=ROWS[:, 0], y=ROWS[:, 1]),
    **dict.fromkeys([losses.l1_loss, losses.l2_loss, losses.rmse, losses.mape], COLUMN),
    losses.huber_loss: {**COLUMN, "delta": 1.0},
    scaling.standardise: dict(values=ROWS),
    scaling.min_max: dict(values=ROWS),
    knn.find_price_by_similar: dict(history_price={1.0: 2.0}, query_x=1.0, topn=1),
    knn.nearest_rows: dict(x=ROWS, query=[1, 2], topn=1),
    knn.knn_predict: dict(x=ROWS, y=[1, 2, 3, 4], query=[1, 2], topn=1),
    knn.leave_one_out: dict(x=ROWS, y=[1, 2, 3, 4], topn=1),
    lines.five_means: dict(x=ROWS[:, 0], y=ROWS[:, 1]),
    lines.loss_of_line: dict(line=(1.0, 2.0), means=(1.0, 1.0, 1.0, 1.0, 1.0)),
    search.random_search: dict(
        loss=np.sum, low=[0, 0], high=[1, 1], n_draws=3, rng=np.random.default_rng(0)
    ),
    search.direction_search: dict(
        loss=np.sum, start=[0, 0], step=1.0, moves=[[1, 1]], n_evaluations=3, shrink=0.5
    ),
    descent.partial_k: LINE,
    descent.partial_b: LINE,
    descent.linear_gradient: dict(X=ROWS, y=[1, 2, 3, 4], w=[1, 2]),
    descent.clip: dict(gradient=[1, 2], longest=1.0),
    descent.gradient_descent: dict(gradient=np.sign, start=[1, 2], learning_rate=0.1, n_steps=2),
}


@pytest.mark.parametrize("bad", [None, "abc"])
@pytest.mark.parametrize(
    ("called", "name"), [(called, name) for called, given in CALLS.items() for name in given]
)
def test_text_or_none_for_an_argument_is_refused_with_its_name(called, name, bad):
    with pytest.raises((ValueError, TypeError), match=rf"\b{name}\b.* {bad!r}, but must"):
        called(**{**CALLS[called], name: bad})


def test_every_public_function_of_these_modules_is_among_the_calls():
    for module in (correlation, descent, knn, lines, losses, scaling, search):
        for name, value in vars(module).items():
            own = getattr(value, "__module__", "") == module.__name__ and not isinstance(
                value, type
            )
            assert name.startswith("_") or not own or value in CALLS, name


# A flat array of numbers


def test_a_flat_list_becomes_an_array_of_floats():
    array = flat("start", [1, 2])
    assert array.dtype == float
    assert array.tolist() == [1, 2]


def test_a_flat_array_is_copied():
    given = np.array([1.0, 2.0])
    flat("start", given)[0] = 99
    assert given.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("values", "shape"), [(3, r"\(\)"), ([[1], [2]], r"\(2, 1\)"), ([[1, 2]], r"\(1, 2\)")]
)
def test_what_is_not_flat_is_refused_with_its_shape(values, shape):
    with pytest.raises(ValueError, match=f"start has shape {shape}, but must be flat"):
        flat("start", values)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_missing_and_infinite_values_are_refused_with_their_number(bad):
    with pytest.raises(ValueError, match="start has 1 of 2 values that are NaN or infinite"):
        flat("start", [1, bad])


def test_a_flat_array_of_nothing_is_refused():
    with pytest.raises(ValueError, match="start is empty. Pass at least one value"):
        flat("start", [])


# A number above 0


@pytest.mark.parametrize("value", [2, 2.0, np.float32(2), np.array(2), 1e-300, 1e300])
def test_a_positive_number_becomes_a_plain_float(value):
    number = positive("step", value)
    assert type(number) is float
    assert number == value


@pytest.mark.parametrize("value", [0, -0.5, np.nan, np.inf, -np.inf])
def test_a_number_that_is_not_finite_and_above_0_is_refused_with_its_value(value):
    with pytest.raises(ValueError, match=f"step is {value}, but must be one number above 0"):
        positive("step", value)


@pytest.mark.parametrize("value", [[1], [1, 2], np.ones((1, 1))])
def test_an_array_in_place_of_a_number_is_refused(value):
    with pytest.raises(ValueError, match=r"step is .*\[.*, but must be one number above 0"):
        positive("step", value)


# A count


@pytest.mark.parametrize("value", [1, 7, np.int64(7), np.uint8(200)])
def test_a_whole_number_becomes_a_plain_int(value):
    count = whole_number("n_steps", value)
    assert type(count) is int
    assert count == value


@pytest.mark.parametrize("value", [2.5, 2.0, "2", None, [2], np.nan])
def test_a_count_that_is_not_whole_is_refused_with_what_was_given(value):
    with pytest.raises(TypeError) as refusal:
        whole_number("n_steps", value)
    assert str(refusal.value) == f"n_steps is {value!r}, but must be a whole number from 1 on."


@pytest.mark.parametrize("value", [0, -3])
def test_a_count_below_1_is_refused_with_the_least(value):
    with pytest.raises(
        ValueError, match=f"n_steps is {value}, but must be a whole number from 1 on"
    ):
        whole_number("n_steps", value)


def test_a_count_above_its_limit_is_refused_with_what_there_is():
    assert whole_number("topn", 5, limit=5, what="rows") == 5
    with pytest.raises(ValueError, match="topn is 6, but there are 5 rows: it must be from 1 to 5"):
        whole_number("topn", 6, limit=5, what="rows")


@pytest.mark.parametrize("value", [None, "abc", "1", 1j])
def test_what_is_no_number_is_refused_with_its_name(value):
    with pytest.raises(ValueError, match="step is .*, but must be one number above 0"):
        positive("step", value)
    with pytest.raises(ValueError, match="beta1 is .*, but must be a number from 0 to below 1"):
        share("beta1", value)


# Functions and sources of random numbers


def test_what_cannot_be_called_is_refused_with_what_it_should_take():
    assert function("loss", np.sum, takes="a point") is np.sum
    with pytest.raises(ValueError, match="loss is 3.5, but must be a function that takes a point"):
        function("loss", 3.5, takes="a point")


def test_what_is_no_source_of_random_numbers_is_refused_with_how_to_make_one():
    rng = np.random.default_rng(1)
    assert generator("rng", rng) is rng
    for bad in (7, None, np.random):
        with pytest.raises(ValueError, match=r"^rng is .*, as np.random.default_rng\(7\) makes it"):
            generator("rng", bad)


@pytest.mark.parametrize("scale", [scaling.standardise, scaling.min_max])
def test_without_a_reference_the_values_are_their_own_and_a_text_is_none(scale):
    assert np.array_equal(scale(ROWS, None), scale(ROWS, ROWS))
    with pytest.raises(ValueError, match="^reference is 'abc', but must be numbers"):
        scale(ROWS, "abc")

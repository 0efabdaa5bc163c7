"""What the helpers accept as a point, a positive number and a count."""

import numpy as np
import pytest

from helpers.inputs import flat, positive, whole_number

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

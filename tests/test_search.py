"""The two searches, held against paths known by hand and a count of what they compute."""

import os
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from helpers.search import BLOCK, direction_search, random_search

quick = settings(derandomize=True, deadline=None, max_examples=30)
numbers = st.floats(-10, 10)
points = st.tuples(numbers, numbers)
EAST, NORTH, WEST, SOUTH = [1, 0], [0, 1], [-1, 0], [0, -1]
CROSS = [EAST, NORTH, WEST, SOUTH]


def bowl(*bottom):
    """The squared distance to a point: of one point or, given (d, n), of many."""

    def loss(w):
        return sum((part - centre) ** 2 for part, centre in zip(w, bottom, strict=True))

    return loss


class Recorded:
    """A loss that remembers where it was computed."""

    def __init__(self, loss):
        self.loss, self.calls = loss, []

    def __call__(self, w):
        self.calls.append(np.array(w))
        return self.loss(w)

    @property
    def draws(self):
        return np.hstack(self.calls)


def search(loss, n_draws=100, seed=0, low=(-5, -5), high=(5, 5), n_jobs=1):
    return random_search(loss, low, high, n_draws, np.random.default_rng(seed), n_jobs)


def directions(loss, start=(0, 0), step=1, moves=CROSS, n_evaluations=100, **options):
    return direction_search(loss, start, step, moves, n_evaluations, **options)


# Random search: what is drawn


@pytest.mark.parametrize("n_draws", [1, 7, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 500])
def test_the_loss_sees_as_many_points_as_are_to_be_drawn(n_draws):
    loss = Recorded(bowl(1, 2))
    search(loss, n_draws)
    assert loss.draws.shape == (2, n_draws)


def test_points_are_drawn_in_blocks_of_ten_thousand_and_a_rest():
    loss = Recorded(bowl(1, 2))
    search(loss, 20_500)
    assert [call.shape for call in loss.calls] == [(2, 10_000), (2, 10_000), (2, 500)]


def test_no_point_is_drawn_twice():
    loss = Recorded(bowl(1, 2))
    search(loss, 3 * BLOCK)
    assert len(np.unique(loss.draws, axis=1).T) == 3 * BLOCK


def test_each_parameter_is_drawn_evenly_from_its_own_range():
    loss = Recorded(bowl(0, 0))
    search(loss, 2 * BLOCK, low=[-1, 200], high=[1, 600])
    quarters = np.quantile(loss.draws, [0, 0.25, 0.5, 0.75, 1], axis=1).T
    assert quarters[0] == approx([-1, -0.5, 0, 0.5, 1], abs=0.04)
    assert quarters[1] == approx([200, 300, 400, 500, 600], abs=8)


def test_the_parameters_of_a_point_are_drawn_independently():
    loss = Recorded(bowl(1, 2))
    search(loss, 2 * BLOCK)
    assert np.corrcoef(loss.draws)[0, 1] == approx(0, abs=0.03)


def test_another_seed_draws_other_points():
    assert search(bowl(1, 2), seed=0)[1] != search(bowl(1, 2), seed=1)[1]


def test_a_second_search_with_the_same_generator_draws_new_points():
    rng, loss = np.random.default_rng(0), Recorded(bowl(1, 2))
    for _ in range(2):
        random_search(loss, [0, 0], [1, 1], 50, rng)
    assert len(np.unique(loss.draws, axis=1).T) == 100


def test_the_global_source_of_randomness_is_left_alone():
    before = np.random.get_state()[1].tolist()  # noqa: NPY002
    search(bowl(1, 2))
    assert np.random.get_state()[1].tolist() == before  # noqa: NPY002


# Random search: what is found


@pytest.mark.parametrize("n_draws", [1, 2, 50, 2 * BLOCK + 500])
@pytest.mark.parametrize("seed", range(5))
def test_no_draw_has_a_smaller_loss_than_the_result(n_draws, seed):
    loss = Recorded(bowl(1, 2))
    point, value = search(loss, n_draws, seed)
    losses = loss.loss(loss.draws)
    assert value == np.min(losses)
    assert point.tolist() == loss.draws[:, np.argmin(losses)].tolist()


def test_the_result_is_a_flat_point_and_a_plain_float():
    point, value = search(bowl(1, 2, 3), low=[0, 0, 0], high=[5, 5, 5])
    assert point.shape == (3,)
    assert type(value) is float


@quick
@given(points, st.tuples(st.floats(0.1, 10), st.floats(0.1, 10)), st.integers(0, 1000))
def test_the_result_lies_in_the_range_though_the_best_point_lies_far_outside(low, width, seed):
    high = np.add(low, width)
    point, _ = search(bowl(1000, -1000), 20, seed, low, high)
    assert np.all(low <= point) and np.all(point <= high)


@pytest.mark.parametrize("seed", range(10))
def test_whole_blocks_added_never_make_the_result_worse(seed):
    values = [search(bowl(1, 2), blocks * BLOCK, seed)[1] for blocks in (1, 2, 3, 4)]
    assert values == sorted(values, reverse=True)


def test_a_longer_search_begins_with_the_points_of_the_shorter_one():
    shorter, longer = Recorded(bowl(1, 2)), Recorded(bowl(1, 2))
    search(shorter, BLOCK)
    search(longer, 3 * BLOCK)
    assert longer.draws[:, :BLOCK].tolist() == shorter.draws.tolist()


# Random search: who computes


@pytest.mark.parametrize("n_jobs", [2, 4])
@pytest.mark.parametrize("n_draws", [3 * BLOCK, 5 * BLOCK + 17])
def test_the_result_does_not_depend_on_the_number_of_jobs(n_draws, n_jobs):
    alone = search(bowl(1, 2), n_draws, n_jobs=1)
    together = search(bowl(1, 2), n_draws, n_jobs=n_jobs)
    assert together[0].tolist() == alone[0].tolist()
    assert together[1] == alone[1]


def test_of_equally_good_points_the_first_is_kept_though_its_block_takes_longest():
    def plain(w):
        return np.zeros(w.shape[1])

    first, _ = search(plain, BLOCK)

    def slow_at_first(w):
        time.sleep(0.3 if w[:, 0].tolist() == first.tolist() else 0)
        return np.zeros(w.shape[1])

    assert search(slow_at_first, 5 * BLOCK, n_jobs=2)[0].tolist() == first.tolist()


def test_two_jobs_are_other_processes_and_one_job_is_not():
    def process(w):
        return np.full(w.shape[1], os.getpid())

    assert search(process, 2 * BLOCK, n_jobs=1)[1] == os.getpid()
    assert search(process, 2 * BLOCK, n_jobs=2)[1] != os.getpid()


# Random search: what is refused


@pytest.mark.parametrize(("begin", "end"), [(4, 2), (2, 2)])
def test_a_range_that_does_not_end_above_its_beginning_is_refused_with_its_parameter(begin, end):
    expected = f"The range of parameter 1 goes from {begin} to {end}.*low and high exchanged"
    with pytest.raises(ValueError, match=expected):
        search(bowl(1, 2), low=[0, begin], high=[1, end])


def test_ranges_without_a_beginning_or_an_end_are_refused_with_both_numbers():
    with pytest.raises(ValueError, match="low has 2 numbers, but high has 1. Each parameter needs"):
        search(bowl(1, 2), low=[0, 0], high=[1])


@pytest.mark.parametrize(
    ("low", "high", "name"), [([np.nan, 0], [1, 1], "low"), ([0, 0], [1, np.inf], "high")]
)
def test_a_missing_or_infinite_end_is_refused_with_its_name(low, high, name):
    with pytest.raises(ValueError, match=f"{name} has 1 of 2 values that are NaN or infinite"):
        search(bowl(1, 2), low=low, high=high)


@pytest.mark.parametrize(("low", "high", "name"), [(0, [1], "low"), ([0], [[1]], "high")])
def test_ends_that_are_not_flat_are_refused_with_their_name(low, high, name):
    with pytest.raises(ValueError, match=f"{name} has shape .*, but must be flat"):
        search(bowl(1), low=low, high=high)


def test_no_draws_are_refused():
    with pytest.raises(ValueError, match="n_draws is 0, but must be a whole number from 1 on"):
        search(bowl(1, 2), n_draws=0)


@pytest.mark.parametrize("n_draws", [2.5, 1e6])
def test_a_number_of_draws_that_is_not_whole_is_refused(n_draws):
    with pytest.raises(TypeError, match=f"n_draws is {n_draws}, but must be a whole number"):
        search(bowl(1, 2), n_draws=n_draws)


@pytest.mark.parametrize(
    ("loss", "shape"),
    [(np.mean, r"\(\)"), (lambda w: w**2, r"\(2, 100\)"), (lambda w: w[:1], r"\(1, 100\)")],
)
def test_a_loss_that_does_not_give_one_number_per_point_is_refused_with_its_shape(loss, shape):
    expected = (
        rf"given 100 points of 2 numbers, as an array of shape \(2, 100\), and returned shape "
        rf"{shape}. It must return one number per point"
    )
    with pytest.raises(ValueError, match=expected):
        search(loss)


def test_a_loss_that_is_missing_somewhere_is_refused_with_a_point_where_it_is():
    def loss(w):
        return np.where(w[0] > 4, np.nan, w[1])

    expected = r"The loss at \[4\.\d+, -?\d\.\d+\] is NaN. Is a value missing in the data\?"
    for seed in range(5):  # one seed alone might begin with such a point
        with pytest.raises(ValueError, match=expected):
            search(loss, seed=seed)


# Direction search: the path


def test_a_search_goes_on_while_it_helps_then_tries_the_next_direction():
    loss = Recorded(bowl(2, 1))
    path, values = directions(loss)
    assert path.tolist() == [[0, 0], [1, 0], [2, 0], [2, 1]]
    assert values.tolist() == [5, 2, 1, 0]
    tried = [[3, 0], [2, 1], [2, 2], [1, 1], [2, 0], [3, 1]]
    assert [w.tolist() for w in loss.calls] == [[0, 0], [1, 0], [2, 0], *tried]


def test_a_move_goes_step_times_its_row():
    path, _ = directions(bowl(2, -3), step=0.5, moves=[[4, -2], [0, -2]])
    assert path.tolist() == [[0, 0], [2, -1], [2, -2], [2, -3]]


def test_a_step_that_leads_nowhere_is_shrunk():
    # Without a gain at 1, neither at 1/2: from 1, both 3/2 and 1/2 are no better.
    path, values = directions(bowl(0.75), start=[0], moves=[[1], [-1]], shrink=0.5)
    assert path[:3].tolist() == [[0], [1], [0.75]]
    assert values[:3].tolist() == [0.5625, 0.0625, 0]


def test_a_step_is_multiplied_by_shrink_again_and_again():
    loss = Recorded(bowl(0))
    directions(loss, start=[0], moves=[[1]], n_evaluations=5, shrink=0.25)
    assert [float(w[0]) for w in loss.calls] == [0, 1, 1 / 4, 1 / 16, 1 / 64]


def test_without_shrink_a_search_ends_when_no_direction_helps():
    loss = Recorded(bowl(0, 0))
    path, _ = directions(loss, n_evaluations=1000)
    assert len(loss.calls) == 5
    assert path.tolist() == [[0, 0]]


def test_an_equally_good_point_is_no_step():
    path, values = directions(lambda w: 7.0)
    assert path.tolist() == [[0, 0]]
    assert values.tolist() == [7]


# Direction search: properties


@quick
@given(points, points, st.floats(0.01, 5), st.sampled_from([0.5, 0.9, 1]), st.integers(1, 100))
def test_no_loss_is_computed_beyond_the_number_allowed(start, bottom, step, shrink, n):
    loss = Recorded(bowl(*bottom))
    directions(loss, start, step, CROSS, n, shrink=shrink)
    assert len(loss.calls) <= n


@pytest.mark.parametrize("n", [1, 2, 7])
def test_as_long_as_it_helps_each_loss_allowed_is_computed(n):
    loss = Recorded(lambda w: -w[0])
    path, _ = directions(loss, n_evaluations=n)
    assert len(loss.calls) == n
    assert path[:, 0].tolist() == list(range(n))


@quick
@given(points, points, st.floats(0.01, 5), st.sampled_from([0.5, 1]))
def test_each_loss_belongs_to_its_point_and_is_smaller_than_the_one_before(
    start, bottom, step, shrink
):
    loss = bowl(*bottom)
    path, values = directions(loss, start, step, shrink=shrink)
    assert path[0].tolist() == list(start)
    assert path.shape == (len(values), 2)
    assert [loss(w) for w in path] == values.tolist()
    assert np.all(np.diff(values) < 0)


@quick
@given(points, points)
def test_a_shrinking_step_comes_to_the_bottom_of_a_bowl(start, bottom):
    path, _ = directions(bowl(*bottom), start, n_evaluations=400, shrink=0.5)
    assert path[-1] == approx(bottom, abs=1e-6)


@quick
@given(points, points)
def test_a_step_that_stays_ends_within_half_a_step_of_the_bottom(start, bottom):
    path, _ = directions(bowl(*bottom), start)
    assert np.all(np.abs(path[-1] - bottom) <= 0.5 + 1e-9)


def test_the_start_is_not_changed():
    start = np.array([0.0, 0.0])
    path, _ = directions(bowl(2, 1), start)
    path[:] = 99
    assert start.tolist() == [0, 0]


def test_whole_numbers_as_start_and_moves_do_not_round_the_path():
    path, _ = directions(bowl(1, 1), np.array([0, 0]), 0.5, np.array(CROSS))
    assert path[1].tolist() == [0.5, 0]


def test_a_loss_in_an_array_of_no_axes_is_a_number():
    _, values = directions(lambda w: np.array(bowl(2, 1)(w)))
    assert values.tolist() == [5, 2, 1, 0]


# Direction search: what is refused


@pytest.mark.parametrize("name", ["step", "shrink"])
@pytest.mark.parametrize("value", [0, -1, np.nan])
def test_a_step_or_shrink_that_is_not_positive_is_refused(name, value):
    with pytest.raises(ValueError, match=f"{name} is {value}, but must be one number above 0"):
        directions(bowl(2, 1), **{name: value})


def test_a_step_for_each_parameter_is_refused():
    with pytest.raises(ValueError, match=r"step is \[1, 1\], but must be one number above 0"):
        directions(bowl(2, 1), step=[1, 1])


def test_a_step_that_would_grow_is_refused():
    with pytest.raises(ValueError, match="shrink is 1.5, but a step must not grow.*at most 1"):
        directions(bowl(2, 1), shrink=1.5)


@pytest.mark.parametrize(
    ("moves", "shape"),
    [([1, 0], r"\(2,\)"), ([[1], [-1]], r"\(2, 1\)"), ([[CROSS]], r"\(1, 1, 4,")],
)
def test_moves_of_another_shape_are_refused_with_the_shape_needed(moves, shape):
    expected = rf"moves has shape {shape}.*start of 2 numbers needs \(m, 2\): one row per direction"
    with pytest.raises(ValueError, match=expected):
        directions(bowl(2, 1), moves=moves)


def test_no_moves_are_refused():
    with pytest.raises(ValueError, match="moves is empty"):
        directions(bowl(2, 1), moves=np.empty((0, 2)))


def test_a_move_with_a_missing_value_is_refused():
    with pytest.raises(ValueError, match="moves has 1 of 4 values that are NaN"):
        directions(bowl(2, 1), moves=[[1, 0], [0, np.nan]])


@pytest.mark.parametrize("start", [0, [[0, 0]]])
def test_a_start_that_is_not_flat_is_refused(start):
    with pytest.raises(ValueError, match="start has shape .*, but must be flat"):
        directions(bowl(2, 1), start)


def test_a_start_with_a_missing_value_is_refused():
    with pytest.raises(ValueError, match="start has 1 of 2 values that are NaN"):
        directions(bowl(2, 1), [0, np.nan])


def test_no_evaluations_are_refused():
    with pytest.raises(
        ValueError, match="n_evaluations is 0, but must be a whole number from 1 on"
    ):
        directions(bowl(2, 1), n_evaluations=0)


def test_a_number_of_evaluations_that_is_not_whole_is_refused():
    with pytest.raises(TypeError, match="n_evaluations is 9.5, but must be a whole number"):
        directions(bowl(2, 1), n_evaluations=9.5)


@pytest.mark.parametrize("result", [np.array([3.0]), np.array([1.0, 2.0]), np.nan, [4]])
def test_a_loss_that_is_not_one_number_is_refused_with_what_it_is(result):
    with pytest.raises(ValueError) as refusal:
        directions(lambda w: result)
    assert str(refusal.value) == f"The loss of a point must be one number, but it is {result!r}."


def test_a_loss_that_is_missing_on_the_way_is_refused():
    with pytest.raises(ValueError, match="The loss of a point must be one number, but it is nan"):
        directions(lambda w: np.nan if w[0] > 1 else -w[0])


@pytest.mark.parametrize("result", [None, "a", 1j])
def test_a_direction_search_refuses_a_loss_that_is_no_number(result):
    with pytest.raises(ValueError, match="must be one number, but it is"):
        directions(lambda w: result)


def test_a_loss_that_changes_its_argument_does_not_change_the_path():
    def loss(w):
        w += 1
        return float(np.sum(w**2))

    path, _ = directions(loss, start=(5, 5))
    assert path[0].tolist() == [5, 5]

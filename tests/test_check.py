"""The checker of exercises itself: what it says when, and what it never does."""

import inspect
import signal
import threading
import time

import numpy as np
import pandas as pd
import pytest

from helpers.check import general, written
from helpers.check.exercise import STRICT, Case, Exercise

NOT_ATTEMPTED = "not attempted yet. Replace the three dots, run that cell, then this one."


def exercise_of(reference, cases, number="0.1", **options):
    """An exercise whose right answer is a function and not a source."""
    return Exercise(number, "t", "", cases, reference=reference, **options)


@pytest.fixture
def total():
    """An exercise: the sum of an array."""
    return Exercise(
        number="0.1",
        title="the total",
        solution="""
def my_total(values):
    return float(np.sum(values))
""",
        cases=[
            Case("three values", {"values": np.array([1.0, 2.0, 4.0])}),
            Case("one value", {"values": np.array([5.0])}),
        ],
        mistakes="""
mean: That is the mean.
    np.sum => np.mean
""",
    )


def judged(exercise, answer):
    """State and message alone."""
    verdict = exercise.judge(answer)
    return verdict.state, verdict.message


def stub(values): ...


def returned_dots(values):
    return ...


def dots_in_a_computation(values):
    weight = ...
    return weight * values


def dots_as_a_key(values):
    return sum({1: 2}[...] for _ in values)


def documented_stub(values):
    """Return the total."""
    ...


def empty(values):
    pass


@pytest.mark.parametrize(
    "answer", [stub, documented_stub, returned_dots, dots_in_a_computation, dots_as_a_key, ...]
)
def test_what_still_has_its_dots_is_not_attempted(total, answer):
    assert judged(total, answer) == ("not attempted", NOT_ATTEMPTED)


def test_an_empty_function_is_not_told_to_replace_dots(total):
    state, message = judged(total, empty)
    assert state == "not attempted"
    assert "write your lines in place of pass" in message


def test_an_error_that_speaks_of_an_ellipsis_is_no_blank(total):
    state, message = judged(total, lambda values: values[values])
    assert state == "not yet"
    assert "a row number or a value?" in message


def test_a_right_answer_is_told_on_which_cases_it_was_tried(total):
    state, message = judged(total, sum)
    assert state == "correct"
    assert "2 cases: three values and one value" in message


def test_a_known_mistake_is_named_with_the_input_and_the_number_that_came(total):
    state, message = judged(total, lambda values: values.sum() / len(values))
    assert state == "not yet"
    assert "values = [1.0, 2.0, 4.0] you returned 2.3333. That is the mean." in message


def test_a_mistake_is_named_only_if_it_explains_every_case(total):
    message = total.judge(lambda values: 7 / 3 if len(values) == 3 else 0.0).message
    assert "That is the mean" not in message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda values: values[0], "you returned 1.0. Expected: 7.0."),
        (lambda values: (7, values), "which is a pair. Expected: one number."),
        (lambda values: sum, "which is a function: are its parentheses missing? Expected: one"),
        (lambda values: b"7", "an object of the type bytes"),
        (lambda values: "7", "you returned '7', which is a text. Expected: one number."),
        (lambda values: values, "which is an array of shape (3,). Expected: one number."),
        (lambda values: values > 1, "True and False of shape (3,). Expected: one number."),
        (lambda values: True, "which is True or False. Expected: one number."),
        (lambda values: pd.Series(values), "which is a Series of 3 values. Expected: one number."),
        (lambda values: {"sum": 7}, "which is a dict. Expected: one number."),
        (lambda: 7, "your function stopped with TypeError"),
        (3.0, "was given 3.0, but it needs the function itself"),
    ],
)
def test_any_other_wrong_answer_gets_input_result_and_expectation(total, answer, said):
    state, message = judged(total, answer)
    assert state == "not yet"
    assert said in message


def test_an_error_in_the_answer_is_shown_with_its_line(total):
    def divides_by_zero(values):
        size = len(values)
        return size / 0

    message = total.judge(divides_by_zero).message
    assert "stopped in line 3 with ZeroDivisionError: division by zero" in message


def test_a_changed_input_is_refused_even_if_the_answer_is_right(total):
    def changes(values):
        result = float(np.sum(values))
        values[0] = 0
        return result

    state, message = judged(total, changes)
    assert state == "not yet"
    assert "values was no longer [1.0, 2.0, 4.0]" in message


@pytest.mark.parametrize(
    ("given", "change"),
    [
        ({"a": 1}, lambda given: given.update(b=2)),
        ([1, 2], lambda given: given.append(3)),
        (pd.DataFrame({"x": [1, 2]}), lambda given: given.insert(0, "y", [3, 4])),
        (pd.Series([1, 2]), lambda given: given.__setitem__(0, 9)),
    ],
    ids=["dict", "list", "table", "column"],
)
def test_every_kind_of_input_is_watched_for_changes(given, change):
    exercise = exercise_of(lambda given: 1, [Case("", {"given": given})])

    def answer(given):
        change(given)
        return 1

    assert "changed its input" in exercise.judge(answer).message


def test_the_cases_are_the_same_for_every_call(total):
    def changes(values):
        values *= 0
        return 0.0

    total.judge(changes)
    assert total.judge(sum).state == "correct"


@pytest.mark.parametrize("answer", [lambda v: np.float32(v.sum()), lambda v: np.array(v.sum())])
def test_numpy_numbers_count_as_numbers(total, answer):
    assert total.judge(answer).state == "correct"


def test_a_wanted_error_must_be_raised_and_must_say_something():
    def refuses(values):
        raise ValueError("values must not be negative")

    exercise = exercise_of(refuses, [Case("negative", {"values": np.array([-1.0])})])

    def silent(values):
        raise ValueError

    def other(values):
        raise KeyError("values")

    assert exercise.judge(refuses).state == "correct"
    for wrong, name in ((silent, "silent-error"), (other, "other-error"), (print, "printed")):
        verdict = exercise.judge(wrong)
        assert (verdict.state, verdict.name) == ("not yet", name)
    message = exercise.judge(lambda values: 0.0).message
    assert "Expected: a ValueError whose message says what is wrong." in message


def test_warnings_of_an_answer_do_not_reach_the_page(total, recwarn, capfd):
    total(lambda values: np.sum(values) / np.array(0.0))
    assert not recwarn.list
    assert capfd.readouterr().err == ""


def test_only_the_strict_switch_makes_an_unsolved_exercise_raise(total, monkeypatch, capsys):
    monkeypatch.delenv(STRICT, raising=False)
    total(stub)
    assert capsys.readouterr().out.startswith(f"Exercise 0.1: {NOT_ATTEMPTED}")
    monkeypatch.setenv(STRICT, "1")
    total(sum)
    with pytest.raises(AssertionError, match="not attempted"):
        total(stub)


class Spiteful:
    def __repr__(self):
        raise RuntimeError("no words")

    __array__ = __eq__ = __str__ = __repr__


class SpitefulError(Exception):
    def __str__(self):
        raise RuntimeError("no words")


def leaves(values):
    raise SystemExit(1)


def fails_without_words(values):
    raise SpitefulError


@pytest.mark.parametrize(
    "answer",
    [
        leaves,
        fails_without_words,
        *(
            lambda values, odd=odd: odd
            for odd in (
                {"a": np.array([1, 2])},
                ([1, 2], 3.0),
                [[1, 2], [3]],
                b"ab",
                np.array("abc"),
                pd.NA,
                pd.DataFrame(),
                10**5000,
                Spiteful(),
                [Spiteful()],
                map(abs, [1]),
            )
        ),
    ],
)
@pytest.mark.parametrize("reference", [np.sum, np.abs, lambda values: pd.Series(values)])
def test_no_answer_stops_the_check(reference, answer):
    case = Case("a case", {"values": np.array([1.0, 2.0])})
    exercise = exercise_of(reference, [case])
    state, message = judged(exercise, answer)
    assert state == "not yet"
    assert " at 0x" not in message


@pytest.mark.parametrize("item", [np.array([1, 2]), [1, [2]], Spiteful()])
def test_an_input_may_be_changed_into_anything(item):
    exercise = exercise_of(len, [Case("", {"ages": {"Ana": 53}})])
    message = exercise.judge(lambda ages: ages.update(Ana=item)).message
    assert "changed its input" in message


def test_even_a_tiny_change_of_an_input_counts(total):
    def changes(values):
        values += 1e-12
        return values.sum()

    assert "changed its input" in total.judge(changes).message


@pytest.mark.parametrize(
    "value",
    [list(range(100_000)), "x" * 5000, [[0.5] * 50] * 50, np.zeros((300, 300)), {"x": "y" * 999}],
)
def test_a_message_stays_short(total, value):
    assert len(total.judge(lambda values: value).message) < 400


def test_the_text_of_an_error_is_one_short_sentence(total):
    def fails(values):
        raise KeyError("no\n" + "word " * 1000)

    message = total.judge(fails).message
    assert len(message) < 400
    assert "\n" not in message
    message = total.judge(lambda values: values.total).message
    assert message.split("'total'. ")[1].startswith("What stands before the dot")


def test_two_numbers_that_differ_late_are_shown_apart(total):
    message = total.judge(lambda values: values.sum() + 0.00002 * values[0]).message
    assert "you returned 7.00002. Expected: 7.0." in message


def uses_a_name_too_early(values):
    count += len(values)  # noqa: F821, F841
    return count


def returns_in_the_loop(values):
    result = 0
    for value in values:
        result += value
        return result


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (print, "nothing was given back"),
        (returns_in_the_loop, "Only the first row"),
        (lambda values: values[-1], "Only the last row"),
        (lambda values: sum(values[:-1]), "The last row has been left out"),
        (lambda values: sum(values[1:]), "The first row has been left out"),
        (lambda values: 16.0, "Whatever values is, your function gives the same."),
        (lambda values: -sum(values), "Each sign is turned round"),
        (lambda values: 3 * sum(values), "3 times the right number"),
        (lambda values: sum(values) * len(values) / (len(values) - 1), "divided by n - 1"),
        (lambda values: np.floor(sum(values)), "right up to rounding"),
        (lambda values: sum(values) if values > 0 else 0, "An if looks at one True or False"),
        (lambda values: "a" + 1, "There are texts where numbers are needed"),
        (lambda values: values @ np.ones(9), "Expected: "),
        (lambda values: values + np.ones(9), "Two arrays of different lengths"),
        (lambda values: values(0), "Parentheses right behind a name"),
        (lambda values: {}["total"], "Nothing is stored under that name"),
        (lambda values: pd.DataFrame({"x": values}).drop("x"), "looked for among the rows"),
        (lambda values: 0.5 ^ values, "that sign is not the one for a power"),
        (lambda values: values[9], "There is no such place"),
        (uses_a_name_too_early, "That name has no value yet"),
        (lambda values: 1.0 if len(values) == 4 else None, "In another case None came"),
    ],
)
def test_a_habit_is_named_without_an_entry(answer, said):
    cases = [
        Case("four", {"values": np.array([1.0, 2.5, 4.0, 3.2])}),
        Case("three", {"values": np.array([5.5, 0.5, 2.3])}),
        Case("two", {"values": np.array([2.0, 7.75])}),
    ]
    exercise = exercise_of(lambda values: float(np.sum(values)), cases)
    state, message = judged(exercise, answer)
    assert state == "not yet"
    assert said in message
    assert not any(code in message for code in ("np.", "return ", "lambda", "def ", "=="))


def test_names_belong_to_an_answer_where_the_reference_has_them():
    def strengths(values):
        return pd.Series(values, index=["a", "b"])

    exercise = exercise_of(strengths, [Case("two", {"values": np.array([1.0, 2.0])})])
    assert exercise.judge(strengths).state == "correct"
    for nameless in (np.array, list):
        state, message = judged(exercise, nameless)
        assert state == "not yet"
        assert "their names are lost" in message


def test_printing_is_not_raising():
    def refuses(values):
        raise ValueError("a value is 0")

    exercise = exercise_of(refuses, [Case("zero", {"values": np.array([0.0])})])
    assert "What does print do" in exercise.judge(print).message


@pytest.mark.parametrize("text", ["", " ", "...", "error", "Ellipsis"])
def test_an_error_needs_words(text):
    def refuses(values):
        raise ValueError("a value is 0")

    def mumbles(values):
        raise ValueError(text)

    exercise = exercise_of(refuses, [Case("zero", {"values": np.array([0.0])})])
    assert exercise.judge(mumbles).state == "not yet"


def test_a_late_case_is_tried_only_if_the_others_are_right():
    seen = []

    def answer(values, result):
        seen.append(len(values))
        return result(values)

    cases = [
        Case("two", {"values": np.array([1.0, 2.0])}),
        Case("many", {"values": np.ones(500)}, late=True),
    ]
    exercise = exercise_of(np.sum, cases)
    exercise.judge(lambda values: answer(values, np.mean))
    assert set(seen) == {2}
    assert exercise.judge(lambda values: answer(values, np.sum)).state == "correct"
    assert seen[-1] == 500


def test_n_minus_1_is_not_blamed_where_there_are_no_rows():
    cases = [Case("three", {"w": 3.0}), Case("five", {"w": 5.0})]
    square = exercise_of(lambda w: w**2, cases)
    assert "n - 1" not in square.judge(lambda w: w**2 + w).message


def test_rows_left_out_are_named_for_an_answer_of_several_numbers():
    cases = [Case(str(n), {"values": np.arange(1.0, n)}) for n in (4, 5, 6)]
    sums = exercise_of(lambda v: np.array([v.sum(), (v**2).sum()]), cases)
    message = sums.judge(lambda v: (sum(v[:-1]), sum(v[:-1] ** 2))).message
    assert "The last row has been left out" in message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda f, v: f[0], "How is a function asked for its value?"),
        (lambda f, v: f + 1, "only the value that it gives is one"),
        (lambda f, v: sum(f(1) for _ in 3), "what counts up to that number?"),
        (lambda f, v: np.ones((3, 2)) @ v, "as many columns on the left side"),
        (lambda f, v: np.ones((3, 2)) + v, "A flat array has met a table"),
        (lambda f, v: np.array([1.0, v]), "A whole array was put where one number belongs"),
        (lambda f, v: f(1, 2), "not the same ones"),
        (lambda f, v: [k + b for k, b in [v]], "How many numbers may stand there?"),
    ],
)
def test_an_error_of_an_answer_is_explained(answer, said):
    cases = [Case("three values", {"f": lambda w: abs(w), "v": np.array([1.0, 2.0, 4.0])})]
    message = exercise_of(lambda f, v: float(f(v).sum()), cases).judge(answer).message
    assert said in message


STUB = """\
def my_total(values):
    total = 0
    for value in values:
        ...
    return total
"""


def test_a_stub_of_several_lines_is_not_attempted_until_it_changes():
    cases = [Case("two", {"values": np.array([1.0, 2.0])})]
    exercise = exercise_of(np.sum, cases, stub=STUB)
    documented = STUB.replace("    total = 0", '    """Add up."""\n    total = 0')
    added = STUB.replace("...", "total += value")
    counted = STUB.replace("...", "total += 1")
    states = []
    for source in (STUB, documented, added, counted):
        namespace = {}
        exec(source, namespace)
        states.append(exercise.judge(namespace["my_total"]).state)
    assert states == ["not attempted", "not attempted", "correct", "not yet"]


def test_an_argument_that_matters_only_beyond_the_rounding_is_not_called_unused():
    def nearly_root(value, steps):
        return float(np.sqrt(value)) + 1e-4 / steps

    cases = [
        Case("four", {"value": 4.0, "steps": 10}),
        Case("nine", {"value": 9.0, "steps": 20}),
        Case("two", {"value": 2.0, "steps": 30}),
    ]
    exercise = exercise_of(nearly_root, cases, tidy=lambda value: round(value, 2))
    assert "Whatever" not in exercise.judge(lambda value, steps: value**2 + 0.3).message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda values: np.exp(-values) / 2, "FloatingPointError: overflow encountered in exp"),
        (lambda values: 1 / (values - values), "FloatingPointError: divide by zero"),
        (lambda values: np.log(values), "FloatingPointError: invalid value"),
    ],
)
def test_only_a_careful_case_stops_where_numpy_would_warn(answer, said):
    values = {"values": np.array([-1000.0, 2.0])}
    careful = exercise_of(np.sum, [Case("far out", values, careful=True)])
    careless = exercise_of(np.sum, [Case("far out", values)])
    assert said in careful.judge(answer).message
    assert "FloatingPointError" not in careless.judge(answer).message


def by_errstate(values):
    with np.errstate(all="ignore"):
        return np.sum(np.exp(-values))


def by_seterr(values):
    before = np.seterr("ignore")
    total = np.sum(np.exp(-values))
    np.seterr(**before)
    return total


def without_hiding(values):
    with np.errstate(over="raise"):
        return np.sum(np.exp(-values))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (by_errstate, "FloatingPointError: overflow encountered in exp"),
        (by_seterr, "FloatingPointError: overflow encountered in exp"),
        (without_hiding, "FloatingPointError: overflow encountered in exp"),
    ],
)
def test_an_answer_cannot_switch_off_what_a_careful_case_stops(answer, said):
    before = np.geterr(), np.errstate, np.seterr
    case = Case("far out", {"values": np.array([-1000.0, 2.0])}, careful=True)
    assert said in exercise_of(np.sum, [case]).judge(answer).message
    assert (np.geterr(), np.errstate, np.seterr) == before


def test_what_is_too_small_becomes_0_in_a_careful_case():
    case = Case("far out", {"values": np.array([-1000.0, 2.0])}, careful=True)
    assert exercise_of(np.exp, [case]).judge(np.exp).state == "correct"


class Twice:
    def forward(self, value):
        return 2 * value

    def backward(self, gradient):
        return 2 * gradient


@pytest.fixture
def node():
    """An exercise whose answer is a class."""

    def use(answer, value):
        made = answer()
        return {"forward": made.forward(value), "backward": made.backward(value)}

    return Exercise(
        number="0.15",
        title="a node",
        solution="""
class MyNode:
    def forward(self, value):
        return 2 * value

    def backward(self, gradient):
        return 2 * gradient
""",
        cases=[Case("three", {"value": 3.0}), Case("five", {"value": 5.0})],
        mistakes="""
unchanged: The value stayed as it was.
    2 * value => value
""",
        methods=("forward", "backward"),
        use=use,
        came="your node gave",
    )


def node_with(**methods):
    return type("MyNode", (), methods)


def test_an_answer_may_be_a_class(node):
    class Mine(Twice):
        def forward(self, value):
            return value + value

    assert node.judge(Mine).state == "correct"


def test_a_mistake_of_a_class_is_named_with_what_its_node_gave(node):
    mine = node_with(forward=lambda self, value: value, backward=Twice.backward)
    message = node.judge(mine).message
    assert "your node gave {'forward': 3.0, 'backward': 6.0}. The value stayed" in message


def empty_method(self, value): ...


@pytest.mark.parametrize("blank", [empty_method, ..., lambda self, value: ...])
def test_a_class_whose_methods_still_have_their_dots_is_not_attempted(node, blank):
    mine = node_with(forward=blank, backward=blank)
    assert judged(node, mine) == ("not attempted", NOT_ATTEMPTED)


@pytest.mark.parametrize("empty_one", ["forward", "backward"])
def test_of_a_class_half_done_the_empty_method_is_named(node, empty_one):
    done = {"forward": Twice.forward, "backward": Twice.backward}
    state, message = judged(node, node_with(**{**done, empty_one: empty_method}))
    assert state == "not yet"
    assert f"The method {empty_one} is still empty" in message


def test_an_empty_class_is_not_told_to_replace_dots(node):
    def nothing(self, value):
        pass

    state, message = judged(node, node_with(forward=nothing, backward=nothing))
    assert state == "not attempted"
    assert "The class is still empty: write your lines in place of pass" in message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Twice(), "was given an object of the type Twice, but it needs the class itself"),
        (lambda value: value, "but it needs the class itself"),
        (node_with(), "no method with the name forward."),
        (node_with(foward=empty_method), "no method with the name forward, only foward."),
        (node_with(forward=Twice.forward), "no method with the name backward, only forward."),
    ],
)
def test_what_is_no_class_with_these_methods_is_told_so(node, answer, said):
    state, message = judged(node, answer)
    assert state == "not yet"
    assert said in message


def test_an_error_in_a_class_is_shown_with_line_and_method(node):
    class Stops(Twice):
        def backward(self, gradient):
            size = 0
            return gradient / size

    message = node.judge(Stops).message
    assert "your class stopped in line 3 of backward with ZeroDivisionError" in message


@pytest.fixture
def kind_of_thing():
    """An exercise whose answer is made from a class that its lesson writes."""

    class Thing:
        """As the course has it."""

    return Exercise(
        number="0.18",
        title="a kind of thing",
        solution="class MyKind(Thing):\n    def size(self):\n        return 3\n",
        cases=[Case("one thing", {})],
        methods=("size",),
        uses={"Thing": Thing},
        use=lambda answer: answer().size(),
    )


LESSON = """
class Thing:
    pass

class MyKind(Thing):
    def size(self):
        ...

class Empty(Thing):
    def other(self):
        pass

def sort():
    pass
"""


@pytest.mark.parametrize("made", ["MyKind", "Empty", "MyKind()", "sort"])
def test_what_a_lesson_goes_on_with_is_made_from_what_the_lesson_has(kind_of_thing, made):
    lesson = {"__name__": "lesson"}
    exec(LESSON, lesson)
    kind = kind_of_thing(eval(made, lesson))
    assert kind.__mro__[1] is lesson["Thing"]
    assert (kind.__name__, kind().size()) == ("Kind", 3)


@pytest.mark.parametrize("change", ["del Thing", "Thing = 3"])
def test_what_a_lesson_has_not_comes_from_the_course(kind_of_thing, change):
    lesson = {"__name__": "lesson"}
    exec(LESSON + change, lesson)
    for answer in (lesson["MyKind"], 3, ...):
        assert kind_of_thing(answer).__mro__[1] is kind_of_thing.uses["Thing"]


def test_a_right_answer_is_what_the_lesson_goes_on_with(kind_of_thing):
    lesson = {"__name__": "lesson"}
    exec(LESSON.replace("...", "return 3"), lesson)
    kind = kind_of_thing(lesson["MyKind"])
    assert kind is lesson["MyKind"]
    assert kind.__name__ == "Kind"


def test_a_value_that_is_used_in_another_way_goes_through_use_everywhere():
    exercise = Exercise(
        "0.16",
        "t",
        solution="def my_answer(values):\n    values.append(3)\n",
        cases=[Case("two", {"values": (1, 2)}), Case("one", {"values": (5,)})],
        mistakes="four: The last one is 4.\n    append(3) => append(4)",
        use=lambda answer, values: (rest := list(values), answer(rest))[0],
    )
    assert exercise.judge(lambda values: values.extend([3])).state == "correct"
    assert (
        "you returned [1, 2, 4]. The last one is 4."
        in exercise.judge(lambda v: v.append(4)).message
    )
    assert "Whatever values" not in exercise.judge(lambda values: values.append(5)).message
    sevens = exercise.judge(lambda values: values.__setitem__(slice(None), [7, 7, 7])).message
    assert "Whatever values is, your function gives the same." in sevens
    assert exercise.judge(lambda values: values.append(4)).name == "four"


def test_what_is_wrong_with_a_value_can_be_said_without_showing_another_one():
    exercise = Exercise(
        "0.17",
        "t",
        solution="def my_order(names):\n    return sorted(names)\n",
        cases=[Case("two", {"names": ["b", "a"]}), Case("more", {"names": ["c", "b", "a"]})],
        mistakes="not-first: {name} is not the first.\n    about\n    return list(names)",
        about=lambda value, names: ("not-first", {"name": value[0]}) if len(value) > 1 else None,
    )
    verdict = exercise.judge(list)
    assert verdict.name == "not-first"
    assert verdict.message.endswith("you returned ['b', 'a']. b is not the first.")
    assert "Expected" in exercise.judge(lambda names: names[1:] * (len(names) < 3) or names).message


@pytest.mark.parametrize("value", [..., [1, ...], (1, ...), {"a": ...}, {"a": [1, ...]}])
def test_dots_inside_a_result_are_not_attempted(value):
    exercise = exercise_of(lambda n: {"a": [1, 2]}, [Case("one", {"n": 1})])
    dots = {"value": value}
    assert judged(exercise, lambda n: dots["value"]) == ("not attempted", NOT_ATTEMPTED)


STUB_WITHOUT_RETURN = """\
def my_count(values):
    for value in values:
        doubled = [2 * each for each in values]
        ...
"""


@pytest.mark.parametrize(
    "source",
    [
        STUB_WITHOUT_RETURN,
        "# My answer\n\n" + STUB_WITHOUT_RETURN,
        STUB_WITHOUT_RETURN.replace("(values):", '(values):\n    """Count."""\n'),
    ],
)
def test_a_stub_is_known_with_a_docstring_and_on_other_lines(source):
    exercise = exercise_of(len, [Case("two", {"values": [1, 2]})], stub=STUB_WITHOUT_RETURN)
    namespace = {}
    exec(source, namespace)
    assert exercise.judge(namespace["my_count"]).state == "not attempted"


def moved_and_moved_back(values):
    values += 0.1
    values -= 0.1
    return float(np.sum(values))


def test_an_input_that_rounding_alone_has_changed_is_told_so():
    exercise = exercise_of(np.sum, [Case("one", {"values": np.array([0.25, 2.0])})])
    assert np.allclose(0.25 + 0.1 - 0.1, 0.25)
    assert 0.25 + 0.1 - 0.1 != 0.25
    message = exercise.judge(moved_and_moved_back).message
    assert "changed its input: after the call, the last digits of values were others" in message
    assert "because computers round. Whoever called it still needs the old values." in message
    assert (
        "no longer [0.25, 2.0]." in exercise.judge(lambda values: values.fill(7.0) or 14.0).message
    )


@pytest.fixture
def names():
    """An exercise whose cases look at parts of what a function without arguments returns."""
    return Exercise(
        "0.21",
        "t",
        solution="def my_names():\n    return {'a': 1, 'b': 2}\n",
        cases=[Case("the first", {"name": "a"}), Case("the second", {"name": "b"})],
        mistakes="both: Both are 1.\n    2} => 1}",
        use=lambda answer, name: answer().get(name),
        came=lambda value, name: f"looking at {name}, your dict has",
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda: {"a": 1, "b": 1}, "not yet. Looking at b, your dict has 1. Both are 1."),
        (lambda: {"a": 1, "b": 3}, "not yet. Looking at b, your dict has 3. Expected: 2."),
        (lambda: {"a": "1", "b": 2}, "Looking at a, your dict has '1', which is a text."),
        (lambda: {"a": 1 / 0}, "not yet. Your function stopped in line 1 with ZeroDivisionError:"),
    ],
)
def test_arguments_that_are_not_the_learners_are_not_shown(names, answer, said):
    message = names.judge(answer).message
    assert said in message
    assert "name =" not in message


@pytest.mark.parametrize(
    ("given", "told"), [([1, 2], False), (np.ones(2), False), (pd.Series([1, 2]), True)]
)
def test_only_who_works_with_tables_hears_of_inplace(given, told):
    exercise = exercise_of(len, [Case("two", {"values": given})])
    message = exercise.judge(lambda values: print(end="")).message
    assert "What print shows is not given back" in message
    assert ("inplace" in message) is told


def test_an_array_of_one_number_is_an_input_like_any_other():
    double = exercise_of(lambda z: 2 * z, [Case("one number", {"z": np.array(3.0)})])
    state, message = judged(double, lambda z: 2 * z + 1)
    assert state == "not yet"
    assert "For z = 3" in message


# The general messages


@pytest.fixture
def example():
    """The exercise to which the answers under the general messages belong."""
    cases = [
        Case("four", {"values": np.array([1.0, 2.5, 4.0, 3.2]), "f": lambda v: float(np.sum(v))}),
        Case("three", {"values": np.array([5.5, 0.5, 2.3]), "f": lambda v: float(np.sum(v))}),
    ]
    return Exercise("0.23", "t", general.EXAMPLE, cases)


@pytest.mark.parametrize("mistake", general.ERRORS, ids=lambda mistake: mistake.name)
def test_an_error_gets_the_message_that_stands_above_its_examples(example, mistake):
    for source in mistake.answers:
        verdict = example.judge(example.made(source))
        assert verdict.name == mistake.name, f"{source}\n{verdict.message}"
        assert verdict.message.endswith(mistake.message)


SOURCES = {
    "name-overwritten": [
        "sum = 0\n    return sum(values)",
        "f = f(values)\n    return f(values)",
        "len = len(values)\n    return len",
    ],
    "value-called": ["return values(0)", "total = 2.0\n    return values(total)"],
    "name-of-argument": ["return value.sum()", "return Values.sum()", "return vaules.sum()"],
    "name-unknown": ["return total / 2", "return mean(values)"],
    "nothing-returned": ["print(f(values))", "total = f(values)"],
    "still-none": ["best = None\n    if values[0] > 99:\n        best = 1.0\n    return best"],
    "own-random": ["return np.random.random()", "return values[0] + np.random.normal()"],
    "no-effect": ["return np.random.default_rng(1).random()", "return 0 * f(values)", "return 9.9"],
    "rounded": ["return round(f(values))"],
    "sign": ["return -f(values)"],
    "factor": ["return 3 * f(values)"],
    "divided-by-n-minus-1": ["return f(values) * len(values) / (len(values) - 1)"],
    "only-first-row": ["for value in values:\n        return value", "return values[0]"],
    "only-last-row": ["for value in values:\n        total = value\n    return total"],
    "without-last-row": ["return sum(values[i] for i in range(len(values) - 1))"],
    "without-first-row": ["return f(values[1:])"],
}


@pytest.mark.parametrize(("name", "bodies"), SOURCES.items(), ids=SOURCES)
def test_a_general_message_is_found_by_what_an_answer_gives_or_by_its_lines(example, name, bodies):
    for body in bodies:
        verdict = example.judge(example.made(f"def my_answer(values, f):\n    {body}\n"))
        assert verdict.name == name, f"{body}\n{verdict.message}"
        assert general.MESSAGES[name].partition("{")[0] in verdict.message


def test_every_general_message_is_tried_in_these_tests():
    elsewhere = {"names-lost", "nothing-returned-here", "whole-numbers"}
    of_refusals = {"printed", "asserted", "other-error", "silent-error"}
    assert set(general.MESSAGES) == set(SOURCES) | elsewhere | of_refusals


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("assert values[0] > 0, 'a value is below 0'", "asserted"),
        ("raise 'a value is below 0'", "text-raised"),
        ("return 1 / 0", "other-error"),
        ("raise ValueError", "silent-error"),
        ("print('a value is below 0')", "printed"),
    ],
)
def test_what_comes_in_place_of_a_wanted_error_is_named(answer, name):
    solution = "def my_check(values):\n    raise ValueError('a value is below 0')\n"
    exercise = Exercise("0.24", "t", solution, [Case("one", {"values": np.array([-1.0])})])
    answer = exercise.made(f"def my_check(values):\n    {answer}\n")
    assert exercise.judge(answer).name == name


def test_an_array_made_like_one_of_whole_numbers_is_named():
    halves = "def my_halves(z):\n    return z / 2\n"
    cases = [
        Case("fractions", {"z": np.array([1.0, 2.5])}),
        Case("whole numbers", {"z": np.array([1, 3])}),
    ]
    exercise = Exercise("0.25", "t", halves, cases)

    def like_z(z):
        result = np.zeros_like(z)
        result[:] = z / 2
        return result

    verdict = exercise.judge(like_z)
    assert verdict.name == "whole-numbers"
    assert "here z holds only whole numbers" in verdict.message


# Time


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr("helpers.check.exercise.PATIENCE", 0.3)


def loops_for_ever(values):
    while True:
        pass


def swallows_everything(values):
    while True:
        try:
            time.sleep(0.001)
        except:  # noqa: E722 - as learners write it
            pass


def sleeps(values):
    time.sleep(60)


def is_slow(values):
    return sum(1.0 for _ in range(10**9))


@pytest.mark.parametrize("in_thread", [False, True], ids=["main thread", "other thread"])
@pytest.mark.parametrize("answer", [loops_for_ever, swallows_everything, is_slow, sleeps])
def test_an_answer_that_does_not_end_is_stopped_and_told_so(total, impatient, answer, in_thread):
    if in_thread and answer is sleeps:
        pytest.skip("only a signal ends a sleep")
    verdicts, begin = [], time.monotonic()

    def judge():
        verdicts.append(total.judge(answer))

    if in_thread:
        thread = threading.Thread(target=judge)
        thread.start()
        thread.join()
    else:
        judge()
    assert time.monotonic() - begin < 5
    (verdict,) = verdicts
    assert (verdict.state, verdict.name) == ("not yet", "too-slow")
    assert "For values = [1.0, 2.0, 4.0] your function was still at work" in verdict.message


def test_an_answer_that_only_ends_for_some_cases_is_told_for_which_it_does_not(total, impatient):
    def answer(values):
        return values.sum() if len(values) == 3 else loops_for_ever(values)

    assert "For values = [5.0] your function was still at work" in total.judge(answer).message


def test_a_wrong_answer_whose_mistake_takes_long_to_find_gets_the_plain_message(monkeypatch):
    monkeypatch.setattr("helpers.check.exercise.THOUGHT", 0.2)
    calls = []

    def slow_later(values):
        calls.append(values)
        if len(calls) > 2:
            time.sleep(60)
        return values[0] + 0.5

    cases = [Case(str(n), {"values": np.arange(1.0, n)}) for n in (4, 5)]
    message = exercise_of(lambda values: float(values.sum()), cases).judge(slow_later).message
    assert message.endswith("you returned 1.5. Expected: 6.0.")


def test_the_limit_leaves_no_timer_and_no_handler_behind(total):
    before = signal.getsignal(signal.SIGALRM)
    total.judge(sum)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


# Answers as they are written


TEXT = """
twice: That is twice the sum.
How often does each one count?
    np.sum(v) => 2 * np.sum(v)
    return sum(v) + sum(v)

none: That is nothing.
    stops: TypeError
    stops: ValueError
    def my_sum(v):
        total = None

        return total + 1
"""
WAY = "def my_sum(v):\n    return np.sum(v)\n"


def test_messages_are_read_with_names_answers_and_errors():
    twice, none = written.mistakes(TEXT, [WAY])
    assert (twice.name, twice.stops) == ("twice", "")
    assert twice.message == "That is twice the sum. How often does each one count?"
    assert twice.answers == (
        WAY.replace("np", "2 * np"),
        "def my_sum(v):\n    return sum(v) + sum(v)\n",
    )
    assert none.stops == "TypeError|ValueError"
    assert none.answers == ("def my_sum(v):\n    total = None\n\n    return total + 1\n",)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("twice: ", ""), "begins with its name and a colon. Here is none: That is twice"),
        (("none: ", "twice: "), "More than one message has the name"),
        (("np.sum(v) =>", "np.mean(v) =>"), "No right answer has each of these texts once: .*mean"),
        (
            ("    np.sum(v) => 2 * np.sum(v)\n    return sum(v) + sum(v)\n", ""),
            "twice needs an answer",
        ),
    ],
)
def test_a_slip_of_whoever_writes_messages_is_named(change, fault):
    with pytest.raises(ValueError, match=fault):
        written.mistakes(TEXT.replace(*change), [WAY])


def test_a_slip_is_one_of_the_first_right_answer_that_fits():
    other = "def my_sum(v):\n    return math.fsum(v)\n"
    (mistake,) = written.mistakes("half: Half.\n    fsum(v) => fsum(v) / 2", [WAY, other])
    assert mistake.answers == ("def my_sum(v):\n    return math.fsum(v) / 2\n",)


def test_the_lines_of_an_answer_can_be_asked_for():
    answer = written.made_from("def my_sum(v):\n    return one(v)\n", {"one": len})
    assert inspect.getsource(answer) == "def my_sum(v):\n    return one(v)\n"
    assert answer([1, 2]) == 2

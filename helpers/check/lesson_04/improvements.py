"""Exercise 4.3."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

improvements = Exercise(
    number="4.3",
    title="count the improvements",
    cases=[
        Case("six losses", as_arrays(losses=[5, 3, 4, 3.5, 1, 2])),
        Case("equal losses", as_arrays(losses=[4, 4, 2, 6, 2, 2])),
        Case("a first draw that stays the best", as_arrays(losses=[2, 6, 5, 3])),
        Case("losses below 0", as_arrays(losses=[3, -1, -4, -2, -5])),
        Case("whole numbers", as_whole_numbers(losses=[7, 9, 6, 6, 2])),
        # All of them above any number that a learner takes for infinity.
        Case("very large losses", as_arrays(losses=[4e12, 5e12, 3e12])),
        # No more: to look for the smallest of all before, in each round, is slow but right.
        Case(
            "2,000 random losses",
            {"losses": np.random.default_rng(42).random(2000)},
            late=True,
        ),
    ],
    solution="""
def my_improvements(losses):
    best, count = np.inf, 0
    for loss in losses:
        if loss < best:
            best, count = loss, count + 1
    return count
""",
    right="""
def my_improvements(losses):
    best_before = np.minimum.accumulate(losses)[:-1]
    return 1 + np.sum(losses[1:] < best_before)
def my_improvements(losses):
    better = [i for i in range(len(losses)) if i == 0 or losses[i] < min(losses[:i])]
    return len(better)
def my_improvements(losses):
    best = losses[0]
    count = 1
    for i in range(1, len(losses)):
        if losses[i] < best:
            best = losses[i]
            count += 1
    return count
return len(np.unique(np.minimum.accumulate(losses)))
""",
    mistakes=r"""
equal-counted: A loss that equals the best one was counted. Is it an improvement?
    loss < best: => loss <= best:
    def my_improvements(losses):
        best = losses[0]
        count = 0
        for loss in losses:
            if loss <= best:
                best = loss
                count += 1
        return count

first-not-counted: The first draw is missing from your count. It has no loss before it: with what can it
be compared, so that it counts?
    np.inf, 0 => losses[0], 0
    return 1 + np.sum => return np.sum
    count = 1 => count = 0

starts-at-largest: Your best loss begins with the largest loss. If that is the first one, it cannot beat
itself: with what can it be compared, so that it counts?
    np.inf, 0 => np.max(losses), 0

every-draw: Every draw was counted. When a loss beats the best one: what has to be remembered for the next
comparison?
    best, count = loss, count + 1 => count += 1
    return len(losses)

with-the-first: Each loss was compared with the first one. When a loss beats the best one: what has to be
remembered for the next comparison?
    losses[1:] < best_before => losses[1:] < losses[0]
    return 1 + sum(losses < losses[0])
    return sum(losses < losses[0])

with-the-one-before: Each loss was compared with the one just before it. Which loss must it beat to be the
best so far?
    losses[1:] < best_before => losses[1:] < losses[:-1]
    return np.sum(np.diff(losses) < 0)
    count = 1 => count = 0; (1, len(losses)) => (len(losses)); losses[i] < best => losses[i] < losses[i - 1]
    def my_improvements(losses):
        best, count = np.inf, 0
        for loss in losses:
            if loss < best:
                count += 1
            best = loss
        return count

larger-counted: Those are the times when the loss was larger than all before it. Is a large loss a good
one?
    np.inf, 0 => -np.inf, 0; loss < best: => loss > best:
    np.inf, 0 => 0, 0; loss < best: => loss > best:
    np.inf, 0 => losses[0], 0; loss < best: => loss > best:
    losses[i] < best: => losses[i] > best:

nothing-counted: Nothing was counted, not even the first draw. With what is a loss compared, must it be larger
or smaller to count, and does the counter keep its new number?
    loss < best: => loss > best:
    np.inf, 0 => -np.inf, 0
    best, count = loss, count + 1 => count + 1
    loss < best: => loss < min(losses):

starts-too-low: The first losses here are not below the number with which your best loss begins, so they
were not counted. Which number is larger than every loss?
    np.inf, 0 => 0, 0
    np.inf, 0 => 1, 0
    np.inf, 0 => 1_000_000, 0

first-left-out: The first loss was left out, so the second one counts in its place. From which number on
does Python count?
    for loss in losses: => for loss in losses[1:]:

only-the-last: Only the last loss was counted, if at all. What happens to your count in each round of the
loop?
    def my_improvements(losses):
        best = np.inf
        for loss in losses:
            count = 0
            if loss < best:
                best = loss
                count += 1
        return count

not-better: Those are the draws that did not beat the best loss. How many did?
    return len(better) => return len(losses) - len(better)

first-twice: That is one too many: the first draw was counted twice. Which line of yours counts it
already?
    np.inf, 0 => np.inf, 1
    return count => return count + 1

the-losses: Those are the losses that beat the best one so far. How many of them are there?
    return len(better) => return [losses[i] for i in better]
    return len(better) => return losses[better]

the-places: Those are the places of the improvements. How many of them are there?
    return len(better) => return better

answers-for-draws: Those are answers for single draws, True or False. How many of them are True, and does
the first draw have its answer among them?
    return 1 + np.sum(losses[1:] < best_before) => return losses[1:] < best_before
    return 1 + np.sum(losses[1:] < best_before) => return np.append(True, losses[1:] < best_before)

best-so-far: Those are the best losses so far, one for each draw. How often does the best one change?
    return np.minimum.accumulate(losses)

best-of-all: That is the best loss of all. How often did the best loss change?
    return count => return best
    return np.min(losses)

count-and-best: The count is there, but the best loss came with it. What does the task ask for?
    return count => return best, count
    return count => return count, best

last-place: That says which draw brought the last improvement. How many improvements were there up to it?
    return len(better) => return better[-1]
    return len(better) => return better[-1] + 1
    return np.argmin(losses)

different-losses: Those are the different losses. The order counts, too: which of them were smaller than
all before them?
    return len(np.unique(losses))

always-1: Your count is 1, whatever the losses are. Does your loop go on after the first draw, in the order
of the draws, and does each improvement make the count larger?
    best, count = loss, count + 1 => return count + 1
    best, count = loss, count + 1 => best, count = loss, + 1
    for loss in losses: => for loss in sorted(losses):

none-before-first: Before the first draw there are no losses, and nothing has no smallest number. With what
can the first draw be compared, so that it counts?
    stops: ValueError: (min\(\) |zero-size array)
    i == 0 or losses[i] => losses[i]
    def my_improvements(losses):
        count = 0
        for i in range(len(losses)):
            if losses[i] < losses[:i].min():
                count += 1
        return count

expected-number: That is the number to expect on average, whatever the losses are. How many improvements
are there among these losses?
    return np.sum(1 / np.arange(1, len(losses) + 1))

infinity-in-whole-numbers: An array that is made like that one holds whole numbers, as the losses do here,
and infinity is none of them. What kind of numbers must your array hold?
    stops: OverflowError: cannot convert float infinity
    def my_improvements(losses):
        before = np.empty_like(losses)
        before[0], before[1:] = np.inf, np.minimum.accumulate(losses)[:-1]
        return np.sum(losses < before)
""",
)

"""One checker for each code exercise: ``check.pearson(my_pearson)`` prints what is right or wrong.

A message shows the learner's own number, names the mistake, and asks the question whose answer is
the next step. No checker reads the notebook or sends anything anywhere.
"""

# A checker that is imported here is check.name for the lessons.
from helpers.check.exercise import Exercise
from helpers.check.lesson_01 import count_at, ozone_study, pearson, ranking, strongest_pair
from helpers.check.lesson_02 import best_topn, knn_predict, mean_age, standardise, weighted_mean
from helpers.check.lesson_03 import best_constant, huber_loss, l1_loss, l2_loss, mape
from helpers.check.lesson_04 import direction_search, improvements, pi, random_search, uniform
from helpers.check.lesson_05 import (
    gradient_descent,
    l1_gradient,
    linear_gradient,
    partial_b,
    partial_k,
    rate,
    slope,
)
from helpers.check.lesson_06 import (
    bump,
    compose,
    leaky_relu,
    partial_k1,
    relu,
    sigmoid,
    sigmoid_slope,
)
from helpers.check.lesson_07 import (
    add,
    backward,
    graph,
    multiply,
    numeric_gradient,
    sgd,
    tanh,
    topological_sort,
)


def exercises():
    """All checkers by the number of their exercise.

    Returns
    -------
    dict of str to Exercise
    """
    found = [value for value in globals().values() if isinstance(value, Exercise)]
    return {exercise.number: exercise for exercise in found}

"""One checker for each code exercise: ``check.pearson(my_pearson)`` prints what is right or wrong.

A message shows the learner's own number, names the mistake, and asks the question whose answer is
the next step. No checker reads the notebook or sends anything anywhere.
"""

from helpers.check.exercise import Exercise
from helpers.check.lesson_01 import count_at, ozone_study, pearson, ranking, strongest_pair
from helpers.check.lesson_02 import best_topn, knn_predict, mean_age, standardise, weighted_mean
from helpers.check.lesson_03 import best_constant, huber_loss, l1_loss, l2_loss, mape

__all__ = [
    "best_constant",
    "best_topn",
    "count_at",
    "exercises",
    "huber_loss",
    "knn_predict",
    "l1_loss",
    "l2_loss",
    "mape",
    "mean_age",
    "ozone_study",
    "pearson",
    "ranking",
    "standardise",
    "strongest_pair",
    "weighted_mean",
]


def exercises():
    """All checkers by the number of their exercise.

    Returns
    -------
    dict of str to Exercise
    """
    found = [value for value in globals().values() if isinstance(value, Exercise)]
    return {exercise.number: exercise for exercise in found}

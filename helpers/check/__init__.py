"""One check for each code exercise: ``check.pearson(my_pearson)`` prints what is right or wrong.

A message shows the learner's own number, names the mistake, and asks the question whose answer is
the next step. No check reads the notebook or sends anything anywhere.
"""

from helpers.check.cells import watch

# A check that is imported here is check.name for the lessons.
from helpers.check.exercise import Exercise
from helpers.check.lesson_01.causes import causes
from helpers.check.lesson_01.count_at import count_at
from helpers.check.lesson_01.ozone_study import ozone_study
from helpers.check.lesson_01.pearson import pearson
from helpers.check.lesson_01.ranking import ranking
from helpers.check.lesson_01.strongest_pair import strongest_pair
from helpers.check.lesson_02.knn_predict import knn_predict
from helpers.check.lesson_02.leave_one_out import leave_one_out
from helpers.check.lesson_02.nearest_rows import nearest_rows
from helpers.check.lesson_02.sick_tests import sick_tests
from helpers.check.lesson_02.standardise import standardise
from helpers.check.lesson_02.weighted_mean import weighted_mean
from helpers.check.lesson_03.best_constant import best_constant
from helpers.check.lesson_03.diagnosis import diagnosis
from helpers.check.lesson_03.huber_loss import huber_loss
from helpers.check.lesson_03.l1_loss import l1_loss
from helpers.check.lesson_03.l2_loss import l2_loss
from helpers.check.lesson_03.mape import mape
from helpers.check.lesson_04.direction_search import direction_search
from helpers.check.lesson_04.improvements import improvements
from helpers.check.lesson_04.pi import pi
from helpers.check.lesson_04.random_search import random_search
from helpers.check.lesson_04.sick_searches import sick_searches
from helpers.check.lesson_05.gradient_descent import gradient_descent
from helpers.check.lesson_05.l1_gradient import l1_gradient
from helpers.check.lesson_05.linear_gradient import linear_gradient
from helpers.check.lesson_05.partial_b import partial_b
from helpers.check.lesson_05.partial_k import partial_k
from helpers.check.lesson_05.rate import rate
from helpers.check.lesson_05.slope import slope
from helpers.check.lesson_06.bump import bump
from helpers.check.lesson_06.compose import compose
from helpers.check.lesson_06.leaky_relu import leaky_relu
from helpers.check.lesson_06.partial_k1 import partial_k1
from helpers.check.lesson_06.relu import relu
from helpers.check.lesson_06.sigmoid import sigmoid
from helpers.check.lesson_06.sigmoid_slope import sigmoid_slope
from helpers.check.lesson_07.add import add
from helpers.check.lesson_07.backward import backward
from helpers.check.lesson_07.graph import graph
from helpers.check.lesson_07.multiply import multiply
from helpers.check.lesson_07.numeric_gradient import numeric_gradient
from helpers.check.lesson_07.sgd import sgd
from helpers.check.lesson_07.tanh import tanh
from helpers.check.lesson_07.topological_sort import topological_sort

watch()


def exercises():
    """All checks by the number of their exercise.

    Returns
    -------
    dict of str to Exercise
    """
    found = {}
    for name, value in globals().items():
        if isinstance(value, Exercise):
            if value.number in found:
                raise ValueError(f"Two exercises have the number {value.number}; one is {name}.")
            found[value.number] = value
    return found

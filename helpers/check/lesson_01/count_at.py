"""Exercise 1.1."""

import pandas as pd

from helpers.check.exercise import Case, Exercise


def _column(label, values, number, **named):
    return Case(label, {"values": pd.Series(values, **named), "number": number})


count_at = Exercise(
    number="1.1",
    title="how often does a number come?",
    cases=[
        _column("values just beside the number", [50.0, 21.6, 49.8, 50.0, 50.2], 50.0),
        _column("rows numbered from 4", [3.0, 5.0, 8.0, 2.0], 5.0, index=[4, 5, 6, 7]),
        # A number of its own: the text of a KeyError tells what was looked for.
        _column("a number that never comes", [3.0, 4.0], 60.0),
        _column("a column of a table", [1.0, 7.0, 7.0, 7.0, 2.0], 7.0, name="price"),
        _column("whole numbers", [4, 24, 5, 24, 3, 24], 24),
    ],
    solution="""
def my_count_at(values, number):
    return (values == number).sum()
""",
    right="""
return len(values[values == number])
return list(values).count(number)
return values.value_counts().get(number, 0)
return np.count_nonzero(values == number)
def my_count_at(values, number):
    count = 0
    for value in values:
        if value == number:
            count += 1
    return count
""",
    mistakes=r"""
row-number: These rows are not numbered from 0: no row has that number. How does a loop get the values
themselves?
    stops: KeyError: \d+$
    def my_count_at(values, number):
        count = 0
        for i in range(len(values)):
            if values[i] == number:
                count += 1
        return count

no-entry: In this column no row is equal to the number, so nothing is stored for it. What gives a count of 0
then?
    stops: KeyError: (60\.0|True)
    return values.value_counts()[number]
    return (values == number).value_counts()[True]

value-as-row: What stands in the brackets is a value, not the name of a row. Is a look-up needed at all to
compare a value with the number?
    stops: KeyError: 50\.0
    def my_count_at(values, number):
        count = 0
        for i in values:
            if values[i] == number:
                count += 1
        return count
    return values[number]

count-of-lists: A list can count what is equal to something. A column has a method of that name, but it
counts what is not missing, and takes no value. What does a comparison give for each row?
    stops: TypeError: \w+\.count\(\)
    return values.count(number)

comparison: That is one answer for each row. The question is how many of them are True: what do you get
if you add them up?
    return values == number
    return [value == number for value in values]

values: Those are the values that are equal to the number. The question is how many there are: how do you
count them?
    return values[values == number]
    return [value for value in values if value == number]

adds-values: That adds up the values that are equal to the number. The question is how many there are: what
does each of them have to count for?
    return values[values == number].sum()
    count += 1 => count = count + value

share: That is a share of the rows, between 0 and 1. The question asks for a count: what is the difference
between a mean and a sum?
    (values == number).sum() => (values == number).mean()
    return len(values[values == number]) / len(values)

above-too: Values above the number are counted too. Which comparison means equal, and nothing else?
    (values == number).sum() => (values >= number).sum()

below-too: Values below the number are counted too. Which comparison means equal, and nothing else?
    (values == number).sum() => (values <= number).sum()

one-side: The values on one side of the number are counted, and those that are equal to it are not. Which
comparison means equal?
    (values == number).sum() => (values > number).sum()
    (values == number).sum() => (values < number).sum()

not-equal: Those are the rows that are not equal to the number. Which comparison means equal?
    (values == number).sum() => (values != number).sum()
    return len(values) - sum(values == number)

near: Values near the number are counted too. Is 49.8 the same as 50.0?
    return (values.round() == number).sum()
    return sum(abs(values - number) < 0.5)

all-rows: That is the number of all rows. Which of them should count, and which should not?
    return len(values)
    return len(values == number)
    (values == number).sum() => (values == number).count()

positions: Those are the places at which the number stands. The question is how many there are: how do you
count them?
    return np.where(values == number)[0]
    return np.where(values == number)
    return values[values == number].index
    return [i for i, value in enumerate(values) if value == number]

length-of-tuple: That is always 1, because the places come inside a tuple, and that holds one thing: an
array. How many places are in that array?
    return len(np.where(values == number))

yes-or-no: That says whether the number comes at all. The question is how often: what do you get if you add
up True and False?
    return (values == number).any()
    return number in list(values)

up-to-1: Your count stays at 1, however often the number comes. Does your function end too early, or does
the count begin again in each round?
    count += 1 => count = 1
    count += 1 => count =+ 1
    def my_count_at(values, number):
        count = 0
        for value in values:
            if value == number:
                count += 1
                return count
    def my_count_at(values, number):
        count = 0
        for value in values:
            if value == number:
                count += 1
                break
        return count
""",
)

"""Exercise 2.1."""

from helpers.check.exercise import Case, Exercise

mean_age = Exercise(
    number="2.1",
    title="the two youngest",
    cases=[
        Case(
            "two of four people",
            {"ages": {"Ana": 53, "Ben": 28, "Chen": 41, "Dina": 36}, "topn": 2},
        ),
        Case("three of five", {"ages": {"Z": 20, "A": 70, "M": 40, "B": 66, "C": 13}, "topn": 3}),
        Case("a single person", {"ages": {"Ana": 53}, "topn": 1}),
        Case("two of the same age", {"ages": {"Eve": 30, "Finn": 12, "Gil": 12}, "topn": 2}),
    ],
    solution="""
def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return sum(ages[name] for name in youngest) / topn
""",
    right="""
return np.mean(sorted(ages.values())[:topn])
return pd.Series(ages).nsmallest(topn).mean()
def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    total = 0
    for name in youngest:
        total += ages[name]
    return total / topn
def my_mean_age(ages, topn):
    pairs = sorted((age, name) for name, age in ages.items())
    return sum(age for age, name in pairs[:topn]) / len(pairs[:topn])
""",
    mistakes="""
names-added: Those are names, and a name is no number. How do you get from a name to an age?
    stops: TypeError: .*\\bstr\\b
    stops: .*<U
    return sum(ages[name] for name in youngest) / topn => return sum(youngest) / topn
    return sum(ages[name] for name in youngest) / topn => return np.mean(youngest)
    sum(ages[name] for => sum(name for

list-of-names: A list was used to look something up, but each name is a key of its own. How do you go
through the names, one at a time?
    stops: TypeError: .*unhashable
    return sum(ages[name] for name in youngest) / topn => return ages[youngest] / topn

dict-called: ages is a dict, no function. Which brackets look a name up in it?
    stops: TypeError: 'dict' object is not callable
    ages[name] for => ages(name) for

dict-added: The whole dict was added, once for each name. Which part of it belongs to one name?
    stops: TypeError: .*'dict'
    ages[name] for => ages for

no-list: What you have there hands out its values one after the other, and is no list yet. What makes a list
of it?
    stops: TypeError: .*'(dict_values|generator)'
    return np.mean(ages.values())
    return sum(ages.values()[:topn]) / topn
    sum(ages[name] for name in youngest) / topn => np.mean(ages[name] for name in youngest)

only-names: Those are the names. The question asks for the mean of their ages: how do you get from a name
to an age?
    return sum(ages[name] for name in youngest) / topn => return youngest

only-ages: Those are the ages, one by one. What makes a single number out of them?
    return sum(ages[name] for name in youngest) / topn => return [ages[name] for name in youngest]
    return np.mean(sorted(ages.values())[:topn]) => return sorted(ages.values())[:topn]

sum: That is the sum of the ages. What turns a sum into a mean?
    return sum(ages[name] for name in youngest) / topn => return sum(ages[name] for name in youngest)
    total / topn => total

by-all: The sum was divided by the number of all people in the dict. How many ages did you add up?
    for name in youngest) / topn => for name in youngest) / len(ages)

by-2: The sum was divided by 2. That fits two people: how many are there when topn is 3?
    for name in youngest) / topn => for name in youngest) / 2

always-two: Two people were taken, whatever topn is. Under which name does your function get that number?
    return np.mean(sorted(ages.values())[:topn]) => return np.mean(sorted(ages.values())[:2])

oldest: Those are the oldest people. At which end of a sorted list do the youngest stand?
    key=ages.get)[:topn] => key=ages.get)[-topn:]
    key=ages.get) => key=ages.get, reverse=True)

alphabet: Those people come first in the alphabet. What tells sorted to look at the ages?
    sorted(ages, key=ages.get) => sorted(ages)

not-sorted: Those people were entered first. What has to happen before the first ones are taken?
    sorted(ages.values())[:topn] => list(ages.values())[:topn]

one-too-many: One person too many was taken. Does a slice include the position behind its colon?
    sorted(ages.values())[:topn] => sorted(ages.values())[: topn + 1]
    [:topn] => [: topn + 1]

one-too-few: One person too few was counted. Where does your slice end, or your loop?
    [:topn] => [:topn - 1]
    for name in youngest: => for name in youngest[1:]:

all: That is the mean age of all the people. Only the youngest ones are asked for: how many of them?
    return sum(ages.values()) / len(ages)
    sorted(ages.values())[:topn] => list(ages.values())

all-added: The ages of all the people were added up. Whose ages are asked for?
    for name in youngest) => for name in ages)

median: That is the median of these ages. Which average does the question ask for?
    np.mean => np.median

last-one: Only the last of these people counts, divided by their number: each round of the loop forgets
the one before. What happens to the total in each round?
    total += ages[name] => total = ages[name]

first-one: Only the first of these people counts, divided by their number. Does your loop end in its first
round?
    total += ages[name] => total += ages[name]\\n        return total / topn
""",
)

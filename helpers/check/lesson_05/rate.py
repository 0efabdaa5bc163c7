"""Exercise 5.6."""

from helpers.check.exercise import Case, Exercise


def _case(label, step, first_rate, halve_every, late=False):
    arguments = {"step": step, "first_rate": first_rate, "halve_every": halve_every}
    return Case(label, arguments, late)


rate = Exercise(
    number="5.6",
    title="a learning rate that shrinks",
    cases=[
        _case("a step after two halvings", 25, 0.8, 10),
        _case("the first step", 0, 0.8, 100),
        _case("the last step before a halving", 99, 0.8, 100),
        _case("the first halving", 100, 0.3, 100),
        _case("a fast rhythm", 13, 2.0, 3),
        _case("a halving in each step", 2, 4.4, 1),
        _case("a first rate that is whole", 15, 8, 10),
        # Late: nothing is left here, whatever the mistake. Whole numbers of NumPy end at 2**63.
        _case("300 halvings", 300, 8, 1, late=True),
    ],
    solution="""
def my_rate(step, first_rate, halve_every):
    return first_rate * 0.5 ** (step // halve_every)
""",
    right="""
return first_rate / 2 ** (step // halve_every)
def my_rate(step, first_rate, halve_every):
    rate = first_rate
    for i in range(1, step + 1):
        if i % halve_every == 0:
            rate = rate / 2
    return rate
def my_rate(step, first_rate, halve_every):
    while step >= halve_every:
        step -= halve_every
        first_rate *= 0.5
    return first_rate
def my_rate(step, first_rate, halve_every):
    halvings = int(np.floor(step / halve_every))
    return first_rate * math.pow(2, -halvings)
def my_rate(step, first_rate, halve_every):
    if step < halve_every:
        return first_rate
    return my_rate(step - halve_every, first_rate / 2, halve_every)
""",
    mistakes="""
smooth: The rate shrinks a little in every step. It should stay as it is until the next halving: how do you
count only the halvings that are complete?
    step // halve_every => step / halve_every

remainder: That counts the steps since the last halving. How many halvings have there been so far?
    step // halve_every => step % halve_every

once: The rate is halved once and then stays as it is. What happens to it at the second and at the third
halving?
    (step // halve_every) => (step >= halve_every)
    (step // halve_every) => (step > halve_every)
    while => if

a-third: The rate becomes a half, then a third, then a quarter. What is a half of a half?
    * 0.5 ** (step // halve_every) => / (1 + step // halve_every)
    * 0.5 ** (step // halve_every) => / (1 + step / halve_every)

divided-by-number: The rate was divided by the number of halvings, and that is 0 at first. By what is it
divided at each of them?
    * 0.5 ** (step // halve_every) => / (step // halve_every)

divided-by-twice: The rate was divided by twice the number of halvings. What is a half of a half, and what is
a half of that?
    * 0.5 ** (step // halve_every) => / (2 * (step // halve_every))
    def my_rate(step, first_rate, halve_every):
        if step < halve_every:
            return first_rate
        return first_rate / (2 * (step // halve_every))

grows: Half of the rate was multiplied by the number of halvings, so the rate grows with them. How do you
write that it is multiplied by a half again and again?
    0.5 ** (step // halve_every) => 0.5 * (step // halve_every)
    0.5 ** (step // halve_every) => 0.5 * step / halve_every
    0.5 ** (step // halve_every) => 0.5 * step // halve_every

each-step: The rate was halved in every step. How many steps have to pass before each halving?
    (step // halve_every) => step
    if i % halve_every == 0: => if True:

half-subtracted: Each time the same amount was taken away, until nothing is left. Halving takes half of what
is there: what is a half of a half?
    0.5 ** (step // halve_every) => (1 - 0.5 * (step // halve_every))
    0.5 ** (step // halve_every) => max(1 - 0.5 * (step // halve_every), 0)
    * 0.5 ** (step // halve_every) => - 0.5 * (step // halve_every)
    rate = rate / 2 => rate = rate - first_rate / 2

one-late: Each halving comes one step late, as if the first step had the number 1. Which number does it have
in the task?
    step // halve_every => (step - 1) // halve_every
    range(1, step + 1) => range(1, step)
    step >= halve_every => step > halve_every

one-early: Each halving comes one step early. The steps are counted from 0: how many have been made before
step 99?
    step // halve_every => (step + 1) // halve_every
    range(1, step + 1) => range(1, step + 2)

one-too-many: That is one halving too many. How many halvings have there been at step 0?
    step // halve_every => step // halve_every + 1
    range(1, step + 1) => range(step + 1)

doubled: The rate is doubled where it should be halved. Is the number that you raise to a power above or
below 1?
    0.5 => 2
    -halvings => halvings

nearest: The number of halvings was rounded to the nearest one, so each comes too early. How do you count only
the halvings that are complete?
    step // halve_every => round(step / halve_every)

begun: A halving was counted for every stretch that has begun, even for the first one. How many halvings have
there been at step 1?
    step // halve_every => math.ceil(step / halve_every)

only-then: The rate is halved in one step and is back in the next. How many halvings have there been up to
this step?
    def my_rate(step, first_rate, halve_every):
        if step % halve_every == 0:
            return first_rate / 2
        return first_rate
    def my_rate(step, first_rate, halve_every):
        if step > 0 and step % halve_every == 0:
            first_rate = first_rate / 2
        return first_rate

no-first-rate: That is the part of the first rate which is left. What must it be multiplied by to become a
rate?
    first_rate * 0.5 => 0.5

power-of-rate: The first rate itself was raised to a power. What is it that is multiplied in again and again:
the first rate, or a half?
    first_rate * 0.5 ** (step // halve_every) => first_rate ** (step // halve_every + 1)
    first_rate * 0.5 ** (step // halve_every) => (first_rate * 0.5) ** (step // halve_every)
    first_rate * 0.5 ** (step // halve_every) => first_rate ** (step // halve_every)

power-first: The power was taken first, and only then came the division. How do you tell Python to count the
halvings first?
    (step // halve_every) => step // halve_every
    (step // halve_every) => step / halve_every
    * 0.5 ** (step // halve_every) => / (2 ** step // halve_every)

whole-division: The division of the rate dropped what is behind the point. For which division is that wanted:
for the number of halvings, or for the rate?
    return first_rate // 2 ** (step // halve_every)
    first_rate *= 0.5 => first_rate //= 2

turned-round: The two numbers of the division are exchanged. How many halvings fit into the steps so far, and
what is divided by what to count them?
    step // halve_every => halve_every // step

without-step: The number of halvings does not depend on the step. How many halvings have there been up to
this step?
    (step // halve_every) => halve_every

stays: After a few halvings the rate stays as it is. How many halvings can there be, and which formula counts
them all?
    def my_rate(step, first_rate, halve_every):
        if step < halve_every:
            return first_rate
        elif step < 2 * halve_every:
            return first_rate / 2
        else:
            return first_rate / 4

fraction-of-rounds: A loop makes whole rounds, and that division gives a fraction. How do you count only the
halvings that are complete?
    stops: TypeError: 'float' object cannot be interpreted
    def my_rate(step, first_rate, halve_every):
        for _ in range(step / halve_every):
            first_rate = first_rate / 2
        return first_rate

too-large: NumPy's whole numbers end before 2 to the power of 63. After more halvings than that, something
else stands in its place. How do you multiply by a half instead of dividing by a power of 2?
    0.5 ** (step // halve_every) => 1 / np.power(2, step // halve_every)
    * 0.5 ** (step // halve_every) => / np.power(2, step // halve_every)
    * 0.5 ** (step // halve_every) => / np.prod([2] * (step // halve_every))
""",
)

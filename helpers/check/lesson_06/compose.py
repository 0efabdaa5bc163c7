"""Exercise 6.3."""

from helpers.check.calls import as_arrays, as_whole_numbers, named
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_06.shared import sigmoid

_double = named("double", lambda value: 2 * value)
_add_three = named("add_three", lambda value: value + 3)
_square = named("square", lambda value: value**2)
_first_layer = named("first_layer", lambda x: 1.5 * x - 2)
_sigmoid_layer = named("sigmoid_layer", lambda x: sigmoid(x))
_last_layer = named("last_layer", lambda x: 4 * x + 1)

_network = [_first_layer, _sigmoid_layer, _last_layer]

compose = Exercise(
    number="6.3",
    title="feed a number through layers",
    cases=[
        Case("two layers", {"layers": [_double, _add_three], "x": 5.0}),
        Case("a single layer", {"layers": [_square], "x": 3.0}),
        Case("three layers", {"layers": [_add_three, _square, _double], "x": 1.5}),
        Case("the same layer twice", {"layers": [_square, _add_three, _square], "x": -2.0}),
        Case("a chain with a sigmoid", {"layers": _network, **as_arrays(x=[-1, 0.5, 2])}),
        Case("whole numbers", {"layers": _network, **as_whole_numbers(x=[-1, 0, 2])}),
        # Late: most mistakes are made by those who do not think of it.
        Case("no layer", {"layers": [], "x": 7.0}, late=True),
    ],
    solution="""
def my_compose(layers, x):
    for layer in layers:
        x = layer(x)
    return x
""",
    right="""
def my_compose(layers, x):
    if not layers:
        return x
    return my_compose(layers[1:], layers[0](x))
def my_compose(layers, x):
    result = x
    for i in range(len(layers)):
        result = layers[i](result)
    return result
def my_compose(layers, x):
    values = [x]
    for layer in layers:
        values.append(layer(values[-1]))
    return values[-1]
def my_compose(layers, x):
    from functools import reduce
    return reduce(lambda value, layer: layer(value), layers, x)
def my_compose(layers, x):
    value = layers[0](x) if layers else x
    for layer in layers[1:]:
        value = layer(value)
    return value
""",
    mistakes=r"""
reverse: The layers were applied in the reverse order. Which layer of the list meets x first, and which
one last?
    in layers: => in reversed(layers):
    layers[1:], layers[0](x) => layers[:-1], layers[-1](x)

first-layer: Only the first layer was applied. Where does your loop end, and what does the second layer
get?
    x = layer(x) => return layer(x)
    def my_compose(layers, x):
        for layer in layers:
            x = layer(x)
            return x
        return x
    return layers[0](x)

always-x: Only the last layer counts: each round began with x again. What should each layer get after the
first one?
    def my_compose(layers, x):
        result = x
        for layer in layers:
            result = layer(x)
        return result
    return layers[-1](x)

not-kept: That is x, as it came in. Under which name does each round keep what a layer has given?
    x = layer(x) => layer(x)
    result = layers[i](result) => x = layers[i](result)
    x = layer(x) => y = layer(x)

each-on-x: Every layer was applied to x itself, and then the results were put together. What does the
second layer get in a chain: x, or what the first layer gave?
    return sum(layer(x) for layer in layers)
    return [layer(x) for layer in layers]
    return x + sum(layer(x) for layer in layers)
    return math.prod(layer(x) for layer in layers)

all-values: Those are the values after each layer, all of them. Which one of them comes out at the end of
the chain?
    return values[-1] => return values
    return values[-1] => return values[1:]

values-added: The values after each layer were put together. What happens to the value before, once the
next layer has been applied to it?
    return values[-1] => return sum(values[1:])
    return values[-1] => return sum(values)

without-first: The first layer has been left out. From which number on does Python count?
    in layers: => in layers[1:]:
    range(len(layers)) => range(1, len(layers))

without-last: The last layer has been left out. Where does your loop end?
    in layers: => in layers[:-1]:
    range(len(layers)) => range(len(layers) - 1)

two-places: Your function asks for two layers by their places. How many layers can a list hold, and what
goes through all of them, from the first one to the last?
    return layers[1](layers[0](x))
    return layers[0](layers[1](x))

each-twice: Each layer was applied twice. How many times does a round call its layer?
    x = layer(x) => x = layer(layer(x))
    x = layer(x) => x = layer(x)\n        x = layer(x)

first-twice: The first layer was applied twice. With which value does your loop begin, and with which
layer?
    result = x => result = layers[0](x)

last-twice: The last layer was applied twice. What happens after your loop has ended?
    return x => return layer(x)

old-value-stays: What a layer gave was added to the value before, or multiplied by it. Does the old value
stay, or does the new one take its place?
    x = layer(x) => x = x + layer(x)
    x = layer(x) => x = x * layer(x)

one-layer-again: The first layer was applied in every round. Which layer belongs to which round?
    layers[i](result) => layers[0](result)

list-called: layers is a list of functions, and a list cannot be called. Which single entries of it can,
and what goes through them?
    stops: TypeError: 'list' object is not callable
    return layers(x)

layer-as-place: Your loop already hands you the layers themselves, one after the other, and not their
numbers. Is anything left to look up in the list?
    stops: TypeError: list indices must be integers
    x = layer(x) => x = layers[layer](x)

list-counted: A list is not a number to count up to. Which number tells how many layers it holds, or can
you go through the layers themselves?
    stops: TypeError: 'list' object cannot be interpreted
    range(len(layers)) => range(layers)

number-called: A number came where a layer was expected: it was called like a function. In a round, which
name holds the layer, and which one the number on its way?
    stops: TypeError: '(float|int|numpy.*)' object is not callable
    x = layer(x) => x = x(layer)
    x = layer(x) => layer = layer(x)\n        x = layer(x)

no-layer: With no layer, nothing happens to x. Which value does your result have before the first layer is
applied?
    if layers else x => if True else x
    def my_compose(layers, x):
        for i, layer in enumerate(layers):
            result = layer(x if i == 0 else result)
        return result
    def my_compose(layers, x):
        if not layers:
            raise ValueError("there is no layer")
        for layer in layers:
            x = layer(x)
        return x
    def my_compose(layers, x):
        from functools import reduce
        return reduce(lambda f, g: lambda value: g(f(value)), layers)(x)
    if layers else x => if layers else 0
    if layers else x => if layers else []
""",
)

"""Wrong answers to the exercises of lesson 7."""

WRONG_ANSWERS = {
    "7.1": {
        "arrows the other way round": """def my_graph():
    return {
        "x": ["product"],
        "k": ["product"],
        "product": ["y_hat"],
        "b": ["y_hat"],
        "y_hat": ["error"],
        "y": ["error"],
        "error": ["loss"],
        "loss": [],
    }
""",
        "the leaves are no keys": """def my_graph():
    graph = {}
    graph["product"] = ["k", "x"]
    graph["y_hat"] = ["product", "b"]
    graph["error"] = ["y_hat", "y"]
    graph["loss"] = ["error"]
    return graph
""",
        "the prediction without the product": """def my_graph():
    graph = {name: [] for name in ("x", "k", "b", "y")}
    graph.update(product=["k", "x"], y_hat=["k", "x", "b"], error=["y", "y_hat"], loss=["error"])
    return graph
""",
        "no error": """def my_graph():
    return dict(
        x=[], k=[], b=[], y=[], product=["x", "k"], y_hat=["product", "b"], loss=["y", "y_hat"]
    )
""",
        "all names before it": """def my_graph():
    names = {"x": [], "k": [], "b": [], "y": []}
    names["product"] = ["x", "k"]
    names["y_hat"] = ["x", "k", "product", "b"]
    names["error"] = names["y_hat"] + ["y_hat", "y"]
    names["loss"] = names["error"] + ["error"]
    return names
""",
        "texts for lists": """def my_graph():
    return {
        "x": [], "k": [], "b": [], "y": [],
        "product": ["k", "x"],
        "y_hat": ["product", "b"],
        "error": ["y_hat", "y"],
        "loss": "error",
    }
""",
    },
    "7.2": {
        "the keys": """def my_topological_sort(graph):
    order = []
    for name in graph:
        order.append(name)
    return order
""",
        "one input is enough": """def my_topological_sort(graph):
    order = []
    while len(order) < len(graph):
        for name in graph:
            ready = [source for source in graph[name] if source in order]
            if name not in order and (graph[name] == [] or ready):
                order.append(name)
    return order
""",
        "the last input": """def my_topological_sort(graph):
    order, waiting = [], list(graph)
    while waiting:
        for name in list(waiting):
            if not graph[name] or graph[name][-1] in order:
                order.append(name)
                waiting.remove(name)
    return order
""",
        "the first input": """def my_topological_sort(graph):
    order = []
    while set(order) != set(graph):
        for name, inputs in graph.items():
            if name in order:
                continue
            if len(inputs) == 0 or inputs[0] in order:
                order = order + [name]
    return order
""",
        "ten rounds": """def my_topological_sort(graph):
    order = []
    for attempt in range(10):
        for name, inputs in graph.items():
            if name not in order and set(inputs) <= set(order):
                order.append(name)
    return order
""",
        "by the number of inputs": """def my_topological_sort(graph):
    pairs = [(len(sources), i, name) for i, (name, sources) in enumerate(graph.items())]
    return [name for number, i, name in sorted(pairs)]
""",
        "one pass": """def my_topological_sort(graph):
    order = []
    for name, sources in graph.items():
        ready = True
        for source in sources:
            if source not in order:
                ready = False
        if ready:
            order.append(name)
    return order
""",
        "step by step from the output": """def my_topological_sort(graph):
    used = []
    for sources in graph.values():
        used.extend(sources)
    queue = [name for name in graph if name not in used]
    order = []
    while queue:
        name = queue.pop(0)
        if name not in order:
            order.append(name)
            queue.extend(graph[name])
    order.reverse()
    return order
""",
        "nothing remembered": """def my_topological_sort(graph):
    order = []

    def add(name):
        for source in graph[name]:
            add(source)
        order.append(name)

    for name in graph:
        add(name)
    return order
""",
        "a function that calls itself": """def my_topological_sort(graph, order=None, names=None):
    order = [] if order is None else order
    for name in graph if names is None else names:
        if name not in order:
            my_topological_sort(graph, order, graph[name])
            order.append(name)
    return order
""",
    },
    "7.3": {
        "slopes only": """class MyAdd(Node):
    def forward(self, a, b):
        return a + b

    def backward(self, gradient, a, b):
        return [1.0, 1.0]
""",
        "one gradient": """class MyAdd(Node):
    def forward(self, a, b):
        return a + b

    def backward(self, gradient, a, b):
        return gradient
""",
        "like a product": """class MyAdd(Node):
    def forward(self, a, b):
        return np.add(a, b)

    def backward(self, gradient, a, b):
        return b * gradient, a * gradient
""",
        "halves": """class MyAdd(Node):
    def forward(self, a, b):
        return b + a

    def backward(self, gradient, a, b):
        share = gradient / 2
        return [share, share]
""",
        "the value goes back": """class MyAdd(Node):
    def forward(self, a, b):
        return a + b

    def backward(self, gradient, a, b):
        return [self.value, self.value]
""",
        "forward only stores": """class MyAdd(Node):
    def forward(self, a, b):
        self.value = a + b

    def backward(self, gradient, a, b):
        return [gradient, gradient]
""",
    },
    "7.4": {
        "each with its own input": """class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        for_a = gradient * a
        for_b = gradient * b
        return [for_a, for_b]
""",
        "the gradient is not used": """class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        return [b, a]
""",
        "like a sum": """class MyMultiply(Node):
    def forward(self, a, b):
        return np.multiply(a, b)

    def backward(self, gradient, a, b):
        return [gradient] * 2
""",
        "added up": """class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        return gradient * (a + b)
""",
        "gradient plus slope": """class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        return (gradient + b, gradient + a)
""",
        "divided again": """class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        product = gradient * self.value
        return [product / a, product / b]
""",
        "gradients stored in the inputs": """class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        a.gradient = gradient * b
        b.gradient = gradient * a
""",
    },
    "7.5": {
        "overwritten": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient = gradient
""",
        "added to the wrong node": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            node.gradient += gradient
""",
        "the gradient of the node": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient = source.gradient + node.gradient
""",
        "times the gradient of the node": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient += gradient * node.gradient
""",
        "a 0 is multiplied": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient *= gradient
""",
        "a name that is gone afterwards": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            gradient = gradient + source.gradient
""",
        "into the value": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.value += gradient
""",
        "only into a 0": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            if source.gradient == 0:
                source.gradient = gradient
""",
        "all gradients together": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient += sum(gradients)
""",
        "added to an object": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source += gradient
""",
        "nothing set back to 0": """def my_backward(order):
    order[-1].gradient = 1.0
    for node in order[:-1]:
        if node.gradient is None:
            node.gradient = 0.0
    for node in order[::-1]:
        if node.inputs:
            values = [source.value for source in node.inputs]
            for source, gradient in zip(node.inputs, node.backward(node.gradient, *values)):
                source.gradient = source.gradient + gradient
""",
        "from the inputs to the output": """def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in order:
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient += gradient
""",
    },
    "7.6": {
        "divided by h": """def my_numeric_gradient(f, W, h):
    gradient = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        up = W.astype(float)
        down = W.astype(float)
        up[place] += h
        down[place] -= h
        gradient[place] = (f(up) - f(down)) / h
    return gradient
""",
        "one side": """def my_numeric_gradient(f, W, h):
    here = f(W)
    gradient = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        moved = W.copy()
        moved[place] = moved[place] + h
        gradient[place] = (f(moved) - here) / h
    return gradient
""",
        "all at once": """def my_numeric_gradient(f, W, h):
    slope = (f(W + h) - f(W - h)) / (2 * h)
    return slope * np.ones(W.shape)
""",
        "flat": """def my_numeric_gradient(f, W, h):
    slopes = []
    for i in range(W.size):
        step = np.zeros(W.size)
        step[i] = h
        step = step.reshape(W.shape)
        slopes.append((f(W + step) - f(W - step)) / (2 * h))
    return np.array(slopes)
""",
        "never put back": """def my_numeric_gradient(f, W, h):
    gradient = np.zeros(W.shape)
    moved = W.copy()
    for place in np.ndindex(W.shape):
        moved[place] += h
        high = f(moved)
        moved[place] -= 2 * h
        low = f(moved)
        gradient[place] = (high - low) / (2 * h)
    return gradient
""",
        "whole numbers in the result": """def my_numeric_gradient(f, W, h):
    gradient = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        step = np.zeros(W.shape)
        step[place] = h
        gradient[place] = (f(W + step) - f(W - step)) / (2 * h)
    return gradient
""",
        "whole numbers in the step": """def my_numeric_gradient(f, W, h):
    gradient = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        step = 0 * W
        step[place] = h
        gradient[place] = (f(W + step) - f(W - step)) / (2 * h)
    return gradient
""",
        "an array of whole numbers": """def my_numeric_gradient(f, W, h):
    gradient = np.zeros_like(W)
    for place, value in np.ndenumerate(W):
        moved = W.copy()
        moved[place] = value + h
        high = f(moved)
        moved[place] = value - h
        gradient[place] = (high - f(moved)) / (2 * h)
    return gradient
""",
    },
    "7.7": {
        "uphill": """class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for parameter in self.parameters:
            parameter.value += self.learning_rate * parameter.gradient
""",
        "no rate": """class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for p in self.parameters:
            p.value = p.value - p.gradient
""",
        "a name that is gone afterwards": """class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for parameter in self.parameters:
            value = parameter.value - self.learning_rate * parameter.gradient
""",
        "the old value is lost": """class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for i in range(len(self.parameters)):
            self.parameters[i].value =- self.learning_rate * self.parameters[i].gradient
""",
        "return in the loop": """class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for parameter in self.parameters:
            parameter.value = parameter.value - self.learning_rate * parameter.gradient
            return parameter.value
""",
        "without self": """class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for weight in self.parameters:
            step = learning_rate * weight.gradient
            weight.value = weight.value - step
""",
    },
    "7.8": {
        "no list": """class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return gradient * (1 - self.value**2)
""",
        "slope of the sigmoid": """class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        slope = self.value * (1 - self.value)
        return [gradient * slope]
""",
        "z squared": """class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return [(1 - z * z) * gradient]
""",
        "the gradient is not used": """class MyTanh(Node):
    def forward(self, z):
        self.value = np.tanh(z)
        return self.value

    def backward(self, gradient, z):
        return [1 - np.square(self.value)]
""",
        "no square": """class MyTanh(Node):
    def forward(self, z):
        return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

    def backward(self, gradient, z):
        return [gradient - gradient * np.tanh(z)]
""",
        "z squared first": """class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - np.tanh(z**2))]
""",
        "a gradient too many": """class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - self.value**2), z]
""",
        "single numbers only": """import math


class MyTanh(Node):
    def forward(self, z):
        return math.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - math.tanh(z) ** 2)]
""",
        "without self": """class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - value**2)]
""",
        "without the module": """class MyTanh(Node):
    def forward(self, z):
        return tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - self.value**2)]
""",
        "forward only stores": """class MyTanh(Node):
    def forward(self, z):
        self.value = np.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - self.value**2)]
""",
    },
}

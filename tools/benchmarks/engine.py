"""Training steps a second: the engine, PyTorch and plain Python lists, side by side in one run."""

import os

# One thread for everybody. This must come before NumPy and PyTorch are imported.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import math  # noqa: E402
import platform  # noqa: E402
from statistics import median  # noqa: E402
from time import perf_counter  # noqa: E402

import numpy as np  # noqa: E402
import torch  # noqa: E402
from sklearn.datasets import load_breast_cancer  # noqa: E402
from sklearn.preprocessing import scale  # noqa: E402

from helpers import optimizers  # noqa: E402
from helpers.graph import Parameter, Placeholder, backward, forward, topological_sort  # noqa: E402
from helpers.operations import L2Loss, Linear, Sigmoid, Tanh  # noqa: E402

torch.set_num_threads(1)

RATE = 0.01
ROUNDS = 25
SECONDS = 0.05  # how long each one runs in each round
# Units in each layer, rows, and how many times as fast as PyTorch the engine is meant to be.
NETWORKS = [((1, 1, 1), 506, 3), ((1, 10, 1), 506, 2), ((13, 64, 1), 32, 3)]
NETWORKS += [((30, 32, 16, 1), 569, 1.2)]
CHAINS = [1_000, 3_000, 10_000, 30_000, 100_000]


def problem(sizes, n_rows):
    """A table, a target, and the weights at the start, all float64."""
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(n_rows, sizes[0])), rng.normal(size=(n_rows, 1))
    if sizes[0] == 30:
        X, y = load_breast_cancer(return_X_y=True)
        X, y = scale(X), y.reshape(-1, 1).astype(float)
    shapes = list(zip(sizes, sizes[1:], strict=False))
    weights = [
        (rng.normal(size=shape) / math.sqrt(shape[0]), np.zeros(shape[1])) for shape in shapes
    ]
    return X, y, weights


def with_the_engine(X_rows, y_rows, weights):
    """One training step, and the gradients of the last one."""
    X, y = Placeholder(name="X"), Placeholder(name="y")
    node, parameters = X, []
    for layer, (W, b) in enumerate(weights):
        W, b = Parameter(W, name=f"W{layer}"), Parameter(b, name=f"b{layer}")
        parameters += [W, b]
        node = Linear(Sigmoid(node) if layer else node, W, b)
    order = topological_sort(L2Loss(y, node))
    optimizer = optimizers.SGD(parameters, learning_rate=RATE)

    def step():
        loss = forward(order, {X: X_rows, y: y_rows})
        backward(order)
        optimizer.step()
        return loss

    return step, lambda: [parameter.gradient for parameter in parameters]


def with_torch_modules(X_rows, y_rows, weights):
    """The same with ``nn.Sequential``, as most programs with PyTorch are written."""
    X, y = torch.tensor(X_rows), torch.tensor(y_rows)
    layers = []
    for W, b in weights:
        linear = torch.nn.Linear(*W.shape, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(W.T))
            linear.bias.copy_(torch.tensor(b))
        layers += [linear, torch.nn.Sigmoid()]
    model = torch.nn.Sequential(*layers[:-1])
    loss_of = torch.nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)

    def step():
        optimizer.zero_grad()
        loss = loss_of(model(X), y)
        loss.backward()
        optimizer.step()
        return loss

    return step, lambda: [p.grad.numpy().T for p in model.parameters()]


def with_torch_functions(X_rows, y_rows, weights):
    """The same with ``nn.functional``, which leaves out the cost of the modules."""
    X, y = torch.tensor(X_rows), torch.tensor(y_rows)
    tensors = [(torch.tensor(W.T.copy()), torch.tensor(b)) for W, b in weights]
    parameters = [tensor.requires_grad_() for pair in tensors for tensor in pair]
    optimizer = torch.optim.SGD(parameters, lr=RATE)

    def step():
        optimizer.zero_grad()
        h = X
        for layer, (W, b) in enumerate(tensors):
            h = torch.nn.functional.linear(torch.sigmoid(h) if layer else h, W, b)
        loss = torch.nn.functional.mse_loss(h, y)
        loss.backward()
        optimizer.step()
        return loss

    return step, lambda: [p.grad.numpy().T for p in parameters]


def with_a_plain_loop(X_rows, y_rows, weights):
    """The same for 1-m-1 with lists and floats, the gradients derived by hand."""
    xs, ys = X_rows[:, 0].tolist(), y_rows[:, 0].tolist()
    (W1, b1), (W2, b2) = weights
    k1, c1, k2, c2 = W1[0].tolist(), b1.tolist(), W2[:, 0].tolist(), b2.tolist()
    n, m = len(xs), len(k1)
    slopes = {}

    def sigmoid(z):
        return 0.5 * (1 + math.tanh(0.5 * z))

    def step():
        loss = 0.0
        for_k1, for_c1, for_k2, for_c2 = [0.0] * m, [0.0] * m, [0.0] * m, [0.0]
        for row in range(n):
            hidden = [sigmoid(k1[i] * xs[row] + c1[i]) for i in range(m)]
            error = sum(k2[i] * hidden[i] for i in range(m)) + c2[0] - ys[row]
            loss += error**2 / n
            slope = 2 * error / n
            for_c2[0] += slope
            for i in range(m):
                below = slope * k2[i] * hidden[i] * (1 - hidden[i])
                for_k2[i] += slope * hidden[i]
                for_k1[i] += below * xs[row]
                for_c1[i] += below
        for values, gradient in ((k1, for_k1), (c1, for_c1), (k2, for_k2), (c2, for_c2)):
            for i in range(len(values)):
                values[i] -= RATE * gradient[i]
        slopes.update(k1=[for_k1], c1=for_c1, k2=[[k] for k in for_k2], c2=for_c2)
        return loss

    return step, lambda: [np.array(gradient) for gradient in slopes.values()]


def compare_gradients(competitors):
    """Take three steps with each; the losses and all gradients must agree to 1e-9."""
    first, *others = competitors.values()
    for _ in range(3):
        loss = float(first[0]())
        for step, gradients in others:
            np.testing.assert_allclose(_number(step()), loss, rtol=1e-9)
            for ours, theirs in zip(first[1](), gradients(), strict=True):
                np.testing.assert_allclose(theirs, ours, rtol=1e-9, atol=1e-12)


def _number(loss):
    return loss.item() if isinstance(loss, torch.Tensor) else loss


def interleaved(steps):
    """Median seconds a step of each; each round runs all of them, one after the other."""
    counts, times = {}, {name: [] for name in steps}
    for name, step in steps.items():
        start = perf_counter()
        step()
        step()
        counts[name] = max(1, int(SECONDS / ((perf_counter() - start) / 2)))
    for turn in range(ROUNDS):
        names = list(steps) if turn % 2 else list(steps)[::-1]
        for name in names:
            step, count = steps[name], counts[name]
            start = perf_counter()
            for _ in range(count):
                step()
            times[name].append((perf_counter() - start) / count)
    return {name: median(values) for name, values in times.items()}


def chain(n_nodes):
    """Microseconds per node of a chain: sorting it, and one pass forward and backward."""
    node = parameter = Parameter(0.5, name="start")
    for _ in range(n_nodes - 1):
        node = Tanh(node)
    start = perf_counter()
    order = topological_sort(node)
    sorting = perf_counter() - start
    passes = []
    for _ in range(5):
        start = perf_counter()
        forward(order, {})
        backward(order)
        passes.append(perf_counter() - start)
    assert len(order) == n_nodes and parameter.gradient is not None
    return sorting / n_nodes * 1e6, median(passes) / n_nodes * 1e6


def main():
    """Print both tables."""
    print(
        f"Python {platform.python_version()}, NumPy {np.__version__}, PyTorch {torch.__version__}"
    )
    print(f"float64, one thread, median of {ROUNDS} interleaved rounds\n")
    print("training steps a second           engine  modules  functions  plain loop   engine is")
    for sizes, n_rows, target in NETWORKS:
        data = problem(sizes, n_rows)
        competitors = {
            "engine": with_the_engine(*data),
            "modules": with_torch_modules(*data),
            "functions": with_torch_functions(*data),
        }
        if sizes[0] == 1:
            competitors["loop"] = with_a_plain_loop(*data)
        compare_gradients(competitors)
        seconds = interleaved({name: step for name, (step, _) in competitors.items()})
        faster = {name: value / seconds["engine"] for name, value in seconds.items()}
        speeds = [f"{1 / value:10,.0f}" for value in seconds.values()]
        times = ", ".join(f"{faster[name]:.2f}x {name}" for name in list(seconds)[1:])
        name = f"{'-'.join(map(str, sizes))}, {n_rows} rows"
        print(f"{name:30}{''.join(speeds):42}  {times} (meant: {target}x PyTorch)")
    print("\nmicroseconds per node of a chain   sort   forward and backward")
    for n_nodes in CHAINS:
        sorting, passing = chain(n_nodes)
        print(f"{n_nodes:14,} nodes          {sorting:10.2f}   {passing:10.2f}")


if __name__ == "__main__":
    main()

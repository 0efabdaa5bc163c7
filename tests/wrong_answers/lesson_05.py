"""Wrong answers to the exercises of lesson 5."""

WRONG_ANSWERS = {
    "5.1": {
        "divided by h": """def my_slope(f, w, h):
    left = f(w - h)
    right = f(w + h)
    return (right - left) / h
""",
        "no parentheses in the denominator": """def my_slope(f, w, h):
    return (f(w + h) - f(w - h)) / 2 * h
""",
        "no parentheses in the numerator": """def my_slope(f, w, h):
    distance = 2 * h
    return f(w + h) - f(w - h) / distance
""",
        "from w to the right only": """def my_slope(f, w, h):
    here = f(w)
    there = f(w + h)
    return (there - here) / h
""",
        "left minus right": """def my_slope(f, w, h):
    a, b = w - h, w + h
    return (f(a) - f(b)) / (b - a)
""",
        "the difference only": """def my_slope(f, w, h):
    heights = [f(w - h), f(w + h)]
    return heights[1] - heights[0]
""",
    },
    "5.2": {
        "no 2": """def my_partial_k(x, y, y_hat):
    total = 0
    for i in range(len(x)):
        total += (y_hat[i] - y[i]) * x[i]
    return total / len(x)
""",
        "no x": """def my_partial_k(x, y, y_hat):
    return 2 * sum(y_hat - y) / len(y)
""",
        "price minus prediction": """def my_partial_k(x, y, y_hat):
    error = y - y_hat
    return 2 * np.mean(error * x)
""",
        "sum for mean": """def my_partial_k(x, y, y_hat):
    return 2 * sum((p - t) * r for r, t, p in zip(x, y, y_hat))
""",
        "the mean of each factor": """def my_partial_k(x, y, y_hat):
    return 2 * (y_hat - y).mean() * x.mean()
""",
        "the error still squared": """def my_partial_k(x, y, y_hat):
    error = y_hat - y
    return 2 / len(x) * np.sum(error**2 * x)
""",
    },
    "5.3": {
        "no 2": """def my_partial_b(x, y, y_hat):
    return sum(y_hat - y) / len(y)
""",
        "x still there": """def my_partial_b(x, y, y_hat):
    total = 0
    for i in range(len(y)):
        total += 2 * (y_hat[i] - y[i]) * x[i]
    return total / len(y)
""",
        "price minus prediction": """def my_partial_b(x, y, y_hat):
    return (2 * (y - y_hat)).mean()
""",
        "sum for mean": """def my_partial_b(x, y, y_hat):
    total = 0
    for t, p in zip(y, y_hat):
        total += p - t
    return 2 * total
""",
        "distances": """def my_partial_b(x, y, y_hat):
    return 2 * np.mean(abs(y_hat - y))
""",
        "one number for each house": """def my_partial_b(x, y, y_hat):
    return [2 * (p - t) for t, p in zip(y, y_hat)]
""",
    },
    "5.4": {
        "up": """def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = start.copy()
    for step in range(n_steps):
        point += learning_rate * gradient(point)
    return point
""",
        "no learning rate": """def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = start
    while n_steps > 0:
        point = point - gradient(point)
        n_steps -= 1
    return point
""",
        "the gradient asked once": """def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = start
    slopes = gradient(point)
    for _ in range(n_steps):
        point = point - learning_rate * slopes
    return point
""",
        "return in the loop": """def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = start
    for _ in range(n_steps):
        point = point - learning_rate * gradient(point)
        return point
""",
        "counted from 1": """def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = start
    for step in range(1, n_steps):
        point = point - learning_rate * gradient(point)
    return point
""",
        "the whole way": """def my_gradient_descent(gradient, start, learning_rate, n_steps):
    path = [start]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return np.array(path)
""",
    },
    "5.5": {
        "the gradient of the L2 loss": """def my_l1_gradient(x, y, y_hat):
    error = y_hat - y
    return 2 * np.mean(error * x), 2 * np.mean(error)
""",
        "b before k": """def my_l1_gradient(x, y, y_hat):
    side = np.sign(y_hat - y)
    k = np.mean(side * x)
    b = np.mean(side)
    return np.array([b, k])
""",
        "price minus prediction": """def my_l1_gradient(x, y, y_hat):
    side = np.where(y > y_hat, 1, -1)
    return np.array([(side * x).mean(), side.mean()])
""",
        "sums for means": """def my_l1_gradient(x, y, y_hat):
    k = b = 0
    for i in range(len(x)):
        side = 1 if y_hat[i] > y[i] else -1
        k += side * x[i]
        b += side
    return [k, b]
""",
        "the sign of the mean": """def my_l1_gradient(x, y, y_hat):
    error = y_hat - y
    return np.sign(np.array([np.mean(error * x), np.mean(error)]))
""",
        "distances for sides": """def my_l1_gradient(x, y, y_hat):
    error = abs(y_hat - y)
    return np.array([np.mean(error * x), np.mean(error)])
""",
    },
    "5.6": {
        "smooth": """def my_rate(step, first_rate, halve_every):
    return first_rate / 2 ** (step / halve_every)
""",
        "what is left of the division": """def my_rate(step, first_rate, halve_every):
    times = step % halve_every
    return first_rate * 0.5**times
""",
        "halved once": """def my_rate(step, first_rate, halve_every):
    if step < halve_every:
        return first_rate
    return first_rate / 2
""",
        "a half, a third, a quarter": """def my_rate(step, first_rate, halve_every):
    return first_rate / (step // halve_every + 1)
""",
        "halved in every step": """def my_rate(step, first_rate, halve_every):
    rate = first_rate
    for i in range(step):
        rate = rate / 2
    return rate
""",
        "doubled": """def my_rate(step, first_rate, halve_every):
    return first_rate * 2 ** (step // halve_every)
""",
    },
    "5.7": {
        "no 2": """def my_linear_gradient(X, y, w):
    return np.mean(X.T * (X @ w - y), axis=1)
""",
        "sums for means": """def my_linear_gradient(X, y, w):
    error = X @ w - y
    slopes = []
    for j in range(X.shape[1]):
        slopes.append(2 * sum(error * X[:, j]))
    return np.array(slopes)
""",
        "price minus prediction": """def my_linear_gradient(X, y, w):
    error = y - X @ w
    return 2 * X.T @ error / len(y)
""",
        "divided by the number of weights": """def my_linear_gradient(X, y, w):
    return 2 / len(w) * X.T @ (X @ w - y)
""",
        "one row for each house": """def my_linear_gradient(X, y, w):
    error = X @ w - y
    return np.array([2 * error[i] * X[i] for i in range(len(y))])
""",
        "prices for errors": """def my_linear_gradient(X, y, w):
    return 2 / len(y) * X.T @ y
""",
    },
}

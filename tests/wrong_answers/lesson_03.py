"""Wrong answers to the exercises of lesson 3."""

WRONG_ANSWERS = {
    "3.1": {
        "sum for mean": """def my_l1_loss(y, y_hat):
    total = 0
    for i in range(len(y)):
        total += abs(y_hat[i] - y[i])
    return total
""",
        "abs forgotten": """def my_l1_loss(y, y_hat):
    return np.mean(y_hat - y)
""",
        "abs after the mean": """def my_l1_loss(y, y_hat):
    return abs(sum(y_hat - y)) / len(y)
""",
        "squares": """def my_l1_loss(y, y_hat):
    return ((y - y_hat) ** 2).mean()
""",
        "a list of distances": """def my_l1_loss(y, y_hat):
    return [abs(a - b) for a, b in zip(y, y_hat)]
""",
        "every guess with every price": """def my_l1_loss(y, y_hat):
    return np.mean([abs(a - b) for a in y for b in y_hat])
""",
    },
    "3.2": {
        "sum for mean": """def my_l2_loss(y, y_hat):
    return sum((a - b) ** 2 for a, b in zip(y, y_hat))
""",
        "the square of the mean": """def my_l2_loss(y, y_hat):
    return (np.mean(y_hat) - np.mean(y)) ** 2
""",
        "distances": """def my_l2_loss(y, y_hat):
    return np.mean(np.abs(y_hat - y))
""",
        "a root at the end": """def my_l2_loss(y, y_hat):
    return np.mean((y_hat - y) ** 2) ** 0.5
""",
        "one square for each house": """def my_l2_loss(y, y_hat):
    return (y_hat - y) ** 2
""",
        "no parentheses": """def my_l2_loss(y, y_hat):
    return np.mean(y_hat - y**2)
""",
    },
    "3.3": {
        "no look at zeros": """def my_mape(y, y_hat):
    return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))
""",
        "an error without a message": """def my_mape(y, y_hat):
    if 0 in y:
        raise ValueError
    return 100 * np.mean(np.abs((y_hat - y) / y))
""",
        "a fraction": """def my_mape(y, y_hat):
    if np.any(y == 0):
        raise ValueError("a true price is 0")
    return np.mean(np.abs(y_hat - y) / np.abs(y))
""",
        "divided by the guess": """def my_mape(y, y_hat):
    total = 0
    for a, b in zip(y, y_hat):
        if a == 0:
            raise ValueError("a true price is 0")
        total += abs(b - a) / abs(b)
    return 100 * total / len(y)
""",
        "mean error by mean price": """def my_mape(y, y_hat):
    if np.any(y == 0):
        raise ValueError("a true price is 0")
    return 100 * np.mean(np.abs(y_hat - y)) / np.mean(np.abs(y))
""",
        "a guess of 0 refused": """def my_mape(y, y_hat):
    if 0 in y or 0 in y_hat:
        raise ValueError("a true price is 0")
    return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))
""",
    },
    "3.4": {
        "the smallest loss": """def my_best_constant(y, loss, candidates):
    return min(loss(y, np.full(len(y), c)) for c in candidates)
""",
        "the position": """def my_best_constant(y, loss, candidates):
    values = [loss(y, np.full(len(y), c)) for c in candidates]
    return np.argmin(values)
""",
        "the largest loss wins": """def my_best_constant(y, loss, candidates):
    worst, best = 0, None
    for c in candidates:
        value = loss(y, np.full(len(y), c))
        if value > worst:
            worst, best = value, c
    return best
""",
        "always the mean": """def my_best_constant(y, loss, candidates):
    return sum(y) / len(y)
""",
        "guesses before prices": """def my_best_constant(y, loss, candidates):
    values = [loss(np.full(len(y), c), y) for c in candidates]
    return candidates[np.argmin(values)]
""",
        "all the losses": """def my_best_constant(y, loss, candidates):
    values = []
    for c in candidates:
        values.append(loss(y, np.full(len(y), c)))
    return values
""",
    },
    "3.5": {
        "no half in front of the square": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    return np.mean(np.where(error <= delta, error**2, delta * (error - delta / 2)))
""",
        "one piece for all rows": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    if np.any(error <= delta):
        return np.mean(error**2 / 2)
    return np.mean(delta * (error - delta / 2))
""",
        "no parentheses behind delta": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    small = error**2 / 2
    large = delta * error - delta / 2
    return np.mean(np.where(error <= delta, small, large))
""",
        "pieces exchanged": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    small = error**2 / 2
    large = delta * (error - delta / 2)
    return np.mean(np.where(error <= delta, large, small))
""",
        "sum for mean": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    total = 0
    for e in error:
        if e <= delta:
            total += e**2 / 2
        else:
            total += delta * (e - delta / 2)
    return total
""",
        "one cost for each row": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    return np.where(error <= delta, error**2 / 2, delta * (error - delta / 2))
""",
    },
}
